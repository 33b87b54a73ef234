/** Inputs for tests: the bundled sample, and deterministic noise. */
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../sample/', import.meta.url);

/** The bundled sample, all kinds in one. */
export const sample = Buffer.concat(readdirSync(folder).sort().map((name) => readFileSync(new URL(name, folder))));

/** Bytes without any regularity, the same for the same seed. */
export function noise(length: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(length);
  let state = seed >>> 0;
  for (let i = 0; i < length; i++) {
    state = (state + 0x9e37_79b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85eb_ca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
    bytes[i] = (mixed ^ (mixed >>> 16)) & 0xff;
  }
  return bytes;
}

/** The code of the error that a call throws or a promise rejects with. */
export async function codeOf(call: () => unknown): Promise<string> {
  try {
    await call();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  }
  return 'no error';
}
