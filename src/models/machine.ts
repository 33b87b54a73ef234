import {
  apm, byte, contexts, firstMixer, follows, indirect, instructions, lastMixer, masked, match, matchByte, matchLength, of, order, partial, recall, records,
  residual, select, size, slots,
} from '../graph/build.js';
import type { ContextNode, Field, Graph } from '../graph/types.js';
import type { Tables } from './tables.js';

const place = of('instructions', 'place', 0x3f); /* what the next byte is to its instruction */
const here: readonly Field[] = [of('instructions', 'instruction'), place]; /* and what that instruction is so far */
const opcodes = (mask?: number): Field => of('instructions', 'opcodes', mask);
const form = (i: 1 | 2 | 3): Field => of('instructions', ({ 1: 'form', 2: 'form2', 3: 'form3' } as const)[i]);

/** Machine code of x86, and what lies between it: the instruction so far behind those before it, what displacements its base had, sparse and masked bytes. */
const everyday = contexts({
  o1: [order(1)],
  o2: [order(2)],
  o3: [order(3)],
  o4: [order(4)],
  o8: [order(8)],
  'skip-1': [byte(2), byte(3)],
  'skip-2': [byte(3), byte(4)],
  'second-byte': [byte(2)],
  'third-byte': [byte(3)],
  indirect1: [follows(1, 2), byte(1)],
  'high-bits': [1, 2, 3, 4, 5, 6].map((i) => masked(i, 0xe0)),
  column: [of('records', 'period', 0xffff), byte(1)],
  code: [...here],
  'code-1': [...here, opcodes(0xff)],
  'code-4': [...here, opcodes()],
  'code-6': [...here, opcodes(), of('instructions', 'older', 0xffff)],
  'code-history': [of('instructions', 'place', 0x7fff), opcodes(0xffff)],
  'place-o1': [place, byte(1)],
  form: [...here, form(1)],
  'form-2': [...here, form(1), form(2)],
  'form-3': [...here, form(1), form(2), form(3)],
  'form-gap': [...here, form(2)],
  'form-gap-2': [...here, form(3)],
  immediate: [...here, of('instructions', 'immediate')],
  displaced: [place, of('instructions', 'displaced', 0xffff)],
  'displaced-3': [place, of('instructions', 'displaced')],
});

const more = contexts({
  o0: [order(0)],
  'fourth-byte': [byte(4), byte(1)],
  'high-nibbles': [1, 2, 3, 4].map((i) => masked(i, 0xf0)),
  operand: [of('instructions', 'place'), byte(1)],
});

/* What is looked up where it last stood. */
const recalled = ['code', 'displaced-3', 'skip-1', 'o2', 'place-o1'];

/** Programs and libraries. */
export const machine = (tables: Tables): Graph => model('machine', tables, everyday, recalled, false);

/** The same and a residual. */
export const ampleMachine = (tables: Tables): Graph => model('ample-machine', tables, everyday, recalled, true);

/** And some more contexts. */
export const strongMachine = (tables: Tables): Graph => model('strong-machine', tables, [...everyday, ...more], [...recalled, 'o1', 'second-byte'], true);

function model(name: string, tables: Tables, contexts: readonly ContextNode[], places: readonly string[], corrected: boolean): Graph {
  const what = select('instructions', 'place', 6);
  const before = [what, select('instructions', 'opcodes', 8)];
  const apms = [
    apm('sse-o1', ['final'], [byte(1), partial]),
    apm('sse-o2', ['final'], [order(2), partial]),
    apm('sse-place', ['final'], [select('instructions', 'place', 15)]),
    apm('sse-code', ['final'], before),
    apm('sse-match', ['final'], [matchByte(), matchLength()]),
  ];
  const rest = corrected ? [residual('rest', apms.map(({ id }) => id))] : [];
  const selectors = [
    [matchLength(), partial],
    [byte(1), partial],
    [byte(2), partial],
    [byte(3), partial],
    [order(2)],
    [select('records', 'period', 16)],
    [select('instructions', 'place', 15)],
    [what, partial],
    before,
    [select('instructions', 'opcodes', 16)],
  ];
  return {
    name,
    history: size(16, tables.history, 0),
    nodes: [
      indirect('indirect'),
      records('records'),
      instructions('instructions'),
      match('match', 5, size(10, tables.match, 0), 1023),
      ...contexts,
      slots('slots', contexts, size(18, tables.slots, 7), 1023),
      recall('recall', places, size(10, tables.match, 0)),
      /* Half as many sets as for text, as for binary data. */
      firstMixer('mix', ['match', 'slots', 'recall'], selectors, { sets: size(10, 15, -4) }),
      lastMixer('final', ['mix'], [[matchLength()], [partial], [byte(1)]], selectors.length),
      ...apms,
      ...rest,
    ],
    output: (corrected ? rest : apms).map(({ id }) => id),
  };
}
