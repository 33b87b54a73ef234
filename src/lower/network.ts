/** A network's nodes -> its ops on numbered vectors. */
import { networkOf, SYMBOLS, type VectorNode, widthsOf } from '../graph/network.js';
import type { BitsNode, DenseNode, Graph } from '../graph/types.js';
import type { NetworkOp, Term } from './program.js';

const patterns = ['band', 'hashed'] as const;
const acts = ['identity', 'tanh', 'sigmoid', 'relu'] as const;

/* What a dense node and an lstm say of their weights. */
type Weights = Pick<DenseNode, 'rate' | 'init'> & Partial<Pick<DenseNode, 'rank' | 'mask' | 'kept'>>;

export interface Network {
  /** Of each vector. */
  readonly widths: readonly number[];
  readonly logits: number;
  readonly ops: readonly NetworkOp[];
  /** Of each op, the id of the node that it is part of. */
  readonly nodes: readonly string[];
}

/** `terms` gives what a context hashes, by its id. */
export function planNetwork(graph: Graph, bits: BitsNode, terms: (context: string) => readonly Term[]): Network {
  const nodes = networkOf(graph, bits);
  const width = widthsOf(nodes);
  const widths: number[] = [];
  const ops: NetworkOp[] = [];
  const vector = (size: number): number => widths.push(size) - 1;
  const logits = vector(width.get(bits.from[0] ?? '') ?? SYMBOLS);
  const places = new Map<string, number>(bits.from.map((id) => [id, logits]));
  /* What a dense node reads lies side by side, where no other has it elsewhere: one matrix in place of several. */
  for (const node of nodes.toReversed())
    if (node.type === 'dense' || node.type === 'lstm') for (const id of node.from) if (!places.has(id)) places.set(id, vector(width.get(id) ?? 0));
  const at = (id: string): number => places.get(id) ?? logits; /* networkOf puts each node behind those it reads */

  const sum = (ids: readonly string[]): number => {
    const [first = ''] = ids;
    if (ids.length === 1) return at(first);
    const to = vector(width.get(first) ?? 0);
    for (const id of ids) ops.push({ op: 'ACT', act: acts.indexOf('identity'), from: at(id), to });
    return to;
  };
  const products = (from: readonly number[], to: number, { rate, init, mask = 'none', kept = 16 }: Weights): void => {
    for (const [i, first] of from.entries()) {
      if (first === (from[i - 1] ?? first) + 1) continue;
      let span = 1;
      while (from[i + span] === first + span) span++;
      const blocks = widths.slice(first, first + span).reduce((sum, each) => sum + each, 0) / 16;
      if (mask === 'none') ops.push({ op: 'DENSE', from: first, to, span, rate, init });
      else ops.push({ op: 'MASKED', from: first, to, span, rate, init, pattern: patterns.indexOf(mask), kept: Math.max(1, (blocks * kept + 8) >> 4) });
    }
  };
  const dense = (from: readonly number[], to: number, weights: Weights): void => {
    const { rank = 0, rate } = weights;
    if (rank === 0) products(from, to, weights);
    else {
      const between = vector(rank);
      products(from, between, weights);
      products([between], to, weights);
    }
    ops.push({ op: 'BIAS', to, rate });
  };

  const plan = (node: VectorNode): void => {
    const size = width.get(node.id) ?? 0;
    const own = (): number => {
      const to = places.get(node.id) ?? vector(size);
      places.set(node.id, to);
      return to;
    };
    switch (node.type) {
      case 'rows':
        ops.push({ op: 'ROWS', to: own(), rate: node.rate, boost: node.boost, contexts: node.contexts.map(terms) });
        break;
      case 'dense':
        dense(node.from.map(at), own(), node);
        break;
      case 'lstm': {
        const to = own();
        const before = vector(size);
        const gates = vector(3 * size);
        ops.push({ op: 'DELAY', from: to, to: before });
        dense([...node.from.map(at), before], gates, node);
        ops.push({ op: 'RECUR', from: gates, to });
        break;
      }
      case 'recurrence':
        ops.push({ op: 'RECUR', from: sum(node.from), to: own() });
        break;
      case 'attention':
        ops.push({ op: 'ATTEND', from: sum(node.from), to: own(), states: node.states / 16 });
        break;
      case 'norm':
        ops.push({ op: 'NORM', from: sum(node.from), to: own() });
        break;
      case 'act':
        ops.push({ op: 'ACT', act: acts.indexOf(node.act), from: sum(node.from), to: own() });
        break;
    }
  };
  const owners: string[] = [];
  for (const node of nodes) {
    plan(node);
    while (owners.length < ops.length) owners.push(node.id);
  }
  return { widths, logits, ops, nodes: owners };
}
