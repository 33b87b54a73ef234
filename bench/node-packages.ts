/**
 * `bench node`: what a Node program can compress with, side by side: size, speed both ways, memory. Each in a process of its own, on one file
 * after the other; programs of the system where Node has no package that installs everywhere.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codecs } from './codecs.js';
import { chosenFiles, corpusFiles, requireReal } from './corpora.js';
import { writeSection } from './document.js';
import { progress, progressDone } from './options.js';
import { fixed, layout, sum, thousands } from './table.js';

export interface NodeOptions {
  readonly files?: string;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly write?: boolean;
}

interface Measured {
  readonly bytes: number;
  readonly packed: number;
  readonly packSeconds: number;
  readonly unpackSeconds: number;
  /** Peak resident bytes, of the process and of its children. */
  readonly resident: number;
  readonly restored: boolean;
}

/** One codec on one file, in this process. CPU seconds, children's too. */
async function measureHere(name: string, path: string): Promise<Measured> {
  const codec = (await codecs()).find((known) => known.name === name);
  if (codec === undefined) throw new Error(`no codec ${name}`);
  const data = readFileSync(path);
  // What a program costs shows in the time that passes; a library's in what this process computes.
  const timed = <T>(work: () => T): readonly [T, number] => {
    const [cpu, wall] = [process.cpuUsage(), process.hrtime.bigint()];
    const result = work();
    const { user, system } = process.cpuUsage(cpu);
    const seconds = name.endsWith('(program)') ? Number(process.hrtime.bigint() - wall) / 1e9 : (user + system) / 1e6;
    return [result, seconds];
  };
  codec.unpack(codec.pack(data.subarray(0, 1_000)));
  const [packed, packSeconds] = timed(() => codec.pack(data));
  const [unpacked, unpackSeconds] = timed(() => codec.unpack(packed));
  const resident = process.resourceUsage().maxRSS * 1024;
  return { bytes: data.length, packed: packed.length, packSeconds, unpackSeconds, resident, restored: data.equals(unpacked) };
}

function measureApart(name: string, path: string): Measured {
  const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name, path], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return JSON.parse(stdout) as Measured;
}

const head = ['package', 'bytes', 'bits/byte', 'compress MB/s', 'decompress MB/s', 'peak MB', 'restored'];

export async function node(options: NodeOptions): Promise<void> {
  if (options.write) requireReal();
  const known = corpusFiles();
  const files = options.files === undefined ? known.filter(({ name }) => /twitter\.json|loghub-HDFS|book1$/.test(name)) : chosenFiles(known, options.files);
  const chosen = files.length > 0 ? files : known;
  const results = [];
  for (const { name } of await codecs()) {
    const each = chosen.map((file) => {
      progress(`${name}: ${file.name}`);
      return measureApart(name, file.path);
    });
    const of = (pick: (measured: Measured) => number): number => sum(each.map(pick));
    const bytes = of((measured) => measured.bytes);
    results.push({
      name,
      bytes,
      packed: of((measured) => measured.packed),
      packRate: bytes / 1e6 / of((measured) => measured.packSeconds),
      unpackRate: bytes / 1e6 / of((measured) => measured.unpackSeconds),
      resident: Math.max(...each.map((measured) => measured.resident)),
      restored: each.every((measured) => measured.restored),
    });
  }
  progressDone();
  if (results.some(({ restored }) => !restored)) process.exitCode = 1;
  const rows = results.map((row) => [
    row.name,
    thousands(row.packed),
    fixed((8 * row.packed) / row.bytes, 3),
    fixed(row.packRate, row.packRate < 10 ? 2 : 0),
    fixed(row.unpackRate, row.unpackRate < 10 ? 2 : 0),
    fixed(row.resident / 1e6, 0),
    row.restored ? 'exactly' : 'NO',
  ]);
  if (options.json) process.stdout.write(`${JSON.stringify(results, null, 1)}\n`);
  else process.stdout.write(`${layout([head, ...rows], options.markdown ?? false)}\n`);
  if (!options.write) return;
  const list = chosen.map(({ name }) => name).join(',');
  const total = thousands(sum(chosen.map(({ bytes }) => bytes)));
  const intro = `${list.replaceAll(',', ', ')}: ${total} bytes together. Seconds are user + system of the Node process, and for programs those that pass; peak memory has Node's own 45 MB in it, and not a program's.`;
  writeSection('node', `node --files '${list}'`, `${intro}\n\n${layout([head, ...rows], true)}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , name = '', path = ''] = process.argv;
  process.stdout.write(JSON.stringify(await measureHere(name, path)));
}
