/**
 * C files joined into one text: #include "…" is replaced by what it names, and those conditionals are decided that the project's own
 * macros (KOLMO_…) decide. What only a compiler knows stays as it is.
 */

/** The text of a file by the path that #include says, and how messages call it; undefined where there is none. */
export type Finder = (path: string) => { readonly name: string; readonly text: string } | undefined;

/** A line of its own in the result: what follows is from that file. */
export const FILE_MARK = '#file ';

const OURS = /^KOLMO_/;

type Verdict = boolean | undefined;

interface Condition {
  /** decided: no line of it is printed; open: all are; dead: it stands in text that is left out. */
  how: 'decided' | 'open' | 'dead';
  /** Whether the branch that is being read is printed. */
  active: boolean;
  /** Whether a branch was taken for sure, so that no later one can be. */
  done: boolean;
  /** Which of all conditions it is, and which of its branches is being read. */
  readonly chain: number;
  branch: number;
}

/* A branch of an open condition. */
interface Place {
  readonly chain: number;
  readonly branch: number;
}

/* Whether what stands in one place can't be seen in the other, for they are branches of one condition. */
const excludes = (one: readonly Place[], other: readonly Place[]): boolean => one.some(({ chain, branch }) => other.some((place) => place.chain === chain && place.branch !== branch));

export class Joiner {
  /** Where macros are defined: the open branches around. */
  readonly #defined = new Map<string, (readonly Place[])[]>();
  readonly #stack: Condition[] = [];
  #chains = 0;
  /* Headers have guards; other files are read once. */
  readonly #sources = new Set<string>();
  readonly #lines: string[] = [];
  /** What each file says of itself at its top. */
  readonly heads = new Map<string, string>();

  /** @param open macros of ours that the compiler is told; @param undefinedNames others that it is not; @param definedNames that it always is */
  constructor(
    readonly find: Finder,
    readonly open: ReadonlySet<string>,
    readonly undefinedNames: ReadonlySet<string>,
    readonly definedNames: ReadonlySet<string> = new Set(),
  ) {}

  /** The joined text of a file and all that it includes. */
  join(path: string): string {
    this.#read(path, undefined);
    return `${this.#lines.join('\n')}\n`;
  }

  #read(path: string, from: string | undefined): void {
    const file = this.find(path);
    if (file === undefined) throw new Error(`${from ?? 'export'} includes ${path}, which is not there`);
    if (file.name.endsWith('.c') && this.#sources.has(file.name)) return;
    this.#sources.add(file.name);
    this.#lines.push(FILE_MARK + file.name);
    const [head = ''] = /^\/\*[^]*?\*\/\r?\n/.exec(file.text) ?? [];
    if (head !== '') this.heads.set(file.name, head.trim());
    /* A line that ends in a backslash goes on in the next one. */
    for (const line of file.text.slice(head.length).replace(/\\\r?\n/g, '\\\u0000').split(/\r?\n/)) this.#line(line.replace(/\0/g, '\n'), file.name);
    if (from !== undefined) this.#lines.push(FILE_MARK + from);
  }

  #line(line: string, file: string): void {
    const [, word = '', rest = ''] = /^#\s*(\w+)\s*([^]*)/.exec(line) ?? [];
    const value = rest.replace(/\s*\/\*.*$/, '').trim();
    switch (word) {
      case 'if':
        return this.#if(line.replace(value, this.#left(value)), this.#value(value));
      case 'ifdef':
        return this.#if(line, this.#isDefined(value));
      case 'ifndef':
        return this.#if(line, not(this.#isDefined(value)));
      case 'elif':
        return this.#elif(line, value);
      case 'else':
        return this.#else(line);
      case 'endif':
        if (this.#stack.pop()?.how === 'open') this.#lines.push(line);
        return;
    }
    if (!this.#active) return;
    const included = word === 'include' ? /^"(.*)"$/.exec(value)?.[1] : undefined;
    if (included !== undefined) return this.#read(included, file);
    if (word === 'define') this.#define(/^\w+/.exec(value)?.[0] ?? '');
    this.#lines.push(line);
  }

  get #active(): boolean {
    return this.#stack.every(({ active }) => active);
  }

  /* The open branches around, from the outermost one. */
  get #path(): readonly Place[] {
    return this.#stack.filter(({ how }) => how === 'open').map(({ chain, branch }) => ({ chain, branch }));
  }

  #define(name: string): void {
    this.#defined.set(name, [...(this.#defined.get(name) ?? []), this.#path]);
  }

  #isDefined(name: string): Verdict {
    if (this.definedNames.has(name)) return true;
    const path = this.#path;
    const places = (this.#defined.get(name) ?? []).filter((place) => !excludes(place, path));
    if (places.some((place) => place.every(({ chain }, i) => path[i]?.chain === chain))) return true;
    if (places.length > 0 || this.open.has(name)) return undefined;
    return OURS.test(name) || this.undefinedNames.has(name) ? false : undefined;
  }

  /* Only defined(…) is understood, without brackets around several; the rest is the compiler's. */
  #all(part: string): Verdict {
    const verdicts = part.split('&&').map((term) => {
      const [, bang, name] = /^\s*(!?)\s*defined\s*\(?\s*(\w+)\s*\)?\s*$/.exec(term) ?? [];
      if (name === undefined) return undefined;
      return bang === '!' ? not(this.#isDefined(name)) : this.#isDefined(name);
    });
    return verdicts.includes(false) ? false : verdicts.includes(undefined) ? undefined : true;
  }

  #value(expression: string): Verdict {
    const either = expression.split('||').map((part) => this.#all(part));
    return either.includes(true) ? true : either.includes(undefined) ? undefined : false;
  }

  /* What is left for the compiler to decide. */
  #left(expression: string): string {
    const parts = expression.split('||');
    const left = parts.filter((part) => this.#all(part) !== false).map((part) => part.trim());
    return left.length < parts.length ? left.join(' || ') : expression;
  }

  #if(line: string, verdict: Verdict): void {
    if (!this.#active) {
      this.#stack.push({ how: 'dead', active: false, done: true, chain: 0, branch: 0 });
    } else if (verdict === undefined) {
      this.#stack.push({ how: 'open', active: true, done: false, chain: ++this.#chains, branch: 0 });
      this.#lines.push(line);
    } else {
      this.#stack.push({ how: 'decided', active: verdict, done: verdict, chain: ++this.#chains, branch: 0 });
    }
  }

  #elif(line: string, value: string): void {
    const top = this.#top();
    if (top.how === 'dead') return;
    top.branch += 1;
    const verdict = top.done ? false : this.#value(value);
    top.active = verdict !== false;
    if (verdict === true) top.done = true;
    if (verdict === false) return;
    const shorter = line.replace(value, this.#left(value));
    if (top.how === 'open') this.#lines.push(verdict === true ? '#else' : shorter);
    else if (verdict === undefined) {
      top.how = 'open';
      this.#lines.push(shorter.replace(/elif/, 'if'));
    }
  }

  #else(line: string): void {
    const top = this.#top();
    if (top.how === 'dead') return;
    top.branch += 1;
    top.active = !top.done;
    if (top.active && top.how === 'open') this.#lines.push(line);
    top.done = true;
  }

  #top(): Condition {
    const top = this.#stack.at(-1);
    if (top === undefined) throw new Error('#else or #elif without #if');
    return top;
  }
}

const not = (verdict: Verdict): Verdict => (verdict === undefined ? undefined : !verdict);
