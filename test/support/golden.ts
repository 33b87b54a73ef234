/** The golden archives: what each is made from, and how. scripts/golden.ts writes them, test/golden.test.ts makes them anew. */
import { createHash } from 'node:crypto';
import { compressSync } from '../../src/index.js';
import { native } from '../../src/native.js';
import { small } from '../models.js';
import { kinds, mixture } from './kinds.js';
import { machineCode, x86 } from './machine-code.js';
import { noise } from './noise.js';
import { flushed } from './streams.js';

export const folder = 'test/golden/';

export interface Golden {
  readonly original: Buffer;
  readonly archive: Buffer;
}

const whole = (original: Buffer, options: Parameters<typeof compressSync>[1]): Golden => ({ original, archive: compressSync(original, options) });

const cut = (length: number): Buffer => Buffer.concat([kinds.prose.subarray(0, length), kinds.json.subarray(0, length), kinds.repeats.subarray(0, length)]);

/** A stream of two flushes, one of them behind bytes that cannot be coded; and a member behind it. */
async function joined(): Promise<Golden> {
  const pieces = [kinds.json.subarray(0, 600), noise(100), kinds.json.subarray(500, 1_200)];
  const archive = Buffer.concat([await flushed(pieces, { level: 1 }), compressSync(mixture, { level: 2 })]);
  return { original: Buffer.concat([...pieces, mixture]), archive };
}

const makers: Readonly<Record<string, () => Golden | Promise<Golden>>> = {
  level1: () => whole(cut(1_200), { level: 1 }),
  level5: () => whole(cut(1_200), { level: 5 }),
  level9: () => whole(cut(400), { level: 9 }), /* a second decoder reads it, half a minute long */
  graph: () => whole(mixture, { graph: small }),
  segments: () => whole(Buffer.concat([Buffer.alloc(65_536, 'a segment of the least length, '), kinds.prose.subarray(0, 600)]), { level: 1, segment: 65_536 }),
  snapshot: () => whole(Buffer.concat([Buffer.alloc(65_536, 'a segment of the least length, '), kinds.prose.subarray(0, 600)]), { level: 1, segment: 65_536, snapshot: 500 }),
  dictionary: () => whole(kinds.prose.subarray(0, 1_200), { level: 1, text: 'dict' }),
  words: () => whole(Buffer.from('Schöne Wörter, SCHÖNE Worte; schöne wörter! '.repeat(40)), { level: 1, text: 'words' }),
  code: () => whole(machineCode(x86, 200), { level: 1, text: 'code' }),
  machine: () => whole(machineCode(x86, 60), { level: 5, kind: 'machine' }),
  joined,
};

export const names = Object.keys(makers);

export async function make(name: string): Promise<Golden> {
  const maker = makers[name];
  if (maker === undefined) throw new Error(`no golden archive ${name}`);
  return maker();
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Of the core in use. */
export const revision = (): number => native().constants['OPSET_REVISION'] ?? -1;

/** test/golden/manifest.json. */
export interface Manifest {
  readonly revision: number;
  readonly archives: Readonly<Record<string, { readonly archive: string; readonly original: string }>>;
}
