import {
  apm, brackets, byte, classes, contexts, firstMixer, follows, indirect, lastMixer, match, matchByte, matchLength, mixer, opening, order, partial, selectShape, shape,
  size, slots, word, words,
} from '../graph/build.js';
import type { ContextNode, Graph, MixerNode, Node } from '../graph/types.js';
import type { Tables } from './tables.js';

/** The fast model and what adds most to it: the text's shape, brackets, the match's expectation, a second mixer layer. */
export function brisk(tables: Tables): Graph {
  return shaped('brisk', tables, [], (id, inputs, select) => mixer(id, inputs, select, 0.18), [], contexts({
    o1: [order(1)],
    o2: [order(2)],
    o3: [order(3)],
    o4: [order(4)],
    o6: [order(6)],
    word: [word(0)],
    'shape6-o1': [shape(6), byte(1)],
    'bracket-o1': [opening(), byte(1)],
    'expected-o2': [matchByte(), matchLength(), order(2)],
  }));
}

/** Brisk with word pairs, order 5 and what followed the last two bytes before. */
export function brisker(tables: Tables): Graph {
  return shaped('brisker', tables, [indirect('indirect')], firstMixer, [[byte(1), partial], [selectShape(2), partial]], contexts({
    o1: [order(1)],
    o2: [order(2)],
    o3: [order(3)],
    o4: [order(4)],
    o5: [order(5)],
    o6: [order(6)],
    word: [word(0)],
    bigram: [word(0), word(1)],
    'shape6-o1': [shape(6), byte(1)],
    'bracket-o1': [opening(), byte(1)],
    'expected-o2': [matchByte(), matchLength(), order(2)],
    indirect2: [follows(2, 2), byte(1)],
  }));
}

function shaped(
  name: string,
  tables: Tables,
  more: readonly Node[],
  first: typeof firstMixer,
  selectors: MixerNode['select'],
  of: readonly ContextNode[],
): Graph {
  return {
    name,
    history: size(16, tables.history, 0),
    nodes: [
      words('words', 2),
      classes('classes'),
      brackets('brackets'),
      ...more,
      match('match', 6, size(10, tables.match, 0), 1023),
      ...of,
      slots('slots', of, size(18, tables.slots, 7), 1023),
      first('mix', ['match', 'slots'], [[matchLength(), selectShape(1), partial], ...selectors, [selectShape(3)]]),
      lastMixer('final', ['mix'], [[matchLength()], [partial]], 3),
      apm('sse', ['final'], [byte(1), partial]),
    ],
    output: ['final', 'sse'],
  };
}
