/**
 * Instructions per byte, counted by callgrind: the same at every run, so that a change of one percent shows on a machine
 * whose clock cannot show ten. Counted on the bundled sample, which is always there and changes only on purpose.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { versions } from '../src/index.js';
import { programHash } from '../src/lower/index.js';
import { contents, sampleFiles } from './corpora.js';
import { progress } from './options.js';
import { root } from './root.js';
import { installed, tool } from './tools.js';

/** Bytes. */
const SAMPLE = 65_536;

/** The first that is there. AVX-512 is not among them: valgrind does not run it. */
const PATHS = ['avx2', 'scalar'] as const;

export function cpuPath(): string {
  return PATHS.find((path) => versions.paths.includes(path)) ?? 'scalar';
}

/** "avx2 gcc 12.2.0": what a count depends on besides the sources. */
export function countedWith(): string {
  const { stdout } = spawnSync('cc', ['-dumpfullversion'], { encoding: 'utf8' });
  const { stdout: name } = spawnSync('cc', ['--version'], { encoding: 'utf8' });
  return `${cpuPath()} ${/clang/.test(name ?? '') ? 'clang' : 'gcc'} ${(stdout ?? '').trim() || 'unknown'}`;
}

/** Files of the sample in equal parts, so that no kind of data stands alone for all. */
export function instructionSample(): Buffer {
  const files = sampleFiles();
  const part = Math.ceil(SAMPLE / files.length);
  const joined = Buffer.concat(files.map((file) => contents(file, part)));
  // A file that is shorter than its part leaves room, which the last bytes of the others fill.
  const rest = Buffer.concat(files.map((file) => contents(file).subarray(part)));
  return Buffer.concat([joined, rest]).subarray(0, SAMPLE);
}

/** "totals: 12345" of a callgrind file. */
export function parseTotals(text: string): number {
  const count = /^(?:totals|summary): (\d+)/m.exec(text)?.[1];
  if (count === undefined) throw new Error('callgrind counted nothing');
  return Number(count);
}

let valgrind: boolean | undefined;

export function hasValgrind(): boolean {
  if (valgrind === undefined) {
    valgrind = installed('valgrind');
    if (!valgrind) process.stderr.write('!! valgrind is missing (Debian package valgrind): instructions are not counted\n');
  }
  return valgrind;
}

function countOne(executable: string, program: Uint8Array, sample: Buffer): number {
  const folder = mkdtempSync(join(tmpdir(), 'kolmo-bench-'));
  try {
    writeFileSync(join(folder, 'program'), program);
    writeFileSync(join(folder, 'input'), sample);
    const { status, stderr } = spawnSync(
      'valgrind',
      ['--tool=callgrind', '--callgrind-out-file=counts', '--toggle-collect=coding', executable, 'program', 'input'],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, KOLMO_CPU: cpuPath() } },
    );
    if (status !== 0) throw new Error(`valgrind: exit status ${status}\n${stderr}`);
    return parseTotals(readFileSync(join(folder, 'counts'), 'utf8')) / sample.length;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Counts by what they depend on: a count takes fifty times as long as the coding itself, and never changes. */
function readCache(file: string): Record<string, number> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
  } catch {
    return {};
  }
}

/**
 * Instructions per byte by which a Program codes the sample; undefined, said once on stderr, without valgrind.
 * @param what names it while it is being counted
 */
export function countInstructions(program: Uint8Array, what: string): number | undefined {
  if (!hasValgrind()) return undefined;
  const executable = tool('instructions');
  const sample = instructionSample();
  const build = createHash('sha256').update(readFileSync(executable)).update(sample).update(cpuPath()).digest('hex').slice(0, 16);
  const file = join(root, 'build/bench/instructions.json');
  const cache = readCache(file);
  const key = `${build} ${programHash(program).toString(16)}`;
  const known = cache[key];
  if (known !== undefined) return known;
  progress(`${what}: counting instructions`);
  const count = countOne(executable, program, sample);
  writeFileSync(file, JSON.stringify({ ...cache, [key]: count }, null, 1));
  return count;
}
