/** What the core counted -> times of stages and worth of components. */
import type { Graph, Node } from '../graph/index.js';
import { fieldsOf, sourceOf } from '../graph/fields.js';
import { networkOf } from '../graph/network.js';
import { signalsOf } from '../graph/schema.js';
import type { NetworkOp, Plan, Stage } from '../lower/index.js';
import type { NativeProfile } from '../native.js';
import { type Moment, moments } from '../render/update.js';
import type { ComponentProfile, Instrument, StageProfile } from './types.js';
import { type Counted, errorsWork, opWork, precisionOf, softmaxWork, stageWork, type Way, type Work } from './work.js';

/** Where the core's cells are: native/include/kolmo_profile.h. */
export interface Cells {
  readonly moments: number;
  readonly coder: number;
  readonly profile: number;
  readonly network: number;
  readonly ops: number;
  readonly networkCells: number;
  readonly count: number;
}

export function cellsOf(constants: Readonly<Record<string, number>>): Cells {
  const number = (name: string): number => {
    const value = constants[name];
    if (value === undefined) throw new Error(`the addon has no ${name}`);
    return value;
  };
  return {
    moments: number('CELL_MOMENTS'),
    coder: number('CELL_CODER'),
    profile: number('CELL_PROFILE'),
    network: number('CELL_NETWORK'),
    ops: number('CELL_OPS'),
    networkCells: number('NETWORK_CELLS'),
    count: number('CELLS'),
  };
}

/** In the order of their cells. */
const MOMENTS: readonly Moment[] = ['byte', 'nibble', 'predict', 'foresee', 'update'];
const WAYS: readonly Way[] = ['forward', 'back', 'learn'];
/* From Cells.coder on. The first two are part of the walk and timed as stages are; the others always, in nanoseconds. */
const OTHERS = ['coder', 'likely byte', 'model memory', 'text transform', 'checksum', 'write'] as const;
const WALKED = 2;

/** A cell, and whose it is. */
export interface CellName {
  readonly cell: number;
  readonly name: string;
  readonly node: string | null;
  readonly op: string | null;
  readonly when: string | null;
  /** undefined: no stage's. */
  readonly stage?: Stage;
  readonly part?: NetworkOp;
}

type NetworkStage = Extract<Stage, { readonly op: 'NETWORK' }>;

function networkCells(cells: Cells, plan: Plan, at: number, index: number): readonly CellName[] {
  const stage = plan.program.stages[at] as NetworkStage;
  const id = plan.stageNodes[at] ?? '';
  const first = cells.network + index * cells.networkCells;
  const rest = WAYS.length * cells.ops;
  const ops = stage.ops.flatMap((part, i) => {
    const node = plan.opNodes.get(at)?.[i] ?? id;
    const several = (plan.opNodes.get(at) ?? []).filter((other, j) => other === node && stage.ops[j]?.op === part.op).length > 1;
    return WAYS.map((when, way) => ({
      cell: first + way * cells.ops + i,
      name: `${node} ${part.op.toLowerCase()}${several ? ` ${i}` : ''} ${when}`,
      node,
      op: `NETWORK.${part.op}`,
      when,
      stage,
      part,
    }));
  });
  return [
    ...ops,
    { cell: first + rest, name: `${id} softmax`, node: id, op: 'NETWORK.SOFTMAX', when: 'softmax', stage },
    { cell: first + rest + 1, name: `${id} errors`, node: id, op: 'NETWORK.ERRORS', when: 'errors', stage },
  ];
}

/** Every cell that a Program can fill. */
export function cellNames(cells: Cells, plan: Plan): readonly CellName[] {
  const stages = plan.program.stages.flatMap((stage, i) => {
    const node = plan.stageNodes[i] ?? null;
    return MOMENTS.flatMap((when, moment) =>
      moments[stage.op].includes(when) ? [{ cell: i * cells.moments + moment, name: `${node ?? stage.op.toLowerCase()} ${when}`, node, op: stage.op, when, stage }] : [],
    );
  });
  const networks = plan.program.stages.flatMap((stage, i) => (stage.op === 'NETWORK' ? [i] : [])).flatMap((at, index) => networkCells(cells, plan, at, index));
  const others = OTHERS.map((name, i) => ({ cell: cells.coder + i, name, node: null, op: null, when: null }));
  return [...stages, ...networks, ...others];
}

export interface Times {
  readonly markNs: number;
  readonly markCount: number;
  readonly scale: number;
  /** Of a cell, in all bytes: without its marks' cost. */
  ns(cell: number): number;
  calls(cell: number): number;
}

/**
 * What a mark costs is the difference between bytes with and without marks, which took turns; where all bytes were timed, what it costs in
 * a loop of marks.
 */
function markTicks(profile: NativeProfile, cells: Cells, walked: number): number {
  const { plainBytes, markedBytes, plainTicks, markedTicks, timed } = profile;
  const alone = profile.markTicks;
  if (plainBytes < 4096 || markedBytes < 4096 || timed === 0) return alone;
  const own = (profile.cells[2 * cells.profile] ?? 0) / timed;
  const cost = (markedTicks / markedBytes - own - plainTicks / plainBytes) / (walked / timed);
  return Math.min(Math.max(cost, alone / 8), 2 * alone);
}

export function timesOf(profile: NativeProfile, cells: Cells): Times {
  const fixed = (cell: number): boolean => cell >= cells.coder + WALKED && cell < cells.profile;
  let markCount = 0;
  for (let cell = 0; cell < cells.count; cell++) {
    markCount += fixed(cell) ? 0 : (profile.cells[2 * cell + 1] ?? 0);
  }
  const mark = markTicks(profile, cells, markCount);
  const scale = profile.timed === 0 ? 1 : profile.bytes / profile.timed;
  return {
    markNs: mark / profile.ticksPerNs,
    markCount,
    scale,
    ns: (cell) => {
      if (fixed(cell)) return profile.cells[2 * cell] ?? 0;
      const ticks = (profile.cells[2 * cell] ?? 0) - (profile.cells[2 * cell + 1] ?? 0) * mark;
      return (Math.max(ticks, 0) / profile.ticksPerNs) * scale;
    },
    calls: (cell) => (profile.cells[2 * cell + 1] ?? 0) * (fixed(cell) ? 1 : scale),
  };
}

function workOf({ stage, part, when }: CellName, calls: number, steps: number, counted: Counted): Work {
  if (stage === undefined || when === null) return { bytes: 0, macs: 0 };
  if (stage.op === 'NETWORK') {
    if (part !== undefined) return opWork(stage, part, when as Way, steps, counted);
    if (when === 'softmax') return softmaxWork(steps);
    if (when === 'errors') return errorsWork(steps, counted.errors);
  }
  return stageWork(stage, when as Moment, calls, counted);
}

function precisionOfCell({ stage, part, when }: CellName): StageProfile['precision'] {
  if (stage?.op === 'MIXER') return 'int16';
  return stage?.op === 'NETWORK' && part?.op === 'DENSE' ? precisionOf(stage, part, when as Way) : null;
}

/** One row a cell that was ever filled. */
export function stagesOf(profile: NativeProfile, cells: Cells, plan: Plan, times: Times): readonly StageProfile[] {
  const networks = plan.program.stages.filter(({ op }) => op === 'NETWORK');
  return cellNames(cells, plan).flatMap((cell) => {
    const calls = times.calls(cell.cell);
    if (calls === 0) return [];
    const at = cell.stage === undefined ? -1 : plan.program.stages.indexOf(cell.stage);
    const network = cell.stage === undefined ? -1 : networks.indexOf(cell.stage);
    const counted = { trained: (profile.trained[at] ?? 0) * times.scale, errors: (profile.errors[network] ?? 0) * times.scale };
    const precision = precisionOfCell(cell);
    const work = workOf(cell, calls, profile.bytes, counted);
    return [{ name: cell.name, node: cell.node, op: cell.op, when: cell.when, ns: times.ns(cell.cell), calls: Math.round(calls), bytes: Math.round(work.bytes), macs: Math.round(work.macs), precision }];
  });
}

/** How the instrument did. */
export function instrumentOf(profile: NativeProfile, cells: Cells, times: Times, stages: readonly StageProfile[], given: { readonly every: number; readonly fenced: boolean }): { readonly totalNs: number; readonly instrument: Instrument } {
  const own = Math.max(0, (profile.cells[2 * cells.profile] ?? 0) / profile.ticksPerNs);
  const overheadNs = own + (times.markCount - (profile.cells[2 * cells.profile + 1] ?? 0)) * times.markNs;
  const totalNs = Math.max(profile.cpuNs - overheadNs, 1);
  return {
    totalNs,
    instrument: {
      rendered: profile.rendered,
      fenced: given.fenced,
      every: given.every,
      modelBytes: profile.bytes,
      timedBytes: profile.timed,
      marks: times.markCount,
      markNs: times.markNs,
      cpuNs: profile.cpuNs,
      overheadNs,
      interruptedNs: profile.interrupted / profile.ticksPerNs,
      covered: stages.reduce((sum, { ns }) => sum + ns, 0) / totalNs,
    },
  };
}

/* ---- components ------------------------------------------------------------------------------------------------------- */

/* Which part of what a node's context is worth is another node's, from which it takes fields. */
function readsOfContext(node: Node): readonly string[] {
  return node.type === 'context' ? fieldsOf(node).map((field) => sourceOf(field) ?? '') : [];
}

/**
 * Bits that nodes save, by the weights that mixers gave their signals: 1 bit a bit less what it cost, shared out. A context has the signals
 * that slots and recall make of it; a feature the part of its contexts' worth that its fields are of their fields. Mixers, apms and the parts
 * of networks have no signals of their own.
 */
export function bitsByWeights(profile: NativeProfile, graph: Graph, plan: Plan, scale: number): ReadonlyMap<string, number> {
  const bits = new Map<string, number>();
  const add = (id: string, more: number): void => {
    bits.set(id, (bits.get(id) ?? 0) + more);
  };
  for (const node of graph.nodes) {
    const first = plan.signals.get(node.id);
    if (first === undefined || (node.type !== 'match' && node.type !== 'slots' && node.type !== 'recall' && node.type !== 'bits')) continue;
    for (let i = 0; i < signalsOf(node); i++) {
      const worth = (profile.credit[first + i] ?? 0) * scale;
      add(node.id, worth);
      const name = node.type === 'slots' ? node.contexts[i] : node.type === 'recall' ? node.contexts[i >> 1] : undefined;
      const context = graph.nodes.find(({ id }) => id === name);
      if (context === undefined) continue;
      add(context.id, worth);
      const sources = readsOfContext(context);
      for (const source of sources) if (source !== '') add(source, worth / sources.length);
    }
  }
  return bits;
}

/** Times of nodes: a context's is its part of its slots', recall's and rows'; a bits node's is its whole network's. */
export function nodeNs(graph: Graph, stages: readonly StageProfile[]): ReadonlyMap<string, number> {
  const own = new Map<string, number>();
  for (const { node, ns } of stages) if (node !== null) own.set(node, (own.get(node) ?? 0) + ns);
  const all = new Map(own);
  const add = (id: string, ns: number): void => {
    all.set(id, (all.get(id) ?? 0) + ns);
  };
  for (const node of graph.nodes) {
    if ('contexts' in node) for (const id of node.contexts) add(id, (own.get(node.id) ?? 0) / node.contexts.length);
    if (node.type === 'bits') for (const part of networkOf(graph, node)) add(node.id, own.get(part.id) ?? 0);
  }
  return all;
}

/** Components, the most valuable first. @param ablated bits that coding without a node takes more */
export function componentsOf(graph: Graph, ns: ReadonlyMap<string, number>, weights: ReadonlyMap<string, number>, ablated: ReadonlyMap<string, number>): readonly ComponentProfile[] {
  const rows = graph.nodes.flatMap((node): readonly ComponentProfile[] => {
    const common = { node: node.id, type: node.type, ns: Math.round(ns.get(node.id) ?? 0) };
    const byWeights = weights.get(node.id);
    const without = ablated.get(node.id);
    if (without !== undefined) return [{ ...common, bitsSaved: without, by: 'ablation', ...(byWeights === undefined ? {} : { bitsByWeights: Math.round(byWeights) }) }];
    return byWeights === undefined ? [] : [{ ...common, bitsSaved: Math.round(byWeights), by: 'weights' }];
  });
  return rows.toSorted((a, b) => b.bitsSaved - a.bitsSaved);
}
