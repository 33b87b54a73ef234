/** Levels 1 to 9: which model, how large, and what it may cost. This table is the only place that says so. */
import { KolmoError } from '../errors.js';
import type { Graph } from '../graph/types.js';
import type { Kind } from '../kinds/kinds.js';
import { binary, strongBinary } from './binary.js';
import { brisk, brisker } from './brisk.js';
import { fast, lean } from './fast.js';
import type { NetworkShape } from './neural.js';
import { standard } from './standard.js';
import { strong } from './strong.js';
import { strongStructured, structured } from './structured.js';
import type { Tables } from './tables.js';

export interface Level {
  readonly level: number;
  /** What the level is for, in a few words. */
  readonly meaning: string;
  /** For text, and for all kinds where the level has no others. */
  readonly graph: Graph;
  readonly kinds?: { readonly [K in Exclude<Kind, 'text'>]: Graph };
  /** The network that `--network` puts beside the graph for text. No level has it by itself: it costs more time than it is allowed. */
  readonly network?: NetworkShape;
  /** Microseconds per byte that the level aims to stay within, on one core of 2020s x86. */
  readonly budget: number;
  /** Bytes that coding takes at most, whatever the input; short inputs take far less. */
  readonly memory: number;
}

const MiB = 2 ** 20;

const everyday = (tables: Tables): Pick<Level, 'graph' | 'kinds'> => ({ graph: standard(tables), kinds: { structured: structured(tables), binary: binary(tables) } });
const archives = (tables: Tables): Pick<Level, 'graph' | 'kinds'> => ({ graph: strong(tables), kinds: { structured: strongStructured(tables), binary: strongBinary(tables) } });

/* Table sizes are log2: the history ring's bytes, each match table's entries, the slots table's bytes; of networks, the rows' bytes. */
export const levels: readonly Level[] = [
  { level: 1, meaning: 'speed',                 graph: lean({ history: 22, match: 20, slots: 23 }),    budget: 0.5, memory:   32 * MiB },
  { level: 2, meaning: 'fast',                  graph: fast({ history: 22, match: 20, slots: 26 }),    budget: 0.8, memory:  128 * MiB },
  { level: 3, meaning: 'fast, two layers',      graph: brisk({ history: 24, match: 20, slots: 27 }),   budget: 1.5, memory:  256 * MiB },
  { level: 4, meaning: 'fast, more contexts',   graph: brisker({ history: 24, match: 22, slots: 28 }), budget: 2,   memory:  512 * MiB },
  { level: 5, meaning: 'everyday',              ...everyday({ history: 24, match: 22, slots: 29 }),    budget: 5,   memory:  640 * MiB, network: { cells: 96, rows: 27 } },
  { level: 6, meaning: 'everyday, more memory', ...everyday({ history: 26, match: 24, slots: 30 }),    budget: 5,   memory: 1280 * MiB, network: { cells: 96, rows: 28 } },
  { level: 7, meaning: 'archives, less memory', ...archives({ history: 24, match: 22, slots: 28 }),    budget: 9,   memory:  512 * MiB, network: { cells: 160, rows: 27 } },
  { level: 8, meaning: 'archives',              ...archives({ history: 24, match: 22, slots: 29 }),    budget: 9,   memory:  768 * MiB, network: { cells: 160, rows: 28 } },
  { level: 9, meaning: 'the smallest',          ...archives({ history: 26, match: 24, slots: 30 }),    budget: 9,   memory: 1536 * MiB, network: { cells: 160, rows: 29 } },
];

export const DEFAULT_LEVEL = 5;

/** A level's graph for a kind of data. */
export function graphFor(level: Level, kind: Kind): Graph {
  return kind === 'text' ? level.graph : (level.kinds?.[kind] ?? level.graph);
}

/**
 * The row of a level.
 * @throws KolmoError ERR_OPTION: not an integer from 1 to 9
 */
export function levelOf(level: number): Level {
  const found = levels.find((row) => row.level === level);
  if (found === undefined) throw new KolmoError('ERR_OPTION', `level must be an integer from 1 to ${levels.length}, not ${String(level)}`);
  return found;
}
