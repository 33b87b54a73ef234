import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { programsSource } from '../scripts/programs-source.js';
import { KolmoError } from '../src/errors.js';
import { checkGraph, dropNode, duplicateNode, type Graph, type NodeType, setParam } from '../src/graph/index.js';
import { decodeProgram, encodeProgram, lower, planProgram, type Program, programHash, type Span } from '../src/lower/index.js';
import { kinds } from '../src/kinds/kinds.js';
import { graphFor, levels } from '../src/models/levels.js';
import { graphs, retune, small } from './models.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/* What docs/format.md §4.1 says of small: registers 1-4 history, 5-6 words, 7 classes, 8-10 lines, 11-12 brackets, 13-14 indirect, 15-18
   records, 19-27 code, 28-32 fields, 33-39 scopes, 40-44 outline, 45-46 codes, 47-48 match; signals 0-1 match, 2-5 slots, 6-9 recall, 10-12 mix, 13 sse. */
const smallProgram: Program = {
  stages: [
    { op: 'HISTORY', size: { min: 12, max: 20, offset: -1 }, register: 1 },
    { op: 'WORDS', count: 2, alphabet: 1, register: 5 },
    { op: 'CLASSES', register: 7 },
    { op: 'LINES', register: 8 },
    { op: 'BRACKETS', register: 11 },
    { op: 'INDIRECT', register: 13 },
    { op: 'RECORDS', register: 15 },
    { op: 'INSTRUCTIONS', register: 19 },
    { op: 'FIELDS', unit: 0, register: 28 },
    { op: 'SCOPES', register: 33 },
    { op: 'OUTLINE', register: 40 },
    { op: 'CODES', register: 45 },
    { op: 'MATCH', size: { min: 10, max: 18, offset: -2 }, minLength: 5, limit: 300, out: 0, register: 47 },
    {
      op: 'SLOTS',
      size: { min: 14, max: 22, offset: 9 },
      limit: 255,
      out: 2,
      contexts: [
        [
          { register: 1, mask: 0xffffffff },
          { register: 2, mask: 0xffff },
        ],
        [
          { register: 6, mask: 0xffffffff },
          { register: 48, mask: 0xff },
          { register: 2, mask: 0xe00000 },
        ],
        [
          { register: 7, mask: 0xffffff },
          { register: 8, mask: 0xff },
          { register: 9, mask: 0xe0 },
          { register: 11, mask: 0xffff },
          { register: 14, mask: 0xffff },
        ],
        [
          { register: 16, mask: 0xff00 },
          { register: 20, mask: 0xffffffff },
          { register: 29, mask: 0xff },
          { register: 35, mask: 0xffffffff },
          { register: 40, mask: 0xffffffff },
          { register: 45, mask: 0xffffffff },
        ],
      ],
    },
    {
      op: 'RECALL',
      size: { min: 9, max: 16, offset: 0 },
      limit: 200,
      out: 6,
      contexts: [
        [
          { register: 1, mask: 0xffffffff },
          { register: 2, mask: 0xffff },
        ],
        [
          { register: 6, mask: 0xffffffff },
          { register: 48, mask: 0xff },
          { register: 2, mask: 0xe00000 },
        ],
      ],
    },
    {
      op: 'MIXER',
      inputs: [{ start: 0, count: 10 }],
      selectors: [
        [],
        [
          { register: 47, shift: 0, bits: 4 },
          { register: 0, shift: 0, bits: 8 },
        ],
        [
          { register: 5, shift: 22, bits: 10 },
          { register: 7, shift: 0, bits: 8 },
        ],
      ],
      size: { min: 6, max: 14, offset: -4 },
      out: 10,
      weight: 20000,
      rateMax: 1500,
      rateMin: 100,
      decay: 64,
      skip: 7,
      mean: 9000,
    },
    {
      op: 'APM',
      inputs: [{ start: 10, count: 3 }],
      selector: [
        { register: 1, shift: 13, bits: 3 },
        { register: 0, shift: 0, bits: 8 },
      ],
      size: { min: 6, max: 11, offset: -4 },
      limit: 127,
      out: 13,
    },
    { op: 'OUTPUT', inputs: [{ start: 10, count: 4 }] },
  ],
};

describe('lower', () => {
  it('makes the stages that the format page describes', () => {
    expect(decodeProgram(lower(small))).toEqual(smallProgram);
  });

  it('makes these bytes', () => {
    expect(hex(lower(small))).toBe(
      [
        '0012',
        '0104 0c14ff 01',
        '0203 02 01 05',
        '0301 07',
        '0401 08',
        '0501 0b',
        '0601 0d',
        '0701 0f',
        '0801 13',
        '0902 00 1c',
        '0a01 21',
        '0b01 28',
        '0c01 2d',
        '1008 0a12fe 05 ac02 00 2f',
        '115b 0e1609 ff01 04 02 01ffffffff 02ffff0000 03 06ffffffff 30ff000000 020000e000 05 07ffffff00 08ff000000 09e0000000 0bffff0000 0effff0000 06 1000ff0000 14ffffffff 1dff000000 23ffffffff 28ffffffff 2dffffffff 02',
        '1322 091000 c801 02 02 01ffffffff 02ffff0000 03 06ffffffff 30ff000000 020000e000 06',
        '2021 01000a 03 00 02 2f0004 000008 02 05160a 070008 060efc 0a a09c01 dc0b 64 40 07 a846',
        '210f 010a03 02 010d03 000008 060bfc 7f 0d',
        '3f03 010a04',
      ]
        .join('')
        .replaceAll(' ', ''),
    );
  });

  it('runs nodes by kind and need, whatever their order in the graph', () => {
    const reversed: Graph = { ...small, nodes: small.nodes.toReversed() };
    expect(hex(lower(reversed))).toBe(hex(lower(small)));
  });

  it('leaves out what the output does not depend on', () => {
    const ops = (graph: Graph): readonly string[] => decodeProgram(lower(graph)).stages.map(({ op }) => op);
    const bare = setParam(setParam(dropNode(small, 'recall'), 'slots.contexts', '["o6"]'), 'mix.select', '[[]]');
    expect(ops(bare)).toEqual(['HISTORY', 'MATCH', 'SLOTS', 'MIXER', 'APM', 'OUTPUT']);
    expect(ops(setParam(bare, 'sse.context', '[{"of":"lines","what":"first"}]'))).toEqual(['HISTORY', 'LINES', 'MATCH', 'SLOTS', 'MIXER', 'APM', 'OUTPUT']);
  });

  it('reads up to sixteen bytes of history, and pieces of one register as one term', () => {
    const terms = (of: unknown): unknown => {
      const slots = decodeProgram(lower(setParam(small, 'o6.of', JSON.stringify(of)))).stages.find(({ op }) => op === 'SLOTS');
      return slots?.op === 'SLOTS' ? slots.contexts[0] : undefined;
    };
    expect(terms([{ bytes: 1 }])).toEqual([{ register: 1, mask: 0xff }]);
    expect(terms([{ bytes: 4 }])).toEqual([{ register: 1, mask: 0xffffffff }]);
    expect(terms([{ bytes: 15 }])).toEqual([1, 2, 3, 4].map((register) => ({ register, mask: register < 4 ? 0xffffffff : 0xffffff })));
    expect(terms([{ byte: 16 }])).toEqual([{ register: 4, mask: 0xff000000 }]);
    expect(terms([{ byte: 4, mask: 0xf0 }, { byte: 2 }])).toEqual([{ register: 1, mask: 0xf000ff00 }]);
    expect(terms([{ byte: 1, mask: 0 }])).toEqual([{ register: 1, mask: 0 }]);
  });

  /* The registers of small's nodes, each with its width. */
  it.each<[string, string, number, number]>([
    ['match', 'length', 47, 4],
    ['match', 'byte', 48, 8],
    ['classes', 'history', 7, 32],
    ['lines', 'column', 8, 8],
    ['lines', 'above', 9, 8],
    ['lines', 'first', 10, 16],
    ['brackets', 'top', 11, 16],
    ['brackets', 'second', 12, 8],
    ['indirect', 'order1', 13, 32],
    ['indirect', 'order2', 14, 32],
    ['records', 'period', 15, 30],
    ['records', 'near', 16, 32],
    ['records', 'far', 17, 32],
    ['records', 'guess', 18, 32],
    ['code', 'place', 19, 24],
    ['code', 'instruction', 20, 32],
    ['code', 'opcodes', 21, 32],
    ['code', 'older', 22, 32],
    ['code', 'form', 23, 32],
    ['code', 'form2', 24, 32],
    ['code', 'form3', 25, 32],
    ['code', 'immediate', 26, 32],
    ['code', 'displaced', 27, 32],
    ['fields', 'field', 28, 16],
    ['fields', 'cell', 29, 24],
    ['fields', 'spelled', 30, 32],
    ['fields', 'left', 31, 32],
    ['fields', 'over', 32, 32],
    ['scopes', 'scope', 33, 32],
    ['scopes', 'outer', 34, 32],
    ['scopes', 'path', 35, 32],
    ['scopes', 'syntax', 36, 7],
    ['scopes', 'again', 37, 16],
    ['scopes', 'value', 38, 32],
    ['scopes', 'earlier', 39, 32],
    ['outline', 'label', 40, 32],
    ['outline', 'head', 41, 32],
    ['outline', 'ordinal', 42, 8],
    ['outline', 'parent', 43, 32],
    ['outline', 'prefix', 44, 32],
    ['codes', 'since', 45, 32],
    ['codes', 'classes', 46, 32],
  ])('reads %s.%s from register %i, %i bits wide', (of, what, register, width) => {
    const wide = 2 ** width - 1;
    const stages = (param: string, value: unknown): unknown => decodeProgram(lower(setParam(small, param, JSON.stringify(value)))).stages;
    const expectTerm = (field: object, mask: number): void =>
      expect(stages('o6.of', [field])).toContainEqual(expect.objectContaining({ op: 'SLOTS', contexts: expect.arrayContaining([[{ register, mask }]]) }));
    expectTerm({ of, what }, wide);
    expectTerm({ of, what, mask: 5 }, 5);
    expectTerm({ of, what, mask: wide }, wide);
    const expectBits = (field: object, bits: number): void =>
      expect(stages('sse.context', [field])).toContainEqual(expect.objectContaining({ op: 'APM', selector: [{ register, shift: 0, bits }] }));
    expectBits({ of, what, bits: 3 }, 3);
    expectBits({ of, what, bits: Math.min(width, 24) }, Math.min(width, 24));
    if (width <= 24) expectBits({ of, what }, width);
  });

  it('joins spans only where signals are neighbours', () => {
    const inputs = (names: readonly string[]): unknown => {
      const mixer = decodeProgram(lower(setParam(small, 'mix.inputs', JSON.stringify(names)))).stages.find(({ op }) => op === 'MIXER');
      return mixer?.op === 'MIXER' ? mixer.inputs : undefined;
    };
    expect(inputs(['match', 'slots'])).toEqual([{ start: 0, count: 6 }]);
    expect(inputs(['slots', 'match'])).toEqual([{ start: 2, count: 4 }, { start: 0, count: 2 }]);
  });

  it('refuses a wrong graph by its node', () => {
    expect(() => lower({ ...small, output: ['absent'] })).toThrow('there is no node "absent"');
  });
});

/* The rules of docs/format.md §4.1 that bind stages to each other. */
function expectSound({ stages }: Program): void {
  const registers = new Set([0]);
  const signals = new Set<number>();
  const write = (set: Set<number>, start: number, count: number, end: number): void => {
    for (let i = start; i < start + count; i += 1) {
      expect(set.has(i)).toBe(false);
      expect(i).toBeLessThan(end);
      set.add(i);
    }
  };
  const read = (spans: readonly Span[]): void => {
    expect(spans.length).toBeGreaterThan(0);
    for (const { start, count } of spans) for (let i = start; i < start + count; i += 1) expect(signals).toContain(i);
  };
  for (const stage of stages) {
    if ('inputs' in stage) read(stage.inputs);
    const selectors = stage.op === 'MIXER' ? stage.selectors : stage.op === 'APM' ? [stage.selector] : [];
    for (const selector of selectors) {
      expect(selector.reduce((sum, { bits }) => sum + bits, 0)).toBeLessThanOrEqual(24);
      for (const { register, shift, bits } of selector) {
        expect(registers).toContain(register);
        expect(shift + bits).toBeLessThanOrEqual(32);
      }
    }
    switch (stage.op) {
      case 'HISTORY':
        write(registers, stage.register, 4, 64);
        break;
      case 'WORDS':
        write(registers, stage.register, stage.count, 64);
        break;
      case 'CLASSES':
        write(registers, stage.register, 1, 64);
        break;
      case 'LINES':
        write(registers, stage.register, 3, 64);
        break;
      case 'BRACKETS':
      case 'INDIRECT':
      case 'CODES':
        write(registers, stage.register, 2, 64);
        break;
      case 'RECORDS':
        write(registers, stage.register, 4, 64);
        break;
      case 'INSTRUCTIONS':
        write(registers, stage.register, 9, 64);
        break;
      case 'FIELDS':
        write(registers, stage.register, 5, 64);
        break;
      case 'SCOPES':
        write(registers, stage.register, 7, 64);
        break;
      case 'OUTLINE':
        write(registers, stage.register, 5, 64);
        break;
      case 'MATCH':
        write(registers, stage.register, 2, 64);
        write(signals, stage.out, 2, 1024);
        break;
      case 'SLOTS':
        for (const terms of stage.contexts) for (const { register } of terms) expect(registers).toContain(register);
        write(signals, stage.out, stage.contexts.length, 1024);
        break;
      case 'RECALL':
        for (const terms of stage.contexts) for (const { register } of terms) expect(registers).toContain(register);
        write(signals, stage.out, 2 * stage.contexts.length, 1024);
        break;
      case 'NETWORK':
        write(signals, stage.out, 2, 1024);
        write(registers, stage.register, 2, 64);
        for (const part of stage.ops) {
          expect(stage.widths[part.to]).toBeGreaterThan(0);
          if (part.op === 'ROWS') for (const { register } of part.contexts.flat()) expect(registers).toContain(register);
          if (!('from' in part)) continue;
          expect(part.from).not.toBe(stage.logits);
          if (part.op !== 'DENSE') expect(stage.widths[part.from]).toBe((stage.widths[part.to] ?? 0) * (part.op === 'RECUR' ? 3 : 1));
        }
        break;
      case 'MIXER':
        write(signals, stage.out, stage.selectors.length, 1024);
        break;
      case 'APM':
      case 'RESIDUAL':
        write(signals, stage.out, 1, 1024);
        break;
      case 'OUTPUT':
        expect(stage).toBe(stages.at(-1));
        break;
    }
  }
  expect(stages[0]?.op).toBe('HISTORY');
  expect(stages.at(-1)?.op).toBe('OUTPUT');
}

describe('random graphs', () => {
  it('lower to sound Programs that decode to what was planned', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const bytes = lower(graph);
        const program = decodeProgram(bytes);
        expect(program).toEqual(planProgram(checkGraph(graph)));
        expect(hex(encodeProgram(program))).toBe(hex(bytes));
        expectSound(program);
      }),
    );
  });

  it('lower alike when nodes of different types change places', () => {
    const types: readonly NodeType[] = ['residual', 'apm', 'slots', 'recall', 'indirect', 'scopes', 'outline', 'codes', 'records', 'words', 'brackets', 'mixer', 'fields', 'instructions', 'lines', 'context', 'classes', 'match'];
    fc.assert(
      fc.property(graphs, (graph) => {
        const sorted = types.flatMap((type) => graph.nodes.filter((node) => node.type === type));
        expect(hex(lower({ ...graph, nodes: sorted }))).toBe(hex(lower(graph)));
      }),
    );
  });

  it('stay valid, or say which node cannot go, when a node is dropped or doubled', () => {
    const attempt = (call: () => Graph): void => {
      let graph: Graph;
      try {
        graph = call();
      } catch (error) {
        expect(error).toBeInstanceOf(KolmoError);
        expect((error as KolmoError).message).toMatch(/^node "/);
        return;
      }
      expectSound(decodeProgram(lower(graph)));
    };
    fc.assert(
      fc.property(graphs, fc.nat(), (graph, pick) => {
        const id = graph.nodes[pick % graph.nodes.length]?.id ?? '';
        attempt(() => dropNode(graph, id));
        attempt(() => duplicateNode(graph, id));
      }),
    );
  });
});

describe('every node of every level', () => {
  for (const [name, graph] of levels.flatMap((row) => kinds.map((kind) => [`level ${row.level}, ${kind}`, graphFor(row, kind)] as const)))
    it.each(graph.nodes.map((node) => [node.id, node] as const))(`${name}: %s matters`, (id, node) => {
      const plain = hex(lower(graph));
      for (const other of [dropNode(graph, id), duplicateNode(graph, id), retune(graph, node)]) {
        const bytes = lower(other);
        expect(hex(bytes)).not.toBe(plain);
        expectSound(decodeProgram(bytes));
      }
    });
});

describe('decodeProgram', () => {
  const bytes = lower(small);
  const edited = (at: number, value: number): Uint8Array => bytes.map((byte, i) => (i === at ? value : byte));

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'ends early'],
    ['another version', edited(0, 1), 'has version 1'],
    ['fewer stages', edited(1, 17), 'has bytes left over'],
    ['more stages', edited(1, 19), 'ends early'],
    ['an unknown op', edited(2, 0x7e), 'has an unknown op 0x7e'],
    ['a longer stage', edited(3, 5), 'has bytes left over in a HISTORY stage'],
    ['a stage longer than all', edited(3, 0xff).with(4, 1), 'ends early, in a stage of 255 bytes'],
    ['a huge count', Uint8Array.of(0, 0xff, 0xff, 0xff, 0xff, 0x0f), 'has a number above 2^28'],
    ['a padded number', Uint8Array.of(0, 0x80, 0x00), 'has a number longer than needed'],
  ])('refuses %s', (_, wrong, message) => {
    expect(() => decodeProgram(wrong)).toThrow(expect.objectContaining({ code: 'ERR_PROGRAM', message: expect.stringContaining(message) }));
  });

  it('refuses every Program that ends early', () => {
    for (let length = 0; length < bytes.length; length += 1) expect(() => decodeProgram(bytes.subarray(0, length))).toThrow(KolmoError);
  });
});

describe('shipped Programs', () => {
  it('hash as FNV-1a does', () => {
    /* From the test vectors at http://www.isthe.com/chongo/tech/comp/fnv/ */
    expect(programHash(new Uint8Array())).toBe(0xcbf29ce484222325n);
    expect(programHash(new TextEncoder().encode('a'))).toBe(0xaf63dc4c8601ec8cn);
    expect(programHash(new TextEncoder().encode('foobar'))).toBe(0x85944171f73967e8n);
  });

  it('are what lower() makes now; otherwise run `npm run programs`', () => {
    const now = programsSource();
    const written = (name: string): string => readFileSync(new URL(`../native/programs/${name}`, import.meta.url), 'utf8');
    expect(written('programs.c')).toBe(now.programs);
    expect(written('rendered.h')).toBe(now.rendered);
  });
});

describe('docs/graph.md', () => {
  it('shows a graph that lowers', () => {
    const text = readFileSync(new URL('../docs/graph.md', import.meta.url), 'utf8');
    const examples = [...text.matchAll(/```json\n([^]*?)```/g)].map(([, json]) => lower(checkGraph(JSON.parse(json ?? ''))));
    expect(examples).toHaveLength(1);
  });
});
