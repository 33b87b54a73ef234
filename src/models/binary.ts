import { apm, byte, classes, contexts, follows, masked, matchByte, matchLength, of, order, partial, select, selectShape, shape } from '../graph/build.js';
import type { ContextNode, Field, Graph } from '../graph/types.js';
import { bytesModel } from './bytes.js';
import type { Tables } from './tables.js';

const period = of('records', 'period', 0xffff); /* width and column */
const column = of('records', 'period', 0xff00);
const near = (mask?: number): Field => of('records', 'near', mask);
const far = (mask?: number): Field => of('records', 'far', mask);
const guess = (mask: number): Field => of('records', 'guess', mask);
const place = of('instructions', 'place', 0x3f);
const instruction = of('instructions', 'instruction');
const opcodes = (n: number): Field => of('instructions', 'opcodes', n === 4 ? undefined : 2 ** (8 * n) - 1);

/** Records, images, samples and what else is no text: what stands a width back, the instruction so far, sparse and masked bytes. */
const binaryContexts = contexts({
  o1: [order(1)],
  o2: [order(2)],
  o3: [order(3)],
  o4: [order(4)],
  o5: [order(5)],
  o6: [order(6)],
  o8: [order(8)],
  'skip-1': [byte(2), byte(3)],
  'second-byte': [byte(2)],
  indirect1: [follows(1, 2), byte(1)],
  indirect2: [follows(2, 2), byte(1)],
  expected: [matchByte(), matchLength(), byte(1)],
  shape6: [shape(6), byte(1)],
  'skip-2': [byte(3), byte(4)],
  'third-byte': [byte(3)],
  'high-bits': [1, 2, 3, 4, 5, 6].map((i) => masked(i, 0xe0)),
  'above-two': [near(0xff0000ff), period],
  'above-left': [near(0xffff), byte(1)],
  'above-right': [near(0xff00ff), byte(1)],
  column: [period, byte(1)],
  up: [far(0xffffff)],
  'up-two': [far(0xff0000ff), byte(1)],
  'up-above': [far(0xff), near(0xff)],
  plane: [guess(0xff), column],
  slope: [guess(0xff00), column],
  drop: [guess(0xff0000), column],
  'plane-slope': [guess(0xffff)],
  code: [instruction, place],
  'code-1': [instruction, place, opcodes(1)],
  'code-2': [instruction, place, opcodes(2)],
  'code-4': [instruction, place, opcodes(4)],
  operand: [of('instructions', 'place'), byte(1)],
});

/* What the strong model adds. */
const strongContexts = contexts({
  o0: [order(0)],
  'fourth-byte': [byte(4), byte(1)],
  'high-nibbles': [1, 2, 3, 4].map((i) => masked(i, 0xf0)),
  'code-history': [of('instructions', 'place', 0x7fff), opcodes(2)],
  'code-o3': [of('instructions', 'place', 0x3f), order(3)],
});

/* What is looked up where it last stood. */
const recalled = ['o1', 'o2', 'skip-1', 'code'];
const moreRecalled = [...recalled, 'second-byte', 'shape6'];

/** Records, images, samples, and what else is no text. */
export const binary = (tables: Tables): Graph => model('binary', tables, binaryContexts, recalled, false);

/** The same and a residual. */
export const ampleBinary = (tables: Tables): Graph => model('ample-binary', tables, binaryContexts, recalled, true);

/** And some more contexts; sparse and masked bytes and what stands a width back are many enough as they are. */
export const strongBinary = (tables: Tables): Graph => model('strong-binary', tables, [...binaryContexts, ...strongContexts], moreRecalled, true);

function model(name: string, tables: Tables, contexts: readonly ContextNode[], recalled: readonly string[], corrected: boolean): Graph {
  return bytesModel(name, tables, {
    contexts,
    recalled,
    select: [
      [selectShape(6)],
      [select('records', 'period', 16)],
      [select('records', 'near', 8), partial],
      [select('records', 'far', 8), partial],
      [select('instructions', 'place', 15)],
    ],
    apms: [apm('sse-shape', ['final'], [selectShape(3), partial]), apm('sse-above', ['final'], [select('records', 'near', 8), partial])],
    features: [classes('classes')],
    corrected,
  });
}
