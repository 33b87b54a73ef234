/** A vocabulary of pieces of words, by byte-pair merges: the pair that comes most often becomes one, again and again. What then pays as a word would is taken. */
import type { Tokens } from './alike.js';
import { isWord, LONGEST, tokensOf, vocabularyOf } from './learn.js';

/** Pairs that become one at most, and how often such a pair must come; measured in docs/experiments.md. */
const MERGES = 8_000;
const LEAST = 30;

/** Letters of all different words together, the rarest left out: text of 8 MiB has about half of that, noise would take a minute. */
const DISTINCT = 2 ** 20;

const KEY = 2 ** 20; /* more symbols than there ever are */

/* The pairs of the words' symbols: how often each comes, and in which words, those among them that had it once. */
class Pairs {
  private readonly numbers = new Map<number, number>();
  readonly keys: number[] = [];
  readonly counts: number[] = [];
  readonly words: number[][] = [];

  /** @param fresh not to count alone: the word is not among the pair's yet */
  add(left: number, right: number, count: number, word: number, fresh: boolean): void {
    const key = left * KEY + right;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.keys.push(key) - 1;
      this.numbers.set(key, number);
      this.counts.push(0);
      this.words.push([]);
    }
    this.counts[number] = (this.counts[number] ?? 0) + count;
    if (fresh) this.words[number]?.push(word);
  }

  /** The most frequent pair, the first of equal ones; undefined where there is none. */
  best(): number | undefined {
    let [best, most] = [undefined as number | undefined, 0];
    for (let i = 0; i < this.counts.length; i++) {
      const count = this.counts[i] ?? 0;
      if (count > most) [best, most] = [i, count];
    }
    return best;
  }
}

const replaced = (symbols: readonly number[], left: number, right: number, by: number): number[] => {
  const out: number[] = [];
  for (let i = 0; i < symbols.length; i++) {
    const joined = symbols[i] === left && symbols[i + 1] === right;
    out.push(joined ? by : (symbols[i] ?? 0));
    if (joined) i += 1;
  }
  return out;
};

/* The words that are learned from, as bytes, each at its token's place; other tokens have none. */
function wordsOf({ names, counts }: Tokens): number[][] {
  const words = names.flatMap((name, token) => (isWord(name) && name.length <= LONGEST ? [token] : []));
  const kept = names.map((): number[] => []);
  let room = DISTINCT;
  for (const token of words.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)) {
    const name = names[token] ?? '';
    if ((room -= name.length) < 0) break;
    kept[token] = Array.from(name, (c) => c.charCodeAt(0));
  }
  return kept;
}

/* What the merges make: pieces of two bytes and more. */
function merge(tokens: Tokens): readonly string[] {
  const { counts } = tokens;
  const pieces = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte));
  const words = wordsOf(tokens);
  const pairs = new Pairs();
  const count = (word: number, sign: 1 | -1, isFresh: (left: number, right: number) => boolean): void => {
    const symbols = words[word] ?? [];
    for (let i = 1; i < symbols.length; i++) {
      const [left = 0, right = 0] = [symbols[i - 1], symbols[i]];
      pairs.add(left, right, sign * (counts[word] ?? 0), word, isFresh(left, right));
    }
  };
  words.forEach((_, word) => count(word, 1, () => true));
  while (pieces.length < 256 + MERGES) {
    const best = pairs.best();
    if (best === undefined || (pairs.counts[best] ?? 0) < LEAST) break;
    const key = pairs.keys[best] ?? 0;
    const [left, right] = [Math.floor(key / KEY), key % KEY];
    const by = pieces.push((pieces[left] ?? '') + (pieces[right] ?? '')) - 1;
    for (const word of new Set(pairs.words[best])) {
      count(word, -1, () => false);
      words[word] = replaced(words[word] ?? [], left, right, by);
      count(word, 1, (a, b) => a === by || b === by);
    }
    pairs.words[best] = [];
  }
  return pieces.slice(256);
}

/* The tokens with their words cut, as the encoder does (docs/format.md §2.1): the longest piece that there is, or a byte, and so on. */
function cut(tokens: Tokens, pieces: ReadonlySet<string>): Tokens {
  let longest = 1;
  for (const { length } of pieces) longest = Math.max(longest, length);
  const numbers = new Map<string, number>();
  const [names, counts]: [string[], number[]] = [[], []];
  const numberOf = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, names.length);
    counts.push(0);
    return names.push(name) - 1;
  };
  const partsOf = (name: string): readonly number[] => {
    if (!isWord(name)) return [numberOf(name)];
    const parts: number[] = [];
    for (let at = 0; at < name.length; ) {
      let length = Math.min(longest, name.length - at);
      while (length > 1 && !pieces.has(name.slice(at, at + length))) length -= 1;
      parts.push(numberOf(name.slice(at, at + length)));
      at += length;
    }
    return parts;
  };
  const parts = tokens.names.map(partsOf);
  const sequence: number[] = [];
  for (const token of tokens.sequence) {
    for (const part of parts[token] ?? []) {
      sequence.push(part);
      counts[part] = (counts[part] ?? 0) + 1;
    }
  }
  return { names, counts, sequence };
}

/**
 * @returns pieces of words, each with a newline behind it, in the order of their codes; nothing where none pay
 */
export function learnPieces(sample: Uint8Array): Uint8Array {
  const found = tokensOf(sample);
  return vocabularyOf(cut(found, new Set(merge(found))));
}
