/**
 * `bench ablate -5`: a level's graph with each node taken away, on several kinds of data: what the node saves, what it
 * costs, and so what its microseconds buy.
 */
import type { Graph } from '../src/graph/index.js';
import { compressSync } from '../src/index.js';
import { lower } from '../src/lower/index.js';
import { levelOf } from '../src/models/levels.js';
import { comparableBytes, droppable, type Without } from '../src/profile/ablate.js';
import { chosenFiles, contents, corpusFiles, onePerKind, requireReal } from './corpora.js';
import { machine, today, writeSection } from './document.js';
import { countInstructions } from './instructions.js';
import { measureHere } from './measure.js';
import { levelDigits, progress, progressDone } from './options.js';
import { fixed, layout, median, signed, sum, thousands } from './table.js';

export interface AblateOptions {
  /** Of each file, from its start. */
  readonly bytes: number;
  readonly runs: number;
  readonly node?: readonly string[];
  readonly files?: string;
  readonly instructions?: boolean;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly write?: boolean;
}

/** What one node is worth on one file: without it minus with it. */
export interface Worth {
  readonly node: string;
  readonly file: string;
  readonly kind: string;
  /** Raw bytes coded. */
  readonly raw: number;
  /** Bytes that the archive grows by without the node. */
  readonly bytes: number;
  /** Microseconds per byte that coding gets faster by without the node. */
  readonly micros: number;
}

/** Instructions per byte that a node takes, on the bundled sample: exact where microseconds are noise. */
export type Instructions = ReadonlyMap<string, number>;

interface Sample {
  readonly name: string;
  readonly kind: string;
  readonly data: Buffer;
}

const KINDS = ['wiki', 'source', 'json', 'log', 'csv', 'binary'] as const;

interface Coded {
  readonly bytes: number;
  readonly micros: number;
}

/* A shipped Program runs as rendered code, a changed one is interpreted. To compare like with like, the whole graph must not be a shipped
 * one: its history may grow to twice the size, which no sample here is long enough to notice. */
function unshipped(graph: Graph): Graph {
  return { ...graph, history: { ...graph.history, max: graph.history.max + 1 } };
}

function coded(graph: Graph, data: Buffer): Coded {
  const { result, cpu } = measureHere(() => compressSync(data, { graph }));
  return { bytes: comparableBytes(result, lower(graph)), micros: (1e6 * cpu) / data.length };
}

/** Base and change take turns, so that a slow moment of the machine does not count for one of them alone. */
function compared(base: Graph, changed: Graph, data: Buffer, runs: number): { bytes: number; micros: number; base: Coded } {
  const pairs = Array.from({ length: runs }, () => ({ with: coded(base, data), without: coded(changed, data) }));
  const [first] = pairs;
  if (first === undefined) throw new Error('no run was asked for');
  return {
    bytes: first.without.bytes - first.with.bytes,
    micros: median(pairs.map((pair) => pair.with.micros - pair.without.micros)),
    base: { bytes: first.with.bytes, micros: median(pairs.map((pair) => pair.with.micros)) },
  };
}

/** Bits saved per microsecond spent; undefined where the node's time is not above nothing. */
export function bitsPerMicro(worth: readonly Pick<Worth, 'raw' | 'bytes' | 'micros'>[]): number | undefined {
  const micros = sum(worth.map(({ raw, micros: each }) => raw * each));
  return micros > 0 ? (8 * sum(worth.map(({ bytes }) => bytes))) / micros : undefined;
}

/**
 * A row per node, the most valuable first: its share of the size on each kind, the mean of these, time and bits per
 * microsecond. The mean of shares, not of bytes: a kind that compresses badly would outvote all others.
 */
export function rowsOf(worths: readonly Worth[], base: ReadonlyMap<string, Coded>, instructions?: Instructions): readonly (readonly string[])[] {
  const nodes = [...new Set(worths.map(({ node }) => node))];
  const files = [...new Set(worths.map(({ file }) => file))];
  const share = (worth: Worth): number => (100 * worth.bytes) / (base.get(worth.file)?.bytes ?? Number.NaN);
  const rows = nodes.map((node) => {
    const of = files.flatMap((file) => worths.find((worth) => worth.node === node && worth.file === file) ?? []);
    const mean = sum(of.map(share)) / of.length;
    const micros = sum(of.map((worth) => worth.micros * worth.raw)) / sum(of.map((worth) => worth.raw));
    const cells = of.map((worth) => `${signed(share(worth), 2)}%`);
    const saved = [`${signed(mean, 2)}%`, signed(sum(of.map(({ bytes }) => bytes))), signed(micros, 3), fixed(bitsPerMicro(of), 3)];
    const counted = instructions?.get(node);
    if (instructions !== undefined) saved.push(counted === undefined ? '—' : signed(counted, 1));
    return { mean, cells: [node, ...cells, ...saved] };
  });
  const kindsOf = files.map((file) => worths.find((worth) => worth.file === file)?.kind ?? file);
  const head = ['without', ...kindsOf, 'mean', 'bytes', 'µs/byte saved', 'bits per µs'];
  if (instructions !== undefined) head.push('instructions/byte saved');
  return [head, ...rows.sort((a, b) => b.mean - a.mean).map(({ cells }) => cells)];
}

function instructionsOf(graph: Graph, changes: readonly Without[]): Instructions | undefined {
  const whole = countInstructions(lower(graph), 'the whole graph');
  if (whole === undefined) return undefined;
  return new Map(changes.flatMap(({ id, graph: changed }) => {
    const count = countInstructions(lower(changed), `without ${id}`);
    return count === undefined ? [] : [[id, whole - count] as const];
  }));
}

function commandOf(level: number, options: AblateOptions): string {
  const words = ['ablate', `-${level}`, '--bytes', options.bytes, '--runs', options.runs];
  for (const id of options.node ?? []) words.push('--node', id);
  if (options.files !== undefined) words.push('--files', `'${options.files}'`);
  if (options.instructions) words.push('--instructions');
  return words.join(' ');
}

function ablateLevel(level: number, samples: readonly Sample[], options: AblateOptions): void {
  const graph = unshipped(levelOf(level).graph);
  const changes = droppable(graph, options.node, (why) => process.stderr.write(`!! ${why}\n`));
  const base = new Map<string, Coded>();
  const worths: Worth[] = [];
  // Not measured: the first call pays for loading the addon and for compiling lower().
  for (const { data } of samples.slice(0, 1)) compared(graph, graph, data, 1);
  for (const { name, kind, data } of samples) {
    for (const { id, graph: changed } of changes) {
      progress(`level ${level}, ${name}: without ${id}`);
      const { base: plain, bytes, micros } = compared(graph, changed, data, options.runs);
      base.set(name, plain);
      worths.push({ node: id, file: name, kind, raw: data.length, bytes, micros });
    }
  }
  const instructions = options.instructions ? instructionsOf(graph, changes) : undefined;
  progressDone();
  const rowsNow = rowsOf(worths, base, instructions);
  const command = commandOf(level, options);
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ machine: machine(), date: today(), command, level, base: Object.fromEntries(base), nodes: worths, instructions: Object.fromEntries(instructions ?? []) }, null, 1)}\n`);
  } else {
    const rows = samples.map(({ name, kind, data }) => {
      const { bytes, micros } = base.get(name) ?? { bytes: Number.NaN, micros: Number.NaN };
      return [name, kind, thousands(data.length), thousands(bytes), fixed(micros, 3)];
    });
    process.stdout.write(`level ${level} as it is\n\n${layout([['file', 'kind', 'raw', 'bytes', 'µs/byte'], ...rows], options.markdown ?? false)}\n\n`);
    process.stdout.write(`what each node saves: the growth without it\n\n${layout(rowsNow, options.markdown ?? false)}\n\n`);
  }
  if (options.write) {
    const intro = `Growth without each node of level ${level}; the first ${thousands(options.bytes)} bytes of ${samples.map(({ name }) => name).join(', ')}.`;
    writeSection(`ablate-${level}`, command, `${intro}\n\n${layout(rowsNow, true)}`);
  }
}

export function ablate(options: AblateOptions & Readonly<Record<string, unknown>>): void {
  if (options.write) requireReal();
  const known = corpusFiles();
  const real = onePerKind(known, KINDS);
  const files = options.files === undefined ? real : chosenFiles(known, options.files);
  const samples = files.map((file) => ({ name: file.name, kind: file.kind, data: contents(file, options.bytes) }));
  for (const level of levelDigits(options)) ablateLevel(level, samples, options);
}
