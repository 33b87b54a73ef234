/** The other compressors: one row each. Debian's packages, at the settings at which they are strongest; libraries for Node; and what a file of peers names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codecCommand, packageNames } from './codecs.js';
import { root } from './root.js';

/** A compressor as commands to run in one folder, on file names relative to it. */
export interface Compressor {
  readonly name: string;
  /** argv[0] */
  readonly program: string;
  /** The Debian package that brings it; undefined for kolmo itself, for libraries and for a user's own. */
  readonly package?: string;
  /** What an archive's name must end with, for programs that insist. */
  readonly suffix: string;
  compress(input: string, archive: string): readonly string[];
  decompress(archive: string, output: string): readonly string[];
  /** Which of its results come on standard output instead of in the file named. */
  readonly stdout: 'both' | 'restored' | 'none';
}

/** What costs are told as multiples of. */
export const REFERENCE = 'zpaq -m5';

/** gzip's manners: options, then the file; output on stdout. */
function filter(name: string, from: string, suffix: string, pack: readonly string[], unpack: readonly string[]): Compressor {
  const program = name.split(' ', 1)[0] ?? name;
  return {
    name,
    program,
    package: from,
    suffix,
    compress: (input) => [program, ...pack, input],
    decompress: (archive) => [program, ...unpack, archive],
    stdout: 'both',
  };
}

function zpaq(method: number): Compressor {
  return {
    name: `zpaq -m${method}`,
    program: 'zpaq',
    package: 'zpaq',
    suffix: '.zpaq',
    compress: (input, archive) => ['zpaq', 'add', archive, input, `-m${method}`, '-t1'],
    // It restores a file under the name that it had unless told both names.
    decompress: (archive, output) => ['zpaq', 'extract', archive, 'input', '-to', output, '-t1', '-force'],
    stdout: 'none',
  };
}

/** A library for Node, as a program of its own. */
function library(name: string): Compressor {
  return {
    name,
    program: process.execPath,
    suffix: '.packed',
    compress: (input, archive) => [...codecCommand, 'pack', name, input, archive],
    decompress: (archive, output) => [...codecCommand, 'unpack', name, archive, output],
    stdout: 'none',
  };
}

export const peers: readonly Compressor[] = [
  zpaq(5),
  {
    name: 'lrzip -z',
    program: 'lrzip',
    package: 'lrzip',
    suffix: '.lrz',
    compress: (input, archive) => ['lrzip', '-z', '-p', '1', '-q', '-f', '-o', archive, input],
    decompress: (archive, output) => ['lrzip', '-d', '-p', '1', '-q', '-f', '-o', output, archive],
    stdout: 'none',
  },
  {
    name: '7z ppmd',
    program: '7z',
    package: 'p7zip-full',
    suffix: '.7z',
    compress: (input, archive) => ['7z', 'a', '-t7z', '-m0=PPMd:o=16:mem=1g', '-mmt=1', '-bd', archive, input],
    decompress: (archive) => ['7z', 'x', '-so', '-mmt=1', archive],
    stdout: 'restored',
  },
  filter('bzip3', 'bzip3', '.bz3', ['-e', '-c', '-b', '16'], ['-d', '-c']),
  filter('brotli -q 11', 'brotli', '.br', ['-q', '11', '--lgwin=24', '-c'], ['-d', '-c']),
  filter('xz -9e', 'xz-utils', '.xz', ['-9e', '-T1', '-c'], ['-d', '-c']),
  filter('bzip2 -9', 'bzip2', '.bz2', ['-9', '-c'], ['-d', '-c']),
  filter('zstd --ultra -22', 'zstd', '.zst', ['--ultra', '-22', '--long=31', '--single-thread', '-q', '-c'], ['-d', '--long=31', '-q', '-c']),
  filter('gzip -9', 'gzip', '.gz', ['-9', '-n', '-c'], ['-d', '-c']),
  filter('lz4 -9', 'lz4', '.lz4', ['-9', '-q', '-c'], ['-d', '-q', '-c']),
  ...[4, 3, 2, 1].map(zpaq),
  ...packageNames.map(library),
];

/**
 * Peers of a user's own: a file of lines {"name", "compress", "decompress", "suffix"?}, the commands with {input}, {archive} and {output} for files in
 * the folder where they run. Lines that start with # are comments.
 * @throws Error naming the line that is something else
 */
export function peersOf(path: string): readonly Compressor[] {
  return readFileSync(path, 'utf8').split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const wrong = (why: string): Error => new Error(`${path}, line ${index + 1}: ${why}`);
    let row: unknown;
    try {
      row = JSON.parse(line);
    } catch (error) {
      throw wrong(error instanceof Error ? error.message : String(error));
    }
    const { name, compress, decompress, suffix = '.packed' } = (row ?? {}) as Record<string, unknown>;
    const command = (text: unknown, key: string, names: readonly string[]): ((...files: readonly string[]) => readonly string[]) => {
      if (typeof text !== 'string' || text.trim() === '') throw wrong(`"${key}" is no command`);
      for (const file of names) if (!text.includes(`{${file}}`)) throw wrong(`"${key}" does not say where {${file}} goes`);
      const words = text.trim().split(/\s+/);
      return (...files) => words.map((word) => names.reduce((done, file, i) => done.replaceAll(`{${file}}`, files[i] ?? ''), word));
    };
    if (typeof name !== 'string' || name === '' || typeof suffix !== 'string') throw wrong('a peer has a "name", and "suffix" is text');
    const pack = command(compress, 'compress', ['input', 'archive']);
    const unpack = command(decompress, 'decompress', ['archive', 'output']);
    return [{ name, program: pack('input', 'archive')[0] ?? '', suffix, compress: pack, decompress: unpack, stdout: 'none' as const }];
  });
}

/** kolmo at a level, as its users run it: the command, with Node's start-up. */
export function kolmo(level: number): Compressor {
  const command = [process.execPath, join(root, 'dist/cli/main.js'), '-q', '-f'];
  return {
    name: `kolmo -${level}`,
    program: process.execPath,
    suffix: '.kolmo',
    compress: (input, archive) => [...command, `-${level}`, '-o', archive, input],
    decompress: (archive, output) => [...command, '-d', '-o', output, archive],
    stdout: 'none',
  };
}
