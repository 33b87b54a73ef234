import { apm, byte, contexts, match, matchLength, mixer, order, partial, size, slots, word, words } from '../graph/build.js';
import type { Graph } from '../graph/types.js';
import type { Tables } from './tables.js';

/** Seven contexts, one mixer layer, one APM: most of the gain per microsecond. */
export function fast(tables: Tables): Graph {
  const of = contexts({
    o1: [order(1)],
    o2: [order(2)],
    o3: [order(3)],
    o4: [order(4)],
    o6: [order(6)],
    word: [word(0)],
  });
  return {
    name: 'fast',
    history: size(16, tables.history, 0),
    nodes: [
      words('words', 1),
      match('match', 6, size(10, tables.match, 0)),
      ...of,
      slots('slots', of, size(18, tables.slots, 9)),
      mixer('mix', ['match', 'slots'], [[matchLength()], [partial], [byte(1)]], 0.3),
      mixer('final', ['mix'], [[matchLength()]], 1 / 3),
      apm('sse', ['final'], [byte(1), partial]),
    ],
    output: ['final', 'sse'],
  };
}
