/** A vocabulary learned from the data: the words whose codes save more than it costs to send them. */
import { alike } from './alike.js';

/** How many of the first bytes are learned from. */
export const LEARN = 2 ** 23;

/** Words with codes of one byte, and of up to two (docs/format.md §2.1); longer codes would not pay for sending a word. */
const SINGLES = 32;
const PAIRS = SINGLES + 80 * 128;

/** Bytes of a word. */
const LONGEST = 64;

/** What a word costs in the vocabulary, and what one letter of text costs, in bits as the model codes them: rough, and measured. */
const WORD_BITS = 18;
const LETTER_BITS = 0.35;

/* Pieces of words as the transform cuts them: letters beyond ASCII have no case. */
const pieces = /[A-Z]?[a-z\x80-\xff]+|[A-Z]+(?![a-z\x80-\xff])|[A-Z]/g;

/**
 * @returns words, each with a newline behind it, in the order of their codes; nothing where none pay
 */
export function learnWords(sample: Uint8Array): Uint8Array {
  const text = Buffer.from(sample.buffer, sample.byteOffset, sample.length).toString('latin1');
  const counts = new Map<string, number>();
  for (const [piece] of text.matchAll(pieces)) {
    const word = piece.toLowerCase();
    if (word.length > 1 && word.length <= LONGEST) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const saved = (word: string, count: number): number => count * (word.length - 2) * LETTER_BITS;
  const paying = [...counts].filter(([word, count]) => count > 3 && saved(word, count) > WORD_BITS);
  const frequent = paying.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, PAIRS);
  const words = frequent.map(([word]) => word);
  const ordered = [...alike(words.slice(0, SINGLES), words, text), ...alike(words.slice(SINGLES), words, text)];
  return Buffer.from(ordered.map((word) => `${word}\n`).join(''), 'latin1');
}
