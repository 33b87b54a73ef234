/** Graphs for tests: small ones, random ones, and one change for each kind of node. */
import fc from 'fast-check';
import { checkGraph, type Condition, type Field, type Graph, type Node, type RegisterName, type Registers, type Size, setParam, type Training } from '../src/graph/index.js';
import { steady } from '../src/graph/build.js';
import { registers } from '../src/graph/schema.js';

/** One of each node type, small enough to lower by hand; nodes stand in the order in which they run. */
export const small: Graph = {
  name: 'small',
  history: { min: 12, max: 20, offset: -1 },
  nodes: [
    { id: 'words', type: 'words', count: 2, alphabet: 'alnum' },
    { id: 'classes', type: 'classes' },
    { id: 'lines', type: 'lines' },
    { id: 'brackets', type: 'brackets' },
    { id: 'indirect', type: 'indirect' },
    { id: 'records', type: 'records' },
    { id: 'code', type: 'instructions' },
    { id: 'fields', type: 'fields', unit: 'cell' },
    { id: 'scopes', type: 'scopes' },
    { id: 'outline', type: 'outline' },
    { id: 'codes', type: 'codes' },
    { id: 'match', type: 'match', minLength: 5, entries: { min: 10, max: 18, offset: -2 }, limit: 300 },
    { id: 'o6', type: 'context', of: [{ bytes: 6 }] },
    { id: 'mixed', type: 'context', of: [{ word: 1, of: 'words' }, { of: 'match', what: 'byte' }, { byte: 7, mask: 0xe0 }] },
    {
      id: 'layout',
      type: 'context',
      of: [
        { of: 'classes', what: 'history', mask: 0xffffff },
        { of: 'lines', what: 'column' },
        { of: 'lines', what: 'above', mask: 0xe0 },
        { of: 'brackets', what: 'top' },
        { of: 'indirect', what: 'order2', mask: 0xffff },
      ],
    },
    {
      id: 'structure',
      type: 'context',
      of: [
        { of: 'records', what: 'near', mask: 0xff00 },
        { of: 'code', what: 'instruction' },
        { of: 'fields', what: 'cell', mask: 0xff },
        { of: 'scopes', what: 'path' },
        { of: 'outline', what: 'label' },
        { of: 'codes', what: 'since' },
      ],
    },
    { id: 'slots', type: 'slots', contexts: ['o6', 'mixed', 'layout', 'structure'], bytes: { min: 14, max: 22, offset: 9 }, limit: 255 },
    { id: 'recall', type: 'recall', contexts: ['o6', 'mixed'], entries: { min: 9, max: 16, offset: 0 }, limit: 200 },
    {
      id: 'mix',
      type: 'mixer',
      inputs: ['match', 'slots', 'recall'],
      select: [[], [{ of: 'match', what: 'length' }, { partial: true }], [{ word: 0, of: 'words', top: 10 }, { of: 'classes', what: 'history', bits: 8 }]],
      sets: { min: 6, max: 14, offset: -4 },
      weight: 20000,
      rateMax: 1500,
      rateMin: 100,
      decay: 64,
      skip: 7,
      mean: 9000,
    },
    { id: 'sse', type: 'apm', inputs: ['mix'], context: [{ byte: 2, top: 3 }, { partial: true }], entries: { min: 6, max: 11, offset: -4 }, limit: 127 },
  ],
  output: ['mix', 'sse'],
};

/** One of each node type of networks. */
const network: readonly Node[] = [
  { id: 'memory', type: 'rows', contexts: ['o6', 'mixed'], rate: 250_000, boost: 4 },
  { id: 'gates', type: 'dense', from: ['memory'], width: 48, rank: 0, mask: 'none', kept: 16, init: 20_000, rate: 50_000 },
  { id: 'cell', type: 'recurrence', from: ['gates'] },
  { id: 'lstm', type: 'lstm', from: ['memory'], width: 16, init: 20_000, rate: 50_000 },
  { id: 'look', type: 'attention', from: ['gates'], states: 16 },
  { id: 'norm', type: 'norm', from: ['cell', 'lstm', 'look'] },
  { id: 'act', type: 'act', from: ['norm'], act: 'tanh' },
  { id: 'sparse', type: 'dense', from: ['memory', 'act'], width: 48, rank: 32, mask: 'hashed', kept: 9, init: 20_000, rate: 50_000 },
  { id: 'logits', type: 'dense', from: ['memory', 'act', 'sparse'], width: 256, rank: 0, mask: 'none', kept: 16, init: 6_000, rate: 50_000 },
  { id: 'bytes', type: 'bits', from: ['logits'], rows: { min: 12, max: 20, offset: 4 }, precision: 'int8', window: 8, warm: 10, steps: 31, decay: 13, epsilon: 17, train: steady, when: 'always' },
];

const rest: Node = { id: 'rest', type: 'residual', inputs: ['mix', 'sse'], hidden: 3, init: 3_000, rate: 9_000, rateOut: 6_000, skip: 50 };

/** Small, and what corrects it. */
export const corrected: Graph = { ...small, name: 'corrected', nodes: [...small.nodes, rest], output: ['rest'] };

/** One of each node type: corrected, and a network beside it. */
export const networked: Graph = setParam({ ...corrected, name: 'networked', nodes: [...corrected.nodes, ...network] }, 'mix.inputs', '["match","slots","recall","bytes"]');

/* The first context that reads the node `source` gets only the lowest bit of what it reads there. */
function readLess(graph: Graph, source: string): Graph {
  const less = (field: Field): Field => ('what' in field && field.of === source ? { of: field.of, what: field.what, mask: 1 } : field);
  for (const node of graph.nodes)
    if (node.type === 'context' && node.of.some((field) => 'of' in field && field.of === source))
      return setParam(graph, `${node.id}.of`, JSON.stringify(node.of.map(less)));
  throw new Error(`no context reads ${source}`);
}

/** The graph with one parameter of a node set to something else; a feature without parameters is read otherwise, by one context. */
export function retune(graph: Graph, node: Node): Graph {
  const set = (param: string, value: unknown): Graph => setParam(graph, `${node.id}.${param}`, JSON.stringify(value));
  switch (node.type) {
    case 'words':
      return set('alphabet', node.alphabet === 'letters' ? 'alnum' : 'letters');
    case 'classes':
    case 'lines':
    case 'outline':
    case 'codes':
    case 'brackets':
    case 'indirect':
    case 'records':
    case 'instructions':
    case 'scopes':
      return readLess(graph, node.id);
    case 'fields':
      return set('unit', node.unit === 'cell' ? 'token' : 'cell');
    case 'match':
      return set('minLength', node.minLength + 1);
    case 'context':
      return set('of', [...node.of, { byte: 16 }]);
    case 'slots':
    case 'recall':
      return set('limit', node.limit - 1);
    case 'rows':
    case 'dense':
    case 'lstm':
      return set('rate', node.rate + 1000);
    case 'attention':
      return set('states', node.states + 16);
    case 'recurrence':
    case 'norm': {
      /* Its input is read through an act, too. */
      const act: Node = { id: `${node.id}-act`, type: 'act', from: node.from, act: 'tanh' };
      return setParam({ ...graph, nodes: [...graph.nodes, act] }, `${node.id}.from`, JSON.stringify([...node.from, act.id]));
    }
    case 'act':
      return set('act', node.act === 'relu' ? 'tanh' : 'relu');
    case 'bits': {
      const unit = 2 ** node.train.doublings; /* a window that was doubled is a multiple of it */
      return set('window', node.window > unit ? node.window - unit : node.window + unit);
    }
    case 'mixer':
      return set('rateMin', node.rateMin + 1);
    case 'residual':
      return set('hidden', node.hidden + 1);
    case 'apm':
      return set('limit', node.limit === 1 ? 2 : 1);
  }
}

const size = (low: number, high: number): fc.Arbitrary<Size> =>
  fc
    .tuple(fc.integer({ min: low, max: high }), fc.integer({ min: low, max: high }), fc.integer({ min: -128, max: 127 }))
    .map(([a, b, offset]) => ({ min: Math.min(a, b), max: Math.max(a, b), offset }));

const upTo = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });
const from1 = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max });

interface Sources {
  readonly words: readonly { readonly id: string; readonly count: number }[];
  /** Every register that is there, by its node, and its width in bits. */
  readonly registers: readonly { readonly of: string; readonly what: RegisterName; readonly width: number }[];
}

function registersOf(nodes: readonly Node[]): Sources['registers'] {
  return nodes.flatMap(({ id, type }) =>
    Object.entries(type in registers ? registers[type as keyof Registers] : {}).map(([what, width]) => ({ of: id, what: what as RegisterName, width })),
  );
}

function contextField({ words, registers }: Sources): fc.Arbitrary<Field> {
  const kinds: fc.Arbitrary<Field>[] = [
    from1(16).map((bytes) => ({ bytes })),
    from1(16).map((byte) => ({ byte })),
    fc.record({ byte: from1(16), mask: upTo(255) }),
  ];
  if (words.length > 0) kinds.push(fc.constantFrom(...words).chain(({ id, count }) => upTo(count - 1).map((word) => ({ word, of: id }))));
  if (registers.length > 0) {
    kinds.push(fc.constantFrom(...registers).map(({ of, what }) => ({ of, what })));
    kinds.push(fc.constantFrom(...registers).chain(({ of, what, width }) => upTo(2 ** width - 1).map((mask) => ({ of, what, mask }))));
  }
  return fc.oneof(...kinds);
}

/* Every kind of field, at most eight bits wide, so that three of them always fit. */
function selectorField({ words, registers }: Sources): fc.Arbitrary<Field> {
  const kinds: fc.Arbitrary<Field>[] = [
    fc.constant<Field>({ partial: true }),
    fc.constant<Field>({ bytes: 1 }),
    from1(16).map((byte) => ({ byte })),
    fc.record({ byte: from1(16), top: from1(8) }),
  ];
  if (words.length > 0)
    kinds.push(fc.tuple(fc.constantFrom(...words), from1(8)).chain(([{ id, count }, top]) => upTo(count - 1).map((word) => ({ word, of: id, top }))));
  const narrow = registers.filter(({ width }) => width <= 8);
  if (narrow.length > 0) kinds.push(fc.constantFrom(...narrow).map(({ of, what }) => ({ of, what })));
  if (registers.length > 0)
    kinds.push(fc.constantFrom(...registers).chain(({ of, what, width }) => from1(Math.min(8, width)).map((bits) => ({ of, what, bits }))));
  return fc.oneof(...kinds);
}

const rates = fc.tuple(upTo(4095), upTo(4095)).map(([a, b]) => ({ rateMin: Math.min(a, b), rateMax: Math.max(a, b) }));

/* Late nodes read any that were drawn before them, so there are no cycles. */
function mixing(before: readonly string[], sources: Sources, count: number): fc.Arbitrary<readonly Node[]> {
  if (count === 0) return fc.constant([]);
  const id = `late-${count}`;
  const inputs = fc.subarray([...before], { minLength: 1 });
  const selector = fc.array(selectorField(sources), { maxLength: 3 });
  const node: fc.Arbitrary<Node> = fc.oneof(
    fc
      .record({ inputs, select: fc.array(selector, { minLength: 1, maxLength: 4 }), sets: size(0, 14), weight: upTo(32767), mean: fc.oneof(fc.constant(0), upTo(32767)), decay: from1(65535), skip: upTo(65535), rates })
      .map(({ rates, ...rest }) => ({ id, type: 'mixer' as const, ...rest, ...rates })),
    fc
      .record({ inputs, context: selector, entries: size(0, 22), limit: from1(1023) })
      .map((params) => ({ id, type: 'apm' as const, ...params })),
    fc
      .record({ inputs, hidden: from1(16), init: upTo(32767), rate: upTo(16383), rateOut: upTo(32767), skip: upTo(65535) })
      .map((params) => ({ id, type: 'residual' as const, ...params })),
  );
  return node.chain((first) => mixing([...before, id], sources, count - 1).map((rest) => [first, ...rest]));
}

/* One of them or two. */
const some = (ids: readonly string[]): fc.Arbitrary<readonly string[]> => fc.subarray([...ids], { minLength: 1, maxLength: Math.min(2, ids.length) });

/* Vector nodes that read any drawn before them; `widths` has theirs. */
function vectors(before: ReadonlyMap<string, number>, count: number): fc.Arbitrary<readonly Node[]> {
  if (count === 0) return fc.constant([]);
  const id = `vector-${count}`;
  const ids = [...before.keys()];
  const from = fc.subarray(ids, { minLength: 1, maxLength: Math.min(3, ids.length) });
  const alike = fc.constantFrom(...ids).chain((first) => some(ids.filter((other) => before.get(other) === before.get(first))));
  const learning = { init: from1(40_000), rate: upTo(100_000) };
  const sparsity = { rank: fc.constantFrom(0, 0, 16, 32), mask: fc.constantFrom('none' as const, 'none' as const, 'band' as const, 'hashed' as const), kept: from1(16) };
  const gates = ids.filter((other) => before.get(other) === 48);
  const kinds: fc.Arbitrary<Node>[] = [
    fc.record({ from, width: fc.constantFrom(16, 32, 48, 48), ...sparsity, ...learning }).map((params) => ({ id, type: 'dense' as const, ...params })),
    fc.record({ from, width: fc.constantFrom(16, 32), ...learning }).map((params) => ({ id, type: 'lstm' as const, ...params })),
    alike.map((same) => ({ id, type: 'norm' as const, from: same })),
    fc.record({ from: alike, act: fc.constantFrom('tanh' as const, 'sigmoid' as const, 'relu' as const) }).map((params) => ({ id, type: 'act' as const, ...params })),
  ];
  if (gates.length > 0) {
    kinds.push(some(gates).map((same) => ({ id, type: 'recurrence' as const, from: same })));
    kinds.push(fc.tuple(some(gates), fc.constantFrom(16, 48)).map(([same, states]) => ({ id, type: 'attention' as const, from: same, states })));
  }
  return fc.oneof(...kinds).chain((node) => {
    const width = 'width' in node ? node.width : 'from' in node ? (before.get(node.from[0] ?? '') ?? 0) / (node.type === 'recurrence' || node.type === 'attention' ? 3 : 1) : 0;
    return vectors(new Map([...before, [id, width]]), count - 1).map((rest) => [node, ...rest]);
  });
}

const training: fc.Arbitrary<Training> = fc.record({
  optimizer: fc.constantFrom('rmsprop' as const, 'sgd' as const),
  clip: fc.oneof(fc.constant(0), upTo(2 ** 17)),
  schedule: fc.constantFrom('constant' as const, 'linear' as const, 'root' as const),
  after: upTo(2),
  over: from1(3),
  least: upTo(255),
  delay: fc.constantFrom(0, 0, 1, 4),
  replay: fc.constantFrom(0, 0, 1, 2),
  credit: fc.constantFrom(1, 1, 2, 4),
  doublings: fc.constantFrom(0, 0, 1, 2),
  between: upTo(3),
});

const when: fc.Arbitrary<'always' | Condition> = fc.oneof(
  fc.constant('always' as const),
  from1(15).map((below) => ({ of: 'match', what: 'length' as const, below })),
  from1(200).map((below) => ({ of: 'records', what: 'near' as const, bits: 8, below })),
);

/** `small` and a random network, in 32-bit floats or not. */
export const networks = (precision: 'int8' | 'fp32'): fc.Arbitrary<Graph> =>
  fc.record({ rate: upTo(2 ** 19), boost: upTo(255), count: from1(3), window: from1(6), warm: from1(20), steps: from1(127), decay: fc.integer({ min: 4, max: 16 }), epsilon: fc.integer({ min: 1, max: 30 }), train: training, when }).chain(
    ({ rate, boost, count, window, ...training }) =>
      vectors(new Map([['memory', 32]]), count).chain((nodes) =>
        fc.record({ rank: fc.constantFrom(0, 0, 16), mask: fc.constantFrom('none' as const, 'none' as const, 'hashed' as const), kept: from1(16), width: fc.constantFrom(256, 272), init: from1(40_000), rate: upTo(100_000) }).map((learning) => {
          const parts: readonly Node[] = [
            { id: 'memory', type: 'rows', contexts: ['o6', 'mixed'], rate, boost },
            ...nodes,
            { id: 'logits', type: 'dense', from: ['memory', ...nodes.map(({ id }) => id)], ...learning },
            { id: 'bytes', type: 'bits', from: ['logits'], rows: { min: 12, max: 20, offset: 4 }, precision, window: window * 2 ** training.train.doublings, ...training },
          ];
          return checkGraph({ ...setParam({ ...small, nodes: [...small.nodes, ...parts] }, 'mix.inputs', '["match","slots","bytes"]') });
        }),
      ),
  );

/** Valid graphs of all shapes, their nodes in any order. */
export const graphs: fc.Arbitrary<Graph> = fc
  .record({
    words: fc.array(fc.record({ count: from1(8), alphabet: fc.constantFrom('letters' as const, 'alnum' as const) }), { maxLength: 2 }),
    matches: fc.array(fc.record({ minLength: from1(32), entries: size(8, 28), limit: from1(1023) }), { maxLength: 2 }),
    plain: fc.array(
      fc.constantFrom('classes' as const, 'lines' as const, 'brackets' as const, 'indirect' as const, 'records' as const, 'instructions' as const, 'scopes' as const, 'outline' as const, 'codes' as const),
      { maxLength: 4 },
    ),
    fields: fc.array(fc.record({ unit: fc.constantFrom('cell' as const, 'token' as const) }), { maxLength: 2 }),
  })
  .chain((features) => {
    const words = features.words.map((params, i) => ({ id: `words-${i}`, type: 'words' as const, ...params }));
    const matches = features.matches.map((params, i) => ({ id: `match-${i}`, type: 'match' as const, ...params }));
    const plain = [
      ...features.plain.map((type, i) => ({ id: `${type}-${i}`, type })),
      ...features.fields.map((params, i) => ({ id: `fields-${i}`, type: 'fields' as const, ...params })),
    ];
    const sources: Sources = { words, registers: registersOf([...matches, ...plain]) };
    /* Three fields read at most eight registers only if at most one of them is long, so long contexts stay alone. */
    const fields = fc.oneof(
      fc.array(contextField(sources), { minLength: 1, maxLength: 2 }),
      fc.array(contextField(sources).filter((field) => !('bytes' in field)), { minLength: 1, maxLength: 6 }),
    );
    return fc
      .record({ contexts: fc.array(fields, { minLength: 1, maxLength: 8 }), tables: fc.array(fc.record({ bytes: size(12, 30), limit: from1(1023) }), { minLength: 1, maxLength: 2 }), recalls: fc.array(fc.record({ entries: size(8, 28), limit: from1(1023) }), { maxLength: 2 }) })
      .chain(({ contexts, tables, recalls }) => {
        const named = contexts.map((of, i) => ({ id: `context-${i}`, type: 'context' as const, of }));
        const ids = named.map(({ id }) => id);
        const readers = [
          ...tables.map((table, i) => ({ id: `slots-${i}`, type: 'slots' as const, ...table })),
          ...recalls.map((table, i) => ({ id: `recall-${i}`, type: 'recall' as const, ...table })),
        ];
        return fc.tuple(...readers.map((reader) => fc.subarray(ids, { minLength: 1 }).map((of): Node => ({ ...reader, contexts: of })))).map((all) => [...words, ...plain, ...matches, ...named, ...all]);
      })
      .chain((early: readonly Node[]) => {
        const signals = early.filter(({ type }) => type === 'match' || type === 'slots' || type === 'recall').map(({ id }) => id);
        return upTo(5)
          .chain((count) => mixing(signals, sources, count))
          .chain((late) => {
            const nodes = [...early, ...late];
            const outputs = [...signals, ...late.map(({ id }) => id)];
            return fc.record({
              name: fc.constant('random'),
              history: size(10, 30),
              nodes: fc.shuffledSubarray(nodes, { minLength: nodes.length }),
              output: fc.subarray(outputs, { minLength: 1 }),
            });
          });
      });
  });
