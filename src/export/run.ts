/** Programs run as a judge runs them: in a folder of their own, on one core, without a network, and measured. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Run {
  /** Seconds. */
  readonly wall: number;
  readonly user: number;
  readonly system: number;
  /** Peak resident bytes. */
  readonly resident: number;
  /** Bytes of all files in the folder afterwards, links to others not counted. */
  readonly disk: number;
}

/** A failure worth a line: a program that is missing or ended badly. */
export class RunError extends Error {}

/** "user system wall peak", as native/standalone/measure.c writes it: microseconds and KiB. Throws where the text is something else. */
export function readReport(text: string): Omit<Run, 'disk'> {
  const [user, system, wall, peak] = text.trim().split(' ').map(Number);
  if (user === undefined || system === undefined || wall === undefined || peak === undefined || [user, system, wall, peak].some(Number.isNaN))
    throw new Error(`not a report of measure: ${JSON.stringify(text)}`);
  return { wall: wall / 1e6, user: user / 1e6, system: system / 1e6, resident: peak * 1024 };
}

function said(text: string): string {
  return text.trim().split('\n').slice(-5).join('; ');
}

/** Runs a command to its end. Throws RunError with the last lines that it wrote. */
export function command(name: string, args: readonly string[], folder: string): void {
  const { status, error, stderr, stdout } = spawnSync(name, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 });
  if (error) throw new RunError(`${name}: ${error.message}`);
  if (status !== 0) throw new RunError(`${name} ${args.join(' ')}: exit status ${status ?? 'none'}: ${said(stderr || stdout)}`);
}

/** Whether a command can be started and ends well. */
export const works = (name: string, args: readonly string[]): boolean => spawnSync(name, args, { stdio: 'ignore' }).status === 0;

/** The words before a command that take the network from it. Throws RunError where that cannot be done. */
export function offline(): readonly string[] {
  const ways = [['-n'], ['-r', '-n']];
  const way = ways.find((flags) => works('unshare', [...flags, 'true']));
  if (way === undefined) throw new RunError('no network namespace can be had (unshare -n, of util-linux): what runs offline cannot be shown');
  return ['unshare', ...way];
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { name }) => sum + statSync(join(folder, name)).size, 0);
}

/** Runs and measures. `measure` is native/standalone/measure.c, compiled. Throws RunError. */
export function run(measure: string, before: readonly string[], words: readonly string[], folder: string, report: string): Run {
  const [first = '', ...rest] = [...before, measure, report, ...words];
  command(first, rest, folder);
  return { ...readReport(readFileSync(report, 'utf8')), disk: sizeOf(folder) };
}
