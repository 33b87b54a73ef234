/** `kolmo -l FILE`: what archives hold, as a table or as JSON. */
import type { ArchiveInfo } from '../index.js';
import { scan } from '../scan.js';
import { openSource, refuseTerminalInput } from './files.js';
import { bytes, percent, shown } from './messages.js';
import type { Settings } from './options.js';
import { print } from './print.js';

/** One element of the array that `-l --json` prints; docs/cli.md describes the fields. */
interface Entry {
  file: string;
  archiveBytes: number;
  bytes: number;
  ratio: number | null;
  members: number;
  segments: number;
  blocks: number;
  storedBlocks: number;
  textBlocks: number;
  text: string;
  program: string | null;
  hash: string;
  embedded: boolean;
  memory: number;
  cost: number;
  lengthKnown: boolean;
  indexed: boolean;
}

function entryOf(file: string, info: ArchiveInfo): Entry {
  return {
    file,
    archiveBytes: info.archiveBytes,
    bytes: info.rawBytes,
    ratio: info.rawBytes === 0 ? null : info.archiveBytes / info.rawBytes,
    members: info.members,
    segments: info.segments,
    blocks: info.blocks,
    storedBlocks: info.storedBlocks,
    textBlocks: info.textBlocks,
    text: info.text,
    program: info.program,
    hash: info.hash,
    embedded: info.embedded,
    memory: info.memory,
    cost: info.cost,
    lengthKnown: info.lengthKnown,
    indexed: info.indexed,
  };
}

const heads = ['archive', 'bytes', 'ratio', 'members', 'segments', 'blocks', 'stored', 'text', 'program', 'memory', 'cost', 'file'];

function row(entry: Entry): string[] {
  return [
    String(entry.archiveBytes),
    String(entry.bytes),
    percent(entry.archiveBytes, entry.bytes),
    String(entry.members),
    String(entry.segments),
    String(entry.blocks),
    String(entry.storedBlocks),
    entry.text,
    (entry.program ?? entry.hash) + (entry.embedded ? ' (embedded)' : ''),
    bytes(entry.memory),
    String(entry.cost),
    shown(entry.file),
  ];
}

function totals(entries: readonly Entry[]): string[] {
  const sum = (pick: (entry: Entry) => number): number => entries.reduce((total, entry) => total + pick(entry), 0);
  const archive = sum((entry) => entry.archiveBytes);
  const raw = sum((entry) => entry.bytes);
  const counts = [sum((e) => e.members), sum((e) => e.segments), sum((e) => e.blocks), sum((e) => e.storedBlocks)];
  return [String(archive), String(raw), percent(archive, raw), ...counts.map(String), '', '', '', '', `${entries.length} files`];
}

/** Numbers to the right, names (the last column) to the left. */
function align(rows: readonly string[][]): string {
  const widths = heads.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i === cells.length - 1 ? cell : cell.padStart(widths[i] ?? 0))).join('  ');
  return rows.map((cells) => `${line(cells)}\n`).join('');
}

/** Lists the good ones; `failed` hears of each other and says whether to go on. */
export async function listFiles(settings: Settings, failed: (file: string, error: unknown) => boolean): Promise<void> {
  const entries: Entry[] = [];
  for (const file of settings.files) {
    try {
      refuseTerminalInput(file, settings.force);
      const source = await openSource(file);
      try {
        entries.push(entryOf(file, (await scan(source.stream)).info));
      } finally {
        await source.close();
      }
    } catch (error) {
      if (!failed(file, error)) break;
    }
  }
  if (settings.json) {
    await print(`${JSON.stringify(entries, null, 2)}\n`);
  } else if (entries.length > 0) {
    await print(align([heads, ...entries.map(row), ...(entries.length > 1 ? [totals(entries)] : [])]));
  }
}
