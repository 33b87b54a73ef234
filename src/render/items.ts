/** C text as a list of what stands at file scope: functions, types, variables, macros, each with the names that it defines and uses. */
import { FILE_MARK } from './preprocess.js';

export interface Item {
  readonly kind: 'item';
  /** With the comments before it. */
  text: string;
  readonly file: string;
  /** include: #include <…>; lone: it is neither named nor used, and stays where its file does. */
  readonly what: 'function' | 'declaration' | 'macro' | 'include' | 'lone';
  names: readonly string[];
  uses: ReadonlySet<string>;
}

/** #if … #endif around items. */
export interface Choice {
  readonly kind: 'choice';
  readonly file: string;
  readonly branches: { readonly line: string; readonly body: Part[] }[];
}

export type Part = Item | Choice;

const TOKEN = /\/\*[^]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[A-Za-z_]\w*|\d[\w.]*|->|[^]/gy;

const isComment = (token: string): boolean => token.startsWith('/*') || token.startsWith('//');
const isWord = (token: string): boolean => /^[A-Za-z_]/.test(token);

/** Whether a word is a member's name, for `.` or `->` stands before it. */
const isMember = (before: string): boolean => before === '.' || before === '->';

function tokens(text: string): readonly string[] {
  return text.match(new RegExp(TOKEN.source, 'g')) ?? [];
}

/** The text with words replaced, but for those in comments and texts, and members. */
export function rename(text: string, names: ReadonlyMap<string, string>): string {
  let before = '';
  return tokens(text)
    .map((token) => {
      const now = isWord(token) && !isMember(before) ? (names.get(token) ?? token) : token;
      if (token.trim() !== '' && !isComment(token)) before = token;
      return now;
    })
    .join('');
}

/** The text without its comments, but for those that compilers read, and without the lines that were nothing else. */
export function withoutComments(text: string): string {
  return tokens(text)
    .map((token) => (isComment(token) && !/fall.*through/.test(token) ? '\u0000' : token))
    .join('')
    .replace(/^[ \t]*(?:\0[ \t]*)+\n/gm, '')
    .replace(/[ \t]*\0/g, '')
    .replace(/\n{2,}/g, '\n');
}

/* Clauses that are longer end at a comma, where they have one. */
const LONG = 72;

/** How a comment begins: its first clause, without what stands in brackets, on one line. */
function briefly(comment: string): string {
  const line = comment.slice(2, -2).replace(/\s*\n \* ?/g, ' ').trim();
  const [clause = ''] = line.replace(/ \([^()]*\)/g, '').split(/[.:;](?: |$)/);
  return clause.length > LONG ? (clause.split(/, /)[0] ?? clause) : clause;
}

/* Lines. */
const FEW = 6;

/** The text with comments at file scope cut short, and without those at the ends of lines and within functions. A few lines speak for themselves. */
export function withBriefComments(text: string): string {
  const alone = withoutComments(text).trim();
  if (alone.split('\n').length <= FEW) return alone;
  let atStart = true;
  const brief = tokens(text).map((token) => {
    const stands = atStart;
    atStart = token.endsWith('\n');
    return stands && token.startsWith('/*') ? `\u0001 ${briefly(token)} \u0002` : token;
  });
  return withoutComments(brief.join('')).replaceAll('\u0001', '/*').replaceAll('\u0002', '*/');
}

/* What is left of the tokens of a piece when comments, blanks, attributes and what stands between brackets are gone: its shape. */
function shapeOf(all: readonly string[]): { readonly shape: readonly string[]; readonly enumerators: readonly string[] } {
  const shape: string[] = [];
  const enumerators: string[] = [];
  let depth = 0;
  let inEnum = 0;
  let attribute = -1;
  for (const token of all) {
    if (attribute >= 0) {
      if (token === '(') attribute += 1;
      if (token === ')') attribute -= 1;
      if (attribute === 0) attribute = -1;
      continue;
    }
    if (token === '__attribute__') {
      attribute = 0;
      continue;
    }
    if (token === '{' && depth === 0 && shape.slice(-2).includes('enum')) inEnum = 1;
    if (inEnum === 1 && depth === 1 && isWord(token) && /^[{,]$/.test(shape.at(-1) ?? '')) enumerators.push(token);
    if ('({['.includes(token)) {
      if (depth === 0 || (inEnum === 1 && depth === 1)) shape.push(token);
      depth += 1;
    } else if (')}]'.includes(token)) {
      depth -= 1;
      if (depth === 0 || (inEnum === 1 && depth === 1)) shape.push(token);
      if (depth === 0) inEnum = 0;
    } else if (depth === 0 || (inEnum === 1 && depth === 1)) shape.push(token);
  }
  return { shape, enumerators };
}

/* The names that a piece defines, by its shape. */
function namesOf(all: readonly string[]): { readonly what: Item['what']; readonly names: readonly string[] } {
  const { shape, enumerators } = shapeOf(all);
  if (shape[0] === '_Static_assert') return { what: 'lone', names: [] };
  const names = new Set(enumerators);
  for (const [i, token] of shape.entries()) if (/^(struct|union|enum)$/.test(token) && shape[i + 2] === '{') names.add(shape[i + 1] ?? '');
  const call = shape.findIndex((token, i) => token === '(' && isWord(shape[i - 1] ?? ''));
  const isFunction = call > 0 && shape[0] !== 'typedef' && !shape.includes('=');
  if (isFunction) return { what: 'function', names: [shape[call - 1] ?? '', ...names] };
  if (call > 0 && (shape.includes('=') || shape[0] === 'typedef')) names.add(shape[call - 1] ?? '');
  for (const [i, token] of shape.entries()) if (/^[=[;,]$/.test(token) && isWord(shape[i - 1] ?? '') && shape[i - 1] !== 'enum') names.add(shape[i - 1] ?? '');
  return { what: 'declaration', names: [...names] };
}

/* A pointer to a struct needs no more than its name. */
function usesOf(all: readonly string[]): ReadonlySet<string> {
  return new Set(all.filter((token, i) => isWord(token) && !isMember(all[i - 1] ?? '') && !(all[i - 1] === 'struct' && all[i + 1] === '*')));
}

/** Names and uses of an item's text. */
export function understand(text: string): Pick<Item, 'what' | 'names' | 'uses'> {
  const all = tokens(text).filter((token) => token.trim() !== '' && !isComment(token));
  const uses = usesOf(all);
  if (all[0] !== '#') return { ...namesOf(all), uses };
  switch (all[1]) {
    case 'include':
      return { what: 'include', names: [], uses: new Set() };
    case 'define':
    case 'undef':
      /* Names that begin so are read by the system's headers. */
      if (all[2]?.startsWith('_') === true) return { what: 'lone', names: [], uses };
      return { what: 'macro', names: [all[2] ?? ''], uses };
    default:
      return { what: 'lone', names: [], uses };
  }
}

/** Reads joined text (preprocess.ts). */
export class Scanner {
  #file = '';
  #at = 0;

  constructor(readonly text: string) {}

  parts(): Part[] {
    const body: Part[] = [];
    const open: Choice[] = [];
    const here = (): Part[] => open.at(-1)?.branches.at(-1)?.body ?? body;
    for (let text = this.#next(); text !== undefined; text = this.#next()) {
      const line = /(?:^|\n)(#\s*(if|ifdef|ifndef|elif|else|endif)\b[^]*)$/.exec(text);
      const word = this.#isDirective(text) ? line?.[2] : undefined;
      const mark = text.lastIndexOf(`\n${FILE_MARK}`) + 1;
      if (text.startsWith(FILE_MARK, mark)) this.#file = text.slice(mark + FILE_MARK.length).trim();
      else if (word === 'endif') open.pop();
      else if (word === 'elif' || word === 'else') open.at(-1)?.branches.push({ line: text, body: [] });
      else if (word !== undefined) {
        const choice: Choice = { kind: 'choice', file: this.#file, branches: [{ line: text, body: [] }] };
        here().push(choice);
        open.push(choice);
      } else here().push({ kind: 'item', file: this.#file, text, ...understand(text) });
    }
    return body;
  }

  #isDirective(text: string): boolean {
    return tokens(text).find((token) => token.trim() !== '' && !isComment(token)) === '#';
  }

  /* The next piece with the comments before it, without blank lines around; undefined at the end. */
  #next(): string | undefined {
    const { text } = this;
    while (this.#at < text.length && /\s/.test(text[this.#at] ?? '')) this.#at += 1;
    const from = this.#at;
    const token = new RegExp(TOKEN.source, 'gy');
    let depth = 0;
    let opener = '';
    let before = '';
    token.lastIndex = from;
    for (let found = token.exec(text); found !== null; found = token.exec(text)) {
      const [now] = found;
      if (now === '#' && before === '') return this.#directive(from, found.index);
      if ('({['.includes(now)) {
        if (depth === 0) opener = before;
        depth += 1;
      } else if (')}]'.includes(now)) depth -= 1;
      const isBody = now === '}' && opener === ')';
      if (depth === 0 && (now === ';' || isBody)) return this.#upTo(from, token.lastIndex);
      if (now.trim() !== '' && !isComment(now)) before = now;
    }
    this.#at = text.length;
    return undefined;
  }

  /* With a comment behind it on the same line. */
  #upTo(from: number, end: number): string {
    const [tail = ''] = /[ \t]*\/\*[^\n]*?\*\/(?=\n)/y.exec(this.text.slice(end, end + 400)) ?? [];
    this.#at = end + tail.length;
    return this.text.slice(from, this.#at);
  }

  #directive(from: number, at: number): string {
    let end = this.text.indexOf('\n', at);
    while (this.text[end - 1] === '\\') end = this.text.indexOf('\n', end + 1);
    /* A comment that begins on the line goes on in the next ones. */
    const opened = this.text.lastIndexOf('/*', end);
    const closed = this.text.indexOf('*/', opened);
    if (opened > at && closed > end) end = this.text.indexOf('\n', closed);
    this.#at = end;
    return this.text.slice(from, end);
  }
}
