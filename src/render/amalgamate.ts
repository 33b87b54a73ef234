/**
 * One C file out of many: the files that a root includes, joined, with nothing in it that the roots' names do not lead to.
 */
import type { Comments } from './comments.js';
import { type Item, type Part, rename, Scanner, understand, withBriefComments, withoutComments } from './items.js';
import { type Finder, Joiner } from './preprocess.js';

export interface Amalgamation {
  /** The path that stands for all: what it includes is read. */
  readonly root: string;
  readonly find: Finder;
  /** Names that must be there; all others only as far as they are used. */
  readonly keep: readonly string[];
  /** Macros KOLMO_… that the compiler may be told; all others are decided here. */
  readonly open: readonly string[];
  /** Macros that no compiler of the result defines, and that all do. */
  readonly never: readonly string[];
  readonly always?: readonly string[];
  readonly comments?: Comments;
}

const commentsOf = (text: string): string => /^(?:\s*\/\*[^]*?\*\/\s*)*/.exec(text)?.[0] ?? '';
const isStatic = (text: string): boolean => /^(static|extern|KOLMO_OP)\b/.test(text.slice(commentsOf(text).length));

function* itemsOf(parts: readonly Part[]): Generator<Item> {
  for (const part of parts) {
    if (part.kind === 'item') yield part;
    else for (const { body } of part.branches) yield* itemsOf(body);
  }
}

/* Files that were compiled by themselves have functions of the same names: they get their file's name in front. */
function separate(parts: readonly Part[]): void {
  const places = new Map<string, Set<string>>();
  for (const { file, names, what } of itemsOf(parts)) if (what !== 'macro') for (const name of names) places.set(name, (places.get(name) ?? new Set()).add(file));
  const clashes = new Map<string, Map<string, string>>();
  for (const [name, files] of places) {
    const own = [...files].filter((file) => file.endsWith('.c'));
    if (files.size < 2 || /^kolmo_/i.test(name)) continue;
    for (const file of own) clashes.set(file, (clashes.get(file) ?? new Map<string, string>()).set(name, `${/(\w+)\.c$/.exec(file)?.[1] ?? ''}_${name}`));
  }
  for (const item of itemsOf(parts)) {
    const names = clashes.get(item.file);
    if (names === undefined) continue;
    item.text = rename(item.text, names);
    Object.assign(item, understand(item.text));
  }
}

/* Conditions around items are used by them. */
function* withConditions(parts: readonly Part[], around: readonly string[] = []): Generator<readonly [Item, readonly string[]]> {
  for (const part of parts) {
    if (part.kind === 'item') yield [part, around];
    else {
      const words = part.branches.flatMap(({ line }) => line.match(/[A-Za-z_]\w*/g) ?? []);
      for (const { body } of part.branches) yield* withConditions(body, [...around, ...words]);
    }
  }
}

/* Functions that only their own file knows. */
const isLocal = ({ text, file, what }: Item): boolean => file.endsWith('.c') && what === 'function' && isStatic(text);

/* The items that the names to keep lead to; and, of their files, those that have no name. */
function reach(parts: readonly Part[], keep: readonly string[]): ReadonlySet<Item> {
  const byName = new Map<string, Item[]>();
  const conditions = new Map<Item, readonly string[]>();
  for (const [item, words] of withConditions(parts)) {
    conditions.set(item, words);
    for (const name of item.names) byName.set(name, [...(byName.get(name) ?? []), item]);
  }
  const kept = new Set<Item>();
  const visit = (names: Iterable<string>, file?: string): void => {
    for (const name of names) {
      for (const item of byName.get(name) ?? []) {
        if (kept.has(item) || (file !== undefined && file !== item.file && isLocal(item))) continue;
        kept.add(item);
        visit(item.uses, item.file);
        visit(conditions.get(item) ?? [], item.file);
      }
    }
  };
  visit(keep);
  const files = new Set([...kept].map(({ file }) => file));
  for (const item of itemsOf(parts)) {
    if ((item.what === 'include' || item.what === 'lone') && files.has(item.file)) {
      kept.add(item);
      visit(item.uses, item.file);
    }
  }
  return kept;
}

/* Nothing is called from elsewhere, so that a compiler may drop what one of the programs does not use. */
function confine({ text, what, names }: Item): string {
  if (what !== 'function' || names.includes('main') || isStatic(text)) return text;
  const start = commentsOf(text).length;
  return `${text.slice(0, start)}static ${text.slice(start)}`;
}

class Printer {
  readonly #lines: string[] = [];
  readonly #included = new Set<string>();
  #file = '';

  constructor(
    readonly kept: ReadonlySet<Item>,
    readonly heads: Map<string, string>,
    readonly comments: Comments,
  ) {}

  print(parts: readonly Part[], nested = false): void {
    for (const part of parts) {
      if (part.kind === 'item') this.#item(part, nested);
      else if ([...itemsOf([part])].some((item) => this.kept.has(item))) {
        this.#enter(part.file);
        for (const { line, body } of part.branches) {
          this.#lines.push(this.#text(line));
          this.print(body, true);
        }
        this.#lines.push('#endif', '');
      }
    }
  }

  #item(item: Item, nested: boolean): void {
    if (!this.kept.has(item)) return;
    if (item.what === 'include' && !nested) {
      const name = withoutComments(item.text).trim();
      if (this.#included.has(name)) return;
      this.#included.add(name);
    }
    this.#enter(item.file);
    const text = this.#text(confine(item));
    const isShort = !text.includes('\n') && item.what !== 'function';
    this.#lines.push(text);
    if (!isShort) this.#lines.push('');
  }

  /* Says where what follows is from; with all comments, at the first time, what its file says of itself. */
  #enter(file: string): void {
    if (file === this.#file || this.comments === 'none') return;
    this.#file = file;
    const head = this.heads.get(file);
    this.heads.delete(file);
    this.#lines.push(`/* ---- ${file} ---- */`);
    if (head !== undefined && this.comments === 'all') this.#lines.push(head, '');
  }

  #text(text: string): string {
    if (this.comments === 'all') return text;
    return (this.comments === 'none' ? withoutComments : withBriefComments)(text).trim();
  }

  text(): string {
    return `${this.#lines.join('\n').trimEnd()}\n`;
  }
}

export function amalgamate({ root, find, keep, open, never, always = [], comments = 'all' }: Amalgamation): string {
  const joiner = new Joiner(find, new Set(open), new Set(never), new Set(always));
  const parts = new Scanner(joiner.join(root)).parts();
  separate(parts);
  const printer = new Printer(reach(parts, keep), new Map(joiner.heads), comments);
  printer.print(parts);
  return printer.text();
}

/** The names of all functions in the files that a root includes. */
export function functionsOf(root: string, find: Finder): ReadonlySet<string> {
  const parts = new Scanner(new Joiner(find, new Set(), new Set()).join(root)).parts();
  return new Set([...itemsOf(parts)].flatMap(({ what, names }) => (what === 'function' ? names.slice(0, 1) : [])));
}
