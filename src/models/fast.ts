import { apm, byte, contexts, match, matchLength, mixer, order, partial, size, slots, word, words } from '../graph/build.js';
import type { ContextNode, Graph } from '../graph/types.js';
import type { Tables } from './tables.js';

/** Four contexts, one weight set per bit, one APM: the least that still beats PPM. */
export function lean(tables: Tables): Graph {
  return oneLayer('lean', tables, contexts({
    o2: [order(2)],
    o3: [order(3)],
    o4: [order(4)],
    word: [word(0)],
  }));
}

/** Lean with orders 1 and 6. */
export function fast(tables: Tables): Graph {
  return oneLayer('fast', tables, contexts({
    o1: [order(1)],
    o2: [order(2)],
    o3: [order(3)],
    o4: [order(4)],
    o6: [order(6)],
    word: [word(0)],
  }));
}

function oneLayer(name: string, tables: Tables, of: readonly ContextNode[]): Graph {
  return {
    name,
    history: size(16, tables.history, 0),
    nodes: [
      words('words', 1),
      match('match', 6, size(10, tables.match, 0), 1023),
      ...of,
      slots('slots', of, size(16, tables.slots, 6), 1023),
      mixer('mix', ['match', 'slots'], [[matchLength(), partial]], 0.3, { rateMin: 300, skip: 300 }),
      apm('sse', ['mix'], [byte(1), partial]),
    ],
    output: ['sse'],
  };
}
