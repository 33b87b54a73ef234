/**
 * A NETWORK stage -> C: its shapes and places as constants, and its ops as calls with them. What an op computes is the core's
 * (native/core/network); native/core/network/run.h calls the same for any network.
 */
import { NIBBLES } from '../graph/network.js';
import { type NetworkOp, networkOp, type Stage } from '../lower/program.js';

export type NetworkStage = Extract<Stage, { op: 'NETWORK' }>;

/* As in native/core/network/network.h. */
const SIXTEEN = 16; /* widths are kept in sixteens */
const CELL = 4; /* bytes of a float, an int32, an error of an output */
const STATE = 36 + 2 * 256 * CELL; /* sizeof(kolmo_net_state) */
const LINE = 64;

/** Numbers by the names that the core's fields have. */
type Fields = Readonly<Record<string, number>>;

/* What the ops read of their network; which vectors and ops there are is told by the calls. */
interface Laid {
  readonly network: Fields;
  readonly starts: readonly number[];
  readonly ops: readonly Fields[];
  /** Bytes in all. */
  readonly state: number;
}

/* What is 0 need not be said; places are whole lines of cache. */
const numberText = (value: number): string => (value >= 64 * LINE && value % LINE === 0 ? `${value / LINE} * ${LINE}` : String(value));
const fieldsText = (fields: Fields): string => Object.entries(fields).filter(([, value]) => value !== 0).map(([name, value]) => `.${name} = ${numberText(value)}`).join(', ');

/* The numbers among an object's properties: they are called as the core's fields are. */
const numbersOf = (object: object, but: readonly string[] = []): Fields =>
  Object.fromEntries(Object.entries(object).filter((entry): entry is [string, number] => typeof entry[1] === 'number' && !but.includes(entry[0])));

type Product = Extract<NetworkOp, { readonly span: number }>;

/* Products of the same numbers share their int8 form: the first one makes it. */
function sourceOf(ops: readonly NetworkOp[], reader: Product, number: number): number {
  let source = number;
  for (let i = number - 1; i >= 0; i--) {
    const op = ops[i];
    if (op === undefined || (op.to >= reader.from && op.to < reader.from + reader.span)) break;
    if ('span' in op && op.from === reader.from && op.span === reader.span) source = i;
  }
  return source;
}

/** Whether its logits are those of the high nibble and, behind each, of the low one. */
export const isByNibbles = ({ widths, logits }: NetworkStage): boolean => widths[logits] === NIBBLES / SIXTEEN;

/* Where the state has what: kolmo_net_layout() in native/core/network/layout.h. */
function layOut(stage: NetworkStage): Laid {
  const { window, logits, precision, replay } = stage;
  const kept = stage.delay + replay + stage.credit;
  const all = kept * window;
  const widths = stage.widths.map((width) => SIXTEEN * width);
  const width = (vector: number): number => widths[vector] ?? 0;
  const starts: number[] = [];
  let total = 0;
  for (const each of widths) {
    starts.push(total);
    total += each;
  }
  let state = 0;
  const place = (bytes: number): number => {
    const at = state;
    state += Math.ceil(bytes / LINE) * LINE;
    return at;
  };
  place(STATE);
  const nibbles = isByNibbles(stage);
  const network = {
    precise: precision,
    ...numbersOf(stage, ['precision', 'out', 'register', 'credit']),
    kept,
    total,
    ...(nibbles ? { nibbles: 1 } : {}),
    errors: place(all * (stage.steps + 1) * (nibbles ? 2 : 1) * CELL),
    counts: place(all * 2),
    symbols: place(replay > 0 ? all : 0),
    values: place(kept * (window + 1) * total * CELL),
    gradients: place((window + 1) * total * CELL),
  };
  const places = (op: NetworkOp, number: number, ins: number, outs: number): Fields => {
    switch (op.op) {
      case 'ROWS':
        return { lines: place(all * op.contexts.length * CELL) };
      case 'DENSE':
      case 'MASKED': {
        const masked = op.op === 'MASKED';
        const columns = masked ? SIXTEEN * op.kept : ins;
        const floats = { columns, weights: place(outs * columns * CELL), moments: place(outs * CELL), age: place(outs * CELL) };
        const blocks = masked ? { blocks: place(Math.ceil(outs / 32) * op.kept) } : {};
        if (precision === 1) return { ...floats, ...blocks };
        const near = masked ? { near: place(Math.ceil(window / 2) * columns * CELL) } : {};
        const bytes = { bytes: place(outs * columns), scale: place(outs * CELL), totals: place(outs * CELL) };
        const pairs = op.to === logits ? {} : { pairs: place(Math.ceil(outs / 32) * 16 * columns * CELL) };
        const source = sourceOf(stage.ops, op, number);
        const own = source === number ? { input: place(ins), units: place(all * CELL), inputs: place(kept * Math.ceil(window / 2) * ins * CELL) } : {};
        return { ...floats, ...blocks, ...near, ...bytes, ...pairs, source, ...own };
      }
      case 'BIAS':
        return { weights: place(outs * CELL), moments: place(CELL), age: place(CELL) };
      case 'ATTEND': {
        const states = SIXTEEN * op.states;
        return { states, saved: place(all * states * CELL), carry: place(kept * (states + window) * 2 * outs * CELL), back: place(window * 2 * outs * CELL) };
      }
      case 'RECUR':
        return { saved: place(all * ins * CELL), carry: place(kept * (window + 1) * outs * CELL), back: place(outs * CELL) };
      default:
        return {};
    }
  };
  let first = 0;
  const ops = stage.ops.map((op, number): Fields => {
    const from = 'from' in op ? op.from : op.to;
    const span = 'span' in op ? op.span : 1;
    const ins = widths.slice(from, from + span).reduce((sum, each) => sum + each, 0);
    const outs = width(op.to);
    const count = op.op === 'ROWS' ? op.contexts.length : 0;
    const rows = op.op === 'ROWS' ? { first, count } : {};
    first += count;
    return { ...(op.op === 'MASKED' ? { code: networkOp.MASKED } : {}), from, ...numbersOf(op, ['span', 'kept', 'states']), ins, outs, ...rows, ...places(op, number, ins, outs) };
  });
  return { network, starts, ops, state };
}

/** Bytes of a network's state. */
export const networkStateBytes = (stage: NetworkStage): number => layOut(stage).state;

/* The functions net_… of the core for an op: forward, back, and to learn. */
const PRODUCTS = { DENSE: { precise: 'precise', logits: 'logits' }, MASKED: { precise: 'masked_precise', logits: 'masked_logits' } } as const;
const forward = (op: NetworkOp, { precision }: NetworkStage): string => ('span' in op && precision === 1 ? PRODUCTS[op.op].precise : op.op.toLowerCase());
const backward = (op: NetworkOp, stage: NetworkStage): string => ('span' in op && op.to === stage.logits ? PRODUCTS[op.op].logits : forward(op, stage));
/* Sums of floats do not care which blocks there are. */
const learning = (op: NetworkOp, stage: NetworkStage): string => backward(op, stage).replace('masked_', '');

/**
 * C text that defines `network_start_NAME`, `network_byte_NAME` and `network_predict_NAME`: what a path's kernels of these names do, for this
 * network alone. It needs core/network/attend.h, masked.h and rounding.h.
 */
export function renderNetwork(stage: NetworkStage, name: string): string {
  const { network, starts, ops } = layOut(stage);
  const calls = (select: (op: NetworkOp, i: number) => string | undefined): string =>
    stage.ops.map((op, i) => select(op, i)).filter((text) => text !== undefined).map((text) => `  ${text};\n`).join('');
  const at = (i: number): string => `&n, &network_${name}_ops[${i}]`;
  const only = (which: NetworkOp['op'], what: string): string => calls((op, i) => (op.op === which ? `net_${what}(${at(i)})` : undefined));
  const entry = (what: string, body: string, cold = ''): string => `static ${cold}void network_${what}_${name}(kolmo_model *m, const kolmo_stage *s) {\n  net n = net_of(m, s, &network_${name});\n${body}}\n`;
  const rounded = (body: string): string => `  uint64_t rounding = kolmo_rounding_enter();\n${body}  kolmo_rounding_leave(rounding);\n`;

  const opAt = (i: number): NetworkOp => {
    const op = stage.ops[i];
    if (op === undefined) throw new RangeError(`the network has no op ${i}`);
    return op;
  };
  const isWhole = (i: number): boolean => ['dense', 'masked'].includes(backward(opAt(i), stage));
  const back = (i: number): string => `net_${backward(opAt(i), stage)}_back(${at(i)}, step${isWhole(i) ? ', 1' : ''});\n`;
  /* Constant loops where windows do not grow. */
  const length = stage.doublings > 0 ? 'n.length' : String(stage.window);
  const steps = `  for (int step = ${stage.doublings > 0 ? '(int)' : ''}${length}; step-- > 0;)`;
  const delays = stage.ops.some(({ op }) => op === 'DELAY');
  const backs = (ops: readonly number[]): string => delays
    ? `${steps} {\n${ops.map((i) => `    ${back(i)}`).join('')}  }\n`
    : ops.map((i) => (isWhole(i) ? `  net_${backward(opAt(i), stage)}_back(${at(i)}, 0, ${length});\n` : `${steps} ${back(i)}`)).join('');
  const learns = (ops: readonly number[]): string => ops.map((i) => `  net_${learning(opAt(i), stage)}_learn(${at(i)});\n`).join('');

  const { delay, replay, credit } = stage;
  /* Windows of the past that are learned when one is full: which one, and for which time. */
  const later = delay + replay > 0 || credit > 1;
  const then = `  n = net_before(n, ${delay} + time);\n`;
  const again = `  for (unsigned step = 0; time && step < ${length}; step++) {
    net_again_begins(&n, step);
${calls((op, i) => `  net_${op.op === 'ROWS' ? 'rows_again' : forward(op, stage)}(${at(i)})`)}${isByNibbles(stage) ? `    network_low_${name}(&n, net_again_high(&n));\n` : ''}    net_again_ends(&n, time);
  }
`;
  const learned = `  net_back_begins(&n);\n${only('RECUR', 'recur_begins')}${only('ATTEND', 'attend_begins')}${backs(stage.back)}${learns(stage.learn)}`;
  const ends = `${only('RECUR', 'recur_ends')}${only('ATTEND', 'attend_ends')}  net_window_ends(&n);\n`;
  const past = `static void network_past_${name}(kolmo_model *m, const kolmo_stage *s, unsigned time) {
  net n = net_of(m, s, &network_${name});
${then}${replay > 0 ? again : ''}${learned}}

`;
  /* One before it, which its gradients go on to: of the logits there are none. */
  const heard = (ops: readonly number[]): readonly number[] => ops.filter((i) => opAt(i).to !== stage.logits);
  const further = `static void network_further_${name}(kolmo_model *m, const kolmo_stage *s, unsigned windows) {
  net n = net_of(m, s, &network_${name});
  n = net_onward(n, windows);
  net_back_goes_on(&n);
${only('ATTEND', 'attend_begins')}${backs(heard(stage.back))}${learns(heard(stage.learn))}}

`;
  const onward = `    for (unsigned back = 1; back < ${credit} && net_was(&n, ${delay} + time + back); back++) network_further_${name}(m, s, ${delay} + time + back);\n`;
  const walked = credit > 1 ? `{\n    network_past_${name}(m, s, time);\n${onward}  }` : `network_past_${name}(m, s, time);`;
  const walk = `  for (unsigned time = 0; time <= ${replay} && net_was(&n, ${delay} + time); time++) ${walked}\n`;
  const rests = stage.when === undefined ? '' : '  if (net_rests(&n)) return;\n';
  const all = calls((op, i) => `net_${forward(op, stage)}(${at(i)})`);
  /* The low nibble's logits, after a high one: the last of what predicts a byte, or again where that one came. */
  const low = `static void network_low_${name}(const net *one, unsigned high) {
  net n = *one;
  if (!net_low_begins(&n, high)) return;
${calls((op, i) => (op.to === stage.logits ? `net_${forward(op, stage)}_rows(${at(i)}, 16 + 16 * high, 16)` : undefined))}  net_low_ends(&n, high);
}
`;
  const byNibbles = `  const bool after = m->shared->bit != 0;
  unsigned high = m->shared->registers[KOLMO_REG_PARTIAL] & 15;
  if (!after) {
    net_step_begins(&n);
${all}    high = net_high_ends(&n);
  }
  network_low_${name}(&n, high);
  net_low_expected(&n, high, after);
  n.state->ready = 1;
`;

  return `static const kolmo_net_op network_${name}_ops[] = {
${ops.map((op) => `  {${fieldsText(op)}},\n`).join('')}};

static const kolmo_network network_${name} = {
  ${fieldsText(network)},
  .starts = {${starts.join(', ')}}, .op = network_${name}_ops};

${isByNibbles(stage) ? low : ''}${entry('predict', rounded(isByNibbles(stage) ? byNibbles : `  net_step_begins(&n);\n${all}  net_step_ends(&n);\n`))}
${later ? past : ''}${credit > 1 ? further : ''}${entry('learn', `${later ? walk : learned}${ends}`)}
${entry('byte', `${rounded(`  if (net_noted(&n)) network_learn_${name}(m, s);\n`)}${rests}${later ? '  n.slot = n.state->slot;\n' : ''}${only('ROWS', 'rows_hash')}${only('ROWS', 'rows_ask')}`)}
${entry('start', rounded(calls((op, i) => (op.op === 'MASKED' ? `net_blocks_start(${at(i)}, ${i}), net_dense_start(&n, ${i})` : op.op === 'DENSE' ? `net_dense_start(&n, ${i})` : undefined))), 'KOLMO_COLD ')}`;
}
