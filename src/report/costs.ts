/** What each byte of a file cost: bits of what was coded, given to the bytes that it stands for. */
import type { Block } from './frames.js';
import type { Trace } from './trace.js';

const WHOLE = 65_536;

/** Of each coded byte, in bits: as its block was coded, 8 where it was stored. */
function paid(blocks: readonly Block[], costs: Uint32Array): Float64Array {
  const bits = Float64Array.from(costs, (cost) => cost / WHOLE);
  let at = 0;
  for (const { coded, stored } of blocks) {
    if (stored) bits.fill(8, at, at + coded);
    at += coded;
  }
  return bits;
}

/** Of each byte of the file: a unit's bits are spread evenly over its bytes, so that they add up. */
function spread(units: Uint8Array, coded: Float64Array): Float64Array {
  const bits = new Float64Array(units.length);
  let from = 0;
  for (let start = 0; start < units.length; ) {
    let end = start + 1;
    while (end < units.length && units[end] === 0) end += 1;
    let sum = 0;
    for (const to = from + (units[start] ?? 0); from < to; from += 1) sum += coded[from] ?? 0;
    bits.fill(sum / (end - start), start, end);
    start = end;
  }
  return bits;
}

export interface Costs {
  /** Of each coded byte, in bits. */
  readonly coded: Float64Array;
  /** Of each byte of the file. */
  readonly bytes: Float64Array;
  /** The same without the network; undefined where there is none. */
  readonly without: Float64Array | undefined;
  /** Of all. */
  readonly total: number;
}

export function costsOf({ frames: { blocks }, inspection, without, units }: Trace): Costs {
  const coded = paid(blocks, inspection.costs);
  const bytes = spread(units, coded);
  return {
    coded,
    bytes,
    /* A block that is stored would hardly be shorter by a weaker model; what it would cost is shown all the same. */
    without: without && spread(units, Float64Array.from(without, (cost) => cost / WHOLE)),
    total: coded.reduce((sum, bits) => sum + bits, 0),
  };
}
