import { apm, byte, contexts, masked, match, matchByte, matchLength, mixer, order, partial, size, slots, word, words } from '../graph/build.js';
import type { Graph } from '../graph/types.js';
import type { Tables } from './tables.js';

/** Everything: more orders, gaps between words, bytes with their low bits masked off, a short and a long match. */
export function strong(tables: Tables): Graph {
  const of = contexts({
    o0: [order(0)],
    o1: [order(1)],
    o2: [order(2)],
    o3: [order(3)],
    o4: [order(4)],
    o5: [order(5)],
    o6: [order(6)],
    o7: [order(7)],
    o8: [order(8)],
    o10: [order(10)],
    word: [word(0)],
    bigram: [word(0), word(1)],
    trigram: [word(0), word(1), word(2)],
    'word-gap': [word(0), word(2)],
    'word-o1': [word(0), byte(1)],
    'word-o2': [word(1), order(2)],
    'skip-1': [byte(2), byte(3)],
    'skip-1-long': [byte(2), byte(3), byte(4)],
    'skip-2': [byte(3), byte(4)],
    'second-byte': [byte(2)],
    /* The top three bits tell letters of either case, digits, and bytes of UTF-8 apart. */
    classes: [1, 2, 3, 4, 5, 6].map((i) => masked(i, 0xe0)),
    'classes-o1': [byte(1), ...[2, 3, 4].map((i) => masked(i, 0xe0))],
    expected: [matchByte('long'), byte(1)],
    'expected-short': [matchByte('short'), matchLength('short'), order(2)],
  });
  return {
    name: 'strong',
    history: size(16, tables.history, 0),
    nodes: [
      words('words', 3),
      match('short', 5, size(10, tables.match, 0)),
      match('long', 12, size(10, tables.match, 0)),
      ...of,
      slots('slots', of, size(18, tables.slots, 9)),
      mixer(
        'mix',
        ['short', 'long', 'slots'],
        [[matchLength('long'), matchLength('short')], [partial], [byte(1)], [byte(2)], [matchByte('long')]],
        0.2,
      ),
      mixer('final', ['mix'], [[], [matchLength('long')], [partial]], 1 / 5),
      apm('sse-1', ['final'], [byte(1), partial]),
      apm('sse-2', ['final'], [order(2), partial]),
    ],
    output: ['sse-1', 'sse-2'],
  };
}
