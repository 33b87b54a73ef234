/**
 * bench/sizes.csv as data: exact archive bytes per file and level. Sizes depend on the input, a level's Program and the
 * core's arithmetic alone, so a column stays valid for as long as the last two do: the row #program tells.
 */
import { levels as levelTable } from '../src/models/levels.js';

export interface SizesRow {
  readonly file: string;
  readonly bytes: number;
  /** By level; a level that was not measured is missing. */
  readonly sizes: ReadonlyMap<number, number>;
}

export interface SizesTable {
  /** By level: HASH.REVISION, the level's Program and the core's op-set revision that its sizes were made with. */
  readonly programs: ReadonlyMap<number, string>;
  /** Callgrind's count per byte for a sample, by level. */
  readonly instructions: ReadonlyMap<number, number>;
  /** What they were counted with: the CPU path and compiler. */
  readonly counted: string;
  readonly rows: readonly SizesRow[];
}

export const emptySizes: SizesTable = { programs: new Map(), instructions: new Map(), counted: '', rows: [] };

const LEVELS: readonly number[] = levelTable.map(({ level }) => level);
const NOTE = '# exact archive bytes per file and level; made by `npm run bench -- sizes`, never by hand';
const PROGRAM = '#program';
const INSTRUCTIONS = '#instructions/byte';
const TOTAL = '#total';

function cells<T>(first: string, second: string | number, values: ReadonlyMap<number, T>, show: (value: T) => string): string {
  const of = LEVELS.map((level) => {
    const value = values.get(level);
    return value === undefined ? '' : show(value);
  });
  return [first, second, ...of].join(',');
}

/** Bytes of all files by level, where every file was measured. */
export function totals(rows: readonly SizesRow[]): ReadonlyMap<number, number> {
  const sums = LEVELS.filter((level) => rows.length > 0 && rows.every(({ sizes }) => sizes.has(level)));
  return new Map(sums.map((level) => [level, rows.reduce((total, { sizes }) => total + (sizes.get(level) ?? 0), 0)]));
}

/** The file's text: rows sorted by name, so that a diff shows what moved and nothing else. */
export function formatSizes({ programs, instructions, counted, rows }: SizesTable): string {
  const sorted = rows.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const lines = [
    NOTE,
    ['file', 'bytes', ...LEVELS.map((level) => `level${level}`)].join(','),
    cells(PROGRAM, '', programs, String),
    cells(INSTRUCTIONS, counted, instructions, (count) => count.toFixed(1)),
    cells(TOTAL, rows.reduce((total, { bytes }) => total + bytes, 0), totals(rows), String),
    ...sorted.map(({ file, bytes, sizes }) => cells(file, bytes, sizes, String)),
  ];
  return `${lines.join('\n')}\n`;
}

function valuesOf(line: readonly string[]): ReadonlyMap<number, string> {
  return new Map(LEVELS.flatMap((level, i) => (line[i + 2] ? [[level, line[i + 2] as string] as const] : [])));
}

function numbersOf(line: readonly string[]): ReadonlyMap<number, number> {
  return new Map([...valuesOf(line)].map(([level, text]) => {
    const value = Number(text);
    if (!Number.isFinite(value)) throw new Error(`bench/sizes.csv: ${text} is no number (${line[0]}, level ${level})`);
    return [level, value];
  }));
}

/** Throws when it is not such a table. */
export function parseSizes(text: string): SizesTable {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('# ')).map((line) => line.split(','));
  const [head, ...rest] = lines;
  if (head?.[0] !== 'file' || head.length !== LEVELS.length + 2) throw new Error('bench/sizes.csv: not a table of sizes');
  for (const line of rest) if (line.length !== head.length) throw new Error(`bench/sizes.csv: ${line.length} cells in the row ${line[0]}`);
  const program = rest.find(([first]) => first === PROGRAM);
  const instructions = rest.find(([first]) => first === INSTRUCTIONS);
  return {
    programs: program === undefined ? new Map() : valuesOf(program),
    instructions: instructions === undefined ? new Map() : numbersOf(instructions),
    counted: instructions?.[1] ?? '',
    rows: rest
      .filter(([first]) => first !== undefined && !first.startsWith('#'))
      .map((line) => ({ file: line[0] ?? '', bytes: Number(line[1]), sizes: numbersOf(line) })),
  };
}

/** The table with one size put in; the row appears when it is new, and starts anew when the file has another length. */
export function withSize(table: SizesTable, file: string, bytes: number, level: number, size: number): SizesTable {
  const old = table.rows.find((row) => row.file === file && row.bytes === bytes);
  const row = { file, bytes, sizes: new Map([...(old?.sizes ?? []), [level, size]]) };
  return { ...table, rows: [...table.rows.filter((each) => each.file !== file), row] };
}

/** The table without all that is known of some levels. */
export function withoutLevels(table: SizesTable, gone: readonly number[]): SizesTable {
  const keep = <T>(values: ReadonlyMap<number, T>): ReadonlyMap<number, T> => new Map([...values].filter(([level]) => !gone.includes(level)));
  return { ...table, programs: keep(table.programs), instructions: keep(table.instructions), rows: table.rows.map((row) => ({ ...row, sizes: keep(row.sizes) })) };
}

/**
 * The table with the levels' present Programs. Sizes made with another Program are dropped: a number that nobody can
 * make again is worse than none.
 */
export function withPrograms(table: SizesTable, programs: ReadonlyMap<number, string>): SizesTable {
  const stale = LEVELS.filter((level) => programs.has(level) && table.programs.get(level) !== programs.get(level));
  const kept = withoutLevels(table, stale);
  return { ...kept, programs: new Map([...kept.programs, ...programs]) };
}
