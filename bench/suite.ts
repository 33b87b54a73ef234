/**
 * `bench suite`: kolmo's levels and other compressors on the same files in the same run: bytes, user and system time as the
 * system counts it, peak memory, and whether all came back. Times are told as multiples of zpaq's in the same run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compressSync, decompressSync } from '../src/index.js';
import { chosenFiles, contents, type CorpusFile, corpusFiles, onePerKind, requireReal } from './corpora.js';
import { machine, today, writeSection } from './document.js';
import { type Cost, measure, measureHere } from './measure.js';
import { progress, progressDone } from './options.js';
import { pareto } from './pareto.js';
import { type Compressor, kolmo, peers as shippedPeers, peersOf, REFERENCE } from './peers.js';
import { root, userPath } from './root.js';
import { fixed, layout, median, pairedRatio, sum, thousands } from './table.js';
import { installed } from './tools.js';

export interface SuiteOptions {
  readonly levels: readonly number[];
  readonly files?: string;
  readonly all?: boolean;
  readonly peers?: string;
  /** A file of the user's own peers, as peersOf reads it. */
  readonly peersFile?: string;
  /** Of each file, from its start. */
  readonly bytes?: number;
  readonly runs: number;
  /** Where the chart goes; docs/pareto.svg with `write`. */
  readonly chart?: string;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly write?: boolean;
}

/** One compressor on one file. Lists hold a number per run. */
export interface Result {
  readonly compressor: string;
  readonly file: string;
  readonly kind: string;
  readonly bytes: number;
  readonly archive: number;
  /** CPU seconds. */
  readonly compress: readonly number[];
  readonly decompress: readonly number[];
  /** Peak resident bytes of either. */
  readonly resident: number;
  readonly restored: boolean;
  /** kolmo only: CPU seconds in a process that already runs, without Node's start-up. */
  readonly inProcess?: { readonly compress: number; readonly decompress: number };
}

interface Entry {
  readonly compressor: Compressor;
  readonly level?: number;
}

/** The compressors to run: the reference always, for all costs are told by it. Missing ones are named on stderr. */
function entriesOf(options: SuiteOptions): readonly Entry[] {
  const wanted = options.peers?.split(',').map((name) => name.trim());
  const own = options.peersFile === undefined ? [] : peersOf(userPath(options.peersFile));
  const peers = [...shippedPeers, ...own];
  const known = (name: string): boolean => peers.some((peer) => peer.name === name || peer.program === name);
  const unknown = wanted?.find((name) => name !== 'none' && !known(name));
  if (unknown !== undefined) throw new Error(`--peers: no peer ${unknown}; there are none, ${peers.map(({ name }) => name).join(', ')}`);
  const chosen = peers.filter(
    (peer) => peer.name === REFERENCE || wanted === undefined || own.includes(peer) || wanted.includes(peer.name) || wanted.includes(peer.program),
  );
  const there = chosen.filter(({ program }) => installed(program));
  for (const peer of chosen) if (!there.includes(peer)) process.stderr.write(`!! ${peer.name} is missing (${peer.package === undefined ? `${peer.program} does not start` : `Debian package ${peer.package}`})\n`);
  return [...options.levels.map((level) => ({ compressor: kolmo(level), level })), ...there.map((compressor) => ({ compressor }))];
}

interface Run {
  readonly archive: number;
  readonly compress: Cost;
  readonly decompress: Cost;
  readonly restored: boolean;
}

/** Once there and back, in a folder that holds the file as `input`. */
function once({ compress, decompress, suffix, stdout }: Compressor, folder: string): Run {
  const archive = `archive${suffix}`;
  for (const name of [archive, 'output']) rmSync(join(folder, name), { force: true });
  const there = measure(compress('input', archive), folder, stdout === 'both' ? archive : undefined);
  const back = measure(decompress(archive, 'output'), folder, stdout === 'none' ? undefined : 'output');
  const output = join(folder, 'output');
  const restored = existsSync(output) && readFileSync(output).equals(readFileSync(join(folder, 'input')));
  return { archive: statSync(join(folder, archive)).size, compress: there, decompress: back, restored };
}

function inProcess(data: Buffer, level: number, runs: number): { compress: number; decompress: number } {
  const rounds = Array.from({ length: runs }, () => {
    const there = measureHere(() => compressSync(data, { level }));
    const back = measureHere(() => decompressSync(there.result, { memory: Number.MAX_SAFE_INTEGER, maxCost: Number.MAX_SAFE_INTEGER }));
    return { compress: there.cpu, decompress: back.cpu };
  });
  return { compress: median(rounds.map((round) => round.compress)), decompress: median(rounds.map((round) => round.decompress)) };
}

/** Runs of each entry on one file; a peer that fails is named, and put among `failed`. kolmo's failure is everybody's. */
function runAll(file: CorpusFile, folder: string, entries: readonly Entry[], runs: number, failed: Set<Entry>): ReadonlyMap<Entry, readonly Run[]> {
  const all = new Map<Entry, Run[]>(entries.map((entry) => [entry, []]));
  for (let run = 0; run < runs; run += 1) {
    // There and back through the list: what drifts with time, as a machine's clock does, hits all alike.
    for (const entry of run % 2 === 0 ? entries : entries.toReversed()) {
      if (failed.has(entry)) continue;
      progress(`${file.name}, run ${run + 1} of ${runs}: ${entry.compressor.name}`);
      try {
        all.get(entry)?.push(once(entry.compressor, folder));
      } catch (error) {
        if (entry.level !== undefined) throw error;
        progressDone();
        process.stderr.write(`!! ${entry.compressor.name} failed and is left out: ${error instanceof Error ? error.message : String(error)}\n`);
        failed.add(entry);
      }
    }
  }
  return all;
}

function measureFile(file: CorpusFile, entries: readonly Entry[], { runs, bytes }: SuiteOptions, failed: Set<Entry>): readonly Result[] {
  const folder = mkdtempSync(join(tmpdir(), 'kolmo-bench-'));
  try {
    const data = contents(file, bytes);
    writeFileSync(join(folder, 'input'), data);
    const all = runAll(file, folder, entries, runs, failed);
    return entries.filter((entry) => !failed.has(entry)).map((entry) => {
      const of = all.get(entry) ?? [];
      if (entry.level !== undefined) progress(`${file.name}, in process: ${entry.compressor.name}`);
      return {
        compressor: entry.compressor.name,
        file: file.name,
        kind: file.kind,
        bytes: data.length,
        archive: of[0]?.archive ?? 0,
        compress: of.map((run) => run.compress.cpu),
        decompress: of.map((run) => run.decompress.cpu),
        resident: Math.max(...of.flatMap((run) => [run.compress.resident, run.decompress.resident])),
        // Another size in another run would be as wrong as other bytes. (zpaq and 7z put dates into their archives.)
        restored: of.every((run) => run.restored && (entry.level === undefined || run.archive === of[0]?.archive)),
        ...(entry.level === undefined ? {} : { inProcess: inProcess(data, entry.level, runs) }),
      };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
    progressDone();
  }
}

/** Results of one compressor on several files as one: all numbers added up, run by run. */
export function added(results: readonly Result[]): Result {
  const [first] = results;
  if (first === undefined) throw new Error('there is nothing to add up');
  const perRun = (of: (result: Result) => readonly number[]): readonly number[] =>
    of(first).map((_, run) => sum(results.map((result) => of(result)[run] ?? Number.NaN)));
  const here = results.flatMap((result) => (result.inProcess === undefined ? [] : [result.inProcess]));
  return {
    compressor: first.compressor,
    file: `${results.length} files`,
    kind: 'all',
    bytes: sum(results.map((result) => result.bytes)),
    archive: sum(results.map((result) => result.archive)),
    compress: perRun((result) => result.compress),
    decompress: perRun((result) => result.decompress),
    resident: Math.max(...results.map((result) => result.resident)),
    restored: results.every((result) => result.restored),
    ...(here.length < results.length
      ? {}
      : { inProcess: { compress: sum(here.map((cpu) => cpu.compress)), decompress: sum(here.map((cpu) => cpu.decompress)) } }),
  };
}

const head = [
  'compressor',
  'bytes',
  'bits/byte',
  'compress µs/byte',
  '× zpaq',
  'decompress µs/byte',
  'decompress ÷ compress',
  'peak MB',
  'in process µs/byte',
  'restored',
];

/** A row per result of one file (or of several files added up). */
export function rowsOf(results: readonly Result[]): readonly (readonly string[])[] {
  const reference = results.find((result) => result.compressor === REFERENCE);
  const rows = results.map((result) => {
    const { bytes, archive, compress, decompress, inProcess: here } = result;
    const perByte = (seconds: number): string => fixed((1e6 * seconds) / bytes, 3);
    return [
      result.compressor,
      thousands(archive),
      fixed((8 * archive) / bytes, 3),
      perByte(median(compress)),
      reference === undefined ? '—' : fixed(pairedRatio(compress, reference.compress), 2),
      perByte(median(decompress)),
      fixed(pairedRatio(decompress, compress), 2),
      fixed(result.resident / 1e6, 0),
      here === undefined ? '—' : `${perByte(here.compress)} + ${perByte(here.decompress)}`,
      result.restored ? 'exactly' : 'NO',
    ];
  });
  return [head, ...rows];
}

/** A row per file, a column per compressor, and the sums. */
function bytesRows(results: readonly Result[], files: readonly CorpusFile[], names: readonly string[]): readonly (readonly string[])[] {
  const of = (file: string, name: string): Result | undefined => results.find((result) => result.file === file && result.compressor === name);
  return [
    ['file', 'kind', 'bytes', ...names],
    ...files.map(({ name: file, kind }) => [
      file, kind, thousands(of(file, names[0] ?? '')?.bytes ?? 0), ...names.map((name) => thousands(of(file, name)?.archive ?? 0)),
    ]),
  ];
}

/** "zpaq 7.15-2, …": which builds were measured, where dpkg knows. */
function peerVersions(entries: readonly Entry[]): string {
  const names = entries.flatMap(({ compressor }) => compressor.package ?? []);
  const { stdout, error } = spawnSync('dpkg-query', ['-W', '-f', '${Package} ${Version}, ', ...names], { encoding: 'utf8' });
  return error ? 'not from Debian packages' : stdout.replace(/, $/, '');
}

function commandOf(options: SuiteOptions): string {
  const words = ['suite', '--levels', options.levels.join(','), '--runs', options.runs];
  if (options.files !== undefined) words.push('--files', `'${options.files}'`);
  if (options.all) words.push('--all');
  if (options.bytes !== undefined) words.push('--bytes', options.bytes);
  if (options.peers !== undefined) words.push('--peers', `'${options.peers}'`);
  if (options.peersFile !== undefined) words.push('--peers-file', `'${options.peersFile}'`);
  return words.join(' ');
}

export function suite(options: SuiteOptions): void {
  if (options.write) requireReal();
  const known = corpusFiles();
  const files = options.files !== undefined ? chosenFiles(known, options.files) : options.all ? known : onePerKind(known);
  const entries = entriesOf(options);
  const markdown = options.markdown ?? false;
  const failed = new Set<Entry>();
  const results: Result[] = [];
  for (const file of files) {
    const of = measureFile(file, entries, options, failed);
    results.push(...of);
    // As they come: a long run that is interrupted has told something.
    if (!options.json) process.stdout.write(`${file.name} (${file.kind}): ${thousands(of[0]?.bytes ?? 0)} bytes\n\n${layout(rowsOf(of), markdown)}\n\n`);
  }
  // One that failed anywhere has no sum to compare.
  const names = entries.filter((entry) => !failed.has(entry)).map(({ compressor }) => compressor.name);
  const totals = names.map((name) => added(results.filter((result) => result.compressor === name)));
  if (results.some((result) => !result.restored)) process.exitCode = 1;
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ machine: machine(), date: today(), command: commandOf(options), peers: peerVersions(entries), results, totals }, null, 1)}\n`);
  } else {
    if (files.length > 1) process.stdout.write(`all ${files.length} files\n\n${layout(rowsOf(totals), markdown)}\n\n`);
    process.stdout.write(`${machine()}\n${peerVersions(entries)}\n`);
  }
  const chart = options.chart !== undefined ? userPath(options.chart) : options.write ? join(root, 'docs/pareto.svg') : undefined;
  if (chart !== undefined) writeFileSync(chart, pareto(results.filter(({ compressor }) => names.includes(compressor))));
  if (options.write) {
    const bytes = thousands(totals[0]?.bytes ?? 0);
    const intro = `${options.bytes === undefined ? 'All' : `The first ${thousands(options.bytes)} bytes at most of`} ${files.length} files together, ${bytes} bytes; times are user + system of one core, medians of ${options.runs}.`;
    const shown = chart === join(root, 'docs/pareto.svg') ? '![Size against time of compression, by kind of data](docs/pareto.svg)\n\n' : '';
    writeSection('suite', commandOf(options), `${intro}\n\n${layout(rowsOf(totals), true)}\n\n${shown}Peers: ${peerVersions(entries)}.`);
    writeSection('suite-files', commandOf(options), layout(bytesRows(results, files, names), true));
  }
}
