/**
 * `bench loop`: what a server feels of compressions under way: the event loop's delay while many run at once, and how long after
 * abort() a call ends.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { compress, decompress } from '../src/index.js';
import { contents, corpusFiles, onePerKind } from './corpora.js';
import { writeSection } from './document.js';
import { fixed, layout, median } from './table.js';

export interface LoopOptions {
  readonly jobs: number;
  readonly bytes: number;
  readonly levels: readonly number[];
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly write?: boolean;
}

async function delays(level: number, jobs: number, data: Buffer): Promise<readonly string[]> {
  await compress(data.subarray(0, 1_000), { level });
  await sleep(100);
  const monitor = monitorEventLoopDelay({ resolution: 1 });
  monitor.enable();
  const start = performance.now();
  const archives = await Promise.all(Array.from({ length: jobs }, () => compress(data, { level })));
  const seconds = (performance.now() - start) / 1_000;
  monitor.disable();
  if (archives.some((archive) => archive.length === 0)) throw new Error('an empty archive');
  const ms = (nanoseconds: number): string => fixed(nanoseconds / 1e6, 1);
  return [ms(monitor.percentile(50)), ms(monitor.percentile(99)), ms(monitor.max), fixed(seconds, 1)];
}

/** Milliseconds from abort() to the rejection: the median and the longest of several, at different times in the work. */
async function aborts(level: number, data: Buffer): Promise<readonly string[]> {
  const took: number[] = [];
  const archive = await compress(data, { level: 1 });
  for (let i = 0; i < 12; i++) {
    const controller = new AbortController();
    const { signal } = controller;
    const pending = (i % 4 === 3 ? decompress(archive, { signal }) : compress(Buffer.alloc(30_000_000, data), { level, signal })).then(() => {}, () => {});
    await sleep(5 + 40 * i);
    const start = performance.now();
    controller.abort();
    await pending;
    took.push(performance.now() - start);
  }
  return [fixed(median(took), 1), fixed(Math.max(...took), 1)];
}

const head = ['level', 'delay p50 ms', 'p99 ms', 'longest ms', 'all done after s', 'abort to end, median ms', 'longest ms'];

export async function loop(options: LoopOptions): Promise<void> {
  const [file] = onePerKind(corpusFiles(), ['wiki', 'prose']);
  if (file === undefined) throw new Error('no text to work on');
  const data = contents(file, options.bytes);
  const rows: string[][] = [];
  for (const level of options.levels) rows.push([String(level), ...(await delays(level, options.jobs, data)), ...(await aborts(level, data))]);
  if (options.json) process.stdout.write(`${JSON.stringify(rows)}\n`);
  else process.stdout.write(`${layout([head, ...rows], options.markdown ?? false)}\n`);
  if (!options.write) return;
  const intro = `${options.jobs} compressions of ${options.bytes} bytes of ${file.name} started at once; and 12 calls aborted at different times.`;
  writeSection('loop', `loop --levels ${options.levels.join(',')} --jobs ${options.jobs} --bytes ${options.bytes}`, `${intro}\n\n${layout([head, ...rows], true)}`);
}
