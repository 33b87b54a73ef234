/** `bench auto`: what `--text auto` takes for whole files, and what that saves or costs against none; fails where it costs more than it may. */
import { compressSync, info } from '../src/index.js';
import type { Text } from '../src/text/texts.js';
import { chosenFiles, contents, corpusFiles, requireReal } from './corpora.js';
import { writeSection } from './document.js';
import { progress, progressDone } from './options.js';
import { layout, signed, thousands } from './table.js';

export interface AutoOptions {
  readonly levels: readonly number[];
  readonly files?: string;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly write?: boolean;
}

export interface AutoRow {
  readonly level: number;
  readonly file: string;
  readonly bytes: number;
  /** What auto took. */
  readonly text: Text;
  /** Archive bytes. */
  readonly none: number;
  readonly auto: number;
}

/** Archive bytes that auto may cost, where none makes so many. */
export const allowance = (none: number): number => Math.max(0.0005 * none, 16);

export const costsTooMuch = ({ none, auto }: AutoRow): boolean => auto - none > allowance(none);

function measured(level: number, name: string, data: Buffer): AutoRow {
  const archive = compressSync(data, { level, text: 'auto' });
  const { text } = info(archive);
  // Where auto takes none, the archives are the same.
  const none = text === 'none' ? archive.length : compressSync(data, { level, text: 'none' }).length;
  return { level, file: name, bytes: data.length, text, none, auto: archive.length };
}

/** A row for each file for which something is taken, and one for all the others. */
export function tableOf(rows: readonly AutoRow[]): readonly (readonly string[])[] {
  const change = (none: number, auto: number): string => `${signed((100 * (auto - none)) / none, 2)}%`;
  const taken = rows.filter(({ text }) => text !== 'none');
  const body = taken.map(({ level, file, bytes, text, none, auto }) => [file, `${level}`, thousands(bytes), text, thousands(none), thousands(auto), change(none, auto)]);
  const rest = rows.length - taken.length;
  return [['file', 'level', 'bytes', 'takes', 'none', 'auto', 'change'], ...body, ...(rest > 0 ? [[`${rest} others`, '', '', 'none', '', '', '0']] : [])];
}

export function auto({ levels, files, json, markdown, write }: AutoOptions): void {
  if (write) requireReal();
  const all = corpusFiles();
  const rows: AutoRow[] = [];
  for (const file of files === undefined ? all : chosenFiles(all, files)) {
    for (const level of levels) {
      progress(`${file.name}, level ${level}`);
      rows.push(measured(level, file.name, contents(file)));
    }
  }
  progressDone();
  const table = tableOf(rows);
  process.stdout.write(json ? `${JSON.stringify(rows, null, 2)}\n` : `${layout(table, markdown ?? false)}\n`);
  if (write) writeSection('auto', `auto --levels ${levels.join(',')}${files === undefined ? '' : ` --files ${files}`} --write`, layout(table, true));
  const worse = rows.filter(costsTooMuch);
  if (worse.length > 0) throw new Error(`auto costs more than 0.05% and 16 bytes: ${worse.map(({ file, none, auto: made }) => `${file} (${signed(made - none, 0)})`).join(', ')}`);
}
