/** Exported programs: built with the compiler that is here, they make the archives that kolmo makes, and restore them. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { reportText } from '../src/export/report.js';
import type { Report } from '../src/export/verify.js';
import { steady } from '../src/graph/build.js';
import { type Node, setParam } from '../src/graph/index.js';
import { compressSync } from '../src/index.js';
import { noise, sample, eachInFolder, has } from './cli-run.js';
import { networked } from './models.js';

const folder = eachInFolder();
afterEach(() => {
  vi.unstubAllEnvs();
});
const compiler = ['cc', 'gcc', 'clang'].find(has);
const tools = compiler !== undefined && has('make');
const offline = spawnSync('unshare', ['-n', 'true']).status === 0 || spawnSync('unshare', ['-r', '-n', 'true']).status === 0;

/* What docs/hutter.md says of compiling by hand; -Og because compiling would take most of the time. */
const flags = ['-std=gnu11', '-Og', '-ffp-contract=off', '-fno-math-errno', '-Wall', '-Wextra', '-Werror'];

interface Ended {
  readonly status: number | null;
  readonly stderr: string;
}

function run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Ended {
  const { status, stderr, error } = spawnSync(program, args, { cwd: folder().path, encoding: 'utf8', env: { ...process.env, ...env } });
  if (error) throw error;
  return { status, stderr };
}

function succeed(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  expect({ args, ...run(program, args, env) }).toEqual({ args, status: 0, stderr: '' });
}

/** Exports a model and compiles programs of it, each by itself, for one code path. */
function build(options: readonly string[], programs: readonly string[], more: readonly string[] = []): void {
  const { status, stderr } = folder().kolmo(['export', '-q', ...options, '-o', 'exported']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  for (const name of programs) succeed(compiler ?? '', [...flags, ...more, `-DKOLMO_${name.toUpperCase()}`, '-o', name, 'exported/kolmo.c']);
}

const file = (name: string): Buffer => readFileSync(folder().at(name));
const program = (name: string): string => `./${name}`;

/** The programs make this archive of `data`, and restore it. */
function agreeOn(data: Uint8Array, archive: Uint8Array, env: Readonly<Record<string, string>> = {}): void {
  const here = folder();
  here.write('data', data);
  here.write('theirs', archive);
  for (const name of ['ours', 'restored']) rmSync(here.at(name), { force: true });
  succeed(program('comp'), ['data', 'ours'], env);
  expect(file('ours').equals(archive)).toBe(true);
  succeed(program('decomp'), ['theirs', 'restored'], env);
  expect(file('restored').equals(data)).toBe(true);
}

/** The archive that the command makes with these options. */
function agree(data: Uint8Array, options: readonly string[]): void {
  folder().write('data', data);
  const { status, stdout, stderr } = folder().kolmo([...options, '-c', 'data']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  agreeOn(data, stdout);
}

describe.skipIf(!tools)('an exported program', () => {
  it.each([3, 5, 8])('makes and restores the archives of level %i', (level) => {
    build([`-${level}`], ['comp', 'decomp']);
    for (const data of [sample(level < 5 ? 8000 : 1500), noise(300), Buffer.alloc(0)]) agreeOn(data, compressSync(data, { level, kind: 'text', text: 'none' }));
  });

  it('has a code path for each CPU, all alike, by its Makefile', () => {
    build(['-1'], []);
    succeed('make', ['-s', '-j2', '-C', 'exported', 'ALL=1', `CC=${compiler ?? ''}`, 'CFLAGS=-Og -Werror']);
    folder().sh('mv exported/comp exported/decomp exported/comp9 .');
    const paths = process.arch === 'x64' ? ['scalar', ''] : [''];
    for (const KOLMO_CPU of paths) agreeOn(sample(30_000), compressSync(sample(30_000), { level: 1 }), { KOLMO_CPU });
    const { status, stderr } = run(program('comp'), ['data', 'x'], { KOLMO_CPU: 'abacus' });
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'data: KOLMO_CPU=abacus: this build or CPU has no such code path (ERR_CPU)\n' });
    expect(existsSync(folder().at('x'))).toBe(false);
    succeed(program('comp9'), ['data']);
    succeed(program('archive9'), []);
    expect(file('data9').equals(sample(30_000))).toBe(true);
    expect(run(program('archive9'), [])).toEqual({ status: 1, stderr: 'data9: File exists\n' });
    expect(run(program('archive9'), ['data'])).toEqual({ status: 1, stderr: 'usage: archive9 (writes data9)\n' });
    expect(run(program('comp9'), [])).toEqual({ status: 1, stderr: 'usage: comp9 IN (writes archive9)\n' });
  });

  it('takes the options that the command takes', () => {
    const options = ['-2', '--set', 'match.minLength=7', '--segment', '65536', '--snapshot', '5000', '--memory', '20M'];
    build(options, ['comp', 'decomp']);
    agree(sample(90_000), options);
  });

  it('has networks of any ops, in floats and in int8', () => {
    const floats: readonly Node[] = [
      { id: 'hidden', type: 'dense', from: ['memory', 'lstm'], width: 32, rank: 0, mask: 'none', kept: 16, init: 20_000, rate: 50_000 },
      { id: 'bent', type: 'act', from: ['hidden'], act: 'sigmoid' },
      { id: 'logits2', type: 'dense', from: ['bent'], width: 272, rank: 0, mask: 'hashed', kept: 9, init: 6_000, rate: 50_000 },
      { id: 'bytes2', type: 'bits', from: ['logits2'], rows: { min: 12, max: 20, offset: 4 }, precision: 'fp32', window: 5, warm: 10, steps: 31, decay: 13, epsilon: 17, train: { ...steady, optimizer: 'sgd', clip: 30_000, schedule: 'root', delay: 1, credit: 2 }, when: 'always' },
      { id: 'logits3', type: 'dense', from: ['memory', 'look'], width: 272, rank: 16, mask: 'band', kept: 9, init: 6_000, rate: 50_000 },
      { id: 'bytes3', type: 'bits', from: ['logits3'], rows: { min: 12, max: 20, offset: 4 }, precision: 'int8', window: 8, warm: 10, steps: 31, decay: 13, epsilon: 17, train: { ...steady, delay: 1, replay: 1 }, when: 'always' },
    ];
    const all = setParam({ ...networked, nodes: [...networked.nodes, ...floats] }, 'mix.inputs', '["match","slots","bytes","bytes2","bytes3"]');
    const resting = setParam(all, 'bytes.when', '{"of":"match","what":"length","below":4}');
    const graph = ['delay', 'credit', 'replay'].reduce((made, name, i) => setParam(made, `bytes.train.${name}`, String([1, 3, 2][i])), resting);
    folder().write('graph.json', JSON.stringify(graph));
    const options = ['--graph', 'graph.json'];
    build(options, ['comp', 'decomp']);
    agree(sample(1000), options);
  });

  it('has the dictionary where it is asked for, coded', () => {
    build(['-2', '--text', 'dict'], ['comp', 'decomp']);
    agree(Buffer.from('The dictionary of the program has words, and Words that it has are few bytes. '.repeat(50)), ['-2', '--text', 'dict']);
    expect(file('comp').length).toBeLessThan(300_000);
  });

  it('is of the kind asked for', () => {
    build(['-7', '--kind', 'binary', '--comments', 'none'], ['comp', 'decomp']);
    agree(Buffer.concat([noise(300), Buffer.alloc(500)]), ['-7', '--kind', 'binary', '--text', 'none']);
  });

  it('ends with a message and nothing else where an archive is wrong', () => {
    build(['-1', '--decoder'], ['decomp'], ['-g', '-fsanitize=address,undefined', '-fno-sanitize-recover=all']);
    const here = folder();
    here.write('data', sample(5000));
    here.kolmo(['-1', 'data']);
    const good = file('data.kolmo');
    const wrong: [Buffer, RegExp][] = [
      [Buffer.alloc(0), /ERR_TRUNCATED/],
      [Buffer.from('not an archive'), /ERR_NOT_KOLMO/],
      [good.subarray(0, good.length - 1), /ERR_TRUNCATED/],
      [Buffer.concat([good, noise(9)]), /ERR_TRAILING/],
      [here.kolmo(['-2', '-c', 'data']).stdout, /ERR_PROGRAM/],
      [here.kolmo(['--set', 'match.minLength=4', '-1', '-c', 'data']).stdout, /an archive of another model than this program's \(ERR_PROGRAM\)/],
    ];
    for (let i = 0; i < good.length; i += 13) {
      const damaged = Buffer.from(good);
      damaged[i] = (damaged[i] ?? 0) ^ (1 << (i & 7));
      if (i < 200 || i % 3 === 0) wrong.push([damaged, /ERR_(CORRUPT|NOT_KOLMO|VERSION|TRUNCATED)/]);
    }
    for (const [archive, message] of wrong) {
      here.write('wrong', archive);
      const { status, stderr } = run(program('decomp'), ['wrong', 'restored']);
      expect({ status, lines: stderr.split('\n').length, matches: message.test(stderr), stderr }).toEqual({ status: 1, lines: 2, matches: true, stderr });
      expect(here.names()).not.toContain('restored');
    }
    here.write('kept', 'mine');
    expect(run(program('decomp'), ['data.kolmo', 'kept'])).toEqual({ status: 1, stderr: 'kept: File exists\n' });
    expect(file('kept').toString()).toBe('mine');
    expect(run(program('decomp'), ['.', 'x']).stderr).toBe('.: not a regular file\n');
    expect(run(program('decomp'), ['missing', 'x']).stderr).toBe('missing: No such file or directory\n');
    expect(run(program('decomp'), ['data.kolmo', 'no/such/folder']).status).toBe(1);
    expect(run(program('decomp'), []).stderr).toBe('usage: ./decomp IN OUT\n');
  });
});

describe.skipIf(!tools || !offline)('kolmo export verify', () => {
  it('builds, tries and measures an export', () => {
    build(['-1'], []);
    vi.stubEnv('CFLAGS', '-Og');
    const here = folder();
    here.write('data', sample(100_000));
    const { status, stdout, stderr } = here.kolmo(['export', 'verify', 'exported', '--input', 'data', '--json', '-q', '--score', '1000']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const report = JSON.parse(stdout.toString()) as Report;
    const { comp9, S1, S2, S } = report.sizes;
    expect(report).toMatchObject({ identical: true, input: { name: 'data', bytes: 100_000 }, score: 1000, export: { command: 'kolmo export -1' } });
    expect([S1, S]).toEqual([comp9 + 'input9\n'.length, S1 + S2]);
    const { program, tables, weights, payload } = report.description;
    expect(program + tables + weights + payload).toBe(S2);
    expect(report.decompressor.small).toBeGreaterThan(15_000);
    expect(report.decompressor.dynamic).toBeGreaterThanOrEqual(report.decompressor.small);
    expect(payload).toBe(here.kolmo(['-1', '-c', 'data']).stdout.length);
    for (const { wall, user, resident } of [report.compress, report.restore]) {
      expect(wall).toBeGreaterThan(0);
      expect(user).toBeGreaterThan(0);
      expect(resident).toBeGreaterThan(1 << 20);
    }
    expect(report.limits.map(({ name, allowed }) => [name, allowed])).toEqual([
      ['time to compress', 70],
      ['time to restore', 70],
      ['memory to compress', 10 * 2 ** 30],
      ['memory to restore', 10 * 2 ** 30],
      ['disk to compress', 100e9],
      ['disk to restore', 100e9],
    ]);
    expect(reportText(report)).toMatch(/kolmo export -1 .*cc -Og\)[^]*restored exactly[^]*S1 +[\d,]+[^]*payload[^]*time to restore[^]*All limits are kept/);
    const slow = report.limits.map((limit) => ({ ...limit, kept: limit.unit !== 'hours' }));
    expect(reportText({ ...report, limits: slow })).toMatch(/time to restore .*EXCEEDED[^]*Exceeded: time to compress, time to restore\./);
  });

  it('makes an entry that unpacks, builds and holds together', () => {
    vi.stubEnv('CFLAGS', '-Og');
    build(['-1'], []);
    const here = folder();
    here.write('text', sample(2000));
    const { status, stderr } = here.sh('sh exported/kit.sh text >/dev/null 2>said || cat said >&2');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(here.sh('ls kit; tar tzf kit/comp9.tar.gz').stdout.toString().trim().split('\n')).toEqual(
      ['archive9', 'comp9.tar.gz', 'entry.env', 'comp9/', ...['DESCRIPTION.md', 'LICENSE', 'Makefile', 'README.md', 'build.sh', 'comp9.args', 'export.json', 'install.sh', 'kolmo.c'].map((name) => `comp9/${name}`)],
    );
    const env = Object.fromEntries(file('kit/entry.env').toString().trim().split('\n').map((line) => line.split('=')));
    expect(env).toMatchObject({ ENTRY_FORMAT: 'self-extracting', SOURCE_PACKAGE: 'comp9.tar.gz', COMPRESSOR: 'comp9', ARCHIVE: 'archive9' });
    for (const value of Object.values(env)) expect(value).toMatch(/^[A-Za-z0-9._-]+$/);
    expect(here.sh('cd kit && tar xzOf comp9.tar.gz comp9/comp9.args').stdout.toString()).toBe('text\n');
    mkdirSync(here.at('judge'));
    writeFileSync(here.at('judge/text'), sample(2000));
    expect(here.sh('cd judge && tar xzf ../kit/comp9.tar.gz && sh comp9/build.sh >/dev/null 2>&1 && mkdir run && mv comp9/comp9.args run; ls').status).toBe(0);
    expect(existsSync(join(here.path, 'judge/comp9'))).toBe(true);
  });

  it('refuses what is no export', () => {
    const here = folder();
    here.write('data', 'x');
    mkdirSync(here.at('empty'));
    expect(here.kolmo(['export', 'verify', 'empty', '--input', 'data'])).toMatchObject({ status: 1, stderr: 'kolmo: empty has no export.json: it is not what kolmo export wrote (ERR_VERIFY)\n' });
    here.kolmo(['export', '-1', '--decoder', '-q', '-o', 'decoder']);
    expect(here.kolmo(['export', 'verify', 'decoder', '--input', 'data']).stderr).toContain('a decompressor alone');
  });
});

describe('kolmo export', () => {
  it('writes into an empty folder, or where it is told to', () => {
    const here = folder();
    expect(here.kolmo(['export', '-1', '-o', 'out']).status).toBe(0);
    const again = here.kolmo(['export', '-1', '-o', 'out']);
    expect(again).toMatchObject({ status: 1, stderr: 'kolmo: out is not empty (-f writes into it all the same) (ERR_OPTION)\n' });
    expect(here.kolmo(['export', '-1', '-f', '-q', '-o', 'out'])).toMatchObject({ status: 0, stderr: '' });
  });

  it.each([
    [['export'], '-o DIR'],
    [['export', 'file', '-o', 'x'], 'export takes no FILE'],
    [['export', 'verify', 'x'], '--input FILE'],
    [['export', 'verify', '--input', 'x'], '--input FILE'],
    [['--decoder', 'x'], '--decoder goes with export'],
    [['--input', 'x', 'y'], '--input goes with export verify'],
    [['export', '-1', '-o', 'x', '--json'], '--json goes with'],
  ])('says what is wrong with %j', (args, message) => {
    const { status, stderr } = folder().kolmo(args);
    expect({ status, says: stderr.includes(message), stderr }).toEqual({ status: 1, says: true, stderr });
  });
});
