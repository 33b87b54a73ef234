/** The figures of a report: where bits and time went. */
import { isBytes } from '../kinds/kinds.js';
import type { Costs } from './costs.js';
import type { ComponentFigures, Figures, Point, Share, StageTime } from './figures.js';
import type { Trace } from './trace.js';

/** Points of the learning curve, at most. */
const POINTS = 400;

export function curveOf({ bytes, without }: Costs): readonly Point[] {
  const n = bytes.length;
  const count = Math.min(POINTS, n);
  const points: Point[] = [];
  let [at, sum, sumWithout] = [0, 0, 0];
  for (let i = 1; i <= count; i += 1) {
    const end = Math.round((n * i) / count);
    let [here, hereWithout] = [0, 0];
    const length = end - at;
    for (; at < end; at += 1) {
      here += bytes[at] ?? 0;
      hereWithout += without?.[at] ?? 0;
    }
    sum += here;
    sumWithout += hereWithout;
    points.push({ at: end, here: here / length, mean: sum / end, ...(without && { hereWithout: hereWithout / length, meanWithout: sumWithout / end }) });
  }
  return points;
}

const between = (least: number, most: number) => (byte: number): boolean => byte >= least && byte <= most;
const anyOf = (characters: string) => {
  const codes = new Set(Buffer.from(characters));
  return (byte: number): boolean => codes.has(byte);
};

/* The first that holds names a byte. */
const textKinds: readonly (readonly [string, (byte: number) => boolean])[] = [
  ['small letters', between(97, 122)],
  ['capitals', between(65, 90)],
  ['digits', between(48, 57)],
  ['spaces and tabs', anyOf(' \t')],
  ['ends of lines', anyOf('\r\n')],
  ['quotes and brackets', anyOf('"\'`()[]{}<>')],
  ['other signs', between(33, 126)],
  ['beyond ASCII', between(128, 255)],
  ['control bytes', () => true],
];
const binaryKinds: typeof textKinds = [
  ['00', between(0, 0)],
  ['FF', between(255, 255)],
  ['01 to 1F', between(1, 31)],
  ['printable ASCII', between(32, 126)],
  ['7F to FE', () => true],
];

/** Bits by the kind of byte. */
export function kindsOf({ data, kind }: Trace, { bytes }: Costs): readonly Share[] {
  const kinds = isBytes(kind) ? binaryKinds : textKinds;
  const which = Uint8Array.from({ length: 256 }, (_, byte) => kinds.findIndex(([, holds]) => holds(byte)));
  const counts = kinds.map(() => 0);
  const bits = kinds.map(() => 0);
  data.forEach((byte, i) => {
    const at = which[byte] ?? 0;
    counts[at] = (counts[at] ?? 0) + 1;
    bits[at] = (bits[at] ?? 0) + (bytes[i] ?? 0);
  });
  return kinds.map(([name], i) => ({ name, bytes: counts[i] ?? 0, bits: bits[i] ?? 0 })).filter(({ bytes: count }) => count > 0);
}

export function componentFigures({ components, inspection: { all, coded } }: Trace): readonly ComponentFigures[] {
  const mean = (i: number): number => (all[i] ?? 0) / Math.max(1, coded.length);
  return components.map(({ name, group }, i) => ({ name, group, alone: mean(3 * i), weight: mean(3 * i + 1), saved: mean(3 * i + 2) }));
}

/** Where the archive's bytes are; they add up to it. */
export function archiveParts({ frames }: Trace, { model }: Costs): Figures['parts'] {
  const { archiveBytes, headerBytes, payloadBytes, blocks } = frames;
  const storedBytes = blocks.reduce((sum, { stored, payload }) => sum + (stored ? payload : 0), 0);
  return [
    { name: 'coded by the model', bytes: model / 8 },
    { name: 'ends of coded blocks', bytes: payloadBytes - storedBytes - model / 8 },
    { name: 'stored as they are', bytes: storedBytes },
    { name: 'header', bytes: headerBytes },
    { name: 'frames and checksums', bytes: archiveBytes - headerBytes - payloadBytes },
  ];
}

/** The ops' times, the longest first. */
export function timesOf({ profile: { bytesIn, totalNs, stages } }: Trace): Figures['time'] {
  const ops = new Map<string, Map<string, number>>();
  for (const { name, op, when, ns } of stages) {
    const moments = ops.get(op ?? name) ?? new Map<string, number>();
    ops.set(op ?? name, moments.set(when ?? '', (moments.get(when ?? '') ?? 0) + ns));
  }
  const times = [...ops].map(([name, moments]): StageTime => {
    const parts = [...moments].map(([moment, ns]) => ({ name: moment, ns })).sort((a, b) => b.ns - a.ns);
    return { name, ns: parts.reduce((sum, { ns }) => sum + ns, 0), moments: parts };
  });
  return { bytes: bytesIn, ns: totalNs, stages: times.sort((a, b) => b.ns - a.ns) };
}
