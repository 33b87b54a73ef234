/** Ops at the ends of their parameters' ranges, and random graphs: the core and test/reference make the same archives. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compressSync } from '../src/index.js';
import { dropNode, type Graph, setParam } from '../src/graph/index.js';
import { encodeProgram, lower, type Program, type Span, type Stage } from '../src/lower/index.js';
import { checkProgram, native, Op } from '../src/native.js';
import { decode } from './reference/decode.js';
import { encode } from './reference/encode.js';
import { parseProgram } from './reference/program.js';
import { corrected, graphs, small } from './models.js';
import { kinds, mixture } from './support/kinds.js';

function expectAlike(data: Buffer, graph: Graph): void {
  expectAlikeBytes(data, compressSync(data, { graph }), lower(graph));
}

function expectAlikeBytes(data: Buffer, archive: Buffer, program: Uint8Array): void {
  expect(archive.equals(encode(data, { program, shipped: false })), 'the reference makes the same archive').toBe(true);
  expect(Buffer.from(decode(archive, [])).equals(data), 'the reference restores it').toBe(true);
}

const with_ = (changes: Readonly<Record<string, unknown>>): Graph =>
  Object.entries(changes).reduce((graph, [path, value]) => setParam(graph, path, JSON.stringify(value)), small);

const fixed = (log2: number): unknown => ({ min: log2, max: log2, offset: 0 });

const extremes: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'the smallest tables, so that slots, entries and history are replaced': {
    history: fixed(10),
    'match.entries': fixed(8),
    'slots.bytes': fixed(12),
    'sse.entries': fixed(0),
  },
  'an apm that hashes into few contexts': { 'sse.context': [{ bytes: 2 }, { partial: true }], 'sse.entries': fixed(3) },
  'an apm of one context': { 'sse.context': [], 'sse.entries': fixed(5) },
  'an apm that believes the last bit': { 'sse.limit': 1 },
  'an apm that learns slowly': { 'sse.limit': 1_023 },
  'a match of one byte': { 'match.minLength': 1, 'match.limit': 1 },
  'a match of 32 bytes': { 'match.minLength': 32, 'match.limit': 1_023 },
  'eight words of letters': { 'words.count': 8, 'words.alphabet': 'letters', 'mixed.of': [{ word: 7, of: 'words' }, { word: 1, of: 'words' }] },
  'one word with digits': { 'mixed.of': [{ word: 0, of: 'words' }], 'words.count': 1, 'slots.limit': 1 },
  'weight sets chosen by hashes, few and one': { 'mix.sets.min': 0, 'mix.sets.max': 5, 'mix.sets.offset': 0 },
  'one weight set': { 'mix.sets.min': 0, 'mix.sets.max': 0 },
  'weights from nothing, at full speed': { 'mix.weight': 0, 'mix.rateMax': 4_095, 'mix.rateMin': 4_095, 'mix.skip': 0 },
  'a rate that falls at once to nothing': { 'mix.rateMax': 4_095, 'mix.rateMin': 0, 'mix.decay': 1 },
  'a rate that hardly falls': { 'mix.decay': 65_535, 'slots.limit': 1_023 },
  'a mixer that skips most errors': { 'mix.skip': 20_000 },
  'a mixer that never learns': { 'mix.skip': 65_535 },
  'selectors of several fields': {
    'mix.select': [
      [{ byte: 3, top: 2 }, { word: 1, of: 'words', top: 3 }, { of: 'match', what: 'byte', bits: 3 }, { partial: true }],
      [{ of: 'match', what: 'length', bits: 2 }, { byte: 1, top: 1 }, { byte: 2, top: 1 }, { byte: 3, top: 1 }, { byte: 4, top: 1 }, { byte: 5, top: 1 }, { byte: 16, top: 2 }],
      [{ bytes: 2 }],
    ],
  },
  'inputs as they are': { 'mix.mean': 0 },
  'a mean of the largest weight': { 'mix.mean': 32_767, 'mix.weight': 0 },
  'the largest weights': { 'mix.weight': 32_767, 'mix.mean': 32_767, 'mix.rateMax': 4_095, 'mix.rateMin': 4_000 },
  'an output of everything': { output: ['match', 'slots', 'mix', 'sse'] },
};

describe('parameters', () => {
  it.each(Object.entries(extremes))('%s', (_, changes) => {
    for (const data of [kinds.repeats, kinds.records]) expectAlike(data, with_(changes));
  });

  it('no match and no words, no mixer', () => {
    expectAlike(kinds.json, dropNode(dropNode(small, 'match'), 'words'));
    expectAlike(kinds.json, dropNode(small, 'mix'));
  });

  it.each([[1, 0, 16_383, 32_767, 0], [16, 32_767, 16_383, 32_767, 0], [5, 700, 0, 9, 65_535]])('a residual of %i units, %i, %i, %i, %i', (hidden, init, rate, rateOut, skip) => {
    const graph = Object.entries({ hidden, init, rate, rateOut, skip }).reduce((sum, [param, value]) => setParam(sum, `rest.${param}`, String(value)), corrected);
    for (const data of [kinds.repeats, kinds.records]) expectAlike(data, { ...graph, output: ['rest', 'mix'] });
  });

  it('64 contexts in one crowded table', () => {
    const contexts = Array.from({ length: 64 }, (_, i) => ({ id: `c${i}`, type: 'context' as const, of: [{ bytes: 1 + (i % 4) }, { byte: 5 + (i % 12), mask: i }] }));
    const crowded = setParam(setParam(small, 'slots.bytes', JSON.stringify(fixed(12))), 'slots.contexts', JSON.stringify(['o6']));
    const graph = setParam({ ...crowded, nodes: [...crowded.nodes, ...contexts] }, 'slots.contexts', JSON.stringify(contexts.map(({ id }) => id)));
    expectAlike(mixture, graph);
  });
});

/* lower() never makes these stages: another order, overlapping spans, registers that nobody writes, fields that run over the top. */
const strange: Program = {
  stages: [
    { op: 'HISTORY', size: { min: 11, max: 11, offset: 0 }, register: 60 },
    { op: 'LINES', register: 57 },
    { op: 'SLOTS', size: { min: 12, max: 16, offset: 4 }, limit: 30, out: 1_000, contexts: [[{ register: 0, mask: 0xffff_ffff }], [{ register: 60, mask: 0xff }, { register: 20, mask: 0xff }, { register: 9, mask: 0x0f0f_ff00 }], [{ register: 57, mask: 0xff }, { register: 58, mask: 0xff }], [{ register: 40, mask: 0xffff_ffff }, { register: 13, mask: 0xff }]] },
    { op: 'APM', inputs: [{ start: 1_003, count: 1 }, { start: 1_000, count: 4 }], selector: [{ register: 60, shift: 28, bits: 24 }], size: { min: 0, max: 9, offset: -3 }, limit: 100, out: 7 },
    { op: 'MATCH', size: { min: 8, max: 9, offset: 0 }, minLength: 3, limit: 60, out: 2, register: 8 },
    { op: 'MIXER', inputs: [{ start: 1_000, count: 4 }, { start: 7, count: 1 }, { start: 1_001, count: 3 }, { start: 7, count: 1 }], selectors: [[{ register: 8, shift: 2, bits: 20 }], [{ register: 9, shift: 5, bits: 3 }, { register: 0, shift: 0, bits: 3 }, { register: 33, shift: 0, bits: 2 }]], size: { min: 12, max: 16, offset: -4 }, out: 100, weight: 3_000, rateMax: 3_000, rateMin: 7, decay: 1_000, skip: 2, mean: 0 },
    { op: 'MATCH', size: { min: 8, max: 8, offset: -128 }, minLength: 32, limit: 5, out: 4, register: 10 },
    { op: 'WORDS', count: 3, alphabet: 0, register: 20 },
    { op: 'BRACKETS', register: 13 },
    { op: 'INDIRECT', register: 40 },
    { op: 'LINES', register: 1 },
    { op: 'CLASSES', register: 56 },
    { op: 'SLOTS', size: { min: 12, max: 12, offset: 127 }, limit: 1_023, out: 10, contexts: [[{ register: 22, mask: 0xffff_ffff }, { register: 10, mask: 15 }], [{ register: 63, mask: 0xff00_0000 }], [{ register: 56, mask: 0xffff }, { register: 3, mask: 0xffff }], [{ register: 14, mask: 0xff }, { register: 41, mask: 0xffff }]] },
    { op: 'MIXER', inputs: [{ start: 100, count: 2 }, { start: 2, count: 4 }, { start: 10, count: 4 }], selectors: [[{ register: 20, shift: 31, bits: 4 }]], size: { min: 12, max: 16, offset: -4 }, out: 50, weight: 4_000, rateMax: 2_000, rateMin: 2_000, decay: 1, skip: 300, mean: 0 },
    { op: 'OUTPUT', inputs: [{ start: 50, count: 1 }, { start: 100, count: 1 }, { start: 50, count: 1 }] },
  ],
};

it.each(Object.entries(kinds))('a Program that no graph lowers to: %s', (_, data) => {
  const program = encodeProgram(strange);
  const encoder = new (native().Encoder)({ program, length: data.length, memory: 0, segment: 0, snapshot: 0, outputLimit: 0 });
  const { code, output } = encoder.runSync(data, Op.finish, 0, null);
  encoder.close();
  expect(code).toBe('OK');
  expectAlikeBytes(data, output, program);
});

describe('what a Program can hold', () => {
  const history: Stage = { op: 'HISTORY', size: { min: 10, max: 10, offset: 0 }, register: 1 };
  const slots = (contexts: number, terms: number, out: number): Stage => ({
    op: 'SLOTS', size: { min: 12, max: 12, offset: 0 }, limit: 100, contexts: Array.from({ length: contexts }, () => Array.from({ length: terms }, () => ({ register: 1, mask: 255 }))), out,
  });
  const apm = (inputs: readonly Span[], fields: number, out: number): Stage => ({
    op: 'APM', inputs, selector: Array.from({ length: fields }, () => ({ register: 0, shift: 0, bits: 1 })), size: { min: 0, max: 0, offset: 0 }, limit: 100, out,
  });
  const output: Stage = { op: 'OUTPUT', inputs: [{ start: 0, count: 1 }] };
  const spans = (length: number, count = 1): readonly Span[] => Array.from({ length }, () => ({ start: 0, count }));
  const judged = (...stages: readonly Stage[]): readonly string[] => {
    const program = encodeProgram({ stages: [history, ...stages] });
    return [() => checkProgram(program, 0), () => parseProgram(program)].map((judge) => {
      try {
        judge();
        return 'taken';
      } catch (error) {
        return (error as { readonly code: string }).code;
      }
    });
  };

  it.each([[0, 'taken'], [1, 'ERR_PROGRAM']])('its bounds and %i more', (more, verdict) => {
    const both = [verdict, verdict];
    const one: readonly Span[] = more === 1 ? spans(1) : [];
    expect(judged(slots(16, 1, 0), apm([...spans(32, 16), ...one], 0, 100), output), 'inputs of an apm').toEqual(both);
    expect(judged(slots(16, 1, 0), { op: 'OUTPUT', inputs: [...spans(32, 16), ...one] }), 'inputs of the output').toEqual(both);
    expect(judged(slots(1, 1, 0), ...Array.from({ length: 15 }, (_, i) => apm(spans(64), 0, 100 + i)), apm(spans(63 + more), 0, 200), output), 'spans').toEqual(both);
    expect(judged(...Array.from({ length: 8 }, (_, i) => slots(64, 8, 64 * i)), apm(spans(1), more, 1_000), output), 'fields').toEqual(both);
  });
});

it('random graphs', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      fc.pre(needed(graph) < 2 ** 25);
      expectAlike(mixture, graph);
    }),
    { numRuns: 25 },
  );
});

/** Bytes that a graph takes for the mixture; without limit where even the core refuses it. */
function needed(graph: Graph): number {
  try {
    return checkProgram(lower(graph), mixture.length).memory;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
