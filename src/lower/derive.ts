/**
 * Reverse-mode differentiation of a network: which ops gradients pass back through, in which order, and which ops learn
 * from them. What one op does to a gradient is its own affair (docs/format.md §6); this is the chain rule over all of them.
 */
import type { NetworkOp } from './program.js';

const sourcesOf = (op: NetworkOp): readonly number[] =>
  'span' in op ? Array.from({ length: op.span }, (_, i) => op.from + i) : 'from' in op ? [op.from] : [];
const learns = (op: NetworkOp): boolean => 'rate' in op && op.rate > 0;

/* Vectors grown from a start by a rule until nothing is added: DELAY makes loops, so one walk is not enough. */
function closure(start: readonly number[], ops: readonly NetworkOp[], grow: (op: NetworkOp, has: (vector: number) => boolean) => readonly number[]): ReadonlySet<number> {
  const vectors = new Set(start);
  for (let before = -1; before !== vectors.size; ) {
    before = vectors.size;
    for (const op of ops) for (const next of grow(op, (vector) => vectors.has(vector))) vectors.add(next);
  }
  return vectors;
}

/**
 * `back`: the ops that pass a gradient on, last op first. An op does so if what it makes matters to the logits and what it reads depends
 * on something that learns. `learn`: the ops that learn, in their order.
 */
export function derive(ops: readonly NetworkOp[], logits: number): { readonly back: readonly number[]; readonly learn: readonly number[] } {
  const matters = closure([logits], ops, (op, has) => (has(op.to) ? sourcesOf(op) : []));
  const taught = closure([], ops, (op, has) => (learns(op) || sourcesOf(op).some(has) ? [op.to] : []));
  const numbered = ops.map((op, i) => ({ op, i }));
  const passes = ({ op }: { readonly op: NetworkOp }): boolean => matters.has(op.to) && sourcesOf(op).some((source) => taught.has(source));
  return {
    back: numbered.filter(passes).map(({ i }) => i).toReversed(),
    learn: numbered.filter(({ op }) => learns(op) && matters.has(op.to)).map(({ i }) => i),
  };
}
