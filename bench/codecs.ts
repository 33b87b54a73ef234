/**
 * What a Node program can compress with, as functions; run by itself (`codecs.js pack NAME INPUT OUTPUT`, or unpack), one of them as a
 * command, so that the suite can measure libraries as it measures programs: with Node's start.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as zlib from 'node:zlib';
import { installed } from './tools.js';

export interface Codec {
  readonly name: string;
  pack(data: Buffer): Buffer;
  unpack(data: Buffer): Buffer;
}

type Functions = Omit<Codec, 'name'>;

const gzip = (level: number) => (): Functions => ({ pack: (data) => zlib.gzipSync(data, { level }), unpack: (data) => zlib.gunzipSync(data) });

const brotli = (quality: number) => (): Functions => ({
  pack: (data) => zlib.brotliCompressSync(data, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: quality, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: data.length } }),
  unpack: (data) => zlib.brotliDecompressSync(data),
});

/* Each loads what it needs and nothing else: the suite times its start. */
const packages = {
  snappy: async (): Promise<Functions> => {
    const snappy = await import('snappy');
    return { pack: (data) => snappy.compressSync(data), unpack: (data) => snappy.uncompressSync(data, { asBuffer: true }) as Buffer };
  },
  'node:zlib gzip 6': gzip(6),
  'node:zlib gzip 9': gzip(9),
  'node:zlib brotli 5': brotli(5),
  'node:zlib brotli 11': brotli(11),
} as const;

/** The names of libraries that are not kolmo. */
export const packageNames = Object.keys(packages) as readonly (keyof typeof packages)[];

const load = async (name: keyof typeof packages): Promise<Codec> => ({ name, ...(await packages[name]()) });

async function kolmo(level: number): Promise<Codec> {
  const { compressSync, decompressSync } = await import('../src/index.js');
  return { name: `kolmo ${level}`, pack: (data) => compressSync(data, { level }), unpack: (data) => decompressSync(data, { memory: 2 ** 36 }) };
}

/** A program as a filter: measured with its start. */
function program(name: string, pack: readonly string[], unpack: readonly string[]): Codec {
  const [command = name] = name.split(' ');
  const run = (args: readonly string[], input: Buffer): Buffer => {
    const { status, stdout, stderr } = spawnSync(command, args, { input, maxBuffer: 2 ** 31 - 1 });
    if (status !== 0) throw new Error(`${name}: ${stderr.toString()}`);
    return stdout;
  };
  return { name: `${name} (program)`, pack: (data) => run(pack, data), unpack: (data) => run(unpack, data) };
}

/** All, and programs of the system where Node has no package that installs everywhere. */
export async function codecs(): Promise<readonly Codec[]> {
  return [
    ...(await Promise.all(packageNames.map(load))),
    ...(installed('zstd') ? [program('zstd -3', ['-3', '-qc'], ['-dqc']), program('zstd -19', ['-19', '-qc'], ['-dqc'])] : []),
    ...(installed('xz') ? [program('xz -9', ['-9', '-T1', '-c'], ['-dc'])] : []),
    ...(await Promise.all([1, 3, 5, 9].map(kolmo))),
  ];
}

/** This file as a command's first arguments. */
export const codecCommand: readonly string[] = [process.execPath, fileURLToPath(import.meta.url)];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , way, wanted, input = '', output = ''] = process.argv;
  const name = packageNames.find((known) => known === wanted);
  if (name === undefined || (way !== 'pack' && way !== 'unpack')) throw new Error(`codecs.js pack|unpack ${packageNames.join('|')} INPUT OUTPUT`);
  writeFileSync(output, (await load(name))[way](readFileSync(input)));
}
