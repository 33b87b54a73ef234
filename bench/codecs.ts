/**
 * What a Node program can compress with, as functions; run by itself (`codecs.js pack NAME INPUT OUTPUT`, or unpack), one of them as a
 * command, so that the suite can measure libraries as it measures programs: with Node's start.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as zlib from 'node:zlib';
import { compressSync, decompressSync } from '../src/index.js';
import { installed } from './tools.js';

export interface Codec {
  readonly name: string;
  pack(data: Buffer): Buffer;
  unpack(data: Buffer): Buffer;
}

const brotli = (quality: number): Codec => ({
  name: `node:zlib brotli ${quality}`,
  pack: (data) => zlib.brotliCompressSync(data, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: quality, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: data.length } }),
  unpack: (data) => zlib.brotliDecompressSync(data),
});

const kolmo = (level: number): Codec => ({
  name: `kolmo ${level}`,
  pack: (data) => compressSync(data, { level }),
  unpack: (data) => decompressSync(data, { memory: 2 ** 36 }),
});

/** The names of libraries that are not kolmo; snappy is the one that packs() needs from npm. */
export const packageNames = ['snappy', 'node:zlib gzip 6', 'node:zlib gzip 9', 'node:zlib brotli 5', 'node:zlib brotli 11'] as const;

/** Those libraries. */
export async function packages(): Promise<readonly Codec[]> {
  const snappy = await import('snappy');
  return [
    { name: 'snappy', pack: (data) => snappy.compressSync(data), unpack: (data) => snappy.uncompressSync(data, { asBuffer: true }) as Buffer },
    { name: 'node:zlib gzip 6', pack: (data) => zlib.gzipSync(data), unpack: (data) => zlib.gunzipSync(data) },
    { name: 'node:zlib gzip 9', pack: (data) => zlib.gzipSync(data, { level: 9 }), unpack: (data) => zlib.gunzipSync(data) },
    brotli(5),
    brotli(11),
  ];
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
    ...(await packages()),
    ...(installed('zstd') ? [program('zstd -3', ['-3', '-qc'], ['-dqc']), program('zstd -19', ['-19', '-qc'], ['-dqc'])] : []),
    ...(installed('xz') ? [program('xz -9', ['-9', '-T1', '-c'], ['-dc'])] : []),
    ...[1, 3, 5, 9].map(kolmo),
  ];
}

/** This file as a command's first arguments. */
export const codecCommand: readonly string[] = [process.execPath, fileURLToPath(import.meta.url)];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , way, name, input = '', output = ''] = process.argv;
  const codec = (await packages()).find((known) => known.name === name);
  if (codec === undefined || (way !== 'pack' && way !== 'unpack')) throw new Error(`codecs.js pack|unpack ${packageNames.join('|')} INPUT OUTPUT`);
  writeFileSync(output, codec[way](readFileSync(input)));
}
