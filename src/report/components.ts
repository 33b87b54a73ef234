/** A model's parts that predict by themselves, as a report names them: matches, contexts, networks. */
import { reached, schedule } from '../graph/order.js';
import { signalsOf } from '../graph/schema.js';
import type { ContextNode, Graph, NodeType } from '../graph/types.js';

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

/** In the order of their signals, which is that of the Program (src/lower/plan.ts). */
export function componentsOf(graph: Graph): readonly Component[] {
  const used = reached(graph);
  const types = new Map(graph.nodes.map(({ id, type }) => [id, type]));
  const contexts = new Map(graph.nodes.flatMap((node) => (node.type === 'context' ? [[node.id, node] as const] : [])));
  const components: Component[] = [];
  let out = 0;
  for (const node of schedule(graph).order.filter(({ id }) => used.has(id))) {
    const count = signalsOf(node);
    if (node.type === 'match') components.push({ name: node.id, group: 'match', first: out, count });
    if (node.type === 'bits') components.push({ name: node.id, group: 'network', first: out, count });
    if (node.type === 'slots') {
      const each = count / node.contexts.length;
      node.contexts.forEach((id, i) => {
        const context = contexts.get(id);
        if (context !== undefined) components.push({ name: id, group: groupOf(context, types), first: out + i * each, count: each });
      });
    }
    out += count;
  }
  return components;
}
