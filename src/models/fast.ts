import { apm, byte, classes, contexts, match, matchLength, mixer, order, partial, selectShape, shape, size, slots, word, words } from '../graph/build.js';
import type { ContextNode, Graph, Node } from '../graph/types.js';
import type { Tables } from './tables.js';

/** Four contexts and one mixer: what is fast. Its table is small, for a line that is not in the cache costs as much as coding two bits. */
export function lean(tables: Tables): Graph {
  return {
    name: 'lean',
    ...oneLayer(tables, contexts({
      o2: [order(2)],
      o4: [order(4)],
      word: [word(0)],
      'shape6-o1': [shape(6), byte(1)],
    })),
    output: ['mix'],
  };
}

/** Lean with order 1 and an APM. */
export function fast(tables: Tables): Graph {
  const { history, nodes } = oneLayer(tables, contexts({
    o1: [order(1)],
    o2: [order(2)],
    o4: [order(4)],
    word: [word(0)],
    'shape6-o1': [shape(6), byte(1)],
  }));
  return { name: 'fast', history, nodes: [...nodes, apm('sse', ['mix'], [byte(1), partial])], output: ['mix', 'sse'] };
}

function oneLayer(tables: Tables, of: readonly ContextNode[]): { readonly history: Graph['history']; readonly nodes: readonly Node[] } {
  return {
    history: size(16, tables.history, 0),
    nodes: [
      words('words', 1),
      classes('classes'),
      match('match', 6, size(10, tables.match, 0), 1023),
      ...of,
      slots('slots', of, size(16, tables.slots, 6), 1023),
      mixer('mix', ['match', 'slots'], [[matchLength(), selectShape(1), partial]], 0.3),
    ],
  };
}
