/** `bench segments`: what cutting into segments costs in size, from nothing and from snapshots, at several lengths. */
import { compress, compressSync } from '../src/index.js';
import { chosenFiles, contents, corpusFiles, requireReal } from './corpora.js';
import { writeSection } from './document.js';
import { progress, progressDone } from './options.js';
import { layout, signed, sum, thousands } from './table.js';

export interface SegmentsOptions {
  readonly levels: readonly number[];
  readonly files?: string;
  readonly sizes: readonly number[];
  readonly snapshots: readonly number[];
  readonly bytes: number;
  readonly threads: number;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly write?: boolean;
}

const kilo = (bytes: number): string => (bytes % 2 ** 20 === 0 ? `${bytes / 2 ** 20}M` : `${bytes / 2 ** 10}K`);

/** "64K,1M" as bytes. */
export function parseSizes(text: string): readonly number[] {
  return text.split(',').map((part) => {
    const [, digits = '', unit = ''] = /^(\d+)([KM]?)$/.exec(part.trim()) ?? [];
    const bytes = Number(digits) * (unit === 'M' ? 2 ** 20 : unit === 'K' ? 2 ** 10 : 1);
    if (!(bytes > 0)) throw new Error(`${part} is no size`);
    return bytes;
  });
}

export async function segments(options: SegmentsOptions): Promise<void> {
  if (options.write) requireReal();
  const { sizes, snapshots, bytes, threads } = options;
  const known = corpusFiles();
  const files = options.files === undefined ? known.filter(({ name }) => /enwik8\.first|twitter\.json|access.*\.log|marvel.*csv|ooffice/.test(name)) : chosenFiles(known, options.files);
  const chosen = files.length > 0 ? files : known;
  const rows: string[][] = [];
  const results = [];
  for (const level of options.levels) {
    for (const file of chosen) {
      const data = contents(file, bytes);
      progress(`${file.name}, level ${level}: whole`);
      const whole = compressSync(data, { level }).length;
      const row = [String(level), file.name, thousands(data.length), thousands(whole)];
      for (const segment of sizes) {
        for (const snapshot of [undefined, ...snapshots.filter((size) => size <= segment)]) {
          progress(`${file.name}, level ${level}: segments of ${kilo(segment)}, snapshot ${snapshot ?? 'none'}`);
          const { length } = await compress(data, { level, segment, snapshot, threads });
          results.push({ level, file: file.name, bytes: data.length, whole, segment, snapshot: snapshot ?? null, archive: length });
          row.push(`${signed((100 * (length - whole)) / whole, 2)}%`);
        }
      }
      rows.push(row);
    }
  }
  progressDone();
  const head = ['level', 'file', 'bytes', 'one segment'];
  for (const segment of sizes) for (const snapshot of [undefined, ...snapshots.filter((size) => size <= segment)]) head.push(snapshot === undefined ? kilo(segment) : `${kilo(segment)} from ${kilo(snapshot)}`);
  if (options.json) process.stdout.write(`${JSON.stringify(results, null, 1)}\n`);
  else process.stdout.write(`${layout([head, ...rows], options.markdown ?? false)}\n`);
  if (!options.write) return;
  const list = chosen.map(({ name }) => name).join(',');
  const command = `segments --levels ${options.levels.join(',')} --bytes ${bytes} --sizes ${sizes.map(kilo).join(',')} --snapshots ${snapshots.map(kilo).join(',')} --files '${list}'`;
  const total = thousands(sum(chosen.map((file) => Math.min(file.bytes, bytes))));
  writeSection('segments', command, `The first ${thousands(bytes)} bytes of each file at most, ${total} together.\n\n${layout([head, ...rows], true)}`);
}
