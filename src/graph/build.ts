/** Short ways to write nodes. Every number ends up in the graph: the defaults here are the builder's, the core has none. */
import { placeOfRegister } from './schema.js';
import type {
  ApmNode,
  AttentionNode,
  BitsNode,
  BracketsNode,
  ClassesNode,
  CodesNode,
  ContextNode,
  DenseNode,
  Field,
  FieldsNode,
  IndirectNode,
  InstructionsNode,
  LinesNode,
  LstmNode,
  MatchNode,
  MixerNode,
  OutlineNode,
  RecallNode,
  RecordsNode,
  RecurrenceNode,
  RegisterName,
  ResidualNode,
  RowsNode,
  ScopesNode,
  Size,
  SlotsNode,
  Training,
  WordsNode,
} from './types.js';

export const partial: Field = { partial: true };

/** The i-th last byte. */
export const byte = (i: number): Field => ({ byte: i });

/** The i-th last byte with only the bits of `mask`. */
export const masked = (i: number, mask: number): Field => ({ byte: i, mask });

/** The last n bytes; order 0 is a constant, so that its context is the same everywhere. */
export const order = (n: number): Field => (n === 0 ? masked(1, 0) : { bytes: n });

/** The i-th last word of the node `of`; 0 is the current one. */
export const word = (i: number, of = 'words'): Field => ({ word: i, of });

/** The i-th last word, for a selector: the top 16 bits of its hash. */
export const selectWord = (i = 0, of = 'words'): Field => ({ word: i, of, top: 16 });

export const matchLength = (of = 'match'): Field => ({ of, what: 'length' });
export const matchByte = (of = 'match'): Field => ({ of, what: 'byte' });

/* A register's low bits, as contexts say it: all of them need no mask. */
function low(of: string, what: RegisterName, bits: number): Field {
  return bits >= placeOfRegister(what).width ? { of, what } : { of, what, mask: 2 ** bits - 1 };
}

/** The kinds of the last n bytes or runs, n 1..8, for a context. */
export const shape = (n: number, of = 'classes'): Field => low(of, 'history', 4 * n);

/** The same for a selector, n 1..6. */
export const selectShape = (n: number, of = 'classes'): Field => ({ of, what: 'history', bits: 4 * n });

export const column = (of = 'lines'): Field => ({ of, what: 'column' });

/** The byte above the next one, in the line before. */
export const above = (of = 'lines'): Field => ({ of, what: 'above' });

/** The word before the latest ':', '=' or '>'. */
export const label = (of = 'outline'): Field => ({ of, what: 'label' });

/** The line's first word, and how many words ended in it. */
export const head = (of = 'outline'): Field => ({ of, what: 'head' });
export const ordinal = (of = 'outline'): Field => ({ of, what: 'ordinal' });

/** The first words of the less indented lines above. */
export const parent = (of = 'outline'): Field => ({ of, what: 'parent' });

/** The line so far. */
export const prefix = (of = 'outline'): Field => ({ of, what: 'prefix' });

/** The first byte of the line, for a context. */
export const firstByte = (of = 'lines'): Field => low(of, 'first', 8);

/** The innermost open bracket, for a context. */
export const openBracket = (of = 'brackets'): Field => low(of, 'top', 8);

/** The innermost open bracket and the byte before it. */
export const opening = (of = 'brackets'): Field => ({ of, what: 'top' });

/** The innermost open bracket, for a selector. */
export const selectOpen = (of = 'brackets'): Field => ({ of, what: 'top', bits: 8 });

/** The classes of the last n words, 1..4, and what has come since the last one ended, where words are codes; for a context. */
export const codeClasses = (n: number, of = 'codes'): readonly Field[] => [low(of, 'classes', 8 * n), { of, what: 'since' }];

/** The column, for a selector. */
export const selectColumn = (of = 'lines'): Field => ({ of, what: 'column', bits: 8 });

/** The n bytes, 1..4, that last followed what the last byte (order 1) or the last two (order 2) are, for a context. */
export const follows = (after: 1 | 2, n: number, of = 'indirect'): Field => low(of, after === 1 ? 'order1' : 'order2', 8 * n);

/** A whole register, or those of its bits that `mask` keeps, for a context. */
export const of = (node: string, what: RegisterName, mask?: number): Field => (mask === undefined ? { of: node, what } : { of: node, what, mask });

/** The low bits of a register, for a selector. */
export const select = (node: string, what: RegisterName, bits: number): Field => ({ of: node, what, bits });

/** log2 of a table: offset above the size class, at most max, at least min. */
export const size = (min: number, max: number, offset: number): Size => ({ min, max, offset });

export function words(id: string, count: number, alphabet: WordsNode['alphabet'] = 'letters'): WordsNode {
  return { id, type: 'words', count, alphabet };
}

export const classes = (id: string): ClassesNode => ({ id, type: 'classes' });
export const outline = (id: string): OutlineNode => ({ id, type: 'outline' });
export const codes = (id: string): CodesNode => ({ id, type: 'codes' });
export const lines = (id: string): LinesNode => ({ id, type: 'lines' });
export const brackets = (id: string): BracketsNode => ({ id, type: 'brackets' });
export const indirect = (id: string): IndirectNode => ({ id, type: 'indirect' });

export const records = (id: string): RecordsNode => ({ id, type: 'records' });
export const instructions = (id: string): InstructionsNode => ({ id, type: 'instructions' });
export const fields = (id: string, unit: FieldsNode['unit']): FieldsNode => ({ id, type: 'fields', unit });
export const scopes = (id: string): ScopesNode => ({ id, type: 'scopes' });

export function match(id: string, minLength: number, entries: Size, limit = 255): MatchNode {
  return { id, type: 'match', minLength, entries, limit };
}

/** One context node per entry, named by its key. */
export function contexts(named: { readonly [id: string]: readonly Field[] }): readonly ContextNode[] {
  return Object.entries(named).map(([id, of]) => ({ id, type: 'context', of }));
}

export function slots(id: string, of: readonly ContextNode[], bytes: Size, limit = 255): SlotsNode {
  return { id, type: 'slots', contexts: of.map((context) => context.id), bytes, limit };
}

export function recall(id: string, contexts: readonly string[], entries: Size, limit = 1023): RecallNode {
  return { id, type: 'recall', contexts, entries, limit };
}

type MixerRates = Pick<MixerNode, 'sets' | 'mean' | 'rateMax' | 'rateMin' | 'decay' | 'skip'>;

/** `weight` is a plain number here, 0..4; the rates are Q16 as in the node. */
export function mixer(id: string, inputs: readonly string[], select: MixerNode['select'], weight: number, rates: Partial<MixerRates> = {}): MixerNode {
  return { id, type: 'mixer', inputs, select, sets: size(11, 16, -4), weight: Math.round(16384 * weight), mean: 0, rateMax: 2500, rateMin: 160, decay: 150, skip: 300, ...rates };
}

/**
 * A first layer over many signals of one thing, that takes them apart into their mean and what each says beyond it. It starts as 1.2 times the mean:
 * what says something mostly knows the same, so that each more is not as sure again.
 */
export const firstMixer = (id: string, inputs: readonly string[], select: MixerNode['select'], rates: Partial<MixerRates> = {}): MixerNode =>
  mixer(id, inputs, select, 0, { mean: 10000, ...rates });

/** A last layer over `count` signals that all mean the same: it starts as their mean and learns slowly, for its every step is felt. */
export const lastMixer = (id: string, inputs: readonly string[], select: MixerNode['select'], count: number): MixerNode =>
  mixer(id, inputs, select, 1 / count, { rateMax: 1500, rateMin: 60, decay: 64, skip: 0 });

/** An APM whose table grows with the input up to all of a 16-bit context; wider ones are hashed. */
export function apm(id: string, inputs: readonly string[], context: readonly Field[], { entries = size(10, 16, 0), limit = 1023 } = {}): ApmNode {
  return { id, type: 'apm', inputs, context, entries, limit };
}

/** Starts as the mean of its inputs. */
export function residual(id: string, inputs: readonly string[], hidden = 8): ResidualNode {
  return { id, type: 'residual', inputs, hidden, init: 2458, rate: 5243, rateOut: 5242, skip: 200 };
}

/* Learning rates are written as people say them: 0.003. */
const perUpdate = (rate: number): number => Math.round(rate * 2 ** 24);

export function rows(id: string, of: readonly ContextNode[], rate = 0.002, boost = 30): RowsNode {
  return { id, type: 'rows', contexts: of.map((context) => context.id), rate: perUpdate(rate), boost };
}

/** `init` is a plain number here, 0..16. */
export function dense(id: string, from: readonly string[], width: number, init: number, rate = 0.003): DenseNode {
  return { id, type: 'dense', from, width, rank: 0, mask: 'none', kept: 16, init: Math.round(init * 65536), rate: perUpdate(rate) };
}

/** `init` as in dense. */
export function lstm(id: string, from: readonly string[], width: number, init: number, rate = 0.003): LstmNode {
  return { id, type: 'lstm', from, width, init: Math.round(init * 65536), rate: perUpdate(rate) };
}

export const recurrence = (id: string, from: readonly string[]): RecurrenceNode => ({ id, type: 'recurrence', from });

export const attention = (id: string, from: readonly string[], states: number): AttentionNode => ({ id, type: 'attention', from, states });

/** Rates that stay, gradients as large as they are, and each window learned at its end, once, and for itself. */
export const steady: Training = { optimizer: 'rmsprop', clip: 0, schedule: 'constant', after: 0, over: 1, least: 0, delay: 0, replay: 0, credit: 1, doublings: 0, between: 11 };

export function bits(id: string, from: readonly string[], rows: Size, training: Partial<Omit<BitsNode, 'id' | 'type' | 'from' | 'rows'>> = {}): BitsNode {
  return { id, type: 'bits', from, rows, precision: 'int8', window: 32, warm: 10, steps: 16, decay: 13, epsilon: 17, train: steady, when: 'always', ...training };
}
