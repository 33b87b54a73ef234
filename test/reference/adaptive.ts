/** §5.2: an adaptive probability is a u32, 22 bits of probability over 10 bits of count. */

/** Its probability in 1/65536. */
export const p16 = (value: number): number => value >>> 16;

/** `value` after it was followed by `bit`. */
export function learn(value: number, bit: number, limit: number): number {
  const q = value >>> 10;
  const n = value & 1_023;
  const error = (bit ? 2 ** 22 - 1 : 0) - q;
  const rate = Math.floor(131_072 / (2 * n + 3));
  // The product has 39 bits: a double holds it, the shift operators do not.
  const next = q + Math.floor((error * rate + (bit ? 65_535 : 0)) / 65_536);
  return ((next << 10) | (n < limit ? n + 1 : n)) >>> 0;
}
