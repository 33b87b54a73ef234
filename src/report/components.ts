/** A model's parts that predict by themselves, as a report names them: matches, recall, contexts, networks. */
import { signalsOf } from '../graph/schema.js';
import type { ContextNode, Graph, NodeType } from '../graph/types.js';
import { planNodes } from '../lower/index.js';

export interface Component {
  /** The node's id. */
  readonly name: string;
  /** What it goes by, in a word or two. */
  readonly group: string;
  /** Its signals; the first one is its prediction. */
  readonly first: number;
  readonly count: number;
}

/* A context belongs to the most telling of the nodes that it reads. */
const groups: readonly (readonly [NodeType, string])[] = [
  ['match', 'match'],
  ['words', 'words'],
  ['scopes', 'structure'],
  ['outline', 'structure'],
  ['codes', 'words'],
  ['fields', 'structure'],
  ['brackets', 'structure'],
  ['lines', 'structure'],
  ['instructions', 'instructions'],
  ['records', 'records'],
  ['indirect', 'indirect'],
  ['classes', 'shape'],
];

function groupOf({ of }: ContextNode, types: ReadonlyMap<string, NodeType>): string {
  const read = new Set(of.map((field) => ('of' in field ? types.get(field.of) : undefined)));
  return groups.find(([type]) => read.has(type))?.[1] ?? (of.every((field) => 'bytes' in field || ('byte' in field && field.mask === 0)) ? 'orders' : 'sparse');
}

/** In the order of their signals. */
export function componentsOf(graph: Graph): readonly Component[] {
  const { signals } = planNodes(graph);
  const types = new Map(graph.nodes.map(({ id, type }) => [id, type]));
  const contexts = new Map(graph.nodes.flatMap((node) => (node.type === 'context' ? [[node.id, node] as const] : [])));
  const components = graph.nodes.flatMap((node): readonly Component[] => {
    const first = signals.get(node.id);
    if (first === undefined) return []; /* the output does not depend on it */
    const count = signalsOf(node);
    if (node.type === 'match' || node.type === 'bits' || node.type === 'recall') return [{ name: node.id, group: node.type === 'bits' ? 'network' : node.type, first, count }];
    if (node.type !== 'slots') return [];
    const each = count / node.contexts.length;
    return node.contexts.flatMap((id, i) => {
      const context = contexts.get(id);
      return context === undefined ? [] : [{ name: id, group: groupOf(context, types), first: first + i * each, count: each }];
    });
  });
  return components.sort((a, b) => a.first - b.first);
}
