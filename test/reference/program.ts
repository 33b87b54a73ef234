/** §4: Programs, from bytes to stages, with every range checked. Wrong ones are ERR_PROGRAM. */
import { Reader } from './bytes.js';
import { ArchiveError } from './errors.js';
import { scramble } from './hash.js';

export interface Size {
  readonly min: number;
  readonly max: number;
  readonly offset: number;
}

export interface Field {
  readonly register: number;
  readonly shift: number;
  readonly bits: number;
}

export interface Term {
  readonly register: number;
  readonly mask: number;
}

export interface HistoryStage { readonly op: 'HISTORY'; readonly size: Size; readonly reg: number }
export interface WordsStage { readonly op: 'WORDS'; readonly count: number; readonly alphabet: number; readonly reg: number }
/** The features without parameters. */
export interface FeatureStage { readonly op: 'CLASSES' | 'LINES' | 'OUTLINE' | 'BRACKETS' | 'INDIRECT' | 'RECORDS' | 'INSTRUCTIONS' | 'SCOPES' | 'CODES'; readonly reg: number }
export interface MatchStage {
  readonly op: 'MATCH';
  readonly size: Size;
  readonly minLength: number;
  readonly limit: number;
  readonly out: number;
  readonly reg: number;
}
export interface SlotsStage {
  readonly op: 'SLOTS';
  readonly size: Size;
  readonly limit: number;
  readonly contexts: readonly (readonly Term[])[];
  readonly out: number;
}
/** Each context has two signals. */
export interface RecallStage {
  readonly op: 'RECALL';
  readonly size: Size;
  readonly limit: number;
  readonly contexts: readonly (readonly Term[])[];
  readonly out: number;
}
export type NetworkOp =
  | { readonly op: 'ROWS'; readonly to: number; readonly rate: number; readonly boost: number; readonly contexts: readonly (readonly Term[])[] }
  | { readonly op: 'DENSE'; readonly from: number; readonly span: number; readonly to: number; readonly rate: number; readonly init: number }
  | { readonly op: 'MASKED'; readonly from: number; readonly span: number; readonly to: number; readonly rate: number; readonly init: number; readonly pattern: number; readonly kept: number }
  | { readonly op: 'BIAS'; readonly to: number; readonly rate: number }
  | { readonly op: 'ACT'; readonly act: number; readonly from: number; readonly to: number }
  | { readonly op: 'RECUR'; readonly from: number; readonly to: number }
  | { readonly op: 'ATTEND'; readonly from: number; readonly to: number; readonly states: number }
  | { readonly op: 'NORM'; readonly from: number; readonly to: number }
  | { readonly op: 'DELAY'; readonly from: number; readonly to: number };
/** The vectors that an op reads. */
export const sourcesOf = (op: NetworkOp): readonly number[] => ('span' in op ? Array.from({ length: Math.min(op.span, 64) }, (_, i) => op.from + i) : 'from' in op ? [op.from] : []);
/** How learning rates fall: `after` and `over` in bytes. */
export interface Fall {
  readonly linear: boolean;
  readonly after: number;
  readonly over: number;
  readonly least: number;
}
export interface NetworkStage {
  readonly op: 'NETWORK';
  readonly size: Size;
  readonly precision: number;
  readonly window: number;
  readonly warm: number;
  readonly steps: number;
  readonly decay: number;
  readonly epsilon: number;
  readonly sgd: boolean;
  /** In 1/65,536; 0: none. */
  readonly clip: number;
  readonly fall: Fall | undefined;
  /** In windows. */
  readonly delay: number;
  readonly replay: number;
  readonly credit: number;
  /** How often windows double up to `window`, each time after 2^between of them. */
  readonly doublings: number;
  readonly between: number;
  readonly when: { readonly field: Field; readonly below: number } | undefined;
  /** Of each vector. */
  readonly widths: readonly number[];
  readonly logits: number;
  readonly ops: readonly NetworkOp[];
  readonly back: readonly number[];
  readonly learn: readonly number[];
  readonly out: number;
  readonly reg: number;
}
export interface MixerStage {
  readonly op: 'MIXER';
  /** Signals, in order. */
  readonly inputs: readonly number[];
  readonly selectors: readonly (readonly Field[])[];
  readonly size: Size;
  readonly out: number;
  readonly weight: number;
  readonly rateMax: number;
  readonly rateMin: number;
  readonly decay: number;
  readonly skip: number;
  readonly mean: number;
}
export interface ApmStage {
  readonly op: 'APM';
  readonly inputs: readonly number[];
  readonly selector: readonly Field[];
  readonly size: Size;
  readonly limit: number;
  readonly out: number;
}
export interface ResidualStage {
  readonly op: 'RESIDUAL';
  readonly inputs: readonly number[];
  readonly hidden: number;
  readonly init: number;
  readonly rate: number;
  readonly rateOut: number;
  readonly skip: number;
  readonly out: number;
}
export interface OutputStage { readonly op: 'OUTPUT'; readonly inputs: readonly number[] }

export interface FieldsStage { readonly op: 'FIELDS'; readonly unit: 'cell' | 'token'; readonly reg: number }

export type Stage = HistoryStage | WordsStage | FeatureStage | FieldsStage | MatchStage | SlotsStage | RecallStage | NetworkStage | MixerStage | ApmStage | ResidualStage | OutputStage;

/** log2 of a table. */
export const log2Of = ({ min, max, offset }: Size, sizeClass: number): number => Math.max(min, Math.min(max, sizeClass + offset));

/** How a selector chooses among the rows of a table of 2^log2 rows at most: by its value, or by a hash of it where that has more bits. */
export function rowOf(selector: readonly Field[], log2: number): (value: number) => number {
  const bits = bitsOf(selector);
  if (bits <= log2) return (value) => value;
  // A shift by 32 would be one by 0.
  return log2 === 0 ? () => 0 : (value) => scramble(value) >>> (32 - log2);
}

/** The bits that a selector's value has. */
export const bitsOf = (selector: readonly Field[]): number => selector.reduce((sum, { bits }) => sum + bits, 0);

function wrong(message: string): never {
  throw new ArchiveError('ERR_PROGRAM', `the Program ${message}`);
}

function within(what: string, value: number, min: number, max: number): number {
  if (value < min || value > max) wrong(`has ${what} ${value}, not ${min} to ${max}`);
  return value;
}

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

class Parser {
  private readonly written = { registers: new Set([0]), signals: new Set<number>() };
  private readonly totals = { spans: 0, fields: 0, lists: 0, networks: 0 };

  constructor(private readonly reader: Reader) {}

  stages(): Stage[] {
    if (this.reader.u8() !== 0) wrong('has another version');
    const count = within('stages', this.reader.varint(), 1, 64);
    const stages = times(count, () => this.stage());
    if (!this.reader.ended) wrong('has bytes left over');
    stages.forEach(({ op }, i) => {
      if ((op === 'HISTORY') !== (i === 0)) wrong('must have HISTORY first and only there');
      if ((op === 'OUTPUT') !== (i === stages.length - 1)) wrong('must have OUTPUT last and only there');
    });
    return stages;
  }

  private stage(): Stage {
    const op = this.reader.u8();
    const length = this.reader.varint();
    const end = this.reader.at + length;
    const stage = this.payload(op);
    if (this.reader.at !== end) wrong(`has a stage of ${length} bytes whose payload is not that long`);
    return stage;
  }

  private payload(op: number): Stage {
    switch (op) {
      case 0x01:
        return { op: 'HISTORY', size: this.size(10, 30), reg: this.registers(4) };
      case 0x02: {
        const count = within('words', this.reader.u8(), 1, 8);
        return { op: 'WORDS', count, alphabet: within('an alphabet', this.reader.u8(), 0, 1), reg: this.registers(count) };
      }
      case 0x03:
        return { op: 'CLASSES', reg: this.registers(1) };
      case 0x04:
        return { op: 'LINES', reg: this.registers(3) };
      case 0x05:
        return { op: 'BRACKETS', reg: this.registers(2) };
      case 0x06:
        return { op: 'INDIRECT', reg: this.registers(2) };
      case 0x07:
        return { op: 'RECORDS', reg: this.registers(4) };
      case 0x08:
        return { op: 'INSTRUCTIONS', reg: this.registers(9) };
      case 0x09: {
        const unit = within('a unit', this.reader.u8(), 0, 1) === 0 ? 'cell' : 'token';
        return { op: 'FIELDS', unit, reg: this.registers(5) };
      }
      case 0x0a:
        return { op: 'SCOPES', reg: this.registers(7) };
      case 0x0b:
        return { op: 'OUTLINE', reg: this.registers(5) };
      case 0x0c:
        return { op: 'CODES', reg: this.registers(2) };
      case 0x10: {
        const size = this.size(8, 28);
        const minLength = within('a minLength', this.reader.u8(), 1, 32);
        return { op: 'MATCH', size, minLength, limit: this.limit(), out: this.signals(2), reg: this.registers(2) };
      }
      case 0x11: {
        const size = this.size(12, 30);
        const limit = this.limit();
        const contexts = this.contexts();
        return { op: 'SLOTS', size, limit, contexts, out: this.signals(contexts.length) };
      }
      case 0x12:
        return this.network();
      case 0x13: {
        const size = this.size(8, 28);
        const limit = this.limit();
        const contexts = this.contexts();
        within('contexts', contexts.length, 1, 16);
        return { op: 'RECALL', size, limit, contexts, out: this.signals(2 * contexts.length) };
      }
      case 0x20: {
        const inputs = this.spans();
        const selectors = times(within('selectors', this.reader.varint(), 1, 16), () => this.selector());
        const size = this.size(0, 22);
        const out = this.signals(selectors.length);
        const weight = within('a weight', this.reader.varint(), 0, 32_767);
        const rateMax = within('a rateMax', this.reader.varint(), 0, 4_095);
        const rateMin = within('a rateMin', this.reader.varint(), 0, rateMax);
        const decay = within('a decay', this.reader.varint(), 1, 65_535);
        const skip = within('a skip', this.reader.varint(), 0, 65_535);
        return { op: 'MIXER', inputs, selectors, size, out, weight, rateMax, rateMin, decay, skip, mean: within('a mean', this.reader.varint(), 0, 32_767) };
      }
      case 0x21: {
        const inputs = this.spans();
        const selector = this.selector();
        const size = this.size(0, 22);
        const limit = this.limit();
        return { op: 'APM', inputs, selector, size, limit, out: this.signals(1) };
      }
      case 0x22: {
        const inputs = this.spans();
        const hidden = within('hidden units', this.reader.varint(), 1, 16);
        const init = within('a weight', this.reader.varint(), 0, 32_767);
        const rate = within('a rate', this.reader.varint(), 0, 16_383);
        const rateOut = within('a rate', this.reader.varint(), 0, 32_767);
        const skip = within('a skip', this.reader.varint(), 0, 65_535);
        const out = within('signals before', this.signals(1), 0, 511);
        for (let i = 0; i < out; i++) if (!this.written.signals.has(i)) wrong('hears a signal that no earlier stage writes');
        return { op: 'RESIDUAL', inputs, hidden, init, rate, rateOut, skip, out };
      }
      case 0x3f:
        return { op: 'OUTPUT', inputs: this.spans() };
      default:
        return wrong(`has an unknown op ${op}`);
    }
  }

  private contexts(): Term[][] {
    return times(within('contexts', this.reader.varint(), 1, 64), () => {
      this.list();
      return times(this.count('fields', 1, 8, 4_096), () => ({ register: this.register(), mask: this.reader.u32() }));
    });
  }

  /* Contexts and selectors are counted. */
  private list(): void {
    this.totals.lists = within('contexts and selectors in all', this.totals.lists + 1, 0, 1_024);
  }

  private network(): Stage {
    this.totals.networks = within('networks', this.totals.networks + 1, 0, 6);
    const { reader } = this;
    const size = this.size(12, 30);
    const form = within('a form', reader.varint(), 0, 255);
    const precision = form & 1;
    const sgd = (form & 2) !== 0;
    const window = within('a window', reader.varint(), 1, 64);
    const warm = within('a warm-up', reader.varint(), 1, 65_535);
    const steps = within('steps', reader.varint(), 1, 127);
    const decay = within('a decay', reader.varint(), 1, 24);
    const epsilon = within('an epsilon', reader.varint(), 1, 40);
    const clip = (form & 4) === 0 ? 0 : within('a clip', reader.varint(), 1, 2 ** 24);
    const fall = (form & 8) === 0 ? undefined : this.fall();
    const later = (name: string): number => ((form & 16) === 0 ? 0 : within(name, reader.varint(), 0, 4));
    const delay = later('a delay');
    const replay = later('a replay');
    const when = (form & 32) === 0 ? undefined : { field: this.field(), below: within('a bound', reader.varint(), 1, 2 ** 24) };
    const credit = (form & 64) === 0 ? 1 : within('a credit', reader.varint(), 2, 4);
    const grows = (form & 128) !== 0;
    const doublings = grows ? within('doublings', reader.varint(), 1, 6) : 0;
    const between = grows ? within('windows between doublings', reader.varint(), 0, 24) : 0;
    if (window % 2 ** doublings !== 0) wrong('has a window that was not doubled');
    const widths = times(within('vectors', reader.varint(), 1, 32), () => 16 * within('a width/16', reader.varint(), 1, 64));
    const widthOf = (v: number): number => widths[v] ?? 0;
    const logits = within('logits', reader.u8(), 0, widths.length - 1);
    if (widthOf(logits) !== 256 && widthOf(logits) !== 272) wrong('has logits of another width');
    const ops = times(within('network ops', reader.varint(), 1, 64), (): NetworkOp => {
      const op = this.networkOp(widths.length);
      const of = widthOf(op.to);
      if (op.op === 'ROWS' && of !== 32) wrong('has rows of another width');
      if (op.to === logits && !('span' in op) && op.op !== 'BIAS') wrong('makes logits otherwise');
      if ('from' in op) {
        const sources = sourcesOf(op);
        if (sources.includes(logits) || sources.includes(op.to)) wrong('reads a vector that it may not');
        if ('span' in op) {
          within('vectors read at once', op.span, 1, widths.length - op.from);
          within('numbers read at once', sources.reduce((sum, v) => sum + widthOf(v), 0), 16, 1_024);
          if (op.op === 'MASKED') within('kept blocks', op.kept, 1, sources.reduce((sum, v) => sum + widthOf(v), 0) / 16);
        } else if (widthOf(op.from) !== (op.op === 'RECUR' || op.op === 'ATTEND' ? 3 * of : of)) wrong('has widths that differ');
      }
      return op;
    });
    if (widthOf(logits) === 272)
      for (const [i, { to, ...op }] of ops.entries())
        if (to === logits && 'from' in op && ops.slice(i + 1).some((later) => sourcesOf({ to, ...op }).includes(later.to))) wrong('changes what logits were made of');
    const list = (name: string, of: (op: NetworkOp | undefined) => boolean): number[] =>
      times(within(name, reader.varint(), 0, 64), () => {
        const i = within(name, reader.varint(), 0, ops.length - 1);
        if (!of(ops[i])) wrong(`cannot have op ${i} in ${name}`);
        return i;
      });
    const back = list('back', (op) => op !== undefined && 'from' in op);
    const learn = list('learn', (op) => op !== undefined && 'rate' in op);
    const training = { window, warm, steps, decay, epsilon, sgd, clip, fall, delay, replay, credit, doublings, between, when };
    return { op: 'NETWORK', size, precision, ...training, widths, logits, ops, back, learn, out: this.signals(2), reg: this.registers(2) };
  }

  private fall(): Fall {
    const { reader } = this;
    const linear = within('a schedule', reader.varint(), 1, 2) === 1;
    const after = 1_024 * within('a start of it', reader.varint(), 0, 2 ** 24);
    const over = 1_024 * within('a length of it', reader.varint(), 1, 2 ** 24);
    return { linear, after, over, least: within('an end of it', reader.varint(), 0, 255) / 256 };
  }

  private networkOp(vectors: number): NetworkOp {
    const { reader } = this;
    const vector = (): number => within('a vector', reader.u8(), 0, vectors - 1);
    const rate = (): number => within('a rate', reader.varint(), 0, 2 ** 24);
    const code = reader.u8();
    switch (code) {
      case 1:
        return { op: 'ROWS', to: vector(), rate: rate(), boost: reader.u8(), contexts: this.contexts() };
      case 2:
        return { op: 'DENSE', from: vector(), to: vector(), span: reader.varint(), rate: rate(), init: within('an init', reader.varint(), 0, 2 ** 20) };
      case 3:
        return { op: 'BIAS', to: vector(), rate: rate() };
      case 4:
        return { op: 'ACT', act: within('an act', reader.u8(), 0, 3), from: vector(), to: vector() };
      case 5:
        return { op: 'RECUR', from: vector(), to: vector() };
      case 6:
        return { op: 'NORM', from: vector(), to: vector() };
      case 7:
        return { op: 'DELAY', from: vector(), to: vector() };
      case 9:
        return { op: 'ATTEND', from: vector(), to: vector(), states: 16 * within('states/16', reader.varint(), 1, 16) };
      case 8: {
        const dense = { from: vector(), to: vector(), span: reader.varint(), rate: rate(), init: within('an init', reader.varint(), 0, 2 ** 20) };
        return { op: 'MASKED', ...dense, pattern: within('a pattern', reader.u8(), 0, 1), kept: reader.varint() };
      }
      default:
        return wrong(`has an unknown network op ${code}`);
    }
  }

  private size(least: number, most: number): Size {
    const min = within('a size of at least', this.reader.u8(), least, most);
    const max = within('a size of at most', this.reader.u8(), min, most);
    return { min, max, offset: this.reader.i8() };
  }

  private limit(): number {
    return within('a limit', this.reader.varint(), 1, 1_023);
  }

  private register(): number {
    return within('register', this.reader.u8(), 0, 63);
  }

  private selector(): Field[] {
    this.list();
    const fields = times(this.count('fields', 0, 8, 4_096), () => this.field());
    within('selector bits', bitsOf(fields), 0, 24);
    return fields;
  }

  private field(): Field {
    return { register: this.register(), shift: within('a shift', this.reader.u8(), 0, 31), bits: within('bits', this.reader.u8(), 1, 24) };
  }

  private spans(): number[] {
    const spans = times(this.count('spans', 1, 64, 1_024), () => {
      const start = within('signal', this.reader.varint(), 0, 1_023);
      const count = within('signals', this.reader.varint(), 1, 1_024 - start);
      return Array.from({ length: count }, (_, i) => start + i);
    });
    const inputs = spans.flat();
    within('inputs', inputs.length, 1, 512);
    for (const signal of inputs) if (!this.written.signals.has(signal)) wrong(`reads signal ${signal}, which no earlier stage writes`);
    return inputs;
  }

  /* How many follow here; a context's terms count as fields. */
  private count(kind: 'spans' | 'fields', min: number, max: number, inAll: number): number {
    const count = within(kind, this.reader.varint(), min, max);
    this.totals[kind] = within(`${kind} in all`, this.totals[kind] + count, 0, inAll);
    return count;
  }

  private registers(count: number): number {
    return this.claim('registers', this.reader.u8(), count, 64);
  }

  private signals(count: number): number {
    return this.claim('signals', this.reader.varint(), count, 1_024);
  }

  /* No two stages may write the same one. */
  private claim(kind: 'registers' | 'signals', first: number, count: number, end: number): number {
    within(`first of ${count} ${kind}`, first, 0, end - count);
    for (let i = first; i < first + count; i++) {
      if (this.written[kind].has(i)) wrong(`writes ${kind} ${i} twice`);
      this.written[kind].add(i);
    }
    return first;
  }
}

/** The stages of a Program. */
export function parseProgram(bytes: Uint8Array): readonly Stage[] {
  if (bytes.length > 65_536) wrong('is too long');
  return new Parser(new Reader(bytes, 'ERR_PROGRAM', 'ERR_PROGRAM')).stages();
}

/** §4.4: the worst-case cost per byte, in units of about a nanosecond. */
export function costOf(stages: readonly Stage[]): number {
  return stages.reduce((sum, stage) => sum + stageCost(stage), 0);
}

function stageCost(stage: Stage): number {
  switch (stage.op) {
    case 'HISTORY':
      return 4;
    case 'WORDS':
      return 4 + stage.count;
    case 'CLASSES':
    case 'LINES':
    case 'BRACKETS':
    case 'CODES':
      return 8;
    case 'OUTLINE':
    case 'INSTRUCTIONS':
      return 24;
    case 'INDIRECT':
    case 'FIELDS':
      return 16;
    case 'RECORDS':
      return 64;
    case 'SCOPES':
      return 32;
    case 'MATCH':
      return 64 + stage.minLength;
    case 'SLOTS':
      return stage.contexts.reduce((sum, terms) => sum + 80 + terms.length, 0);
    case 'NETWORK':
      return networkCost(stage);
    case 'RECALL':
      return stage.contexts.reduce((sum, terms) => sum + 80 + terms.length, 0);
    case 'MIXER':
      return 8 * (stage.inputs.length + stage.selectors.length * (8 + stage.inputs.length));
    case 'APM':
      return 8 * (10 + stage.inputs.length);
    case 'RESIDUAL':
      return 8 * (stage.inputs.length + stage.out + stage.hidden * (8 + stage.out));
    case 'OUTPUT':
      return 8 * (4 + stage.inputs.length);
  }
}

function networkCost({ ops, widths, back, learn, replay, credit }: NetworkStage): number {
  const one = (op: NetworkOp | undefined): number => {
    if (op === undefined) return 0;
    const outs = widths[op.to] ?? 0;
    const ins = 'from' in op ? sourcesOf(op).reduce((sum, v) => sum + (widths[v] ?? 0), 0) : outs;
    return ins + outs + (op.op === 'ATTEND' ? (op.states * outs) / 4 : 0) + (op.op === 'ROWS' ? 64 * op.contexts.length : 0) + ('span' in op ? ((op.op === 'MASKED' ? 16 * op.kept : ins) * outs) / 16 : 0);
  };
  const all = (some: readonly (NetworkOp | undefined)[]): number => some.reduce((sum, op) => sum + one(op), 0);
  return (1 + replay) * (1_024 + all(ops) + credit * all([...back, ...learn].map((i) => ops[i])));
}
