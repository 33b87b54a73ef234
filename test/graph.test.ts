import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KolmoError } from '../src/errors.js';
import { checkGraph, dropNode, duplicateNode, type Graph, type Node, type NodeOf, type NodeType, printGraph, setParam } from '../src/graph/index.js';
import { steady } from '../src/graph/build.js';
import { fieldsOf } from '../src/graph/fields.js';
import { schema } from '../src/graph/schema.js';
import { kinds } from '../src/kinds/kinds.js';
import { DEFAULT_LEVEL, graphFor, levelOf, levels } from '../src/models/levels.js';
import { graphs, networked, small } from './models.js';

/** The error of a call, which must be a KolmoError ERR_OPTION. */
function errorOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(KolmoError);
    expect((error as KolmoError).code).toBe('ERR_OPTION');
    return (error as KolmoError).message;
  }
  return 'no error';
}

function nodeOf(graph: Graph, id: string): Node {
  const node = graph.nodes.find((entry) => entry.id === id);
  if (node === undefined) throw new Error(`no node ${id}`);
  return node;
}

/** `networked` with parameters of a node changed; undefined takes one away. */
function changed(id: string, params: { readonly [name: string]: unknown }): unknown {
  const replace = (node: Node): unknown => Object.fromEntries(Object.entries({ ...node, ...params }).filter(([, value]) => value !== undefined));
  return { ...networked, nodes: networked.nodes.map((node) => (node.id === id ? replace(node) : node)) };
}

const badSizes = (low: number, high: number): readonly unknown[] => [
  12,
  null,
  {},
  { min: low - 1, max: high, offset: 0 },
  { min: low, max: high + 1, offset: 0 },
  { min: high, max: low, offset: 0 },
  { min: low, max: high, offset: 128 },
  { min: low, max: high, offset: 0.5 },
  { min: low, max: high },
  { min: low, max: high, offset: 0, step: 1 },
];
const badIntegers = (low: number, high: number): readonly unknown[] => [low - 1, high + 1, low + 0.5, Number.NaN, String(low), null, [low]];
const badSelectors: readonly unknown[] = [
  {},
  [[]],
  [{}],
  [{ bytes: 4 }],
  [{ bytes: 1, bits: 4 }],
  [{ byte: 0 }],
  [{ byte: 17 }],
  [{ byte: 1, mask: 3 }],
  [{ byte: 1, top: 9 }],
  [{ byte: 1, bits: 4 }],
  [{ word: 0, of: 'words' }],
  [{ word: 0, of: 'words', bits: 8 }],
  [{ word: 0, of: 'words', top: 25 }],
  [{ word: 2, of: 'words', top: 8 }],
  [{ word: 0, of: 'match', top: 8 }],
  [{ word: 0, of: 'absent', top: 8 }],
  [{ of: 'words', what: 'byte' }],
  [{ of: 'classes', what: 'byte' }],
  [{ of: 'absent', what: 'byte' }],
  [{ of: 'match', what: 'length', bits: 0 }],
  [{ of: 'match', what: 'length', bits: 5 }],
  [{ of: 'match', what: 'length', top: 2 }],
  [{ of: 'match', what: 'length', mask: 2 }],
  [{ of: 'match', what: 'distance' }],
  [{ of: 'match' }],
  [{ what: 'byte' }],
  [{ of: 'classes', what: 'history' }],
  [{ of: 'classes', what: 'history', bits: 25 }],
  [{ of: 'lines', what: 'first', bits: 17 }],
  [{ of: 'lines', what: 'top' }],
  [{ of: 'brackets', what: 'column' }],
  [{ of: 'brackets', what: 'top' }, { of: 'match', what: 'length' }, { of: 'match', what: 'byte' }],
  [{ of: 'indirect', what: 'order1' }],
  [{ partial: false }],
  [{ bytes: 3 }, { partial: true }],
  Array.from({ length: 9 }, () => ({ byte: 1, top: 1 })),
];
const badInputs: readonly unknown[] = ['slots', [], ['absent'], ['words'], ['o6'], [1], ['slots', 'slots']];

const badVectors: readonly unknown[] = ['memory', [], ['absent'], ['slots'], ['memory', 'memory'], [1]];

/** Values that each parameter must refuse; the node is the one of its type in `networked`. */
const refused: { readonly [T in NodeType]: { readonly id: string; readonly params: { readonly [name: string]: readonly unknown[] } } } = {
  words: { id: 'words', params: { count: badIntegers(1, 8), alphabet: ['digits', 0, null] } },
  classes: { id: 'classes', params: {} },
  lines: { id: 'lines', params: {} },
  brackets: { id: 'brackets', params: {} },
  indirect: { id: 'indirect', params: {} },
  records: { id: 'records', params: {} },
  instructions: { id: 'code', params: {} },
  fields: { id: 'fields', params: { unit: ['cells', 0, null] } },
  scopes: { id: 'scopes', params: {} },
  outline: { id: 'outline', params: {} },
  codes: { id: 'codes', params: {} },
  match: { id: 'match', params: { minLength: badIntegers(1, 32), entries: badSizes(8, 28), limit: badIntegers(1, 1023) } },
  context: {
    id: 'mixed',
    params: {
      of: [
        [],
        { bytes: 1 },
        ['bytes'],
        [{}],
        [{ bytes: 0 }],
        [{ bytes: 17 }],
        [{ bytes: 2, mask: 1 }],
        [{ bytes: 2, byte: 2 }],
        [{ byte: 1, mask: 256 }],
        [{ byte: 1, top: 3 }],
        [{ word: 0, of: 'words', top: 8 }],
        [{ word: -1, of: 'words' }],
        [{ word: 2, of: 'words' }],
        [{ word: 0 }],
        [{ word: 0, of: 'o6' }],
        [{ of: 'match', what: 'byte', bits: 2 }],
        [{ of: 'match', what: 'byte', mask: 256 }],
        [{ of: 'classes', what: 'history', mask: 2 ** 32 }],
        [{ of: 'classes', what: 'history', mask: -1 }],
        [{ of: 'classes', what: 'history', bits: 8 }],
        [{ of: 'lines', what: 'column', mask: 0.5 }],
        [{ of: 'lines', what: 'history' }],
        [{ of: 'indirect', what: 'order3' }],
        [{ of: 'fields', what: 'path' }],
        [{ of: 'records', what: 'near', mask: 2 ** 32 }],
        [{ of: 7, what: 'byte' }],
        [{ of: 'absent', what: 'byte' }],
        [{ partial: true }],
      ],
    },
  },
  slots: { id: 'slots', params: { contexts: [[], 'o6', ['absent'], ['match'], ['o6', 'o6'], [null]], bytes: badSizes(12, 30), limit: badIntegers(1, 1023) } },
  recall: { id: 'recall', params: { contexts: [[], 'o6', ['absent'], ['match'], ['o6', 'o6'], [null]], entries: badSizes(8, 28), limit: badIntegers(1, 1023) } },
  rows: { id: 'memory', params: { contexts: [[], 'o6', ['absent'], ['slots'], ['o6', 'o6']], rate: badIntegers(0, 2 ** 24), boost: badIntegers(0, 255) } },
  dense: {
    id: 'gates',
    params: {
      from: badVectors,
      width: [...badIntegers(16, 1024), 24],
      rank: [...badIntegers(0, 1024), 24],
      mask: ['full', 1, null],
      kept: badIntegers(1, 16),
      init: badIntegers(0, 2 ** 20),
      rate: badIntegers(0, 2 ** 24),
    },
  },
  recurrence: { id: 'cell', params: { from: [...badVectors, ['memory'], ['gates', 'memory']] } },
  attention: { id: 'look', params: { from: [...badVectors, ['memory'], ['gates', 'memory']], states: [...badIntegers(16, 256), 40] } },
  lstm: { id: 'lstm', params: { from: badVectors, width: [...badIntegers(16, 336), 40], init: badIntegers(0, 2 ** 20), rate: badIntegers(0, 2 ** 24) } },
  norm: { id: 'norm', params: { from: [...badVectors, ['cell', 'memory']] } },
  act: { id: 'act', params: { from: [...badVectors, ['norm', 'memory']], act: ['gelu', 1, null] } },
  bits: {
    id: 'bytes',
    params: {
      from: [[], 'logits', ['absent'], ['act'], ['logits', 'logits'], ['logits', 'gates']],
      rows: badSizes(12, 30),
      precision: ['int4', 8, null],
      window: badIntegers(1, 64),
      warm: badIntegers(1, 65535),
      steps: badIntegers(1, 127),
      decay: badIntegers(1, 24),
      epsilon: badIntegers(1, 40),
      train: [
        null,
        {},
        { ...steady, delta: 0 },
        ...['adam', null].map((optimizer) => ({ ...steady, optimizer })),
        ...badIntegers(0, 2 ** 24).flatMap((value) => [{ ...steady, clip: value }, { ...steady, after: value }]),
        ...['cosine', 0].map((schedule) => ({ ...steady, schedule })),
        ...badIntegers(1, 2 ** 24).map((over) => ({ ...steady, over })),
        ...badIntegers(0, 255).map((least) => ({ ...steady, least })),
        ...badIntegers(0, 4).flatMap((value) => [{ ...steady, delay: value }, { ...steady, replay: value }]),
        ...badIntegers(1, 4).map((credit) => ({ ...steady, credit })),
        ...badIntegers(0, 6).map((doublings) => ({ ...steady, doublings })),
        ...badIntegers(0, 24).map((between) => ({ ...steady, between })),
      ],
      when: [
        null,
        'never',
        {},
        { of: 'match', what: 'length' },
        { of: 'match', below: 3 },
        { byte: 1, below: 3 },
        { of: 'absent', what: 'length', below: 3 },
        { of: 'lines', what: 'length', below: 3 },
        { of: 'records', what: 'near', below: 3 },
        { of: 'match', what: 'length', bits: 5, below: 3 },
        ...badIntegers(1, 2 ** 24).map((below) => ({ of: 'match', what: 'length', below })),
      ],
    },
  },
  mixer: {
    id: 'mix',
    params: {
      inputs: [...badInputs, ['mix'], ['sse', 'slots'], ['logits']],
      select: [{}, [], Array.from({ length: 17 }, () => []), ...badSelectors.map((selector) => [[], selector])],
      sets: badSizes(0, 22),
      weight: badIntegers(0, 32767),
      mean: badIntegers(0, 32767),
      rateMax: [...badIntegers(0, 4095), 99],
      rateMin: [...badIntegers(0, 4095), 1501],
      decay: badIntegers(1, 65535),
      skip: badIntegers(0, 65535),
    },
  },
  apm: {
    id: 'sse',
    params: {
      inputs: [...badInputs, ['sse']],
      context: badSelectors,
      entries: badSizes(0, 22),
      limit: badIntegers(1, 1023),
    },
  },
  residual: {
    id: 'rest',
    params: {
      inputs: [...badInputs, ['rest']],
      hidden: badIntegers(1, 16),
      init: badIntegers(0, 32767),
      rate: badIntegers(0, 16383),
      rateOut: badIntegers(0, 32767),
      skip: badIntegers(0, 65535),
    },
  },
};

describe('checkGraph', () => {
  it('takes a good graph and gives an equal one back', () => {
    expect(checkGraph(JSON.parse(JSON.stringify(small)))).toEqual(small);
    expect(checkGraph(JSON.parse(JSON.stringify(networked)))).toEqual(networked);
    for (const { graph } of levels) expect(checkGraph(graph)).toEqual(graph);
  });

  it('is tested on every parameter of every node type', () => {
    for (const [type, rules] of Object.entries(schema)) expect(Object.keys(refused[type as NodeType].params)).toEqual(Object.keys(rules));
  });

  for (const [type, { id, params }] of Object.entries(refused))
    describe(type, () => {
      for (const [param, values] of Object.entries(params)) {
        it.each(values.map((value) => [JSON.stringify(value), value]))(`${param} refuses %s`, (_, value) => {
          const message = errorOf(() => checkGraph(changed(id, { [param]: value })));
          /* Where two parameters contradict each other, or nodes read in a circle, either may be named. */
          if (param === 'inputs' && message.includes('reads itself')) expect(message).toMatch(/^node "(mix|sse|rest)": reads itself: .* <- /);
          else expect(message).toMatch(new RegExp(`^node "${id}": ${param.replace('rateMax', 'rateM')}`));
        });
        it(`${param} must be there`, () => {
          expect(errorOf(() => checkGraph(changed(id, { [param]: undefined })))).toBe(`node "${id}": misses parameter "${param}"`);
        });
      }
      it('refuses parameters that it does not have', () => {
        expect(errorOf(() => checkGraph(changed(id, { depth: 3 })))).toMatch(new RegExp(`^node "${id}": has no parameter "depth"; it has id, type`));
      });
    });

  it.each<[string, unknown, string]>([
    ['null', null, 'graph: must be an object, not null'],
    ['a list', [], 'graph: must be an object, not []'],
    ['no name', { ...small, name: '' }, 'graph: name: must be'],
    ['an unknown key', { ...small, levels: 3 }, 'graph: has no parameter "levels"'],
    ['no history', { name: 'a', nodes: [], output: [] }, 'graph: misses parameter "history"'],
    ['a bad history', { ...small, history: { min: 9, max: 20, offset: 0 } }, 'history.min: must be an integer from 10 to 30, not 9'],
    ['no nodes', { ...small, nodes: [] }, 'graph: nodes: must have'],
    ['no output', { ...small, output: [] }, 'output: must have'],
    ['an unknown output', { ...small, output: ['absent'] }, 'output: there is no node "absent"'],
    ['a context as output', { ...small, output: ['o6'] }, 'output: "o6" is a context node; it must be match or slots or recall or bits or mixer or apm or residual'],
    ['a nameless node', { ...small, nodes: [{ type: 'words' }] }, 'nodes[0].id: must be'],
    ['an id with a dot', { ...small, nodes: [{ id: 'a.b', type: 'words' }] }, 'nodes[0].id: must be'],
    ['a reserved id', { ...small, nodes: [{ id: 'history', type: 'words' }] }, 'nodes[0].id: must be'],
    ['an unknown type', { ...small, nodes: [{ id: 'a', type: 'gru' }] }, 'node "a": type: must be "words" or'],
    ['an id twice', { ...small, nodes: [...small.nodes, nodeOf(small, 'words')] }, 'node "words": exists twice'],
  ])('refuses %s', (_, value, message) => {
    expect(errorOf(() => checkGraph(value))).toContain(message);
  });

  it('names the node at which a graph grows too large', () => {
    const with_ = (nodes: readonly unknown[]): unknown => ({ ...small, nodes: [...small.nodes, ...nodes] });
    const many = (n: number, make: (i: number) => object): readonly unknown[] => Array.from({ length: n }, (_, i) => ({ id: `extra-${i}`, ...make(i) }));
    const words = many(8, () => ({ type: 'words', count: 8, alphabet: 'letters' }));
    expect(errorOf(() => checkGraph(with_(words)))).toMatch(/^node "extra-1": makes 60 registers/);
    const apms = many(60, () => ({ ...nodeOf(small, 'sse'), id: undefined })).map((apm, i) => ({ ...(apm as object), id: `extra-${i}` }));
    expect(errorOf(() => checkGraph(with_(apms)))).toMatch(/^node "extra-46": is one too many/);
    const contexts = many(64, () => ({ type: 'context', of: [{ byte: 1 }] })) as readonly { id: string }[];
    const wide = Array.from({ length: 16 }, (_, i) => ({ ...nodeOf(small, 'slots'), id: `wide-${i}`, contexts: contexts.map(({ id }) => id) }));
    expect(errorOf(() => checkGraph(with_([...contexts, ...wide])))).toMatch(/^node "wide-15": makes 1038 signals/);
    const inputs = ['slots', ...wide.slice(0, 8).map(({ id }) => id)];
    const few = with_([...contexts, ...wide.slice(0, 8)]) as Graph;
    for (const [type, signals] of Object.entries({ mix: 517, sse: 516 })) /* a mixer's mean is one more */
      expect(errorOf(() => checkGraph({ ...few, nodes: [...few.nodes, { ...nodeOf(small, type), id: 'all', inputs }] }))).toBe(
        `node "all": inputs: are ${signals} signals; at most 512 meet in one place`,
      );
    expect(errorOf(() => checkGraph({ ...few, output: inputs }))).toBe('output: are 516 signals; at most 512 meet in one place');
    const selecting = Array.from({ length: 32 }, (_, i) => ({ ...nodeOf(small, 'mix'), id: `many-${i}`, select: Array.from({ length: 16 }, () => Array.from({ length: 8 }, () => ({ byte: 1, top: 1 }))) }));
    expect(errorOf(() => checkGraph(with_(selecting)))).toMatch(/^node "many-31": reads 4123 registers/);
    const chain = Array.from({ length: 50 }, (_, i) => ({ ...nodeOf(small, 'sse'), id: `chain-${i}`, inputs: ['mix', 'sse', ...Array.from({ length: i }, (_, j) => `chain-${j}`)] }));
    expect(errorOf(() => checkGraph(with_(chain)))).toMatch(/^node "chain-43": inputs: are 1040/);
    const registers = [{ bytes: 16 }, { word: 0, of: 'words' }, { word: 1, of: 'words' }, { of: 'match', what: 'length' }, { of: 'match', what: 'byte' }];
    const other = { ...nodeOf(small, 'match'), id: 'other' };
    expect(checkGraph(changed('mixed', { of: registers.slice(0, 4) })).nodes).toHaveLength(networked.nodes.length);
    const full = changed('mixed', { of: [...registers, { of: 'other', what: 'byte' }] }) as Graph;
    expect(errorOf(() => checkGraph({ ...full, nodes: [...full.nodes, other] }))).toMatch(/^node "mixed": of: must read at most 8 registers, not 9/);
  });

  it('takes random graphs, in any order of nodes', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        expect(checkGraph(JSON.parse(JSON.stringify(graph)))).toEqual(graph);
      }),
    );
  });
});

describe('setParam', () => {
  it('sets numbers, texts, lists and what is deeper', () => {
    expect(nodeOf(setParam(small, 'mix.rateMax', '2000'), 'mix')).toMatchObject({ rateMax: 2000 });
    expect(nodeOf(setParam(small, 'words.alphabet', 'letters'), 'words')).toMatchObject({ alphabet: 'letters' });
    expect(nodeOf(setParam(small, 'slots.bytes.max', '28'), 'slots')).toMatchObject({ bytes: { min: 14, max: 28, offset: 9 } });
    expect(nodeOf(setParam(small, 'mix.select.1.1', '{"byte":1}'), 'mix')).toMatchObject({ select: [[], [{ of: 'match', what: 'length' }, { byte: 1 }], [{}, {}]] });
    expect(setParam(small, 'history.max', '22').history).toEqual({ min: 12, max: 22, offset: -1 });
    expect(setParam(small, 'output', '["sse"]').output).toEqual(['sse']);
  });

  it('leaves the given graph alone', () => {
    const before = JSON.stringify(small);
    setParam(small, 'slots.bytes.max', '28');
    expect(JSON.stringify(small)).toBe(before);
  });

  it.each([
    ['absent.limit', '3', 'node "absent": does not exist; there are words, classes, lines, brackets, indirect, records, code, fields, scopes, outline, codes, match, o6'],
    ['slots', '3', 'node "slots": set one of contexts, bytes, limit as slots.PARAMETER'],
    ['slots.id', 'other', 'node "slots": set one of'],
    ['slots.limit', '0', 'node "slots": limit: must be an integer from 1 to 1023, not 0'],
    ['slots.limit', 'fast', 'node "slots": limit: must be an integer from 1 to 1023, not "fast"'],
    ['slots.limits', '3', 'node "slots": has no parameter "limits"'],
    ['slots.limit.max', '3', 'node "slots".limit: is a value'],
    ['slots.bytes.most', '3', 'node "slots": bytes: has no parameter "most"'],
    ['slots.size.max', '3', 'node "slots": has no "size"'],
    ['slots.__proto__', '{}', 'node "slots": has no parameter "__proto__"'],
    ['mix.select.9', '[]', 'node "mix".select: has no entry 9; it has 3'],
    ['history.max', '31', 'history.max: must be an integer from 10 to 30, not 31'],
    ['', '1', 'node "": does not exist'],
  ])('%s=%s is an error', (name, value, message) => {
    expect(errorOf(() => setParam(small, name, value))).toContain(message);
  });
});

describe('dropNode', () => {
  const ids = (graph: Graph): readonly string[] => graph.nodes.map(({ id }) => id);

  it('takes a network\'s condition away', () => {
    const resting = setParam(networked, 'bytes.when', '{"of":"match","what":"length","below":9}');
    expect(nodeOf(dropNode(resting, 'lines'), 'bytes')).toEqual(nodeOf(resting, 'bytes'));
    expect(nodeOf(dropNode(resting, 'match'), 'bytes')).toMatchObject({ when: 'always' });
  });

  it('takes the fields of a node away, and what has none left', () => {
    const rest = dropNode(setParam(small, 'o6.of', '[{"word":0,"of":"words"}]'), 'words');
    expect(ids(rest)).toEqual(['classes', 'lines', 'brackets', 'indirect', 'records', 'code', 'fields', 'scopes', 'outline', 'codes', 'match', 'mixed', 'layout', 'structure', 'slots', 'recall', 'mix', 'sse']);
    expect(nodeOf(rest, 'mixed')).toMatchObject({ of: [{ of: 'match', what: 'byte' }, { byte: 7, mask: 0xe0 }] });
    expect(nodeOf(rest, 'slots')).toMatchObject({ contexts: ['mixed', 'layout', 'structure'] });
    expect(nodeOf(rest, 'recall')).toMatchObject({ contexts: ['mixed'] });
    expect(nodeOf(rest, 'mix')).toMatchObject({ select: [[], [{ of: 'match', what: 'length' }, { partial: true }], [{ of: 'classes', what: 'history', bits: 8 }]] });
  });

  it.each(['words', 'classes', 'lines', 'brackets', 'indirect', 'records', 'code', 'fields', 'scopes', 'outline', 'codes', 'match'])('leaves no field of %s', (id) => {
    const rest = dropNode(small, id);
    expect(ids(rest)).toEqual(ids(small).filter((other) => other !== id));
    const fields = small.nodes.flatMap(fieldsOf);
    expect(rest.nodes.flatMap(fieldsOf)).toEqual(fields.filter((field) => !('of' in field && field.of === id)));
    expect(rest.nodes.flatMap(fieldsOf).length).toBeLessThan(fields.length);
  });

  it('drops contexts and slots that only a dropped node fed', () => {
    const only = ['classes', 'lines', 'brackets', 'records', 'code', 'fields', 'scopes', 'outline', 'codes'].reduce((graph, id) => dropNode(graph, id), small);
    const bare = dropNode(dropNode(dropNode(only, 'o6'), 'mixed'), 'indirect');
    expect(ids(bare)).toEqual(['words', 'match', 'mix', 'sse']);
  });

  it('drops slots that have no context left', () => {
    const rest = ['o6', 'mixed', 'layout', 'structure'].reduce((graph, id) => dropNode(graph, id), small);
    expect(ids(rest)).toEqual(['words', 'classes', 'lines', 'brackets', 'indirect', 'records', 'code', 'fields', 'scopes', 'outline', 'codes', 'match', 'mix', 'sse']);
    expect(nodeOf(rest, 'mix')).toMatchObject({ inputs: ['match'] });
  });

  it('lets readers of a mixer or an apm take its inputs', () => {
    const rest = dropNode(small, 'mix');
    expect(nodeOf(rest, 'sse')).toMatchObject({ inputs: ['match', 'slots', 'recall'] });
    expect(rest.output).toEqual(['match', 'slots', 'recall', 'sse']);
    expect(dropNode(small, 'sse').output).toEqual(['mix']);
  });

  it('refuses to leave nothing that predicts', () => {
    const bare = dropNode(dropNode(dropNode(small, 'mix'), 'sse'), 'match');
    expect(bare.output).toEqual(['slots', 'recall']);
    expect(errorOf(() => dropNode(dropNode(bare, 'recall'), 'slots'))).toBe('node "slots": cannot be dropped: without it nothing predicts');
    expect(errorOf(() => dropNode(small, 'absent'))).toContain('node "absent": does not exist');
  });
});

describe('duplicateNode', () => {
  it('puts the copy beside the original, wherever it is read', () => {
    const twice = duplicateNode(small, 'mix');
    expect(nodeOf(twice, 'mix~2')).toEqual({ ...nodeOf(small, 'mix'), id: 'mix~2' });
    expect(nodeOf(twice, 'sse')).toMatchObject({ inputs: ['mix', 'mix~2'] });
    expect(twice.output).toEqual(['mix', 'mix~2', 'sse']);
    expect(nodeOf(duplicateNode(small, 'o6'), 'slots')).toMatchObject({ contexts: ['o6', 'o6~2', 'mixed', 'layout', 'structure'] });
    expect(nodeOf(duplicateNode(small, 'match'), 'mix')).toMatchObject({ inputs: ['match', 'match~2', 'slots', 'recall'] });
    expect(nodeOf(duplicateNode(duplicateNode(small, 'sse'), 'sse'), 'sse~3')).toMatchObject({ type: 'apm' });
  });

  it('copies the contexts that read a feature node', () => {
    const twice = duplicateNode(small, 'words');
    expect(nodeOf(twice, 'mixed~2')).toMatchObject({ of: [{ word: 1, of: 'words~2' }, { of: 'match', what: 'byte' }, { byte: 7, mask: 0xe0 }] });
    expect(nodeOf(twice, 'slots')).toMatchObject({ contexts: ['o6', 'mixed', 'mixed~2', 'layout', 'structure'] });
    for (const id of ['classes', 'lines', 'brackets', 'indirect']) {
      const of = nodeOf(small, 'layout') as NodeOf<'context'>;
      const moved = of.of.map((field) => ('of' in field && field.of === id ? { ...field, of: `${id}~2` } : field));
      expect(nodeOf(duplicateNode(small, id), 'layout~2')).toEqual({ ...of, id: 'layout~2', of: moved });
      expect(moved).not.toEqual(of.of);
    }
  });

  it('copies selectors, or else apms, where no context reads the node', () => {
    const shape = { of: 'classes', what: 'history', bits: 8 };
    const selected = duplicateNode(dropNode(small, 'mixed'), 'words');
    expect(nodeOf(selected, 'mix')).toMatchObject({ select: [[], expect.anything(), [{ word: 0, of: 'words', top: 10 }, shape], [{ word: 0, of: 'words~2', top: 10 }, shape]] });
    const onlyApm = setParam(setParam(dropNode(small, 'mixed'), 'mix.select', '[[]]'), 'sse.context', '[{"word":0,"of":"words","top":9}]');
    expect(nodeOf(duplicateNode(onlyApm, 'words'), 'sse~2')).toMatchObject({ context: [{ word: 0, of: 'words~2', top: 9 }] });
  });
});

describe('printGraph', () => {
  it('prints a node a line, in columns, and the flow', () => {
    expect(printGraph(small)).toBe(
      [
        'small: 20 nodes; history 4 KiB to 1 MiB, input / 2; output is the mean of mix, sse',
        '',
        'node       type          table                            parameters                                                            reads',
        'words      words                                          count 2, alphabet alnum                                               history',
        'classes    classes                                                                                                              history',
        'lines      lines                                                                                                                history',
        'brackets   brackets                                                                                                             history',
        'indirect   indirect                                                                                                             history',
        'records    records                                                                                                              history',
        'code       instructions                                                                                                         history',
        'fields     fields                                         unit cell                                                             history',
        'scopes     scopes                                                                                                               history',
        'outline    outline                                                                                                              history',
        'codes      codes                                                                                                                history',
        'match      match         1Ki to 256Ki entries, input / 4  minLength 5, limit 300                                                history',
        'o6         context                                                                                                              bytes 1-6',
        'mixed      context                                                                                                              words[1], match.byte, byte 7 & 0xe0',
        'layout     context                                                                                                              classes.history & 0xffffff, lines.column, lines.above & 0xe0, brackets.top, indirect.order2 & 0xffff',
        'structure  context                                                                                                              records.near & 0xff00, code.instruction, fields.cell & 0xff, scopes.path, outline.label, codes.since',
        'slots      slots         16 KiB to 4 MiB, input x 512     limit 255                                                             o6 mixed layout structure',
        'recall     recall        512 to 64Ki entries, input       limit 200                                                             o6 mixed',
        'mix        mixer         64 to 16Ki entries, input / 16   weight 20000, mean 9000, rateMax 1500, rateMin 100, decay 64, skip 7  match slots recall; a weight set for each of (nothing) (match.length, partial) (words[0] top 10, classes.history low 8)',
        'sse        apm           64 to 2Ki entries, input / 16    limit 127                                                             mix; in byte 2 top 3, partial',
        '',
        'history -> words     -> 4 contexts: slots (4)  -> mix (3) -> sse (1) -> output',
        '           classes      2 contexts: recall (4)',
        '           lines',
        '           brackets',
        '           indirect',
        '           records',
        '           code',
        '           fields',
        '           scopes',
        '           outline',
        '           codes',
        '           match (2)',
        '',
      ].join('\n'),
    );
  });

  it('says which nodes nothing reads', () => {
    expect(printGraph(setParam(setParam(small, 'slots.contexts', '["o6"]'), 'recall.contexts', '["o6"]'))).toMatch(/^mixed +context \(unused\)/m);
  });
});

describe('levels', () => {
  it('are 1 to 9, each with its own numbers', () => {
    expect(levels.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(levelOf(DEFAULT_LEVEL)).toBe(levels[4]);
    for (const level of [0, 10, 1.5, Number.NaN]) expect(errorOf(() => levelOf(level))).toContain('level must be an integer from 1 to 9');
  });

  it('have tables that fit their memory', () => {
    for (const { graph, memory } of levels.flatMap((row) => kinds.map((kind) => ({ graph: graphFor(row, kind), memory: row.memory })))) {
      const tables = graph.nodes.map((node) => (node.type === 'slots' ? 2 ** node.bytes.max : node.type === 'match' || node.type === 'recall' ? 4 * 2 ** node.entries.max : 0));
      expect(tables.reduce((sum, bytes) => sum + bytes, 2 ** graph.history.max)).toBeLessThan(memory);
    }
  });
});
