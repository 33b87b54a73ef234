// npm run fuzz -- [--seconds N | --runs N] [--seed N] [target …]: runs native/fuzz/*.c under libFuzzer, AddressSanitizer and UBSan, each for N
// seconds (60). The corpus starts from archives and Programs made on the spot and test/golden, and is kept in build/fuzz. What
// crashes lies there too, named crash-*: give the file to the target to see it again. npm test runs this for a few seconds
// with a fixed seed.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { root } from './bootstrap.mjs';
import { compile, firstOf, listOf, tool } from './native.mjs';

const folder = 'build/fuzz';
const sanitizers = 'address,undefined';

/** Segments of 256 bytes and more, where the format wants 65,536: a fuzzer could not make a million inputs of that size. */
const short = ['-DKOLMO_SEGMENT_MIN_LOG=8'];

/* One vector path beside the scalar one: with sanitizers a path takes a minute to compile, and what is looked for is not in it. */
const sources = listOf('sources.txt').filter((name) => !name.endsWith('avx512/path.c'));
const at = (...names) => join(root, folder, ...names);

export const targets = readdirSync(join(root, 'native/fuzz')).filter((name) => name.endsWith('.c')).map((name) => basename(name, '.c'));

/** x86 CALLs of a few places. */
function calls(count) {
  const code = Buffer.alloc(5 * count, 0xe8);
  for (let i = 0; i < count; i++) code.writeInt32LE((i % 7) * 64 - 5 * (i + 1), 5 * i + 1);
  return code;
}

/** The seeds of each target, made with the tool: [name, bytes]. */
const seeds = {
  *decode(make) {
    const texts = ['prose.txt', 'records.json'].map((name) => readFileSync(join(root, 'test/sample', name)).subarray(0, 150));
    for (let level = 1; level <= 9; level++) {
      for (const [index, text] of texts.entries()) {
        yield [`level${level}-${index}`, Buffer.concat([Buffer.of(level % 16), make.archive(level, text)])];
      }
    }
    yield ['empty', Buffer.concat([Buffer.of(1), make.archive(5, Buffer.alloc(0))])];
    yield ['segments', Buffer.concat([Buffer.of(3), make.archive(1, Buffer.alloc(700), 300)])];
    yield ['snapshot', Buffer.concat([Buffer.of(3), make.archive(1, Buffer.alloc(700), 300, 200)])];
    yield ['two', Buffer.concat([Buffer.of(5), make.archive(1, texts[0]), make.archive(2, texts[1])])];
    // Programs of others: an embedded one is reached only through a header that says so.
    for (const level of [1, 5, 9]) {
      const program = make.program(level);
      const head = [0xce, 0xba, 0x4c, 0x4d, 0, make.revision, 1, 12, (program.length & 127) | 128, program.length >> 7];
      yield [`embedded${level}`, Buffer.concat([Buffer.of(1), Buffer.from(head), program, Buffer.alloc(4), Buffer.from([0x10, 32, 5, 0, 0, 0, 0, 1, 2, 3, 4, 5, 0])])];
    }
    for (const name of goldenArchives()) {
      const data = readFileSync(name);
      if (data.length <= 4096) yield [`golden-${basename(name)}`, Buffer.concat([Buffer.of(1), data])];
    }
  },
  *roundtrip() {
    const text = readFileSync(join(root, 'test/sample/server.log'));
    for (let level = 0; level <= 9; level++) {
      const first = level === 0 ? 0 : 243 + level - 1; // 243 % 9 is 0: level 1
      const data = text.subarray(level * 300, level * 300 + 120);
      const round = (32 - (data.reduce((sum, byte) => sum + byte, 0) % 32)) % 32; // roundtrip.c takes a level's Program where data's sum is a multiple of 32
      yield [`level${level}`, Buffer.concat([Buffer.from([first, 30, 9, level, 40, 50, 60, 70]), data, Buffer.of(round)])];
    }
    for (const [name, flags] of [['code', 64], ['code-parts', 70]]) yield [name, Buffer.concat([Buffer.from([2, flags, 3, 40, 9, 200, 200, 13]), calls(200)])];
    for (const [name, flags] of [['segments', 6], ['snapshot', 38], ['unknown', 36], ['flushed', 54], ['text', 64], ['text-parts', 70]]) {
      yield [name, Buffer.concat([Buffer.from([1, flags, 3, 40, 9, 200, 200, 13]), text.subarray(0, 1_200)])];
    }
  },
  *index(make) {
    for (const [name, snapshot] of [['plain', 0], ['snapshot', 200]]) {
      const archive = make.archive(1, Buffer.alloc(700), 300, snapshot);
      const size = archive.readUInt32LE(archive.length - 8);
      for (const mend of [0, 1]) {
        const at = archive.length - size;
        yield [`${name}${mend}`, Buffer.concat([Buffer.from([at & 255, at >> 8, mend]), archive])];
      }
    }
  },
  *program(make) {
    for (let level = 1; level <= 9; level++) yield [`level${level}`, make.program(level)];
  },
};

function goldenArchives(path = join(root, 'test/golden')) {
  if (!statSync(path, { throwIfNoEntry: false })) return [];
  return readdirSync(path, { recursive: true }).filter((name) => name.endsWith('.kolmo')).map((name) => join(path, name));
}

function maker() {
  const call = (...args) => {
    const { status, stderr } = spawnSync(at('tool'), args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`tool: ${stderr}`);
  };
  const [input, output] = [at('input'), at('output')];
  const archive = (level, data, segment = 0, snapshot = 0) => {
    writeFileSync(input, data);
    call('c', String(level), '1', String(segment), String(snapshot), input, output);
    return readFileSync(output);
  };
  const program = (level) => {
    call('p', String(level), output);
    return readFileSync(output);
  };
  return { archive, program, revision: archive(1, Buffer.alloc(0))[5] };
}

/** Resolves to whether the target found nothing; what it says goes to stderr when it did. */
function runTarget(name, seconds, runs, seed) {
  const args = [
    at('corpus', name), runs === undefined ? `-max_total_time=${seconds}` : `-runs=${runs}`, `-artifact_prefix=${at(`crash-${name}-`)}`, '-timeout=10', '-rss_limit_mb=1500',
    '-max_len=8192', '-len_control=0', '-print_final_stats=1', ...(seed === undefined ? [] : [`-seed=${seed}`]),
  ];
  return new Promise((resolve) => {
    let said = '';
    const child = spawn(at(name), args, { env: { ...process.env, ASAN_OPTIONS: 'allocator_may_return_null=1' } });
    child.stderr.setEncoding('utf8').on('data', (text) => (said = (said + text).slice(-20_000)));
    child.on('error', (error) => (said += error.message));
    child.on('close', (code) => {
      const runs = /number_of_executed_units:\s*(\d+)/.exec(said)?.[1] ?? 'no';
      if (code === 0) console.log(`fuzz ${name}: ${runs} runs, nothing found`);
      else console.error(`${said}\nfuzz ${name}: FAILED`);
      resolve(code === 0);
    });
  });
}

/** Builds the targets and runs them, two at a time. `fresh` forgets the corpus of earlier runs. Resolves to counts and skips. */
export async function fuzz({ seconds = 60, runs, seed, names = targets, fresh = false } = {}) {
  const result = { passed: 0, failed: 0, skipped: 0, skips: [] };
  const skip = (reason) => {
    result.skipped += names.length;
    for (const name of names) result.skips.push(`fuzz ${name}: ${reason}`);
    return result;
  };
  const clang = firstOf(['clang', 'clang-19', 'clang-16', 'clang-14']);
  if (clang === undefined) return skip('no clang (Debian: clang, or clang-14 and libclang-rt-14-dev)');
  if (fresh) rmSync(at(), { recursive: true, force: true });
  mkdirSync(at(), { recursive: true });
  const made = compile(clang, [tool], at('tool'), ['-O1', '-DKOLMO_INTERPRET', ...short]).then((said) => {
    if (said) throw new Error(said);
    return maker();
  });
  let lacking = false;
  const common = ['-O2', '-g', '-fno-omit-frame-pointer', '-fno-sanitize-recover=all', '-DKOLMO_INTERPRET', '-DKOLMO_NO_avx512', ...short];
  // The core is compiled once for all targets that take it alike, and linked into each. Where models run for long, tracing every comparison in them takes most of the
  // time and tells nothing.
  const cores = new Map();
  const core = (name) => {
    const traced = name === 'program';
    const flags = [...common, ...(traced ? [] : ['-fno-sanitize-coverage=trace-cmp'])];
    const object = at(traced ? 'core-traced.o' : 'core.o');
    // clang puts a part of AddressSanitizer into it all the same: the targets' links take that for the same thing.
    const partial = ['-r', '-nostdlib', '-fno-sanitize-link-runtime', `-fsanitize=fuzzer-no-link,${sanitizers}`];
    if (!cores.has(object)) cores.set(object, compile(clang, [], object, [...flags, ...partial], sources).then((said) => ({ said, object, flags })));
    return cores.get(object);
  };
  const build = async (name) => {
    const [{ said: before, object, flags }, make] = await Promise.all([core(name), made]);
    const said = before || (await compile(clang, [`native/fuzz/${name}.c`, object], at(name), [...flags, `-fsanitize=fuzzer,${sanitizers}`, '-Wl,--allow-multiple-definition'], []));
    lacking ||= /libclang_rt|cannot find.*clang_rt/.test(said);
    if (said && !lacking) throw new Error(said);
    mkdirSync(at('corpus', name), { recursive: true });
    for (const [seedName, data] of seeds[name]?.(make) ?? []) writeFileSync(at('corpus', name, seedName), data);
  };
  // The one with a core of its own first: both cores compile side by side.
  const waiting = names.toSorted((a, b) => Number(b === 'program') - Number(a === 'program'));
  const worker = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      await build(name);
      if (lacking) return;
      if (await runTarget(name, seconds, runs, seed)) result.passed++;
      else result.failed++;
    }
  };
  await Promise.all([worker(), worker()]);
  return lacking ? skip('clang lacks libFuzzer (Debian: libclang-rt-14-dev, or of your clang)') : result;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values, positionals } = parseArgs({
    options: { seconds: { type: 'string', default: '60' }, runs: { type: 'string' }, seed: { type: 'string' } },
    allowPositionals: true,
  });
  const wrong = positionals.find((name) => !targets.includes(name));
  if (wrong !== undefined) throw new Error(`no target ${wrong}; there are ${targets.join(', ')}`);
  const names = positionals.length > 0 ? positionals : targets;
  const { passed, failed, skipped, skips } = await fuzz({ seconds: Number(values.seconds), runs: values.runs, seed: values.seed, names });
  for (const reason of skips) console.log(`SKIPPED ${reason}`);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed > 0 ? 1 : 0;
}
