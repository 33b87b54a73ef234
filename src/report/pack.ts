/** Numbers as a page carries them: bytes, deflated, in base64. page/data.ts reads them. */
import { deflateSync } from 'node:zlib';

/** Most bits that a level stands for. */
export const MOST_BITS = 64;

/** Bits that a level, 0…255, stands for: fine steps where there are few. */
export const bitsOfLevel = (level: number): number => MOST_BITS * (level / 255) ** 2;

const clampByte = (value: number): number => Math.min(255, Math.max(0, value));

/** The level nearest to so many bits. */
export const levelOfBits = (bits: number): number => clampByte(Math.round(255 * Math.sqrt(bits / MOST_BITS)));

/**
 * A level for each, the one below or above it, whichever keeps the sum of all so far nearer to what it should be: no level is off by a whole step, and
 * the sum of all by no more than the last few.
 */
export function levelsOf(bits: Float64Array): Uint8Array {
  const levels = new Uint8Array(bits.length);
  let owed = 0;
  bits.forEach((value, i) => {
    const low = clampByte(Math.floor(255 * Math.sqrt(value / MOST_BITS)));
    const high = clampByte(low + 1);
    const [less, more] = [owed + value - bitsOfLevel(low), owed + value - bitsOfLevel(high)];
    const level = Math.abs(less) <= Math.abs(more) ? low : high;
    levels[i] = level;
    owed += value - bitsOfLevel(level);
  });
  return levels;
}

/** Most that a signed level stands for: of weights, and of bits saved. */
export const MOST_WEIGHT = 4;
export const MOST_SAVED = 16;

/** Signed levels, 1…255, with 128 for 0 and fine steps around it, up to `most`. */
export const signedLevels = (values: readonly number[], most: number): Uint8Array =>
  Uint8Array.from(values, (value) => 128 + Math.sign(value) * Math.min(127, Math.round(127 * Math.sqrt(Math.abs(value) / most))));

/** Little-endian, four bytes each. */
export function words(values: Uint32Array | readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => bytes.writeUInt32LE(value, 4 * i));
  return bytes;
}

/** No character of it ends a script element. */
export const packed = (bytes: Uint8Array): string => deflateSync(bytes, { level: 9 }).toString('base64');

/** JSON that may stand in a script element: `<` can't begin a tag, nor an end of the element. */
export const json = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

/** Text as HTML. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
