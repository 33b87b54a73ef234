/** Inputs for tests: the bundled sample, and deterministic noise. */
import { readdirSync, readFileSync } from 'node:fs';

export { noise } from './noise.js';

const folder = new URL('../sample/', import.meta.url);

/** The bundled sample, all kinds in one. */
export const sample = Buffer.concat(readdirSync(folder).sort().map((name) => readFileSync(new URL(name, folder))));

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
