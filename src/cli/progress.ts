/** A progress bar and a closing line on stderr, where a person looks at it. */
import { createRequire } from 'node:module';
import type * as CliProgress from 'cli-progress';
import type { Settings } from './options.js';
import { bytes, say, shown } from './messages.js';

export interface Progress {
  /** Bytes taken and bytes made so far. */
  update(bytesIn: number, bytesOut: number): void;
  /** Clears the bar. May be called more than once. */
  stop(): void;
}

/* Loaded where there is a bar to draw: it takes longer than the rest of the command's start. */
const load = (): typeof CliProgress => createRequire(import.meta.url)('cli-progress') as typeof CliProgress;

const silent: Progress = { update: () => {}, stop: () => {} };

let running: Progress = silent;

/** Clears a bar that is on the screen; for signals. */
export function stopProgress(): void {
  running.stop();
}

/** Files at least this large get a bar at once; smaller ones are mostly done before it could be read. */
const WORTH_A_BAR = 1 << 16;

/** `total`: bytes that will be taken, if known. */
export function startProgress(settings: Settings, name: string, total: number | undefined): Progress {
  const wanted = settings.progress && !settings.quiet && process.stderr.isTTY;
  if (!wanted || (total !== undefined && total < WORTH_A_BAR)) return silent;
  const known = total !== undefined;
  const { SingleBar } = load();
  const bar = new SingleBar({
    stream: process.stderr,
    format: known ? '{file} [{bar}] {percentage} % | {taken} → {made} | {rate}/s | {eta_formatted} left' : '{file} {taken} → {made} | {rate}/s',
    barsize: 24,
    fps: 5,
    clearOnComplete: true,
    hideCursor: false /* a killed process could not show it again */,
    stopOnComplete: false,
    gracefulExit: false /* signals are handled in main.ts */,
    emptyOnZero: true,
  });
  const file = shown(name);
  bar.start(total ?? 0, 0, { file: file.length > 40 ? `…${file.slice(-39)}` : file, taken: bytes(0), made: bytes(0), rate: bytes(0) });
  const started = performance.now();
  let stopped = false;
  running = {
    update(bytesIn, bytesOut) {
      if (stopped) return;
      bar.update(known ? Math.min(bytesIn, total) : 0, {
        taken: bytes(bytesIn),
        made: bytes(bytesOut),
        rate: bytes(Math.round((1_000 * bytesIn) / Math.max(1, performance.now() - started))),
      });
    },
    stop() {
      if (stopped) return;
      stopped = true;
      bar.stop();
    },
  };
  return running;
}

/** Prints one line about a finished file, unless nobody would read it. */
export function summarize(settings: Settings, line: string): void {
  if (settings.verbose || (!settings.quiet && process.stderr.isTTY)) say(line);
}
