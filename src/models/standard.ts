import { apm, byte, contexts, match, matchByte, matchLength, mixer, order, partial, size, slots, word, words } from '../graph/build.js';
import type { Graph } from '../graph/types.js';
import type { Tables } from './tables.js';

/** The everyday model: orders 0 to 8, words, sparse bytes and the match's expectation under two mixer layers. */
export function standard(tables: Tables): Graph {
  const of = contexts({
    o0: [order(0)],
    o1: [order(1)],
    o2: [order(2)],
    o3: [order(3)],
    o4: [order(4)],
    o5: [order(5)],
    o6: [order(6)],
    o8: [order(8)],
    word: [word(0)],
    bigram: [word(0), word(1)],
    'word-o1': [word(0), byte(1)],
    'skip-1': [byte(2), byte(3)],
    'second-byte': [byte(2)],
    expected: [matchByte(), byte(1)],
  });
  return {
    name: 'standard',
    history: size(16, tables.history, 0),
    nodes: [
      words('words', 2),
      match('match', 6, size(10, tables.match, 0)),
      ...of,
      slots('slots', of, size(18, tables.slots, 9)),
      mixer('mix', ['match', 'slots'], [[matchLength()], [partial], [byte(1)]], 0.3),
      mixer('final', ['mix'], [[], [matchLength()]], 1 / 3),
      apm('sse-1', ['final'], [byte(1), partial]),
      apm('sse-2', ['final'], [order(2), partial]),
    ],
    output: ['sse-1', 'sse-2'],
  };
}
