/** A coding with a profile. */
import { cpus } from 'node:os';
import { errorOf } from '../errors.js';
import type { Graph } from '../graph/index.js';
import { type CompressOptions, type Kind, versions } from '../index.js';
import { kindOf } from '../kinds/detect.js';
import { planNodes, type Plan } from '../lower/index.js';
import { DEFAULT_LEVEL, graphFor, levelOf } from '../models/levels.js';
import { native, Op, type NativeEncoder, type NativeProfile, type RunResult, typed } from '../native.js';
import { checkCompress } from '../options.js';
import { textNamed } from '../text/texts.js';
import { type Cells, bitsByWeights, cellsOf, componentsOf, instrumentOf, nodeNs, stagesOf, timesOf } from './read.js';
import type { Profile } from './types.js';

export interface ProfileOptions {
  /** Which model codes. `segment` and what belongs to it are left out. */
  readonly compress: Pick<CompressOptions, 'level' | 'kind' | 'network' | 'graph' | 'text' | 'memory'>;
  /** One burst of 64 bytes in so many is timed; 1: all are. Unless given, 4, or 1 where there are few bytes. */
  readonly every?: number | undefined;
  /** Every mark waits for all that came before it. */
  readonly fenced?: boolean | undefined;
}

/** A profile, and what a trace and other readers need besides. */
export interface Profiled {
  readonly profile: Profile;
  readonly archive: Buffer;
  readonly graph: Graph;
  readonly plan: Plan;
  readonly cells: Cells;
  readonly counted: NativeProfile;
  /** Bits that nodes save, by the weights of their signals. */
  readonly weights: ReadonlyMap<string, number>;
}

/** Bytes below which all are timed. */
const FEW = 1 << 15;
const EVERY = 4;
const ROWS = 200;
const WINDOWS = 5;

function run(encoder: NativeEncoder, data: Uint8Array): Promise<RunResult> {
  return new Promise((resolve) => encoder.run(data, Op.finish, 0, resolve, null));
}

/** The kind that these bytes are coded as, and by which graph. */
export function modelOfData({ level, kind: wanted = 'auto', network, graph }: ProfileOptions['compress'], data: Uint8Array): { readonly kind: Kind; readonly graph: Graph } {
  const kind = wanted === 'auto' ? kindOf(data) : wanted;
  return { kind, graph: graph ?? graphFor(levelOf(level ?? DEFAULT_LEVEL), kind, network) };
}

/**
 * Compresses in memory and tells where the time went. The archive is the one that compress() makes.
 * @param file what the profile calls the data
 * @throws KolmoError as compress() does
 */
export async function profile(file: string, data: Uint8Array, options: ProfileOptions): Promise<Profiled> {
  const { compress } = options;
  const every = options.every ?? (data.length < FEW ? 1 : EVERY);
  const fenced = options.fenced ?? false;
  const given = checkCompress(compress, 'promise', data.length).encoder(data);
  const { kind, graph } = modelOfData(compress, data);
  const plan = planNodes(graph);
  const addon = native();
  const cells = cellsOf(addon.constants);
  const peaks = addon.measurePeaks();
  const encoder = typed(() => new addon.Encoder({ ...given, profile: { every, rows: ROWS, windows: WINDOWS, fenced } }));
  try {
    const { code, message, output } = await run(encoder, data);
    if (code !== 'OK') throw errorOf(code, message);
    const counted = encoder.profile();
    if (counted === null) throw new Error('the encoder has no profile');
    const times = timesOf(counted, cells);
    const stages = stagesOf(counted, cells, plan, times);
    const { totalNs, instrument } = instrumentOf(counted, cells, times, stages, { every, fenced });
    const weights = bitsByWeights(counted, graph, plan, times.scale);
    const components = componentsOf(graph, nodeNs(graph, stages), weights, new Map());
    const result: Profile = {
      file,
      level: compress.graph === undefined ? (compress.level ?? DEFAULT_LEVEL) : null,
      bytesIn: data.length,
      bytesOut: output.length,
      totalNs: Math.round(totalNs),
      stages: stages.map((stage) => ({ ...stage, ns: Math.round(stage.ns) })),
      components,
      model: { graph: graph.name, kind, text: textNamed(given.text ?? 0), nodes: graph.nodes.length },
      machine: { cpu: cpus()[0]?.model.trim() ?? 'unknown', path: counted.path, node: process.versions.node, kolmo: versions.version, peaks },
      instrument,
    };
    return { profile: result, archive: output, graph, plan, cells, counted, weights };
  } finally {
    encoder.close();
  }
}
