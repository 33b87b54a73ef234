/** The other compressors: one row each, with the settings at which they are strongest. All are Debian packages. */
import { join } from 'node:path';
import { root } from './root.js';

/** A compressor as commands to run in one folder, on file names relative to it. */
export interface Compressor {
  readonly name: string;
  /** argv[0] */
  readonly program: string;
  /** The Debian package that brings it; undefined for kolmo itself. */
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

export const peers: readonly Compressor[] = [
  {
    name: REFERENCE,
    program: 'zpaq',
    package: 'zpaq',
    suffix: '.zpaq',
    compress: (input, archive) => ['zpaq', 'add', archive, input, '-m5', '-t1'],
    // It restores a file under the name that it had unless told both names.
    decompress: (archive, output) => ['zpaq', 'extract', archive, 'input', '-to', output, '-t1', '-force'],
    stdout: 'none',
  },
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
];

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
