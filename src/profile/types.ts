/** A profile as `kolmo profile --json` prints it. Times are nanoseconds of one core. */
import type { Peaks } from '../native.js';
import type { Precision } from './work.js';

export interface StageProfile {
  /** As "slots update" or "gates back": the node, and what it does; "coder" and the like are no node's. */
  readonly name: string;
  readonly node: string | null;
  /** "SLOTS", or "NETWORK.DENSE" for an op of a network; null for what is no stage's. */
  readonly op: string | null;
  readonly when: string | null;
  readonly ns: number;
  readonly calls: number;
  /** Read and written, by the shape of what it works on. */
  readonly bytes: number;
  /** Multiply-adds. */
  readonly macs: number;
  readonly precision: Precision | null;
  /** Of the whole file; there once `npm run bench -- instructions FILE --into` has counted them. */
  readonly instructions?: number;
}

export interface ComponentProfile {
  readonly node: string;
  readonly type: string;
  /** Bits of code that it saves. */
  readonly bitsSaved: number;
  readonly ns: number;
  /** How that is known: by the weights of its signals, or by coding without it. */
  readonly by: 'weights' | 'ablation';
  /** By weights, where it was coded without, too. */
  readonly bitsByWeights?: number;
}

export interface Profile {
  readonly file: string;
  /** null: a graph that is no level's. */
  readonly level: number | null;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** Processor time of the coding, without what profiling took. */
  readonly totalNs: number;
  readonly stages: readonly StageProfile[];
  readonly components: readonly ComponentProfile[];
  readonly model: { readonly graph: string; readonly kind: string; readonly text: string; readonly nodes: number };
  readonly machine: { readonly cpu: string; readonly path: string; readonly node: string; readonly kolmo: string; readonly peaks: Peaks };
  readonly instrument: Instrument;
}

export interface Instrument {
  /** The walk is the rendered code that ships; else it is interpreted, as graphs of one's own are. */
  readonly rendered: boolean;
  readonly fenced: boolean;
  /** One burst of 64 bytes in so many was timed. */
  readonly every: number;
  /** Bytes that the model saw (words may have become codes), and those of them that were timed. */
  readonly modelBytes: number;
  readonly timedBytes: number;
  readonly marks: number;
  /** What a mark cost here, on average. */
  readonly markNs: number;
  /** Processor time of the call, profiling and all; and how much longer that is than without. */
  readonly cpuNs: number;
  readonly overheadNs: number;
  /** Between marks too far apart for any stage: another process ran. In no stage's time. */
  readonly interruptedNs: number;
  /** The stages' times in all, divided by totalNs. */
  readonly covered: number;
}
