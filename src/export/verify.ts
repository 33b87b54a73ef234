/** What a judge does with an exported program: builds it, compresses, restores, compares, measures, and holds it against the limits. */
import { closeSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, readSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { packageRoot } from '../native.js';
import type { Manifest } from './files.js';
import { limits } from './limits.js';
import { command, offline, run, type Run, RunError, works } from './run.js';

export interface Limit {
  readonly name: string;
  /** In `unit`, for limits.bytes. */
  readonly projected: number;
  readonly allowed: number;
  readonly unit: 'hours' | 'bytes';
  readonly kept: boolean;
}

export interface Report {
  readonly export: { readonly kolmo: string; readonly command: string };
  readonly input: { readonly name: string; readonly bytes: number };
  /** With CFLAGS, where the environment has some. */
  readonly compiler: string;
  readonly build: { readonly wall: number };
  readonly compress: Run;
  readonly restore: Run;
  readonly identical: boolean;
  /** Bytes. S = S1 + S2; arguments are a part of S1, as judges count. */
  readonly sizes: { readonly comp9: number; readonly arguments: number; readonly S1: number; readonly S2: number; readonly S: number };
  /** Bytes of the stripped decompressor, by how it is linked and packed; null where the tool for it is not there. */
  readonly decompressor: { readonly dynamic: number; readonly small: number; readonly musl: number | null; readonly upx: number | null };
  /** Bytes of archive9 as a description of the data: what decodes, and what is decoded. */
  readonly description: { readonly program: number; readonly tables: number; readonly weights: number; readonly payload: number };
  readonly score: number;
  /** S at limits.bytes, with as many bits per byte as here; models that learn take fewer. */
  readonly projectedS: number;
  readonly limits: readonly Limit[];
}

export interface VerifyOptions {
  readonly folder: string;
  readonly input: string;
  /** Geekbench 5, one core. */
  readonly score: number;
  /** A word about what begins. */
  readonly say: (text: string) => void;
}

/* Behind the archive in archive9: its length, and a mark. */
const TAIL = 16;

function manifestOf(folder: string): Manifest {
  const path = join(folder, 'export.json');
  if (!existsSync(path)) throw new RunError(`${folder} has no export.json: it is not what kolmo export wrote`);
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  if (!manifest.programs.includes('comp9')) throw new RunError(`${folder} is a decompressor alone: there is nothing to verify it with`);
  return manifest;
}

const CHUNK = 1 << 20;

function sameBytes(one: string, other: string): boolean {
  if (statSync(one).size !== statSync(other).size) return false;
  const files = [openSync(one, 'r'), openSync(other, 'r')] as const;
  try {
    const [a, b] = [Buffer.alloc(CHUNK), Buffer.alloc(CHUNK)];
    for (;;) {
      const n = readSync(files[0], a, 0, CHUNK, null);
      if (readSync(files[1], b, 0, CHUNK, null) !== n || !a.subarray(0, n).equals(b.subarray(0, n))) return false;
      if (n === 0) return true;
    }
  } finally {
    files.forEach(closeSync);
  }
}

function limitsOf(size: number, manifest: Manifest, { compress, restore }: Pick<Report, 'compress' | 'restore'>, score: number): readonly Limit[] {
  const times = limits.bytes / size;
  const hours = limits.hoursTimesScore / score;
  const memory = (bytes: number): number => manifest.memory[Math.min(Math.ceil(Math.log2(Math.max(bytes, 1))), manifest.memory.length - 1)] ?? 0;
  /* Tables grow as the model says; what else a run took stays as it is. */
  const more = memory(limits.bytes) - memory(size);
  const row = (name: string, projected: number, allowed: number, unit: Limit['unit']): Limit => ({ name, projected, allowed, unit, kept: projected <= allowed });
  return [
    row('time to compress', (compress.wall * times) / 3600, hours, 'hours'),
    row('time to restore', (restore.wall * times) / 3600, hours, 'hours'),
    row('memory to compress', compress.resident + more, limits.resident, 'bytes'),
    row('memory to restore', restore.resident + more, limits.resident, 'bytes'),
    row('disk to compress', compress.disk * times + limits.bytes, limits.disk, 'bytes'),
    row('disk to restore', restore.disk * times, limits.disk, 'bytes'),
  ];
}

/* `made` makes a folder. */
function decompressors(source: string, made: (name: string) => string): Report['decompressor'] {
  const build = (name: string, words: readonly string[]): string => {
    const folder = made(name);
    command('make', ['-s', '-f', join(source, 'Makefile'), ...words, 'decomp'], folder);
    return join(folder, 'decomp');
  };
  const size = (path: string): number => statSync(path).size;
  const small = build('small', ['SMALL=1']);
  const packed = `${small}.upx`;
  const hasUpx = works('upx', ['--version']);
  if (hasUpx) command('upx', ['-q', '--best', '-o', packed, small], tmpdir());
  return {
    dynamic: size(build('dynamic', [])),
    small: size(small),
    musl: works('musl-gcc', ['--version']) ? size(build('musl', ['SMALL=1', 'CC=musl-gcc', 'LDFLAGS=-static -s'])) : null,
    upx: hasUpx ? size(packed) : null,
  };
}

/** Throws RunError: it does not build, run, or restore the same bytes; or offline cannot be had. */
export function verify({ folder, input, score, say }: VerifyOptions): Report {
  const manifest = manifestOf(folder);
  const size = statSync(input).size;
  if (size === 0) throw new RunError(`${input} is empty: nothing can be projected from it`);
  const apart = offline();
  const work = mkdtempSync(join(tmpdir(), 'kolmo-verify-'));
  try {
    const made = (name: string): string => {
      mkdirSync(join(work, name));
      return join(work, name);
    };
    const [source, built, tools] = ['source', 'built', 'tools'].map(made) as [string, string, string];
    for (const name of readdirSync(folder)) if (/^(kolmo\.c|Makefile|.*\.(md|sh|args|json)|LICENSE)$/.test(name)) copyFileSync(join(folder, name), join(source, name));
    const compiler = process.env['CC'] ?? 'cc';
    const measure = join(tools, 'measure');
    command(compiler, ['-O2', '-o', measure, join(packageRoot(), 'native/standalone/measure.c')], tools);
    const timed = (words: readonly string[], where: string): Run => run(measure, apart, words, where, join(tools, 'report'));

    say('building comp9, offline');
    const build = timed(['sh', join(source, 'build.sh')], built);
    const compressing = made('compressing');
    const restoring = made('restoring');
    copyFileSync(join(built, 'comp9'), join(compressing, 'comp9'));
    symlinkSync(resolve(input), join(compressing, 'input9'));
    say(`compressing ${basename(input)}, ${size} bytes, on one core`);
    const compress = timed(['./comp9', 'input9'], compressing);
    copyFileSync(join(compressing, 'archive9'), join(restoring, 'archive9'));
    say('restoring it');
    const restore = timed(['./archive9'], restoring);
    const identical = sameBytes(resolve(input), join(restoring, 'data9'));
    if (!identical) throw new RunError('archive9 restored other bytes');

    say('building the decompressor');
    const decompressor = decompressors(source, made);
    const comp9 = statSync(join(built, 'comp9')).size;
    const args = Buffer.byteLength('input9\n');
    const archive9 = statSync(join(compressing, 'archive9')).size;
    const payload = archive9 - comp9 - TAIL;
    const S1 = comp9 + args;
    return {
      export: { kolmo: manifest.kolmo, command: manifest.command },
      input: { name: basename(input), bytes: size },
      compiler: [compiler, process.env['CFLAGS'] ?? ''].join(' ').trim(),
      build: { wall: build.wall },
      compress,
      restore,
      identical,
      sizes: { comp9, arguments: args, S1, S2: archive9, S: S1 + archive9 },
      decompressor,
      description: { program: comp9 + TAIL - manifest.tables, tables: manifest.tables, weights: 0, payload },
      score,
      projectedS: Math.round((payload / size) * limits.bytes) + S1 + comp9 + TAIL,
      limits: limitsOf(size, manifest, { compress, restore }, score),
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
