/** What each byte of a file cost: bits of what was coded, given to the bytes that it stands for. */
import type { Block } from './frames.js';
import { BIT } from './inspect.js';
import type { Trace } from './trace.js';

/** What ending a block's code may cost or save, in bits; and how far the coder's arithmetic may be off, of the whole. */
const END = 16;
const OFF = 1e-4;

interface Paid {
  /** Of each coded byte, in bits. */
  readonly bits: Float64Array;
  /** Of all in coded blocks, by the model alone. */
  readonly model: number;
}

/**
 * What was paid for each coded byte: by the model's predictions, and its part of what ending its block cost or saved, which is a byte or so; 8 bits where the
 * block is stored. So they add up to the blocks' data.
 */
function paid(blocks: readonly Block[], costs: Uint32Array): Paid {
  const bits = Float64Array.from(costs, (cost) => cost / BIT);
  let [at, model] = [0, 0];
  for (const { coded, payload, stored } of blocks) {
    const block = bits.subarray(at, at + coded);
    at += coded;
    if (stored) {
      block.fill(8);
      continue;
    }
    const sum = block.reduce((total, each) => total + each, 0);
    if (Math.abs(8 * payload - sum) > END + OFF * sum) throw new Error(`a block of ${payload} bytes, but its bytes cost ${sum} bits: the model is not the archive's`);
    model += sum;
    block.forEach((each, i) => (block[i] = each * ((8 * payload) / sum)));
  }
  return { bits, model };
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
  /** Of all: those of the blocks' data. */
  readonly total: number;
  /** Of all in coded blocks, by the model alone. */
  readonly model: number;
}

export function costsOf({ frames: { blocks }, inspection, without, units }: Trace): Costs {
  const { bits: coded, model } = paid(blocks, inspection.costs);
  const bytes = spread(units, coded);
  return {
    coded,
    bytes,
    /* A block that is stored would hardly be shorter by a weaker model; what it would cost is shown all the same. */
    without: without && spread(units, Float64Array.from(without, (cost) => cost / BIT)),
    total: coded.reduce((sum, bits) => sum + bits, 0),
    model,
  };
}
