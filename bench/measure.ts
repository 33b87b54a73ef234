/** What a command costs, as the operating system counts it for the process and its children. */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReport } from '../src/export/run.js';
import { tool } from './tools.js';

export interface Cost {
  /** User and system time together, seconds. */
  readonly cpu: number;
  /** Wall time, seconds. */
  readonly wall: number;
  /** Peak resident bytes. */
  readonly resident: number;
}

/** What measure wrote, its times together. Throws where the text is something else. */
export function parseReport(text: string): Cost {
  const { user, system, ...rest } = readReport(text);
  return { cpu: user + system, ...rest };
}

/**
 * Runs a command on one core.
 * @param folder where it runs, and where the report is left
 * @param output a file in that folder that takes its standard output; without, that is thrown away
 * @throws Error with what it wrote to stderr, when it fails
 */
export function measure(command: readonly string[], folder: string, output?: string): Cost {
  const report = join(folder, 'report');
  const stdout = output === undefined ? ('ignore' as const) : openSync(join(folder, output), 'w');
  try {
    const { status, stderr } = spawnSync(tool('measure'), [report, ...command], { cwd: folder, stdio: ['ignore', stdout, 'pipe'], encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command.join(' ')}: exit status ${status}\n${stderr}`);
  } finally {
    if (typeof stdout === 'number') closeSync(stdout);
  }
  return parseReport(readFileSync(report, 'utf8'));
}

/** User and system seconds that `work` takes in this process, on all its threads. */
export function measureHere<T>(work: () => T): { readonly result: T; readonly cpu: number } {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, cpu: (user + system) / 1e6 };
}
