import { bits, dense, recurrence, rows, size } from '../graph/build.js';
import type { ContextNode, Graph, Node } from '../graph/types.js';

/** How large a network is. */
export interface NetworkShape {
  /** Cells of its memory: a multiple of 16. */
  readonly cells: number;
  /** log2 of the bytes of its rows, at most. */
  readonly rows: number;
  /** Which of the graph's contexts have rows: each group's are summed to one vector. */
  readonly groups: readonly (readonly string[])[];
}

/** What the network of text reads. */
export const textGroups = [
  ['o1', 'o2', 'o3', 'word-o1'],
  ['o4', 'o5', 'o6', 'bigram'],
  ['word', 'word-gap', 'label-word'],
  ['shape8', 'expected-o2', 'bracket-word', 'indirect2'],
];

/** Of records. */
export const structuredGroups = [
  ['o1', 'o2', 'o3', 'o4'],
  ['o5', 'o6', 'word', 'cell-above'],
  ['token-above', 'scope-o3', 'path-again', 'expected-o2'],
];

/** Of binary data. */
export const binaryGroups = [
  ['o1', 'o2', 'o3', 'o4'],
  ['o6', 'expected', 'above-two', 'column'],
  ['code', 'code-1', 'code-2', 'operand'],
];

/** The graph, named NAME+CELLS, with a network beside its predictors: its signals join those that the mixer `mix` takes. */
export function withNetwork(graph: Graph, { cells, rows: most, groups }: NetworkShape): Graph {
  const contextOf = (id: string): ContextNode => {
    const found = graph.nodes.find((node) => node.id === id);
    if (found?.type !== 'context') throw new Error(`${graph.name} has no context "${id}"`);
    return found;
  };
  const vectors = groups.map((group, i) => rows(`rows-${i + 1}`, group.map(contextOf)));
  const ids = vectors.map(({ id }) => id);
  const network: readonly Node[] = [
    ...vectors,
    dense('gates', ids, 3 * cells, 0.3),
    recurrence('memory', ['gates']),
    dense('logits', [...ids, 'memory'], 256, 0.1),
    bits('network', ['logits'], size(16, most, 8)),
  ];
  return {
    ...graph,
    name: `${graph.name}+${cells}`,
    nodes: [...graph.nodes.map((node) => (node.id === 'mix' && node.type === 'mixer' ? { ...node, inputs: [...node.inputs, 'network'] } : node)), ...network],
  };
}
