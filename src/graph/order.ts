/** Who reads whom, and the one order in which nodes run. */
import { fieldsOf, sourceOf } from './fields.js';
import type { Graph, Node, NodeType } from './types.js';

/** Ids of the nodes that must have run before `node`, each once. */
export function readsOf(node: Node): readonly string[] {
  const direct = 'inputs' in node ? node.inputs : 'contexts' in node ? node.contexts : 'from' in node ? node.from : [];
  const sources = fieldsOf(node).flatMap((field) => sourceOf(field) ?? []);
  return [...new Set([...direct, ...sources])];
}

/* Of the nodes that could run next, those of the earliest kind do: features, predictors, networks, mixers, APMs, then residuals. */
const rank: { readonly [T in NodeType]: number } = {
  words: 0, classes: 1, lines: 2, brackets: 3, indirect: 4, records: 5, instructions: 6, fields: 7, scopes: 8, outline: 9, codes: 10, match: 11, context: 12, slots: 13,
  recall: 14, rows: 15, dense: 16, recurrence: 17, attention: 18, lstm: 19, norm: 20, act: 21, bits: 22, mixer: 23, apm: 24, residual: 25,
};

/**
 * Nodes sorted so that each comes after all that it reads; the graph's own order decides only between nodes of one type
 * that are ready together. Nodes on a cycle, and those that read them, are left out: `stuck`.
 */
export function schedule(graph: Pick<Graph, 'nodes'>): { readonly order: readonly Node[]; readonly stuck: readonly Node[] } {
  const waiting = graph.nodes
    .map((node, index) => ({ node, index, reads: readsOf(node) }))
    .sort((a, b) => rank[a.node.type] - rank[b.node.type] || a.index - b.index);
  const done = new Set<string>();
  const order: Node[] = [];
  for (;;) {
    const next = waiting.findIndex((entry) => entry.reads.every((id) => done.has(id)));
    if (next < 0) return { order, stuck: waiting.map((entry) => entry.node) };
    for (const { node } of waiting.splice(next, 1)) {
      order.push(node);
      done.add(node.id);
    }
  }
}

/** Ids that the output depends on; nothing else becomes part of a Program. */
export function reached(graph: Graph): ReadonlySet<string> {
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const seen = new Set<string>();
  const visit = (id: string): void => {
    const node = byId.get(id);
    if (node === undefined || seen.has(id)) return;
    seen.add(id);
    for (const read of readsOf(node)) visit(read);
  };
  for (const id of graph.output) visit(id);
  return seen;
}
