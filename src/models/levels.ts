/** Levels 1 to 9: which model, how large, and what it may cost. This table is the only place that says so. */
import { KolmoError } from '../errors.js';
import type { Graph } from '../graph/types.js';
import { brisk, brisker } from './brisk.js';
import { fast, lean } from './fast.js';
import { standard } from './standard.js';
import { strong } from './strong.js';

export interface Level {
  readonly level: number;
  /** What the level is for, in a few words. */
  readonly meaning: string;
  readonly graph: Graph;
  /** Microseconds per byte that the level aims to stay within, on one core of 2020s x86. */
  readonly budget: number;
  /** Bytes that coding takes at most, whatever the input; short inputs take far less. */
  readonly memory: number;
}

const MiB = 2 ** 20;

/* Table sizes are log2: the history ring's bytes, each match table's entries, the slots table's bytes. */
export const levels: readonly Level[] = [
  { level: 1, meaning: 'speed',                   graph: lean({ history: 22, match: 20, slots: 24 }),       budget: 0.8, memory:   48 * MiB },
  { level: 2, meaning: 'fast',                    graph: fast({ history: 22, match: 20, slots: 26 }),       budget: 1.2, memory:  128 * MiB },
  { level: 3, meaning: 'fast, two layers',        graph: brisk({ history: 24, match: 20, slots: 27 }),      budget: 2,   memory:  256 * MiB },
  { level: 4, meaning: 'fast, more contexts',     graph: brisker({ history: 24, match: 22, slots: 28 }),    budget: 2.5, memory:  512 * MiB },
  { level: 5, meaning: 'everyday',                graph: standard({ history: 24, match: 22, slots: 29 }),   budget: 5,   memory:  640 * MiB },
  { level: 6, meaning: 'everyday, more memory',   graph: standard({ history: 26, match: 24, slots: 30 }),   budget: 5,   memory: 1280 * MiB },
  { level: 7, meaning: 'archives, less memory',   graph: strong({ history: 24, match: 22, slots: 28 }),     budget: 9,   memory:  512 * MiB },
  { level: 8, meaning: 'archives',                graph: strong({ history: 24, match: 22, slots: 29 }),     budget: 9,   memory:  768 * MiB },
  { level: 9, meaning: 'the smallest',            graph: strong({ history: 26, match: 24, slots: 30 }),     budget: 9,   memory: 1536 * MiB },
];

export const DEFAULT_LEVEL = 5;

/**
 * The row of a level.
 * @throws KolmoError ERR_OPTION: not an integer from 1 to 9
 */
export function levelOf(level: number): Level {
  const found = levels.find((row) => row.level === level);
  if (found === undefined) throw new KolmoError('ERR_OPTION', `level must be an integer from 1 to ${levels.length}, not ${String(level)}`);
  return found;
}
