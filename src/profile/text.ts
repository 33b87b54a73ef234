/** Profiles for people. */
import { fixed, layout, signed, sum, thousands } from '../cli/table.js';
import type { Peaks } from '../native.js';
import { compareProfiles, type Difference, grouped, opOf } from './compare.js';
import type { ComponentProfile, Profile, StageProfile } from './types.js';

/** Rows below this share of the time are added up in one. */
const SMALL = 0.002;

const percent = (part: number, digits = 1): string => (Number.isFinite(part) ? `${fixed(100 * part, digits)}%` : '—');

/** Of the time in multiply-adds per nanosecond, which is GMAC/s, and of that the path's peak. */
function macCells({ macs, ns, precision }: StageProfile, peaks: Peaks): readonly string[] {
  if (macs === 0 || ns === 0) return ['', ''];
  return [fixed(macs / ns, 2), precision === null ? '' : percent(macs / ns / peaks[precision])];
}

function timeRows(rows: readonly StageProfile[], profile: Profile, head: string): readonly (readonly string[])[] {
  const { bytesIn, machine } = profile;
  const total = sum(profile.stages.map(({ ns }) => ns));
  const counted = rows.some(({ instructions }) => instructions !== undefined);
  const perByte = (value: number): number => value / Math.max(bytesIn, 1);
  const sorted = rows.toSorted((a, b) => b.ns - a.ns);
  const shown = sorted.filter(({ ns, instructions }) => ns >= SMALL * total || instructions !== undefined);
  const rest = sorted.filter((row) => !shown.includes(row));
  const cells = shown.map((row) => [
    row.name,
    fixed(perByte(row.ns), 1),
    percent(row.ns / total),
    fixed(perByte(row.calls), 2),
    row.bytes === 0 ? '' : fixed(perByte(row.bytes), 0),
    row.bytes === 0 || row.ns === 0 ? '' : fixed(row.bytes / row.ns, 1),
    ...macCells(row, machine.peaks),
    ...(counted ? [row.instructions === undefined ? '' : fixed(perByte(row.instructions), 0)] : []),
  ]);
  if (rest.length > 0) {
    const ns = sum(rest.map((row) => row.ns));
    cells.push([`${rest.length} smaller ones`, fixed(perByte(ns), 1), percent(ns / total), fixed(perByte(sum(rest.map(({ calls }) => calls))), 2)]);
  }
  return [[head, 'ns/byte', 'share', 'calls/byte', 'touched B/byte', 'GB/s', 'GMAC/s', 'of peak', ...(counted ? ['instructions/byte'] : [])], ...cells];
}

/** Bits saved per microsecond spent. */
export const bitsPerMicro = ({ bitsSaved, ns }: Pick<ComponentProfile, 'bitsSaved' | 'ns'>): number | undefined => (ns > 0 ? (1e3 * bitsSaved) / ns : undefined);

function componentRows({ components, bytesIn }: Profile): readonly (readonly string[])[] {
  const ablated = components.some(({ by }) => by === 'ablation');
  const perByte = (value: number | undefined): number | undefined => (value === undefined ? undefined : value / Math.max(bytesIn, 1));
  const head = ['component', 'type', 'ns/byte', 'bits/byte saved', 'bits/µs', ...(ablated ? ['by weights'] : [])];
  const cells = components.map((row) => [
    row.node,
    row.type,
    fixed(perByte(row.ns), 1),
    fixed(perByte(row.bitsSaved), 4),
    fixed(bitsPerMicro(row), 3),
    ...(ablated ? [fixed(perByte(row.bitsByWeights), 4)] : []),
  ]);
  return [head, ...cells];
}

function peaksText({ machine: { peaks, path, cpu } }: Profile): string {
  const size = (bytes: number): string => (bytes >= 2 ** 20 ? `${bytes / 2 ** 20} MiB` : `${bytes / 2 ** 10} KiB`);
  const reads = peaks.reads.map(({ bytes, perNs }) => `${size(bytes)} ${fixed(perNs, 0)}`).join(', ');
  return `${cpu}, ${path}. Measured peaks: int8 ${fixed(peaks.int8, 0)}, int16 ${fixed(peaks.int16, 0)}, fp32 ${fixed(peaks.fp32, 0)} GMAC/s; reading in GB/s: ${reads}`;
}

function instrumentText({ instrument: i, totalNs, bytesIn }: Profile): string {
  const marked = i.every === 1 ? 'every byte' : `one burst of 64 bytes in ${i.every} (${thousands(i.timedBytes)} of ${thousands(i.modelBytes)} bytes)`;
  const micros = (ns: number): string => fixed(ns / 1e3 / Math.max(bytesIn, 1), 3);
  return [
    `Timed: ${marked}, ${i.rendered ? 'in the rendered code that ships' : 'interpreted, as no rendered code is of this graph and path'}${i.fenced ? '; fenced: each stage alone, without overlap' : ''}.`,
    `A mark took ${fixed(i.markNs, 1)} ns, profiling ${micros(i.overheadNs)} µs/byte (${percent(i.overheadNs / totalNs)}), which is in no number here. The parts add up to ${percent(i.covered)} of the total;`,
    `${micros(i.interruptedNs)} µs/byte went to other processes between two marks.`,
  ].join('\n');
}

function titleOf({ file, level, bytesIn, bytesOut, totalNs, model }: Profile): string {
  const name = level === null ? `graph ${model.graph}` : `level ${level} (${model.graph})`;
  const ratio = bytesIn === 0 ? '-' : `${fixed((8 * bytesOut) / bytesIn, 3)} bits/byte`;
  return `${file}, ${name}, kind ${model.kind}, text ${model.text}: ${thousands(bytesIn)} → ${thousands(bytesOut)} (${ratio}), ${fixed(totalNs / 1e3 / Math.max(bytesIn, 1), 3)} µs/byte`;
}

const WORTH = {
  weights: 'What signals save, shared out by their weights in the mixers: 1 bit a bit less what it cost. A feature has its part of its contexts, a network all of its time.',
  ablation: 'What nodes save: the bits that the archive grows by without each.',
} as const;

/** The whole of it. */
export function profileText(profile: Profile): string {
  const by = profile.components.some((component) => component.by === 'ablation') ? 'ablation' : 'weights';
  const ops = [...grouped(profile, opOf).values()];
  return [
    titleOf(profile),
    peaksText(profile),
    '',
    layout(timeRows(profile.stages, profile, 'stage'), false),
    '',
    layout(timeRows(ops, profile, 'op'), false),
    '',
    WORTH[by],
    '',
    layout(componentRows(profile), false),
    '',
    instrumentText(profile),
    '',
  ].join('\n');
}

function differenceRow({ name, before, after, calls, instructions }: Difference, counted: boolean): readonly string[] {
  const ratio = before === undefined || after === undefined || before === 0 ? '—' : fixed(after / before, 3);
  const cells = [name, fixed(before, 1), fixed(after, 1), signed((after ?? 0) - (before ?? 0), 1), ratio, calls.before === calls.after ? '' : signed(calls.after - calls.before)];
  return counted ? [...cells, fixed(instructions.before, 0), fixed(instructions.after, 0)] : cells;
}

/** What changed from one profile to the other. */
export function compareText(before: Profile, after: Profile): string {
  const differences = compareProfiles(before, after, opOf);
  const counted = differences.some(({ instructions }) => instructions.before !== undefined || instructions.after !== undefined);
  const head = ['op', 'ns/byte', 'then', 'change', 'ratio', 'calls', ...(counted ? ['instructions/byte', 'then'] : [])];
  const micros = ({ totalNs, bytesIn }: Profile): number => totalNs / 1e3 / Math.max(bytesIn, 1);
  const lines = [titleOf(before), titleOf(after)];
  if (before.machine.cpu !== after.machine.cpu || before.machine.path !== after.machine.path) lines.push('!! not of one machine and path: times are not comparable');
  if (before.bytesIn !== after.bytesIn) lines.push('!! not of the same bytes');
  lines.push(
    `${fixed(micros(before), 3)} → ${fixed(micros(after), 3)} µs/byte (${fixed(micros(after) / micros(before), 3)}), ${thousands(before.bytesOut)} → ${thousands(after.bytesOut)} bytes (${signed(after.bytesOut - before.bytesOut)})`,
    '',
    layout([head, ...differences.map((difference) => differenceRow(difference, counted))], false),
    '',
  );
  return lines.join('\n');
}
