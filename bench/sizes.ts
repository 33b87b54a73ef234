/**
 * `bench sizes`: makes bench/sizes.csv, or checks that this build makes what it says. Sizes of levels whose Programs did
 * not change are kept; the small files are coded anew at every run, and when one of them differs its whole level is.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compress, decompress } from '../src/index.js';
import type { Graph } from '../src/graph/index.js';
import { kinds } from '../src/kinds/kinds.js';
import { lower, programHash } from '../src/lower/index.js';
import { graphFor, levelOf } from '../src/models/levels.js';
import { native } from '../src/native.js';
import { chosenFiles, contents, type CorpusFile, realFiles, sampleFiles } from './corpora.js';
import { countedWith, countInstructions } from './instructions.js';
import { progress, progressDone } from './options.js';
import { root } from './root.js';
import { emptySizes, formatSizes, parseSizes, type SizesTable, totals, withoutLevels, withPrograms, withSize } from './sizes-table.js';
import { layout, signed, thousands } from './table.js';
import { writeWhole } from './whole.js';

export interface SizesOptions {
  readonly levels: readonly number[];
  readonly files?: string;
  /** Small files only. */
  readonly quick?: boolean;
  /** Compare, write nothing. */
  readonly check?: boolean;
  /** Keep no old size. */
  readonly anew?: boolean;
  /** Files coded at a time. */
  readonly jobs: number;
  readonly instructions: boolean;
  /** Restore every archive that is made, and compare. */
  readonly verify?: boolean;
}

const path = join(root, 'bench/sizes.csv');

/** Bytes. The bundled sample is below it too. */
const SMALL = 65_536;

interface Task {
  readonly file: CorpusFile;
  readonly level: number;
}

function readTable(): SizesTable {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return emptySizes;
  }
  return parseSizes(text);
}

/** After every size, and whole or not at all: a run that is interrupted goes on from there the next time. */
function writeTable(table: SizesTable): void {
  writeWhole(path, formatSizes(table));
}

function programsOf(levels: readonly number[]): ReadonlyMap<number, string> {
  const revision = native().constants['OPSET_REVISION'];
  if (revision === undefined) throw new Error('the addon does not tell its op-set revision');
  /* One hash for all of a level's graphs. */
  const graphs = (level: number): ReadonlySet<Graph> => new Set(kinds.map((kind) => graphFor(levelOf(level), kind)));
  const hash = (level: number): bigint => programHash(Buffer.concat([...graphs(level)].map(lower)));
  return new Map(levels.map((level) => [level, `${hash(level).toString(16).padStart(16, '0')}.${revision}`]));
}

/** Codes all tasks, `jobs` at a time; `done` is called with each size as it comes. */
async function codeAll(tasks: readonly Task[], { jobs, verify = false }: SizesOptions, done: (task: Task, size: number) => void): Promise<void> {
  // The longest first: the last ones then end together.
  const queue = tasks.toSorted((a, b) => b.file.bytes * b.level - a.file.bytes * a.level);
  const total = tasks.reduce((sum, { file }) => sum + file.bytes, 0);
  let coded = 0;
  const worker = async (): Promise<void> => {
    for (let task = queue.shift(); task !== undefined; task = queue.shift()) {
      const data = contents(task.file);
      const archive = await compress(data, { level: task.level });
      if (verify && !data.equals(await decompress(archive))) throw new Error(`${task.file.name} at level ${task.level}: the archive restores to other bytes`);
      done(task, archive.length);
      coded += task.file.bytes;
      progress(`${Math.round((100 * coded) / Math.max(1, total))}%  ${task.file.name} at level ${task.level}: ${thousands(archive.length)}`);
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  progressDone();
}

function tasksOf(files: readonly CorpusFile[], levels: readonly number[]): readonly Task[] {
  return files.flatMap((file) => levels.map((level) => ({ file, level })));
}

interface Difference {
  readonly task: Task;
  readonly said: number | undefined;
  readonly made: number;
}

async function differences(table: SizesTable, tasks: readonly Task[], options: SizesOptions): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  await codeAll(tasks, options, (task, made) => {
    const said = table.rows.find(({ file, bytes }) => file === task.file.name && bytes === task.file.bytes)?.sizes.get(task.level);
    if (said !== made) found.push({ task, said, made });
  });
  return found;
}

/** Levels and counts in the table that this build does not reach again; none when they cannot be compared. */
function otherCounts(table: SizesTable, levels: readonly number[]): readonly string[] {
  if (table.counted !== countedWith()) {
    process.stderr.write(`!! instructions were counted with ${table.counted || 'nothing'}, here it is ${countedWith()}: not compared\n`);
    return [];
  }
  return levels.flatMap((level) => {
    const said = table.instructions.get(level)?.toFixed(1);
    const count = countInstructions(lower(levelOf(level).graph), `level ${level}`)?.toFixed(1);
    return count === undefined || count === said ? [] : [`instructions/byte, level ${level}: the table says ${said ?? 'nothing'}, this build takes ${count}`];
  });
}

async function check(files: readonly CorpusFile[], options: SizesOptions): Promise<void> {
  const table = readTable();
  const present = programsOf(options.levels);
  const chosen = options.files !== undefined ? files : files.filter(({ bytes }) => bytes < SMALL);
  const wrong = await differences(table, tasksOf(chosen, options.levels), options);
  const complaints = [
    ...options.levels
      .filter((level) => table.programs.get(level) !== present.get(level))
      .map((level) => `level ${level}: the table is of Program ${table.programs.get(level) ?? 'none'}, this is ${present.get(level)}`),
    ...wrong.map(({ task, said, made }) => `${task.file.name}, level ${task.level}: the table says ${said ?? 'nothing'}, this build makes ${made}`),
    ...(options.instructions ? otherCounts(table, options.levels) : []),
  ];
  progressDone();
  if (complaints.length > 0) {
    process.exitCode = 1;
    process.stdout.write(`${complaints.join('\n')}\nbench/sizes.csv is not what this build makes: npm run bench -- sizes\n`);
  } else {
    process.stdout.write(`bench/sizes.csv: ${chosen.length} files at levels ${options.levels.join(', ')} are what this build makes\n`);
  }
}

function printTotals(before: SizesTable, after: SizesTable): void {
  const old = totals(before.rows);
  const present = totals(after.rows);
  const rows = [...present].map(([level, bytes]) => {
    const was = before.rows.length === after.rows.length ? old.get(level) : undefined;
    return [`level ${level}`, thousands(bytes), was === undefined ? '' : signed(bytes - was), after.instructions.get(level)?.toFixed(1) ?? '—'];
  });
  process.stdout.write(`${layout([['', `bytes of ${after.rows.length} files`, 'change', 'instructions/byte'], ...rows], false)}\n`);
}

async function make(files: readonly CorpusFile[], options: SizesOptions): Promise<void> {
  const before = options.anew ? withoutLevels(readTable(), options.levels) : readTable();
  let table = withPrograms(before, programsOf(options.levels));
  const has = ({ file, level }: Task): boolean =>
    table.rows.some((row) => row.file === file.name && row.bytes === file.bytes && row.sizes.has(level));

  // The small ones first. A change of the core's arithmetic that forgot to raise the op-set revision shows here.
  const small = tasksOf(files.filter(({ bytes }) => bytes < SMALL), options.levels);
  const kept = small.filter(has);
  const wrong = await differences(table, kept, options);
  const doubtful = [...new Set(wrong.map(({ task }) => task.level))];
  if (doubtful.length > 0) {
    process.stderr.write(`!! levels ${doubtful.join(', ')}: other sizes from the same Programs; all their files are coded anew\n`);
    table = withPrograms(withoutLevels(table, doubtful), programsOf(options.levels));
  }

  if (options.instructions) {
    // Counts of another compiler or path cannot stand in one row with these.
    const counted = countedWith();
    const instructions = new Map(table.counted === counted ? table.instructions : []);
    for (const level of options.levels) {
      const count = countInstructions(lower(levelOf(level).graph), `level ${level}`);
      if (count !== undefined) instructions.set(level, count);
    }
    progressDone();
    if (instructions.size > 0) table = { ...table, counted, instructions };
  }

  const wanted = tasksOf(options.quick ? files.filter(({ bytes }) => bytes < SMALL) : files, options.levels);
  await codeAll(wanted.filter((task) => !has(task)), options, (task, size) => {
    table = withSize(table, task.file.name, task.file.bytes, task.level, size);
    writeTable(table);
  });
  writeTable(table);
  printTotals(before, table);
}

export async function sizes(options: SizesOptions): Promise<void> {
  const real = realFiles();
  if (real === undefined) process.stderr.write('!! KOLMO_CORPORA is not set: only the rows of the bundled sample can be made or checked.\n');
  const known = [...sampleFiles(), ...(real ?? [])];
  const files = options.files === undefined ? known : chosenFiles(known, options.files);
  return options.check ? check(files, options) : make(files, options);
}
