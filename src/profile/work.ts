/**
 * What an op works on: by its shape, what it reads and writes in its tables, its state and the signals, and the multiply-adds that it makes.
 * An op that is added has to say so here, or this file does not compile.
 */
import { NIBBLES } from '../graph/network.js';
import type { NetworkOp, Selector, Span, Stage } from '../lower/program.js';
import type { Moment } from '../render/update.js';

export interface Work {
  /** Bytes read and written. */
  readonly bytes: number;
  readonly macs: number;
}

/** Of which numbers products are made: the peaks that they are held against. */
export type Precision = 'int8' | 'int16' | 'fp32';

/** What the model's data decide, and the profile counts: sets of weights that learned from a bit; outputs' errors that were not 0. */
export interface Counted {
  readonly trained: number;
  readonly errors: number;
}

const NONE: Work = { bytes: 0, macs: 0 };
const bytes = (count: number): Work => ({ bytes: count, macs: 0 });

const LINE = 64; /* a cache line: a slot's or a row's */
const LANE = 12; /* SLOTS: hash, slot and state of a context */
const MEANING = 8; /* SLOTS: what a state has meant */
const LATE = 32; /* logits by nibbles that a byte takes: 16 and 16, mostly */
const LANES = 16; /* MIXER: inputs are padded to so many */

const countOf = (spans: readonly Span[]): number => spans.reduce((sum, { count }) => sum + count, 0);
const padded = (inputs: number): number => (inputs < LANES / 2 ? LANES / 2 : (Math.floor(inputs / LANES) + 1) * LANES);
const fieldBytes = (selectors: readonly Selector[]): number => 4 * selectors.flat().length;

/** Registers that a stage writes, read and written. */
const registers = (count: number): Work => bytes(8 * count);

/**
 * The work of `calls` calls of a stage at a moment.
 * @param trained how many sets of weights learned in all these calls
 */
export function stageWork(stage: Stage, moment: Moment, calls: number, { trained }: Counted): Work {
  const each = (work: Work): Work => ({ bytes: calls * work.bytes, macs: calls * work.macs });
  switch (stage.op) {
    case 'HISTORY':
      return each(bytes(2 * 16 + 1));
    case 'WORDS':
      return each(registers(stage.count));
    case 'CLASSES':
    case 'BRACKETS':
    case 'LINES':
    case 'INSTRUCTIONS':
    case 'OUTLINE':
      return each(registers(5));
    case 'CODES':
      return each(bytes(2 * 2 * 4 + 2 * 12));
    case 'FIELDS':
    case 'SCOPES':
      return each(registers(7));
    case 'INDIRECT':
      return each(bytes(2 * 2 * 4 + 2 * 8));
    case 'RECORDS':
      return each(bytes(2 * LINE));
    case 'MATCH':
      return each(bytes({ byte: LINE + 40, nibble: LINE, predict: 24, foresee: 4, update: 24 }[moment]));
    case 'SLOTS': {
      const n = stage.contexts.length;
      const terms = stage.contexts.reduce((sum, context) => sum + context.length, 0);
      return each(bytes({ byte: 4 * terms + 4 * n, nibble: (LINE + LANE) * n, predict: (LANE + 1 + MEANING + 2) * n, foresee: (LINE / 8) * n, update: (LANE + 2 + 2 * MEANING) * n }[moment]));
    }
    case 'RECALL': {
      const n = stage.contexts.length;
      const terms = stage.contexts.reduce((sum, context) => sum + context.length, 0);
      return each(bytes({ byte: 4 * terms + 20 * n, nibble: (2 * LINE + 20) * n, predict: 28 * n, foresee: 0, update: 24 * n }[moment]));
    }
    case 'NETWORK': {
      const lines = stage.ops.reduce((sum, op) => sum + (op.op === 'ROWS' ? op.contexts.length : 0), 0);
      return each(bytes({ byte: LINE * lines, nibble: 4 * stage.widths.reduce((sum, width) => sum + 16 * width, 0), predict: 12, foresee: 0, update: 4 }[moment]));
    }
    case 'MIXER': {
      const n = countOf(stage.inputs);
      const row = padded(n);
      if (moment === 'update') return { bytes: trained * row * (2 + 4 + 4) + calls * 8 * stage.selectors.length, macs: trained * n };
      const sets = stage.selectors.length;
      if (moment === 'foresee') return each(bytes(4 * row * sets));
      return each({ bytes: 2 * 2 * n + sets * (2 * row + 8) + fieldBytes(stage.selectors), macs: sets * n });
    }
    case 'APM':
      return each(bytes(moment === 'foresee' ? 3 * LINE : moment === 'update' ? 8 + 4 : 2 * countOf(stage.inputs) + fieldBytes([stage.selector]) + 2 * 4 + 2 * 4 + 8));
    case 'RESIDUAL': {
      const n = stage.out + 1;
      if (moment === 'update') return { bytes: trained * stage.hidden * n * (2 + 4 + 4), macs: trained * stage.hidden * n };
      return each({ bytes: 2 * countOf(stage.inputs) + 2 * n + stage.hidden * 4 * n, macs: (stage.hidden + 1) * n });
    }
    case 'OUTPUT':
      return each(bytes(2 * countOf(stage.inputs) + 4));
  }
}

/** What a network's op reads and writes: widths are in numbers. */
interface Shape {
  readonly ins: number;
  readonly outs: number;
}

function shapeOf(stage: Extract<Stage, { readonly op: 'NETWORK' }>, op: NetworkOp): Shape {
  const width = (vector: number): number => 16 * (stage.widths[vector] ?? 0);
  if ('span' in op) return { ins: Array.from({ length: op.span }, (_, i) => width(op.from + i)).reduce((sum, one) => sum + one, 0), outs: width(op.to) };
  return { ins: 'from' in op ? width(op.from) : width(op.to), outs: width(op.to) };
}

export type Way = 'forward' | 'back' | 'learn';

/** The precision of what an op multiplies on one of its ways. */
export function precisionOf(stage: Extract<Stage, { readonly op: 'NETWORK' }>, op: NetworkOp, way: Way): Precision {
  if (!('span' in op) || stage.precision === 1) return 'fp32';
  if (way === 'forward') return 'int8';
  return op.to === stage.logits ? 'fp32' : 'int16';
}

/* How many windows so many bytes fill: short ones at first, where windows grow. */
function windowsOf({ window, doublings, between }: Extract<Stage, { readonly op: 'NETWORK' }>, bytesSeen: number): number {
  let windows = 0;
  let left = bytesSeen;
  for (let halvings = doublings; halvings > 0; halvings--) {
    const length = window / 2 ** halvings;
    const grown = Math.min(2 ** between, left / length);
    windows += grown;
    left -= grown * length;
  }
  return windows + left / window;
}

/**
 * The work of a network's op on one of its ways.
 * @param bytesSeen how many bytes the network worked on in all: a step each
 * @param errors of the outputs, in all of them
 */
export function opWork(stage: Extract<Stage, { readonly op: 'NETWORK' }>, op: NetworkOp, way: Way, bytesSeen: number, { errors }: Counted): Work {
  const { ins, outs } = shapeOf(stage, op);
  const windows = windowsOf(stage, bytesSeen);
  const numbers = (count: number): Work => bytes(4 * count * bytesSeen);
  switch (op.op) {
    case 'ROWS': {
      const lines = LINE * op.contexts.length * bytesSeen;
      return way === 'forward' ? bytes(lines + 4 * outs * bytesSeen) : way === 'learn' ? bytes(2 * lines + 4 * outs * bytesSeen) : NONE;
    }
    case 'DENSE':
    case 'MASKED': {
      const columns = op.op === 'MASKED' ? 16 * op.kept : ins;
      const weights = columns * outs;
      if (way === 'forward') {
        if (op.to === stage.logits && outs === NIBBLES) return { bytes: bytesSeen * ((stage.precision === 1 ? 4 : 1) * LATE * columns + 9 * ins + 16 * LATE), macs: bytesSeen * LATE * columns };
        const size = stage.precision === 1 ? 4 : 1;
        return { bytes: bytesSeen * (size * weights + 9 * ins + 16 * outs), macs: bytesSeen * weights };
      }
      if (op.to === stage.logits) {
        /* Rows without an error are left alone. In a window a row is updated once, however many errors it had. */
        const updated = Math.min(errors, windows * outs);
        return { bytes: errors * 4 * columns + (way === 'learn' ? updated * 9 * columns : 8 * ins * bytesSeen), macs: errors * columns };
      }
      if (way === 'back') return { bytes: bytesSeen * (4 * outs + 8 * ins) + (bytesSeen * 2 * weights) / 4, macs: bytesSeen * weights };
      return { bytes: windows * (8 + 1 + 8) * weights + bytesSeen * (4 * outs + 2 * ins), macs: bytesSeen * weights };
    }
    case 'BIAS':
      return way === 'learn' ? bytes(4 * outs * bytesSeen + 8 * outs * windows) : numbers(3 * outs);
    case 'ATTEND': {
      /* Keys and values of all its states, and behind them what they are given. */
      const states = 16 * op.states;
      const work = numbers(way === 'forward' ? 2 * states * outs + states + ins + 2 * outs : 4 * states * outs + 2 * states + 2 * ins + outs);
      return { ...work, macs: bytesSeen * states * outs * (way === 'forward' ? 2 : 4) };
    }
    case 'RECUR':
      return numbers(way === 'forward' ? 2 * ins + 3 * outs : 3 * ins + 5 * outs);
    case 'ACT':
    case 'NORM':
    case 'DELAY':
      return numbers(way === 'forward' ? ins + 2 * outs : 2 * ins + 2 * outs);
  }
}

/** Softmax reads logits and writes a tree of sums; noting errors reads that tree. */
export const softmaxWork = (bytesSeen: number): Work => bytes(bytesSeen * (4 * 256 + 4 * 512));
export const errorsWork = (bytesSeen: number, errors: number): Work => bytes(bytesSeen * 4 * (256 + 32) + 4 * errors);
