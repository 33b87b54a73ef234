/** The data to measure on: files of KOLMO_CORPORA, told apart by kind; without it the bundled sample, and a warning. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, userPath } from './root.js';

export interface CorpusFile {
  /** FOLDER/FILE, the same on every machine. */
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly kind: string;
}

interface Kind {
  readonly name: string;
  /** Matched against FOLDER/FILE; the first row that matches wins. */
  readonly files: RegExp;
  /** Which file stands for the kind where one is enough; without, or when it is not there, a large one. */
  readonly prefer?: RegExp;
}

const kinds: readonly Kind[] = [
  { name: 'wiki', files: /^wiki\/|^records\/.*wiki/, prefer: /enwik8/ },
  { name: 'prose', files: /book|dickens|alice|asyoulik|lcet|bible|world192|paper|prose/, prefer: /book1$/ },
  { name: 'languages', files: /udhr|-zh\./ },
  { name: 'minified', files: /\.min\.js$/ },
  { name: 'source', files: /\.(c|js|ts|lsp|tar)$|prog[a-z]$/, prefer: /\.tar$/ },
  { name: 'markup', files: /\.(md|html|xml|1)$/, prefer: /\.md$/ },
  { name: 'json', files: /\.json$/, prefer: /twitter/ },
  { name: 'log', files: /\.log$/, prefer: /access/ },
  { name: 'csv', files: /\.csv$/, prefer: /marvel/ },
  { name: 'records', files: /lines?$|\.jsonl$|nci|trans$|bib$/, prefer: /flights/ },
  { name: 'tables', files: /\.xls$|geo$/, prefer: /\.xls$/ },
  { name: 'binary', files: /./, prefer: /ooffice/ },
];

/** The kind of a file, by its FOLDER/FILE. */
export function kindOf(name: string): string {
  return kinds.find(({ files }) => files.test(name))?.name ?? 'binary';
}

const folders = ['wiki', 'standard', 'modern', 'records'] as const;

function filesOf(parent: string, folder: string): readonly CorpusFile[] {
  return readdirSync(join(parent, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const name = `${folder}/${entry.name}`;
      const path = join(parent, name);
      return { name, path, bytes: statSync(path).size, kind: kindOf(name) };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The bundled sample: always there, made up, and too small and regular to judge a compressor by. */
export function sampleFiles(): readonly CorpusFile[] {
  return filesOf(join(root, 'test'), 'sample');
}

/** The real files, or undefined when KOLMO_CORPORA is not set. Throws when it is set and names no such folder. */
export function realFiles(): readonly CorpusFile[] | undefined {
  const set = process.env['KOLMO_CORPORA'];
  if (!set) return undefined;
  const parent = userPath(set);
  return folders.flatMap((folder) => filesOf(parent, folder));
}

/** The real files; without them the sample, and that is said. */
export function corpusFiles(): readonly CorpusFile[] {
  const files = realFiles();
  if (files !== undefined) return files;
  process.stderr.write(
    [
      '!! KOLMO_CORPORA is not set: measuring on test/sample only, made-up text of a few kilobytes.',
      '!! These numbers say nothing about real data. Set KOLMO_CORPORA to a folder with wiki/, standard/, modern/ and records/.',
      '',
    ].join('\n'),
  );
  return sampleFiles();
}

/** Throws without real files: a table in the docs is never about the bundled sample. */
export function requireReal(): void {
  if (realFiles() === undefined) throw new Error('--write needs KOLMO_CORPORA: the docs tell of real data');
}

/** One file of each kind, or of those named, in the order of the kinds. */
export function onePerKind(files: readonly CorpusFile[], names: readonly string[] = kinds.map(({ name }) => name)): readonly CorpusFile[] {
  return kinds.filter(({ name }) => names.includes(name)).flatMap(({ name, prefer }) => {
    const all = files.filter((file) => file.kind === name).sort((a, b) => b.bytes - a.bytes);
    const chosen = all.find((file) => prefer?.test(file.name)) ?? all.find((file) => file.bytes <= 1_500_000) ?? all.at(-1);
    return chosen === undefined ? [] : [chosen];
  });
}

/** "*.json" and "wiki/enwik8*" as patterns; a text without * matches anywhere in FOLDER/FILE. */
function matches(pattern: string, name: string): boolean {
  if (!pattern.includes('*')) return name.includes(pattern);
  const source = pattern.split('*').map((part) => part.replaceAll(/[\\^$.|?+()[\]{}]/g, '\\$&')).join('.*');
  return new RegExp(`(^|/)${source}$`).test(name);
}

/** Files by a comma-separated list of patterns. Throws when a pattern matches nothing. */
export function chosenFiles(files: readonly CorpusFile[], list: string): readonly CorpusFile[] {
  const patterns = list.split(',').map((pattern) => pattern.trim());
  for (const pattern of patterns) {
    if (!files.some((file) => matches(pattern, file.name))) throw new Error(`--files: nothing matches ${pattern}`);
  }
  return files.filter((file) => patterns.some((pattern) => matches(pattern, file.name)));
}

/** A file's contents, or its first bytes. */
export function contents(file: CorpusFile, most = Number.POSITIVE_INFINITY): Buffer {
  const all = readFileSync(file.path);
  return all.length > most ? all.subarray(0, most) : all;
}
