/** §5.1: probabilities in 1/65536 and the logistic domain in Q11, by two tables made of integers. */

const MAX = 24_575;

function squashTable(): Int32Array {
  const table = new Int32Array(3_073);
  let e = 1n << 32n;
  for (let k = 0; k <= 1_536; k++) {
    const d = (1n << 32n) + e;
    const q = Math.min(65_535, Number(((1n << 48n) + d / 2n) / d));
    table[1_536 + k] = q;
    table[1_536 - k] = 65_536 - q;
    e = (e * 4_261_543_595n + (1n << 31n)) >> 32n;
  }
  return table;
}

const squashes = squashTable();

export const clampSignal = (x: number): number => Math.max(-MAX, Math.min(MAX, x));

/** The probability of logistic `x`: 1 to 65,535. */
export function squash(x: number): number {
  const i = clampSignal(x) + 24_576;
  const low = squashes[i >> 4] ?? 0;
  const high = squashes[(i >> 4) + 1] ?? 0;
  return low + (((high - low) * (i & 15)) >> 4);
}

/* inverse[p] is the smallest x from 0 up with squash(x) ≥ p, for the upper half of the probabilities. */
function inverseTable(): Int16Array {
  const inverse = new Int16Array(65_536);
  let x = 0;
  for (let p = 32_768; p < 65_536; p++) {
    while (squash(x) < p) x++;
    inverse[p] = x;
  }
  return inverse;
}

const inverse = inverseTable();

/** The logistic value of probability `p`, 0 to 65,535. */
export function stretch(p: number): number {
  if (p === 0) return -MAX;
  return p < 32_768 ? -(inverse[65_536 - p] ?? 0) : (inverse[p] ?? 0);
}

/** The mean of signals, as APM and OUTPUT take it. */
export function mean(signals: Int16Array, inputs: readonly number[]): number {
  let sum = 0;
  for (const i of inputs) sum += signals[i] ?? 0;
  return Math.trunc(sum / inputs.length);
}
