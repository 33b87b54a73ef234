/**
 * A profile as a trace: the JSON that Perfetto (ui.perfetto.dev) and Chrome (chrome://tracing) open. Counters run along the whole coding; the
 * stages themselves are there for some bytes, here and there, mark by mark.
 */
import { cellNames } from './read.js';
import type { Profiled } from './run.js';

/** An event of the trace event format. Times are microseconds. */
export interface TraceEvent {
  readonly name: string;
  /** X: complete, C: counter, M: metadata */
  readonly ph: 'X' | 'C' | 'M';
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly cat?: string;
  readonly args?: Readonly<Record<string, string | number>>;
}

export interface Trace {
  readonly displayTimeUnit: 'ns';
  readonly otherData: Readonly<Record<string, string | number>>;
  readonly traceEvents: readonly TraceEvent[];
}

const PID = 1;
const BYTES = 1; /* threads of the trace: bytes, and in them, stages */
const COURSE = 2;

const group = (op: string | null, name: string): string => op?.replace(/\..*/, '').toLowerCase() ?? name;

/* Counters between one row and the next: ns/byte of each op, bits/byte. */
function course({ counted, cells, plan }: Profiled): readonly TraceEvent[] {
  const { rows, rowTicks, ticksPerNs } = counted;
  const names = cellNames(cells, plan);
  const events: TraceEvent[] = [];
  const at = (row: number, column: number): number => (row < 0 ? 0 : (rows[4 * row + column] ?? 0));
  for (let row = 0; row < rows.length / 4; row++) {
    const ts = at(row, 1) / ticksPerNs / 1e3;
    const coded = at(row, 0) - at(row - 1, 0);
    const timed = at(row, 2) - at(row - 1, 2);
    events.push({ name: 'bits per byte', ph: 'C', pid: PID, tid: COURSE, ts, args: { bits: round((at(row, 3) - at(row - 1, 3)) / coded) } });
    if (timed === 0) continue;
    const spent: Record<string, number> = {};
    for (const { cell, op, name } of names) {
      if (op === null && cell >= cells.coder + 2) continue; /* not timed by bytes */
      const ticks = (rowTicks[row * cells.count + cell] ?? 0) - (row === 0 ? 0 : (rowTicks[(row - 1) * cells.count + cell] ?? 0));
      spent[group(op, name)] = (spent[group(op, name)] ?? 0) + ticks / ticksPerNs / timed;
    }
    for (const [name, ns] of Object.entries(spent)) if (ns > 0) events.push({ name: `ns per byte: ${name}`, ph: 'C', pid: PID, tid: COURSE, ts, args: { ns: round(ns) } });
  }
  return events;
}

const round = (value: number): number => Math.round(value * 1e3) / 1e3;

/* What was kept mark by mark; and around it, its bytes. */
function detail({ counted, cells, plan }: Profiled): readonly TraceEvent[] {
  const { events, ticksPerNs } = counted;
  const names = new Map(cellNames(cells, plan).map((name) => [name.cell, name]));
  /* In steps of 2^-10 µs, of which sums are exact: a stage's end in viewers (ts + dur) must not lie a rounding behind its byte's. */
  const micros = (ticks: number): number => Math.round((1024 * ticks) / ticksPerNs / 1e3) / 1024;
  const made: TraceEvent[] = [];
  const bytes = new Map<number, { begin: number; end: number }>();
  for (let i = 0; i + 3 < events.length; i += 4) {
    const [begin = 0, end = 0, at = 0, cell = 0] = events.subarray(i, i + 4);
    const byte = bytes.get(at);
    if (byte === undefined) bytes.set(at, { begin, end });
    else byte.end = end;
    const name = names.get(cell);
    if (name === undefined) continue; /* the profile's own */
    made.push({ name: name.name, cat: group(name.op, name.name), ph: 'X', pid: PID, tid: BYTES, ts: micros(begin), dur: micros(end) - micros(begin), args: { byte: at } });
  }
  const around = [...bytes].map(([at, { begin, end }]): TraceEvent => ({ name: `byte ${at}`, cat: 'byte', ph: 'X', pid: PID, tid: BYTES, ts: micros(begin), dur: micros(end) - micros(begin), args: { byte: at } }));
  return [...around, ...made];
}

/** @returns events in the order of time, whatever a viewer does about it */
export function traceOf(profiled: Profiled): Trace {
  const { profile } = profiled;
  const meta = (name: string, tid: number, value: string): TraceEvent => ({ name, ph: 'M', pid: PID, tid, ts: 0, args: { name: value } });
  const events = [...course(profiled), ...detail(profiled)].toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  return {
    displayTimeUnit: 'ns',
    otherData: { file: profile.file, level: profile.level ?? 'none', graph: profile.model.graph, path: profile.machine.path, bytesIn: profile.bytesIn, bytesOut: profile.bytesOut },
    traceEvents: [meta('process_name', BYTES, `kolmo ${profile.file}`), meta('thread_name', BYTES, 'stages'), meta('thread_name', COURSE, 'course'), ...events],
  };
}
