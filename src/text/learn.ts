/** A vocabulary learned from the data: the words whose codes save more than it costs to send them. */
import { alike, type Tokens } from './alike.js';
import { PAIRS, SINGLES } from './texts.js';

/** How many of the first bytes are learned from. */
export const LEARN = 2 ** 23;

/** Bytes of a word. */
export const LONGEST = 64;

/**
 * A word is taken if it comes so often that the letters which its codes replace, beyond two each, are this many. Fewer make a vocabulary that
 * costs more than it saves, many more leave words out that would pay (docs/experiments.md).
 */
const LETTERS = 300;

/* Pieces of words as the transform cuts them, letters beyond ASCII having no case; and single signs. */
const tokens = /[A-Z]?[a-z\x80-\xff]+|[A-Z]+(?![a-z\x80-\xff])|[A-Z]|[^\sA-Za-z\x80-\xff]/g;

/** The sample's words in small letters, a character a byte, and single signs. */
export function tokensOf(sample: Uint8Array): Tokens {
  const text = Buffer.from(sample.buffer, sample.byteOffset, sample.length).toString('latin1');
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const counts: number[] = [];
  const sequence: number[] = [];
  for (const [token] of text.matchAll(tokens)) {
    const name = token.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()); // toLowerCase() of it all would change bytes beyond ASCII, too
    let number = numbers.get(name);
    if (number === undefined) {
      number = names.length;
      numbers.set(name, number);
      names.push(name);
      counts.push(0);
    }
    counts[number] = (counts[number] ?? 0) + 1;
    sequence.push(number);
  }
  return { names, counts, sequence };
}

/** Whether a token is a word, not a sign. */
export const isWord = (name: string): boolean => /^[a-z\x80-\xff]/.test(name);

/** Those words of a text that pay, each with a newline behind it, in the order of their codes. */
export function vocabularyOf(tokens: Tokens): Uint8Array {
  const { names, counts } = tokens;
  const count = (word: number): number => counts[word] ?? 0;
  const pays = (name: string, word: number): boolean => isWord(name) && name.length <= LONGEST && count(word) * (name.length - 2) > LETTERS;
  const paying = names.flatMap((name, word) => (pays(name, word) ? [word] : []));
  /* Codes of three bytes would not pay for sending a word. */
  const frequent = paying.sort((a, b) => count(b) - count(a) || a - b).slice(0, SINGLES + PAIRS);
  const ordered = alike([frequent.slice(0, SINGLES), frequent.slice(SINGLES)], tokens);
  return Buffer.from(ordered.map((word) => `${names[word] ?? ''}\n`).join(''), 'latin1');
}

/**
 * @returns words, each with a newline behind it, in the order of their codes; nothing where none pay
 */
export const learnWords = (sample: Uint8Array): Uint8Array => vocabularyOf(tokensOf(sample));
