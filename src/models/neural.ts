import { bits, contexts, dense, follows, matchByte, matchLength, openBracket, order, recurrence, rows, shape, size, word } from '../graph/build.js';
import type { ContextNode, Graph, Node } from '../graph/types.js';

/** How large a network is. */
export interface NetworkShape {
  /** Cells of its memory: a multiple of 16. */
  readonly cells: number;
  /** log2 of the bytes of its rows, at most. */
  readonly rows: number;
}

/* Each group's rows are summed to one vector. */
const groups: readonly { readonly [id: string]: readonly ContextNode['of'][number][] }[] = [
  { 'net-o1': [order(1)], 'net-o2': [order(2)], 'net-o3': [order(3)], 'net-o4': [order(4)] },
  { 'net-o5': [order(5)], 'net-o6': [order(6)], 'net-word': [word(0)], 'net-bigram': [word(0), word(1)] },
  {
    'net-shape8': [shape(8)],
    'net-expected': [matchByte(), matchLength()],
    'net-bracket-word': [openBracket(), word(0)],
    'net-indirect2': [follows(2, 2), order(1)],
  },
];

/** The graph, named NAME+CELLS, with a network beside its predictors: its signals join those that the mixer `mix` takes. */
export function withNetwork(graph: Graph, { cells, rows: most }: NetworkShape): Graph {
  const of = groups.map(contexts);
  const vectors = of.map((group, i) => rows(`rows${i + 1}`, group));
  const ids = vectors.map(({ id }) => id);
  const network: readonly Node[] = [
    ...of.flat(),
    ...vectors,
    dense('gates', ids, 3 * cells, 0.3),
    recurrence('cells', ['gates']),
    dense('logits', ['cells', ...ids], 256, 0.1),
    bits('network', ['logits'], size(16, most, 8)),
  ];
  return {
    ...graph,
    name: `${graph.name}+${cells}`,
    nodes: [...graph.nodes.map((node) => (node.id === 'mix' && node.type === 'mixer' ? { ...node, inputs: [...node.inputs, 'network'] } : node)), ...network],
  };
}
