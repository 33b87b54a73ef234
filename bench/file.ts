/** `bench file FILE -5`: one file, quickly, in this process: bytes, time, memory, and whether it comes back. */
import { readFileSync } from 'node:fs';
import { checkGraph, type Graph, setParam } from '../src/graph/index.js';
import { type CompressOptions, compressSync, decompressSync, info } from '../src/index.js';
import { lower } from '../src/lower/index.js';
import { levelOf } from '../src/models/levels.js';
import { comparableBytes } from '../src/profile/ablate.js';
import { machine } from './document.js';
import { measureHere } from './measure.js';
import { levelDigits } from './options.js';
import { userPath } from './root.js';
import { fixed, layout, median, thousands } from './table.js';

export interface FileOptions {
  readonly bytes?: number;
  readonly runs: number;
  readonly graph?: string;
  readonly set?: readonly string[];
  readonly json?: boolean;
  readonly markdown?: boolean;
}

function graphOf(level: number, options: FileOptions): Graph {
  const start = options.graph === undefined ? levelOf(level).graph : checkGraph(JSON.parse(readFileSync(userPath(options.graph), 'utf8')));
  return (options.set ?? []).reduce((graph, text) => {
    const at = text.indexOf('=');
    if (at < 0) throw new Error(`--set takes node.param=value, not ${text}`);
    return setParam(graph, text.slice(0, at), text.slice(at + 1));
  }, start);
}

interface Row {
  readonly model: string;
  readonly bytes: number;
  readonly archive: number;
  /** The archive less an embedded Program. */
  readonly comparable: number;
  /** Microseconds per byte. */
  readonly compress: number;
  readonly decompress: number;
  /** Bytes of model state. */
  readonly memory: number;
  readonly restored: boolean;
}

function measureModel(model: string, graph: Graph, data: Buffer, runs: number): Row {
  const options: CompressOptions = { graph };
  const unlimited = { memory: Number.MAX_SAFE_INTEGER, maxCost: Number.MAX_SAFE_INTEGER };
  const rounds = Array.from({ length: runs }, () => {
    const there = measureHere(() => compressSync(data, options));
    const back = measureHere(() => decompressSync(there.result, unlimited));
    return { archive: there.result, compress: there.cpu, decompress: back.cpu, restored: back.result.equals(data) };
  });
  const [first] = rounds;
  if (first === undefined) throw new Error('no run was asked for');
  const perByte = (seconds: readonly number[]): number => (1e6 * median(seconds)) / data.length;
  return {
    model,
    bytes: data.length,
    archive: first.archive.length,
    comparable: comparableBytes(first.archive, lower(graph)),
    compress: perByte(rounds.map((round) => round.compress)),
    decompress: perByte(rounds.map((round) => round.decompress)),
    memory: info(first.archive).memory,
    restored: rounds.every((round) => round.restored),
  };
}

export function file(path: string, options: FileOptions & Readonly<Record<string, unknown>>): void {
  const data = readFileSync(userPath(path)).subarray(0, options.bytes);
  const rows = levelDigits(options).map((level) => {
    const name = options.graph ?? `level ${level}`;
    return measureModel([name, ...(options.set ?? [])].join(' '), graphOf(level, options), data, options.runs);
  });
  if (rows.some((row) => !row.restored)) process.exitCode = 1;
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ machine: machine(), file: path, rows }, null, 1)}\n`);
    return;
  }
  const head = ['model', 'bytes', 'less Program', 'bits/byte', 'compress µs/byte', 'decompress µs/byte', 'model MB', 'restored'];
  const cells = rows.map((row) => [
    row.model,
    thousands(row.archive),
    thousands(row.comparable),
    fixed((8 * row.comparable) / row.bytes, 4),
    fixed(row.compress, 3),
    fixed(row.decompress, 3),
    fixed(row.memory / 1e6, 1),
    row.restored ? 'exactly' : 'NO',
  ]);
  process.stdout.write(`${path}: ${thousands(data.length)} bytes\n\n${layout([head, ...cells], options.markdown ?? false)}\n\n${machine()}\n`);
}
