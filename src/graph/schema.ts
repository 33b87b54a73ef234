/** One table of what every node type's parameters may hold; checks, the printer and the tests all read it. */
import type { Node, NodeOf, NodeType, RegisterName, Registers, Training } from './types.js';

export type Param =
  /** A multiple of `step`, if there is one. */
  | { readonly kind: 'integer'; readonly min: number; readonly max: number; readonly step?: number }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  /** `min` and `max` bound the Size's own two. */
  | { readonly kind: 'size'; readonly min: number; readonly max: number; readonly unit: 'bytes' | 'entries' }
  | { readonly kind: 'nodes'; readonly types: readonly NodeType[]; readonly max: number }
  /** Parameters of its own. */
  | { readonly kind: 'record'; readonly of: { readonly [name: string]: Extract<Param, { readonly kind: 'integer' | 'choice' }> } }
  /** "always", or a field and what it must be below: at most `max`. */
  | { readonly kind: 'condition'; readonly max: number }
  | { readonly kind: 'context' }
  | { readonly kind: 'selector' }
  | { readonly kind: 'selectors'; readonly max: number };

/** What the Program encoding can hold (docs/format.md §4). */
export const limits = {
  /** Stages besides HISTORY and OUTPUT. */
  stages: 62,
  signals: 1024,
  /** Registers besides the partial byte's and history's four. */
  registers: 59,
  /** Signals that a mixer, an apm or the output takes. */
  stageInputs: 512,
  selectorFields: 8,
  selectorBits: 24,
  contextTerms: 8,
  /** Terms and fields of all contexts (as often as slots use them) and selectors. */
  fields: 4096,
  /** Entries of all `inputs`. */
  inputs: 1000,
  historyBytes: 16,
  networks: 6,
  networkVectors: 32,
  networkOps: 64,
} as const;

export const historySize = { kind: 'size', min: 10, max: 30, unit: 'bytes' } as const satisfies Param;

/** Node types that write signals. */
export const signalTypes = ['match', 'slots', 'recall', 'bits', 'mixer', 'apm', 'residual'] as const satisfies readonly NodeType[];
export const signalRefs = { kind: 'nodes', types: signalTypes, max: limits.stages } as const satisfies Param;

/** Node types that make a network's vectors. */
export const vectorTypes = ['rows', 'dense', 'recurrence', 'attention', 'lstm', 'norm', 'act'] as const satisfies readonly NodeType[];

const integer = (min: number, max: number): Extract<Param, { readonly kind: 'integer' }> => ({ kind: 'integer', min, max });
const rate = integer(0, 2 ** 24);
const vectors: Param = { kind: 'nodes', types: vectorTypes, max: 8 };
const size = (min: number, max: number, unit: 'bytes' | 'entries'): Param => ({ kind: 'size', min, max, unit });

/** The registers of a node in the order in which they stand, with the bits that each can fill (docs/format.md §6). */
export const registers: { readonly [T in keyof Registers]: { readonly [R in Registers[T]]: number } } = {
  match: { length: 4, byte: 8 },
  classes: { history: 32 },
  lines: { column: 8, above: 8, first: 16 },
  brackets: { top: 16, second: 8 },
  indirect: { order1: 32, order2: 32 },
  records: { period: 30, near: 32, far: 32, guess: 32 },
  instructions: { place: 24, instruction: 32, opcodes: 32, older: 32, form: 32, form2: 32, form3: 32, immediate: 32, displaced: 32 },
  fields: { field: 16, cell: 24, spelled: 32, left: 32, over: 32 },
  scopes: { scope: 32, outer: 32, path: 32, syntax: 7, again: 16, value: 32, earlier: 32 },
  outline: { label: 32, head: 32, ordinal: 8, parent: 32, prefix: 32 },
  codes: { since: 32, classes: 32 },
  bits: { likeliest: 8, sure: 4 },
};

/** Where a register's name leads: no two types share one. */
export interface RegisterPlace {
  readonly type: keyof Registers;
  /** Counted from the node's first register. */
  readonly index: number;
  readonly width: number;
}

const places = new Map(
  Object.entries(registers).flatMap(([type, named]) =>
    Object.entries<number>(named).map(([name, width], index): [string, RegisterPlace] => [name, { type: type as keyof Registers, index, width }]),
  ),
);

export const registerNames = [...places.keys()] as readonly RegisterName[];

export function placeOfRegister(name: RegisterName): RegisterPlace {
  return places.get(name) as RegisterPlace; /* the table above has every name */
}

const training = {
  optimizer: { kind: 'choice', of: ['rmsprop', 'sgd'] },
  clip: integer(0, 2 ** 24),
  schedule: { kind: 'choice', of: ['constant', 'linear', 'root'] },
  after: integer(0, 2 ** 24),
  over: integer(1, 2 ** 24),
  least: integer(0, 255),
  delay: integer(0, 4),
  replay: integer(0, 4),
  credit: integer(1, 4),
  doublings: integer(0, 6),
  between: integer(0, 24),
} as const satisfies { readonly [P in keyof Training]: Param };

type ParamName<T extends NodeType> = Exclude<keyof NodeOf<T>, 'id' | 'type'>;

export const schema: { readonly [T in NodeType]: { readonly [P in ParamName<T>]: Param } } = {
  words: { count: integer(1, 8), alphabet: { kind: 'choice', of: ['letters', 'alnum'] } },
  classes: {},
  lines: {},
  outline: {},
  codes: {},
  brackets: {},
  indirect: {},
  records: {},
  instructions: {},
  fields: { unit: { kind: 'choice', of: ['cell', 'token'] } },
  scopes: {},
  match: { minLength: integer(1, 32), entries: size(8, 28, 'entries'), limit: integer(1, 1023) },
  context: { of: { kind: 'context' } },
  slots: {
    contexts: { kind: 'nodes', types: ['context'], max: 64 },
    bytes: size(12, 30, 'bytes'),
    limit: integer(1, 1023),
  },
  recall: {
    contexts: { kind: 'nodes', types: ['context'], max: 16 },
    entries: size(8, 28, 'entries'),
    limit: integer(1, 1023),
  },
  mixer: {
    inputs: signalRefs,
    select: { kind: 'selectors', max: 16 },
    sets: size(0, 22, 'entries'),
    weight: integer(0, 32767),
    mean: integer(0, 32767),
    rateMax: integer(0, 4095),
    rateMin: integer(0, 4095),
    decay: integer(1, 65535),
    skip: integer(0, 65535),
  },
  rows: { contexts: { kind: 'nodes', types: ['context'], max: 32 }, rate, boost: integer(0, 255) },
  dense: {
    from: vectors,
    width: { ...integer(16, 1024), step: 16 },
    rank: { ...integer(0, 1024), step: 16 },
    mask: { kind: 'choice', of: ['none', 'band', 'hashed'] },
    kept: integer(1, 16),
    init: integer(0, 2 ** 20),
    rate,
  },
  recurrence: { from: vectors },
  attention: { from: vectors, states: { ...integer(16, 256), step: 16 } },
  lstm: { from: vectors, width: { ...integer(16, 336), step: 16 }, init: integer(0, 2 ** 20), rate },
  norm: { from: vectors },
  act: { from: vectors, act: { kind: 'choice', of: ['tanh', 'sigmoid', 'relu'] } },
  bits: {
    from: { kind: 'nodes', types: ['dense'], max: 8 },
    rows: size(12, 30, 'bytes'),
    precision: { kind: 'choice', of: ['int8', 'fp32'] },
    window: integer(1, 64),
    warm: integer(1, 65535),
    steps: integer(1, 127),
    decay: integer(1, 24),
    epsilon: integer(1, 40),
    train: { kind: 'record', of: training },
    when: { kind: 'condition', max: 2 ** 24 },
  },
  apm: {
    inputs: signalRefs,
    context: { kind: 'selector' },
    entries: size(0, 22, 'entries'),
    limit: integer(1, 1023),
  },
  residual: {
    inputs: signalRefs,
    hidden: integer(1, 16),
    init: integer(0, 32767),
    rate: integer(0, 16383),
    rateOut: integer(0, 32767),
    skip: integer(0, 65535),
  },
};

/** How many signals a node writes. */
export function signalsOf(node: Node): number {
  switch (node.type) {
    case 'match':
    case 'bits':
      return 2;
    case 'slots':
      return node.contexts.length;
    case 'recall':
      return 2 * node.contexts.length;
    case 'mixer':
      return node.select.length;
    case 'apm':
    case 'residual':
      return 1;
    case 'words':
    case 'classes':
    case 'lines':
    case 'outline':
    case 'codes':
    case 'brackets':
    case 'indirect':
    case 'records':
    case 'instructions':
    case 'fields':
    case 'scopes':
    case 'context':
    case 'rows':
    case 'dense':
    case 'recurrence':
    case 'attention':
    case 'lstm':
    case 'norm':
    case 'act':
      return 0;
  }
}

/** How many registers a node writes. */
export function registersOf(node: Node): number {
  if (node.type === 'words') return node.count;
  return node.type in registers ? Object.keys(registers[node.type as keyof Registers]).length : 0;
}
