/** Networks: the vector nodes behind each bits node, how wide their vectors are, and what a Program can hold of them. */
import { fail } from './fail.js';
import { schedule } from './order.js';
import { limits, vectorTypes } from './schema.js';
import type { BitsNode, Graph, Node, NodeOf } from './types.js';

export type VectorNode = NodeOf<(typeof vectorTypes)[number]>;

export function isVector(node: Node): node is VectorNode {
  return (vectorTypes as readonly string[]).includes(node.type);
}

/** The vector nodes that a bits node depends on, in the order in which they run. */
export function networkOf(graph: Pick<Graph, 'nodes'>, bits: BitsNode): readonly VectorNode[] {
  const order = schedule(graph).order.filter(isVector);
  const needed = new Set<string>(bits.from);
  for (const node of order.toReversed()) if (needed.has(node.id) && 'from' in node) for (const id of node.from) needed.add(id);
  return order.filter(({ id }) => needed.has(id));
}

/** Numbers in a vector of rows. */
export const ROW_WIDTH = 32;
/** Logits of a softmax over bytes; and of a byte's high nibble and of its low one after each high one. */
export const SYMBOLS = 256;
export const NIBBLES = 16 + 256;

/* Reads three parts, each as wide as what it makes. */
const isGated = (node: VectorNode): boolean => node.type === 'recurrence' || node.type === 'attention';

/** The width of each vector, by its node's id. */
export function widthsOf(nodes: readonly VectorNode[]): ReadonlyMap<string, number> {
  const widths = new Map<string, number>();
  /* The sum of vectors is as wide as the first; checkNetworks sees to it that they agree. */
  const widthOf = ([first = '']: readonly string[]): number => widths.get(first) ?? 0;
  for (const node of nodes) {
    if (node.type === 'rows') widths.set(node.id, ROW_WIDTH);
    else if ('width' in node) widths.set(node.id, node.width);
    else widths.set(node.id, isGated(node) ? Math.floor(widthOf(node.from) / 3) : widthOf(node.from));
  }
  return widths;
}

/** Vectors and ops that a node takes in a Program: what src/lower/network.ts makes of it. */
function sizeOf(node: VectorNode): { readonly vectors: number; readonly ops: number } {
  switch (node.type) {
    case 'rows':
      return { vectors: 1, ops: 1 };
    case 'dense':
      return node.rank === 0 ? { vectors: 1, ops: node.from.length + 1 } : { vectors: 2, ops: node.from.length + 2 };
    case 'lstm':
      return { vectors: 3, ops: node.from.length + 4 };
    case 'recurrence':
    case 'attention':
    case 'norm':
    case 'act':
      return node.from.length === 1 ? { vectors: 1, ops: 1 } : { vectors: 2, ops: node.from.length + 1 };
  }
}

/** Throws ERR_OPTION for vectors whose widths do not fit, logits that something else reads, and networks larger than a Program holds. */
export function checkNetworks(graph: Graph): void {
  const bits = graph.nodes.filter((node) => node.type === 'bits');
  const nodes = schedule(graph).order.filter(isVector);
  const widths = widthsOf(nodes);
  for (const node of nodes) {
    if (!('from' in node) || 'width' in node) continue;
    const [first, ...rest] = node.from.map((id) => widths.get(id) ?? 0);
    for (const width of rest) if (width !== first) fail(`node "${node.id}": from`, `sums vectors of widths ${first} and ${width}; they must be equal`);
    if (isGated(node) && (first ?? 0) % 48 !== 0)
      fail(`node "${node.id}": from`, `is ${first} wide; three ${node.type === 'attention' ? 'parts' : 'gates'} of a multiple of 16 each take a multiple of 48`);
  }
  for (const node of bits) {
    const { doublings } = node.train;
    if (node.window % 2 ** doublings !== 0) fail(`node "${node.id}": window`, `is ${node.window}; to have been doubled ${doublings} times it must be a multiple of ${2 ** doublings}`);
    const first = widths.get(node.from[0] ?? '') ?? 0;
    for (const id of node.from) {
      const width = widths.get(id);
      if (width !== SYMBOLS && width !== NIBBLES) fail(`node "${node.id}": from`, `"${id}" is ${width} wide; logits are ${SYMBOLS}, or ${NIBBLES} by nibbles`);
      if (width !== first) fail(`node "${node.id}": from`, `sums logits of widths ${first} and ${width}; they must be equal`);
      const other = graph.nodes.find((reader) => reader.type !== 'bits' && 'from' in reader && reader.from.includes(id));
      if (other !== undefined) fail(`node "${other.id}": from`, `reads "${id}", which is the logits of "${node.id}"`);
    }
    const sizes = networkOf(graph, node).map(sizeOf);
    const vectors = 1 - node.from.length + sizes.reduce((sum, size) => sum + size.vectors, 0);
    const ops = sizes.reduce((sum, size) => sum + size.ops, 0);
    if (vectors > limits.networkVectors || ops > limits.networkOps)
      fail(`node "${node.id}"`, `takes ${vectors} vectors and ${ops} ops; a network has at most ${limits.networkVectors} and ${limits.networkOps}`);
  }
  if (bits.length > limits.networks) fail(`node "${bits[limits.networks]?.id}"`, `is one too many: a graph has at most ${limits.networks} bits nodes`);
}
