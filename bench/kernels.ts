/**
 * `bench kernels`: every kernel of native/kernels/cases.h on every CPU path: the same results as the scalar one? how fast? and how near to
 * what this machine allows: the roofline, the longest of what multiplications take at the path's peak, what divisions take, and what reading the operands takes from the cache
 * that holds them.
 */
import { spawnSync } from 'node:child_process';
import type { Peaks } from '../src/native.js';
import type { Precision } from '../src/profile/work.js';
import { machine, today, writeSection } from './document.js';
import { fixed, layout } from './table.js';
import { tool } from './tools.js';

export interface KernelsOptions {
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly write?: boolean;
}

export interface KernelRow {
  readonly kernel: string;
  readonly path: string;
  /** Elements, or rows x columns. */
  readonly shape: string;
  /** Whether all results equal the scalar path's. */
  readonly same: boolean;
  /** Nanoseconds per call. */
  readonly ns: number;
  /** Multiply-adds per call; 0 where it is none of its business. */
  readonly macs: number;
  readonly divisions: number;
  /** Bytes read and written per call. */
  readonly bytes: number;
  readonly numbers: Precision;
  /** Bytes per nanosecond that the cache which holds so many delivers. */
  readonly reading: number;
}

export interface KernelTable {
  readonly peaks: ReadonlyMap<string, Peaks>;
  readonly rows: readonly KernelRow[];
}

const isPrecision = (text: string | undefined): text is Precision => text === 'int8' || text === 'int16' || text === 'fp32';

function peaksOf(words: readonly string[]): Peaks {
  const [int8, int16, fp32, ...reads] = words;
  return {
    int8: Number(int8),
    int16: Number(int16),
    fp32: Number(fp32),
    reads: reads.map((read) => {
      const [bytes, perNs] = read.split(':');
      return { bytes: Number(bytes), perNs: Number(perNs) };
    }),
  };
}

/** The lines of bench/native/kernels.c. */
export function parseKernels(text: string): KernelTable {
  const peaks = new Map<string, Peaks>();
  const rows: KernelRow[] = [];
  for (const line of text.trim().split('\n')) {
    const [what, ...words] = line.split(' ');
    const [kernel, path, shape, same, ns, macs, divisions, bytes, numbers, reading, ...rest] = words;
    if (what === 'peak' && kernel !== undefined && words.length > 3) peaks.set(kernel, peaksOf(words.slice(1)));
    else if (what === 'kernel' && kernel !== undefined && path !== undefined && shape !== undefined && isPrecision(numbers) && reading !== undefined && rest.length === 0) {
      rows.push({ kernel, path, shape, same: same === '1', ns: Number(ns), macs: Number(macs), divisions: Number(divisions), bytes: Number(bytes), numbers, reading: Number(reading) });
    } else throw new Error(`not a line of kernels: ${line}`);
  }
  return { peaks, rows };
}

const size = (bytes: number): string => (bytes >= 2 ** 20 ? `${bytes / 2 ** 20}M` : `${bytes / 2 ** 10}K`);

/**
 * What bounds a kernel, and the nanoseconds that a call takes at least.
 * @param dividing divisions per nanosecond, at best
 */
export function roofline({ macs, divisions, bytes, numbers, reading }: Pick<KernelRow, 'macs' | 'divisions' | 'bytes' | 'numbers' | 'reading'>, peaks: Peaks, dividing: number): { readonly bound: string; readonly least: number } {
  const least = { reading: bytes / reading, [numbers]: macs / peaks[numbers], division: divisions === 0 ? 0 : divisions / dividing };
  const [[bound, ns] = ['reading', 0]] = Object.entries(least).sort(([, a], [, b]) => b - a);
  return { bound, least: ns };
}

/* A path divides as fast as the kernel that does nothing else. */
const dividingOf = (rows: readonly KernelRow[], path: string): number =>
  Math.max(0, ...rows.filter((row) => row.path === path && row.kernel === 'f_div').map(({ divisions, ns }) => divisions / ns));

/** A row per kernel, shape and path; times beside the scalar path's. */
export function rowsOf({ rows, peaks }: KernelTable): readonly (readonly string[])[] {
  const order = [...new Set(rows.map(({ kernel, shape }) => `${kernel} ${shape}`))];
  const sorted = rows.toSorted((a, b) => order.indexOf(`${a.kernel} ${a.shape}`) - order.indexOf(`${b.kernel} ${b.shape}`));
  const cells = sorted.map((row) => {
    const scalar = rows.find((other) => other.kernel === row.kernel && other.shape === row.shape && other.path === 'scalar');
    const peak = peaks.get(row.path);
    const roof = peak === undefined ? undefined : roofline(row, peak, dividingOf(rows, row.path));
    return [
      row.kernel,
      row.shape,
      row.path,
      row.same ? 'yes' : 'NO',
      fixed(row.ns, 1),
      scalar === undefined ? '—' : `${fixed(scalar.ns / row.ns, 1)}×`,
      row.macs === 0 ? '' : fixed(row.macs / row.ns, 1),
      fixed(row.bytes / row.ns, 1),
      roof?.bound ?? '—',
      roof === undefined ? '—' : `${fixed((100 * roof.least) / row.ns, 0)}%`,
    ];
  });
  return [['kernel', 'shape', 'path', 'same as scalar', 'ns/call', 'speed-up', 'GMAC/s', 'GB/s', 'bound by', 'of roofline'], ...cells];
}

function peaksText(peaks: ReadonlyMap<string, Peaks>): string {
  const rows = [...peaks].map(([path, { int8, int16, fp32, reads }]) => [path, ...[int8, int16, fp32].map((rate) => fixed(rate, 0)), ...reads.map(({ perNs }) => fixed(perNs, 0))]);
  const sizes = [...peaks.values()][0]?.reads ?? [];
  return layout([['peaks', 'int8 GMAC/s', 'int16', 'fp32', ...sizes.map(({ bytes }, i) => `${i === 0 ? 'reading ' : ''}${size(bytes)}${i === 0 ? ' GB/s' : ''}`)], ...rows], true);
}

export function kernels(options: KernelsOptions): void {
  const { stdout, status, error, stderr } = spawnSync(tool('kernels'), { encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0 && status !== 1) throw new Error(`kernels: exit status ${status}\n${stderr}`);
  const table = parseKernels(stdout);
  if (table.rows.some((row) => !row.same)) process.exitCode = 1;
  if (options.json) process.stdout.write(`${JSON.stringify({ machine: machine(), date: today(), peaks: Object.fromEntries(table.peaks), rows: table.rows }, null, 1)}\n`);
  else process.stdout.write(`${layout(rowsOf(table), options.markdown ?? false)}\n\n${peaksText(table.peaks)}\n\n${machine()}\n`);
  if (options.write) writeSection('kernels', 'kernels', `${layout(rowsOf(table), true)}\n\n${peaksText(table.peaks)}`);
}
