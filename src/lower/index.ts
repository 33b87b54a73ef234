import { checkGraph } from '../graph/check.js';
import type { Graph } from '../graph/types.js';
import { encodeProgram } from './encode.js';
import { planProgram } from './plan.js';

export { decodeProgram } from './decode.js';
export { encodeProgram } from './encode.js';
export { type Plan, planNodes, planProgram } from './plan.js';
export { type Bits, type NetworkOp, type Program, type Selector, type Span, type Stage, type Term, op, programHash } from './program.js';

/**
 * The Program bytes (docs/format.md §4) of a graph: the same on every machine, for the order of nodes decides nothing
 * but ties and all arithmetic is on small integers.
 * @throws KolmoError ERR_OPTION as checkGraph does
 */
export function lower(graph: Graph): Uint8Array {
  return encodeProgram(planProgram(checkGraph(graph)));
}
