/** `bench kernels`: every kernel of native/kernels on every CPU path: the same results as the scalar one? how fast? */
import { spawnSync } from 'node:child_process';
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
  /** Elements. */
  readonly n: number;
  /** Whether all results equal the scalar path's. */
  readonly same: boolean;
  /** Nanoseconds per call. */
  readonly ns: number;
}

/** The lines of bench/native/kernels.c. */
export function parseKernels(text: string): readonly KernelRow[] {
  return text.trim().split('\n').map((line) => {
    const [kernel, path, n, same, ns, ...rest] = line.split(' ');
    if (kernel === undefined || path === undefined || ns === undefined || rest.length > 0) throw new Error(`not a line of kernels: ${line}`);
    return { kernel, path, n: Number(n), same: same === '1', ns: Number(ns) };
  });
}

/** A row per kernel and size; times beside the scalar path's. Each kernel does one multiply-add per element. */
function rowsOf(rows: readonly KernelRow[]): readonly (readonly string[])[] {
  const cells = rows.map(({ kernel, path, n, same, ns }) => {
    const scalar = rows.find((row) => row.kernel === kernel && row.n === n && row.path === 'scalar');
    return [kernel, path, String(n), same ? 'yes' : 'NO', fixed(ns, 1), fixed(n / ns, 2), scalar === undefined ? '—' : `${fixed(scalar.ns / ns, 1)}×`];
  });
  return [['kernel', 'path', 'n', 'same as scalar', 'ns/call', 'GMAC/s', 'speed-up'], ...cells];
}

export function kernels(options: KernelsOptions): void {
  const { stdout, status, error, stderr } = spawnSync(tool('kernels'), { encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0 && status !== 1) throw new Error(`kernels: exit status ${status}\n${stderr}`);
  const rows = parseKernels(stdout);
  if (rows.some((row) => !row.same)) process.exitCode = 1;
  if (options.json) process.stdout.write(`${JSON.stringify({ machine: machine(), date: today(), rows }, null, 1)}\n`);
  else process.stdout.write(`${layout(rowsOf(rows), options.markdown ?? false)}\n\n${machine()}\n`);
  if (options.write) writeSection('kernels', 'kernels', layout(rowsOf(rows), true));
}
