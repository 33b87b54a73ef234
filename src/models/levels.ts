/** Levels 1 to 9: which model, how large, and what it may cost. This table is the only place that says so. */
import { KolmoError } from '../errors.js';
import { type NetworkChoice, setNetworks } from '../graph/edit.js';
import type { Graph } from '../graph/types.js';
import type { Kind } from '../kinds/kinds.js';
import { ampleBinary, binary, strongBinary } from './binary.js';
import { brisk, brisker } from './brisk.js';
import { fast, lean } from './fast.js';
import { ampleMachine, machine, strongMachine } from './machine.js';
import {
  binaryGroups, binaryGroups2, briskerGroups, machineGroups, machineGroups2, type NetworkShape, strongGroups, strongGroups2, strongGroups3,
  strongGroups4, structuredGroups, structuredGroups2, textGroups, withNetworks,
} from './neural.js';
import { ample, standard } from './standard.js';
import { strong, strongest } from './strong.js';
import { ampleStructured, fullestStructured, fullStructured, structured } from './structured.js';
import type { Tables } from './tables.js';

export interface Level {
  readonly level: number;
  /** What the level is for, in a few words. */
  readonly meaning: string;
  /** For text, and for all kinds where the level has no others. */
  readonly graph: Graph;
  readonly kinds?: { readonly [K in Exclude<Kind, 'text'>]: Graph };
  /** Microseconds per byte that the level aims to stay within, on one core of 2020s x86. */
  readonly budget: number;
  /** Bytes that coding takes at most, whatever the input; short inputs take far less. */
  readonly memory: number;
}

const MiB = 2 ** 20;

interface Sizes extends Tables {
  /** Of each network. */
  readonly rows: readonly number[];
}
type Graphs = Pick<Level, 'graph' | 'kinds'>;

type Shapes = (kind: Kind) => readonly NetworkShape[];
type Groups = Readonly<Record<Kind, NetworkShape['groups']>>;
const groups: Groups = { text: textGroups, structured: structuredGroups, machine: machineGroups, binary: binaryGroups };
const others: Omit<Groups, 'text'> = { structured: structuredGroups2, machine: machineGroups2, binary: binaryGroups2 };

const network = (read: NetworkShape['groups'], cells: number, window: number, memories = 1, cell: NetworkShape['cell'] = 'recurrence'): NetworkShape => ({ cells, memories, cell, window, groups: read });

const small: Shapes = (kind) => [network(groups[kind], kind === 'text' ? 96 : 48, 64)];
/* Text gains by a third and a fourth recurrent network what other data do not, and loses less by long windows, which take less time. */
const several: Shapes = (kind) =>
  kind === 'text'
    ? [network(strongGroups, 96, 64, 2), network(strongGroups2, 96, 64), network(strongGroups3, 64, 64)]
    : [network(groups[kind], 96, 32, 2), network(others[kind], 64, 32)];
const most: Shapes = (kind) =>
  kind === 'text'
    ? [network(strongGroups, 160, 64, 2), network(strongGroups2, 128, 32, 2), network(strongGroups3, 128, 32), network(strongGroups4, 96, 32)]
    : [network(groups[kind], 96, 16, 2), network(others[kind], 64, 16, 2), network(groups[kind], 64, 16, 1, 'lstm')];

type Models = Readonly<Record<Kind, (sizes: Tables) => Graph>>;
const everyday: Models = { text: standard, structured, machine, binary };
const more: Models = { text: ample, structured: ampleStructured, machine: ampleMachine, binary: ampleBinary };
/* What more contexts bring to text and binary data they do not to records. */
const archives: Models = { text: strong, structured: fullStructured, machine: strongMachine, binary: strongBinary };
const smallest: Models = { text: strongest, structured: fullestStructured, machine: strongMachine, binary: strongBinary };

/** The models of all kinds with networks; those of two memories are heard by the last mixer, too. */
function networked(models: Models, sizes: Sizes, shapes: Shapes): Graphs {
  const graph = (kind: Kind): Graph => withNetworks(models[kind](sizes), shapes(kind), sizes.rows, shapes(kind).some(({ memories }) => memories > 1));
  return { graph: graph('text'), kinds: { structured: graph('structured'), machine: graph('machine'), binary: graph('binary') } };
}

const tiny: NetworkShape = { cells: 32, memories: 1, cell: 'recurrence', window: 32, groups: briskerGroups };
const briskest = (sizes: Sizes): Graphs => ({ graph: withNetworks(brisker(sizes), [tiny], sizes.rows, false) });

/* Table sizes are log2: the history ring's bytes, each match table's entries, the slots table's bytes, each network's rows' bytes. */
export const levels: readonly Level[] = [
  { level: 1, meaning: 'speed',               graph: lean({ history: 22, match: 20, slots: 22 }),  budget: 0.5, memory:   32 * MiB },
  { level: 2, meaning: 'fast',                graph: fast({ history: 22, match: 20, slots: 26 }),  budget: 0.8, memory:  128 * MiB },
  { level: 3, meaning: 'fast, two layers',    graph: brisk({ history: 24, match: 20, slots: 27 }), budget: 1.5, memory:  256 * MiB },
  { level: 4, meaning: 'fast, a network',     ...briskest({ history: 24, match: 22, slots: 28, rows: [26] }),                         budget: 5,  memory:  512 * MiB },
  { level: 5, meaning: 'everyday',            ...networked(everyday, { history: 24, match: 22, slots: 28, rows: [27] }, small),         budget: 8,  memory:  576 * MiB },
  { level: 6, meaning: 'everyday, and more',  ...networked(more,     { history: 24, match: 22, slots: 29, rows: [28] }, small),         budget: 10, memory: 1088 * MiB },
  { level: 7, meaning: 'archives',            ...networked(archives, { history: 24, match: 22, slots: 29, rows: [28] }, small),         budget: 14, memory: 1088 * MiB },
  { level: 8, meaning: 'archives, networks',  ...networked(smallest, { history: 24, match: 22, slots: 29, rows: [28, 28, 28] }, several), budget: 25, memory: 1728 * MiB },
  { level: 9, meaning: 'the smallest',        ...networked(smallest, { history: 26, match: 24, slots: 29, rows: [28, 28, 28, 27] }, most), budget: 50, memory: 2048 * MiB },
];

export const DEFAULT_LEVEL = 5;

/** A level's graph for a kind of data; with `network`, its network in 32-bit floats, or none, where it has one. */
export function graphFor(level: Level, kind: Kind, network: NetworkChoice = 'int8'): Graph {
  const graph = kind === 'text' ? level.graph : (level.kinds?.[kind] ?? level.graph);
  return network === 'int8' ? graph : setNetworks(graph, network);
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
