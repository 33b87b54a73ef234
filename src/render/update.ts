/**
 * Program -> C: the update function of one Program, with every stage a constant. The op code that it calls is the core's own
 * (native/core/ops/*.h); all that rendering adds is knowledge, from which the compiler folds loops, fields and offsets away.
 */
import { type Bits, op, type Program, type Selector, type Span, type Stage, type Term } from '../lower/program.js';
import type { NetworkStage } from './network.js';

/** What each op does when: the functions kolmo_OP_MOMENT in native/core/ops. */
export const moments: { readonly [T in Stage['op']]: readonly Moment[] } = {
  HISTORY: ['byte'],
  WORDS: ['byte'],
  CLASSES: ['byte'],
  LINES: ['byte'],
  OUTLINE: ['byte'],
  CODES: ['byte'],
  BRACKETS: ['byte'],
  INDIRECT: ['byte'],
  RECORDS: ['byte'],
  INSTRUCTIONS: ['byte'],
  FIELDS: ['byte'],
  SCOPES: ['byte'],
  MATCH: ['byte', 'nibble', 'predict', 'foresee', 'update'],
  SLOTS: ['byte', 'nibble', 'predict', 'foresee', 'update'],
  RECALL: ['byte', 'nibble', 'predict', 'update'],
  NETWORK: ['byte', 'nibble', 'predict', 'update'],
  MIXER: ['predict', 'foresee', 'update'],
  APM: ['predict', 'foresee', 'update'],
  RESIDUAL: ['predict', 'update'],
  OUTPUT: ['predict'],
};
export type Moment = 'byte' | 'nibble' | 'predict' | 'foresee' | 'update';

const fieldText = ({ register, shift, bits }: Bits): string => `{${register}, ${shift}, ${bits}, 0x${(2 ** bits - 1).toString(16)}u}`;

/* The constants of one Program, collected while its stages are written. */
class Pools {
  readonly fields: string[] = [];
  readonly lists: string[] = [];
  readonly spans: string[] = [];

  constructor(readonly name: string) {}

  list(fields: readonly string[], bits: number): void {
    this.lists.push(fields.length === 0 ? '{0, 0, 0}' : `{fields_${this.name} + ${this.place(fields)}, ${fields.length}, ${bits}}`);
  }

  /* Where these fields are, side by side: contexts that several stages read are there once. */
  private place(fields: readonly string[]): number {
    const found = this.fields.findIndex((_, at) => fields.every((field, i) => this.fields[at + i] === field));
    if (found >= 0) return found;
    this.fields.push(...fields);
    return this.fields.length - fields.length;
  }

  context(terms: readonly Term[]): void {
    this.list(terms.map(({ register, mask }) => `{${register}, 0, 32, 0x${mask.toString(16)}u}`), 0);
  }

  selector(selector: Selector): void {
    const fields = selector.map(fieldText);
    this.list(fields, widthOf(selector));
  }

  /** Appends; returns the stage's initializers for them. */
  inputs(spans: readonly Span[]): string {
    const at = this.spans.length;
    this.spans.push(...spans.map(({ start, count }) => `{${start}, ${count}}`));
    return `.inputs = ${inputsOf(spans)}, .span_count = ${spans.length}, .spans = spans_${this.name} + ${at}`;
  }
}

const widthOf = (selector: Selector): number => selector.reduce((sum, { bits }) => sum + bits, 0);
const inputsOf = (spans: readonly Span[]): number => spans.reduce((sum, { count }) => sum + count, 0);

/* The initializers of a kolmo_stage besides op and index; its size, which the update function never reads, is apart. */
function stageOf(stage: Stage, pools: Pools): string {
  const lists = (count: number): string => `.list_count = ${count}, .lists = lists_${pools.name} + ${pools.lists.length}`;
  switch (stage.op) {
    case 'HISTORY':
    case 'CLASSES':
    case 'LINES':
    case 'OUTLINE':
    case 'CODES':
    case 'BRACKETS':
    case 'INDIRECT':
    case 'RECORDS':
    case 'INSTRUCTIONS':
    case 'SCOPES':
      return `.reg = ${stage.register}`;
    case 'FIELDS':
      return `.reg = ${stage.register}, .alphabet = ${stage.unit}`;
    case 'WORDS':
      return `.reg = ${stage.register}, .count = ${stage.count}, .alphabet = ${stage.alphabet}`;
    case 'MATCH':
      return `.reg = ${stage.register}, .min_length = ${stage.minLength}, .limit = ${stage.limit}, .out = ${stage.out}, .outs = 2`;
    case 'SLOTS': {
      const text = `${lists(stage.contexts.length)}, .limit = ${stage.limit}, .out = ${stage.out}, .outs = ${stage.contexts.length}`;
      stage.contexts.forEach((terms) => pools.context(terms));
      return text;
    }
    case 'RECALL': {
      const text = `${lists(stage.contexts.length)}, .limit = ${stage.limit}, .out = ${stage.out}, .outs = ${2 * stage.contexts.length}`;
      stage.contexts.forEach((terms) => pools.context(terms));
      return text;
    }
    /* What else there is of it is rendered apart: network.ts. */
    case 'NETWORK': {
      const contexts = stage.ops.flatMap((part) => (part.op === 'ROWS' ? part.contexts : []));
      const { when } = stage;
      const rests = when === undefined ? '' : `, .when = ${fieldText(when)}, .below = ${when.below}`;
      const text = `${lists(contexts.length)}, .reg = ${stage.register}, .out = ${stage.out}, .outs = 2${rests}`;
      contexts.forEach((terms) => pools.context(terms));
      return text;
    }
    case 'MIXER': {
      const { selectors, out, weight, mean, rateMax, rateMin, decay, skip } = stage;
      const text = `${pools.inputs(stage.inputs)}, ${lists(selectors.length)}, .out = ${out}, .outs = ${selectors.length},
   .weight = ${weight}, ${mean > 0 ? `.mean = ${mean}, ` : ''}.rate_max = ${rateMax}, .rate_min = ${rateMin}, .decay = ${decay}, .skip = ${skip}`;
      selectors.forEach((selector) => pools.selector(selector));
      return text;
    }
    case 'APM': {
      const text = `${pools.inputs(stage.inputs)}, ${lists(1)}, .limit = ${stage.limit}, .out = ${stage.out}, .outs = 1`;
      pools.selector(stage.selector);
      return text;
    }
    case 'RESIDUAL':
      return `${pools.inputs(stage.inputs)}, .out = ${stage.out}, .outs = 1, .count = ${stage.hidden},
   .weight = ${stage.init}, .rate_max = ${stage.rate}, .rate_min = ${stage.rateOut}, .skip = ${stage.skip}`;
    case 'OUTPUT':
      return pools.inputs(stage.inputs);
  }
}

const array = (type: string, name: string, cells: readonly string[]): string =>
  `static const ${type} ${name}[] = {\n${(cells.length === 0 ? ['{0}'] : cells).map((cell) => `  ${cell},\n`).join('')}};\n`;

/* Ops whose byte() does nothing but make registers from registers and the last byte: that can be tried, and taken back. */
const tried: ReadonlySet<Stage['op']> = new Set(['HISTORY', 'WORDS', 'CLASSES']);

const registersOf = (stage: Stage): number => (stage.op === 'HISTORY' ? 4 : stage.op === 'WORDS' ? stage.count : 1);

/* anticipate_NAME(): what slots read after a byte that is only likely so far is asked for, and the registers are as before again. */
function renderAnticipate(program: Program, name: string): string {
  let known = 0n;
  let tries = '';
  let asks = '';
  program.stages.forEach((stage, i) => {
    if (tried.has(stage.op) && 'register' in stage) {
      known |= ((1n << BigInt(registersOf(stage))) - 1n) << BigInt(stage.register);
      tries += `  kolmo_${stage.op.toLowerCase()}_byte(m, &stages_${name}[${i}]);\n`;
    }
    /* The first bit's partial byte is known to be 1. */
    if (stage.op === 'MIXER' || stage.op === 'APM') asks += `  kolmo_${stage.op.toLowerCase()}_anticipate(m, &stages_${name}[${i}], 0x${(known | 1n).toString(16)}ull);\n`;
    if (stage.op === 'SLOTS') asks += `  kolmo_slots_anticipate(m, &stages_${name}[${i}], 0x${known.toString(16)}ull);\n`;
  });
  return `static void anticipate_${name}(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
${tries}${asks}  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}
`;
}

/** The constants that the functions below are made of, as C text: what the Program says of each of its stages. */
export function renderStages(program: Program, name: string, sizes = false): string {
  const pools = new Pools(name);
  const sizeOf = (stage: Stage): string => (sizes && 'size' in stage ? `.size = {${stage.size.min}, ${stage.size.max}, ${stage.size.offset}}, ` : '');
  const stages = program.stages.map((stage, i) => `{.op = ${op[stage.op]}, .index = ${i}, ${sizeOf(stage)}${stageOf(stage, pools)}}`);
  return [
    array('kolmo_field', `fields_${name}`, pools.fields),
    array('kolmo_list', `lists_${name}`, pools.lists),
    array('kolmo_span', `spans_${name}`, pools.spans),
    array('kolmo_stage', `stages_${name}`, stages),
  ].join('\n');
}

/* After a call, where marks are wanted: what ran since the last mark is this stage's (native/core/profile.h). */
const markOf = (i: number, moment: Moment, indent: string): string => `${indent}KOLMO_MARK(m, ${i}, KOLMO_MARK_${moment.toUpperCase()});\n`;

/* A call of an op's function: kolmo_OP_MOMENT(m, its stage). */
const callOf = (stage: Stage, i: number, moment: string, name: string, rest = ''): string =>
  `kolmo_${stage.op.toLowerCase()}_${moment}(m, &stages_${name}[${i}]${rest});\n`;

/* The calls of all stages at a moment, in their order. */
function callsAt(program: Program, moment: Moment, name: string, indent: string, { rest = '', networks, marks = false }: Rendering & { readonly rest?: string } = {}): string {
  const call = (stage: Stage, i: number): string => {
    if (stage.op !== 'NETWORK' || networks === undefined) return callOf(stage, i, moment, name, rest);
    if (moment === 'byte') return `network_byte_${networks(stage)}(m, &stages_${name}[${i}]);\n`;
    if (moment === 'nibble') return `network_nibble(m, &stages_${name}[${i}], network_predict_${networks(stage)});\n`;
    return callOf(stage, i, moment, name, rest);
  };
  return program.stages.flatMap((stage, i) => (moments[stage.op].includes(moment) ? [indent + call(stage, i) + (marks ? markOf(i, moment, indent) : '')] : [])).join('');
}

/** What a network was rendered as: renderNetwork()'s NAME. */
export type NetworkName = (stage: NetworkStage) => string;

interface Rendering {
  /** Without, networks run as the path's kernels do, from the parsed Program. */
  readonly networks?: NetworkName | undefined;
  /** With a mark after each call, which profiled kernels count and others leave out. */
  readonly marks?: boolean;
}

/* What is done when `at` bits of a byte are known. */
function lookText(program: Program, name: string, rendering: Rendering): string {
  const calls = (moment: Moment, indent: string): string => callsAt(program, moment, name, indent, rendering);
  return `  if (at == 0) {
${calls('byte', '    ')}  }
  if ((at & 3) == 0) {
${calls('nibble', '    ')}  }
${calls('predict', '  ')}${calls('foresee', '  ')}  if (at == (m->shared->expected ? 4 : 7)) anticipate_${name}(m, kolmo_likely(m) & 255);
${rendering.marks === true ? '  KOLMO_MARK_LIKELY(m);\n' : ''}`;
}

/**
 * C text that defines `static void update_NAME(kolmo_model *m, unsigned bit)`: what kolmo_model_update() does for this
 * Program, whatever its table sizes. It needs core/render.h and renderStages().
 */
export function renderStep(program: Program, name: string, marks = false): string {
  return `${renderAnticipate(program, name)}
static void update_${name}(kolmo_model *m, unsigned bit) {
${callsAt(program, 'update', name, '  ', { rest: ', bit', marks })}  unsigned at = kolmo_advance(m, bit);
${lookText(program, name, { marks })}}
`;
}

/**
 * The same with begin_NAME(m, 0) beside it: it fills what must not be zeros, by the functions `resets` (without their arguments), and
 * predicts the first bit, for which update_NAME() is told that none came. It needs renderNetwork() of each network, too.
 */
export function renderWhole(program: Program, name: string, resets: (stage: Stage) => string | undefined, networks: NetworkName): string {
  const begins = program.stages.flatMap((stage, i) => {
    const reset = resets(stage);
    return reset === undefined ? [] : [`  ${reset}(m, &stages_${name}[${i}]);\n`];
  });
  return `${renderAnticipate(program, name)}
enum { NO_BIT = 2 };

static void update_${name}(kolmo_model *m, unsigned bit) {
  unsigned at = 0;
  if (KOLMO_LIKELY(bit != NO_BIT)) {
${callsAt(program, 'update', name, '    ', { rest: ', bit' })}    at = kolmo_advance(m, bit);
  }
${lookText(program, name, { networks })}}

static KOLMO_COLD void begin_${name}(kolmo_model *m, unsigned bit) {
  (void)bit;
${begins.join('')}  update_${name}(m, NO_BIT);
}
`;
}

/** renderStages() and renderStep(), with marks. */
export function renderUpdate(program: Program, name: string): string {
  return `${renderStages(program, name)}\n${renderStep(program, name, true)}`;
}
