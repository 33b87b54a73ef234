/** A verification as text. */
import { limits } from './limits.js';
import type { Run } from './run.js';
import type { Limit, Report } from './verify.js';

const count = (n: number): string => Math.round(n).toLocaleString('en-US');
const seconds = (n: number): string => n.toFixed(2);
const megabytes = (n: number): string => `${(n / 2 ** 20).toFixed(1)} MiB`;
const hours = (n: number): string => `${n < 10 ? n.toFixed(2) : n.toFixed(1)} h`;

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
  return rows.map((row) => `${line(row).trimEnd()}\n`).join('');
}

const runRow = (name: string, bytes: number, run: Run): readonly string[] => [name, seconds(run.wall), seconds(run.user), seconds(run.system), ((run.wall / bytes) * 1e6).toFixed(3), megabytes(run.resident), count(run.disk)];

function limitRow({ name, projected, allowed, unit, kept }: Limit): readonly string[] {
  const shown = unit === 'hours' ? hours : (n: number): string => (name.startsWith('disk') ? `${(n / 1e9).toFixed(2)} GB` : megabytes(n));
  return [name, shown(projected), shown(allowed), kept ? 'kept' : 'EXCEEDED'];
}

export function reportText(report: Report): string {
  const { input, compress, restore, sizes, description, score } = report;
  const other = (n: number | null): string => (n === null ? 'no tool for it here' : count(n));
  const failed = report.limits.filter(({ kept }) => !kept).map(({ name }) => name);
  const all = description.program + description.tables + description.weights + description.payload;
  const share = (name: string, bytes: number): readonly string[] => [name, count(bytes), `${((100 * bytes) / all).toFixed(2)} %`];
  return `${report.export.command} (kolmo ${report.export.kolmo}, ${report.compiler})
${input.name}: ${count(input.bytes)} bytes; built offline in ${seconds(report.build.wall)} s; restored exactly

${table([['one core, no network', 'wall s', 'user s', 'system s', 'µs/byte', 'peak', 'disk bytes'], runRow('comp9', input.bytes, compress), runRow('archive9', input.bytes, restore)])}
${table([
  ['S1', count(sizes.S1), `comp9 ${count(sizes.comp9)} and ${sizes.arguments} of arguments`],
  ['S2', count(sizes.S2), 'archive9'],
  ['S', count(sizes.S), `${((8 * sizes.S) / input.bytes).toFixed(3)} bits/byte`],
])}
decompressor alone: ${count(report.decompressor.dynamic)}; for one code path: ${count(report.decompressor.small)}, static with musl ${other(report.decompressor.musl)}, packed by UPX ${other(report.decompressor.upx)}

archive9 as a description of the data:
${table([share('program', description.program), share('tables', description.tables), share('weights', description.weights), share('payload', description.payload)])}
For ${count(limits.bytes)} bytes, at the same cost and gain per byte, on a machine with a Geekbench 5 score of ${score}:
${table([['', 'projected', 'allowed', ''], ...report.limits.map(limitRow), ['S', count(report.projectedS), `< ${count(limits.score)}`, report.projectedS < limits.score ? 'below' : 'above']])}
${failed.length === 0 ? 'All limits are kept.' : `Exceeded: ${failed.join(', ')}.`}
`;
}
