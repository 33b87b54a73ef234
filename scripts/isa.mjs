// node scripts/isa.mjs: the core on other CPUs, through qemu-user, and by other compilers. Each build, on each of its code
// paths, must make the very bytes that the first one makes, and restore them. So must exported programs (kolmo export), built by their Makefile.
// Part of npm test; what is missing is skipped.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { ensure, has, root } from './bootstrap.mjs';
import { compile, firstOf, tool } from './native.mjs';

const run = promisify(execFile);
const folder = 'build/isa';

const builds = [
  { name: 'gcc', compilers: ['gcc', 'cc'], packages: 'gcc', flags: [] },
  { name: 'gcc -O0', compilers: ['gcc', 'cc'], packages: 'gcc', flags: ['-O0'] },
  { name: 'clang', compilers: ['clang', 'clang-19', 'clang-16', 'clang-14'], packages: 'clang', flags: [] },
  {
    name: 'aarch64',
    compilers: ['aarch64-linux-gnu-gcc'],
    packages: 'gcc-aarch64-linux-gnu libc6-dev-arm64-cross',
    flags: ['-static'],
    qemu: ['qemu-aarch64', 'qemu-aarch64-static'],
    plain: 'cortex-a72', /* has no dot products: exported programs run on it, the core on one that has all */
  },
  {
    name: 'riscv64',
    compilers: ['riscv64-linux-gnu-gcc'],
    packages: 'gcc-riscv64-linux-gnu libc6-dev-riscv64-cross',
    flags: ['-static'],
    qemu: ['qemu-riscv64', 'qemu-riscv64-static'],
  },
  {
    name: 's390x (big-endian)',
    compilers: ['s390x-linux-gnu-gcc'],
    packages: 'gcc-s390x-linux-gnu libc6-dev-s390x-cross',
    flags: ['-static'],
    qemu: ['qemu-s390x', 'qemu-s390x-static'],
  },
];

/** For exported programs. That gcc builds them here, other tests show. */
const exporters = [
  ...builds.filter(({ name, qemu }) => qemu !== undefined || name === 'clang'),
  { name: 'musl', compilers: ['musl-gcc'], packages: 'musl-tools', flags: ['-static'] },
];

const exported = [
  { name: 'level 8', options: ['-8', '--text', 'none'], size: 600 },
  { name: 'level 5, its network in floats', options: ['-5', '--network', 'fp32', '--text', 'none'], size: 300 },
];

/** A counter, a slow value and flags in records of 12 bytes, with noise between: what text is not. */
function records(size) {
  const data = Buffer.alloc(size);
  let state = 1;
  for (let i = 0; i < size; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const column = i % 12;
    data[i] = column < 4 ? Math.floor(i / 12) >>> (8 * column) : column < 6 ? state >>> 30 : i % 4096 < 512 ? state >>> 24 : 0xff;
  }
  return data;
}

const sample = (name, size) => readFileSync(join(root, 'test/sample', name)).subarray(0, size);

const jobs = [
  { name: 'prose', level: 1, data: () => sample('prose.txt', 20_000) },
  /* Networks are slow where nothing is vectors; of some hundred bytes every op has learned. */
  { name: 'prose', level: 5, data: () => sample('prose.txt', 2_000) },
  { name: 'prose', level: 9, data: () => sample('prose.txt', 400) },
  { name: 'json', level: 5, data: () => sample('records.json', 3_000) },
  { name: 'csv', level: 9, data: () => sample('weather.csv', 300) },
  ...[[1, 8_000], [5, 2_000], [9, 300]].map(([level, size]) => ({ name: 'binary records', level, data: () => records(size) })),
  ...[[2, 3_000], [3, 3_000], [4, 3_000], [6, 1_500], [7, 1_000], [8, 500]].map(([level, size]) => ({ name: 'log', level, data: () => sample('server.log', size) })),
  { name: 'zeros', level: 5, data: () => Buffer.alloc(3_000) },
  { name: 'empty', level: 5, data: () => Buffer.alloc(0) },
  { name: 'two segments, the second from a snapshot', level: 1, segment: 65_536, snapshot: 5_000, data: () => Buffer.concat([records(40_000), sample('server.log', 30_000)]) },
];

const at = (...names) => join(root, folder, names.join('.'));
const hashOf = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** Makes the archives of all jobs and restores them; resolves to their hashes, in order. */
async function archives(command, id, path) {
  const env = { ...process.env, KOLMO_CPU: path };
  const hashes = [];
  for (const [index, { level, segment = 0, snapshot = 0, data }] of jobs.entries()) {
    const [input, archive, output] = [at('input', index), at(id, path, index), at(id, path, index, 'out')];
    await run(command[0], [...command.slice(1), 'c', String(level), '1', String(segment), String(snapshot), input, archive], { env });
    await run(command[0], [...command.slice(1), 'd', archive, output], { env });
    if (!readFileSync(output).equals(data())) throw new Error(`level ${level}, ${jobs[index].name}: other bytes restored`);
    hashes.push(hashOf(archive));
  }
  return hashes;
}

/** One build on all its paths, against the hashes of whichever build made its archives first, which `standard` keeps; resolves to the paths. */
async function checkBuild(build, id, standard) {
  const compiler = firstOf(build.compilers);
  if (compiler === undefined) return { skip: `no ${build.compilers[0]} (Debian: ${build.packages})` };
  const emulator = build.qemu && firstOf(build.qemu);
  if (build.qemu && emulator === undefined) return { skip: `no ${build.qemu[0]} (Debian: qemu-user)` };
  const program = at(id);
  const said = await compile(compiler, [tool], program, ['-DKOLMO_TEXT_ALONE', ...build.flags]);
  if (said) {
    const noLibrary = build.qemu && /stdio\.h|cannot find|stdlib\.h|crt1\.o/.test(said);
    if (noLibrary) return { skip: `no C library to compile for (Debian: ${build.packages})` };
    throw new Error(said);
  }
  const command = emulator ? [emulator, program] : [program];
  const { stdout } = await run(command[0], [...command.slice(1), 'i']);
  const paths = stdout.trim().split('\n');
  for (const path of paths) {
    const made = await archives(command, id, path);
    standard.hashes ??= made;
    for (const [index, hash] of made.entries()) {
      const { level, name } = jobs[index];
      if (hash !== standard.hashes[index]) throw new Error(`path ${path}, level ${level}, ${name}: another archive than the first build's`);
    }
  }
  return { paths };
}

const kolmo = (args) => run(process.execPath, [join(root, 'dist/cli/main.js'), ...args], { encoding: 'buffer', maxBuffer: 1 << 26 });

/** The exported models' files, what they are tried on, and the archives that they must make. */
async function prepareExported() {
  for (const [index, { options, size }] of exported.entries()) {
    writeFileSync(at('export', index, 'in'), sample('prose.txt', size));
    await kolmo(['export', '-q', ...options, '-o', at('export', index)]);
    const { stdout } = await kolmo([...options, '-c', at('export', index, 'in')]);
    writeFileSync(at('export', index, 'kolmo'), stdout);
  }
}

async function checkExported({ compilers, packages, flags, qemu, plain }, id) {
  const compiler = firstOf(compilers);
  if (compiler === undefined) return { skip: `no ${compilers[0]} (Debian: ${packages})` };
  const emulator = qemu && firstOf(qemu);
  const env = plain === undefined ? process.env : { ...process.env, QEMU_CPU: plain };
  if (qemu && emulator === undefined) return { skip: `no ${qemu[0]} (Debian: qemu-user)` };
  if (!has('make')) return { skip: 'no make (Debian: make)' };
  for (const [index, { name }] of exported.entries()) {
    const [folder, input, archive] = [at(id, 'export', index), at('export', index, 'in'), at('export', index, 'kolmo')];
    mkdirSync(folder);
    try {
      await run('make', ['-s', '-f', join(at('export', index), 'Makefile'), `CC=${compiler}`, 'CFLAGS=-O1 -Werror', `LDFLAGS=${flags.join(' ')}`, 'comp', 'decomp'], { cwd: folder });
    } catch (error) {
      if (qemu && /stdio\.h|cannot find|stdlib\.h|crt1\.o/.test(error.stderr)) return { skip: `no C library to compile for (Debian: ${packages})` };
      throw error;
    }
    const start = (program, ...args) => (emulator ? run(emulator, [program, ...args], { cwd: folder, env }) : run(`./${program}`, args, { cwd: folder }));
    await start('comp', input, 'archive');
    await start('decomp', archive, 'restored');
    const same = (one, other) => readFileSync(join(folder, one)).equals(readFileSync(other));
    if (!same('archive', archive)) throw new Error(`${name}: another archive than kolmo's`);
    if (!same('restored', input)) throw new Error(`${name}: other bytes restored`);
  }
  return {};
}

/** Runs all; resolves to counts, and the reasons for what was skipped. */
export async function isa() {
  const result = { passed: 0, failed: 0, skipped: 0, skips: [] };
  rmSync(join(root, folder), { recursive: true, force: true });
  mkdirSync(join(root, folder), { recursive: true });
  for (const [index, { data }] of jobs.entries()) writeFileSync(at('input', index), data());
  const count = async (name, work) => {
    try {
      const { skip, said } = await work();
      if (skip === undefined) {
        result.passed++;
        console.log(`${name}: ${said}`);
        return;
      }
      result.skipped++;
      result.skips.push(`${name}: ${skip}`);
    } catch (error) {
      result.failed++;
      console.error(`${name}: FAILED: ${error.message}`);
    }
  };
  const standard = {};
  const checkCore = (build, index) =>
    count(`core on ${build.name}`, async () => {
      const { skip, paths } = await checkBuild(build, `build${index}`, standard);
      return { skip, said: skip ?? `${jobs.length} archives equal and restored on ${paths.join(', ')}` };
    });
  ensure('addon', 'ts');
  await prepareExported();
  const waiting = [
    ...builds.map((build, index) => () => checkCore(build, index)),
    ...exporters.map((build, index) => () =>
      count(`exported programs on ${build.name}`, async () => ({ said: `${exported.length} archives equal and restored`, ...(await checkExported(build, `exporter${index}`)) }))),
  ];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next();
  };
  await Promise.all([worker(), worker()]);
  return result;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { passed, failed, skipped, skips } = await isa();
  for (const skip of skips) console.log(`SKIPPED ${skip}`);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed > 0 ? 1 : 0;
}
