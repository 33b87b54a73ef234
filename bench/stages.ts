/**
 * `bench instructions FILE -5`: instructions per byte of each stage, counted by callgrind at the marks that `kolmo profile` times between
 * (bench/native/counted.c). On virtual machines and in containers, which seldom let the CPU's own counters be read, too.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Graph } from '../src/graph/index.js';
import { planNodes } from '../src/lower/index.js';
import { native } from '../src/native.js';
import { type CheckedEncode, checkCompress } from '../src/options.js';
import { checkProfile, opOf } from '../src/profile/compare.js';
import { type Cells, type CellName, cellNames, cellsOf } from '../src/profile/read.js';
import { modelOfData } from '../src/profile/run.js';
import type { Profile } from '../src/profile/types.js';
import { cpuPath, hasValgrind } from './instructions.js';
import { levelDigits, progress, progressDone } from './options.js';
import { userPath } from './root.js';
import { fixed, layout, sum } from './table.js';
import { tool } from './tools.js';

export interface StagesOptions {
  /** Of the file, from its start. */
  readonly bytes: number;
  readonly every: number;
  readonly into?: string;
  readonly json?: boolean;
  readonly markdown?: boolean;
}

/** A stage's part. */
export interface CountedStage {
  readonly name: string;
  readonly op: string;
  /** By byte of the file. */
  readonly calls: number;
  readonly instructions: number;
}

/** What callgrind dumped under a cell's number, all in all. */
export interface CountedCell {
  readonly dumps: number;
  readonly instructions: number;
}

/** The lines "CELL DUMPS INSTRUCTIONS" that SUMS makes of callgrind's dumps, and the tool's last one. */
export function parseCounted(stdout: string, stderr: string): { readonly cells: ReadonlyMap<number, CountedCell>; readonly bytes: number; readonly timed: number } {
  const cells = new Map<number, CountedCell>();
  for (const line of stdout.trim().split('\n')) {
    const [cell, dumps, instructions] = line.split(' ').map(Number);
    if (cell === undefined || dumps === undefined || instructions === undefined || !Number.isFinite(cell + dumps + instructions)) throw new Error(`not a line of counts: ${line}`);
    cells.set(cell, { dumps, instructions });
  }
  const [, bytes, timed] = /^counted (\d+) (\d+)$/m.exec(stderr) ?? [];
  if (bytes === undefined || timed === undefined) throw new Error(`callgrind counted nothing:\n${stderr}`);
  return { cells, bytes: Number(bytes), timed: Number(timed) };
}

/**
 * Of each stage, by byte of the file: without what marks take, and as if all bytes had been counted.
 * @param raw bytes of the file, which are more than the model's where words became codes
 */
export function countedStages(counted: ReturnType<typeof parseCounted>, names: readonly CellName[], cells: Cells, raw: number): readonly CountedStage[] {
  const mark = counted.cells.get(cells.count)?.instructions ?? 0;
  const scale = counted.bytes / Math.max(counted.timed, 1) / Math.max(raw, 1);
  return names.flatMap(({ cell, name, op, when }) => {
    const found = counted.cells.get(cell);
    if (found === undefined) return [];
    return [{ name, op: opOf({ name, op, when }), calls: found.dumps * scale, instructions: Math.max(found.instructions - found.dumps * mark, 0) * scale }];
  });
}

/* Callgrind's dumps are a megabyte for each byte, of which two numbers are wanted. */
const SUMS = `awk '/^desc: Trigger: Client Request: /{cell=$NF} /^totals: /{if(cell!=""){n[cell]++; sum[cell]+=$2; cell=""}} END{for(cell in n) printf "%d %d %.0f\\n", cell, n[cell], sum[cell]}'`;
const CALLGRIND = 'valgrind --tool=callgrind --combine-dumps=yes --dump-line=no --callgrind-out-file=/dev/stdout "$0" program input "$1" "$2" vocabulary';

function count({ program, text, vocabulary }: CheckedEncode, data: Uint8Array, every: number): ReturnType<typeof parseCounted> {
  const executable = tool('counted');
  const folder = mkdtempSync(join(tmpdir(), 'kolmo-bench-'));
  try {
    writeFileSync(join(folder, 'program'), program);
    writeFileSync(join(folder, 'input'), data);
    writeFileSync(join(folder, 'vocabulary'), vocabulary ?? '');
    const { stdout, stderr, error } = spawnSync('sh', ['-c', `${CALLGRIND} | ${SUMS}`, executable, String(every), String(text)], { cwd: folder, encoding: 'utf8', env: { ...process.env, KOLMO_CPU: cpuPath() } });
    if (error) throw error;
    return parseCounted(stdout, stderr);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The larger part first. */
function rowsOf(head: string, rows: readonly CountedStage[]): readonly (readonly string[])[] {
  const total = sum(rows.map(({ instructions }) => instructions));
  const cells = rows.toSorted((a, b) => b.instructions - a.instructions).map(({ name, calls, instructions }) => [name, fixed(instructions, 1), `${fixed((100 * instructions) / total, 1)}%`, fixed(calls, 2), fixed(instructions / calls, 0)]);
  return [[head, 'instructions/byte', 'share', 'calls/byte', 'instructions/call'], ...cells, ['all', fixed(total, 1)]];
}

function byOp(rows: readonly CountedStage[]): readonly CountedStage[] {
  const ops = new Map<string, CountedStage>();
  for (const { op, calls, instructions } of rows) {
    const before = ops.get(op);
    ops.set(op, { name: op, op, calls: calls + (before?.calls ?? 0), instructions: instructions + (before?.instructions ?? 0) });
  }
  return [...ops.values()];
}

/** The profile with its stages' instructions, which count for all of its bytes. Throws when it is of another model. */
export function withInstructions(profile: Profile, rows: readonly CountedStage[], graph: Graph): Profile {
  if (profile.model.graph !== graph.name) throw new Error(`the profile is of ${profile.model.graph}, the instructions of ${graph.name}`);
  const counts = new Map(rows.map(({ name, instructions }) => [name, instructions]));
  const stages = profile.stages.map((stage) => {
    const instructions = counts.get(stage.name);
    return instructions === undefined ? stage : { ...stage, instructions: Math.round(instructions * profile.bytesIn) };
  });
  return { ...profile, stages };
}

export function stages(path: string, options: StagesOptions & Readonly<Record<string, unknown>>): void {
  if (!hasValgrind()) throw new Error('instructions are counted by valgrind (Debian package valgrind)');
  const [level = 5] = levelDigits(options);
  const data = readFileSync(userPath(path)).subarray(0, options.bytes);
  const into = options.into === undefined ? undefined : checkProfile(JSON.parse(readFileSync(userPath(options.into), 'utf8')), options.into);
  const given = checkCompress({ level }, 'promise', data.length).encoder(data);
  const { graph } = modelOfData({ level }, data);
  const cells = cellsOf(native().constants);
  progress(`level ${level}: counting instructions`);
  const counted = count(given, data, options.every);
  progressDone();
  const rows = countedStages(counted, cellNames(cells, planNodes(graph)), cells, data.length);
  if (into !== undefined && options.into !== undefined) writeFileSync(userPath(options.into), `${JSON.stringify(withInstructions(into, rows, graph), null, 1)}\n`);
  if (options.json) process.stdout.write(`${JSON.stringify({ file: path, level, path: cpuPath(), bytesIn: data.length, modelBytes: counted.bytes, countedBytes: counted.timed, stages: rows }, null, 1)}\n`);
  else {
    const markdown = options.markdown ?? false;
    process.stdout.write(`${layout(rowsOf('stage', rows), markdown)}\n\n${layout(rowsOf('op', byOp(rows)), markdown)}\n\n${cpuPath()}; ${counted.timed} of ${counted.bytes} bytes were counted\n`);
  }
}
