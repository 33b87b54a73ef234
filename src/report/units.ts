/** Which bytes of a file belong to which of those that were coded, where the text transform stands between (docs/format.md §2.1, 2.2). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../native.js';
import { PAIRS, SINGLES, type Text, TEXTS } from '../text/texts.js';
import type { Block } from './frames.js';

const NEWLINE = 10;
const [RAW, CAPITAL, UPPER, UTF8] = [1, 2, 3, 4];
const FIRST = 128;

/** The words of a transform, each with a newline behind it. */
export function wordsOf(text: number, vocabulary: Uint8Array | null): Uint8Array {
  if (TEXTS[text] === 'dict') return readFileSync(join(packageRoot(), 'src/text/english.dict'));
  return vocabulary ?? new Uint8Array(0);
}

/** Bytes of each word. */
function lengthsOf(words: Uint8Array): readonly number[] {
  const lengths: number[] = [];
  let start = 0;
  words.forEach((byte, i) => {
    if (byte !== NEWLINE) return;
    lengths.push(i - start);
    start = i + 1;
  });
  return lengths;
}

const utf8Length = (byte: number): number => (byte < 0xc2 || byte > 0xf4 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4);

/* The units of a block of words, which lies from `raw` on in the file and from `from` on in what was coded. */
function fillWords(units: Uint8Array, coded: Uint8Array, lengths: readonly number[], block: Record<'raw' | 'rawEnd' | 'from' | 'end', number>): void {
  let { raw, from } = block;
  while (from < block.end) {
    let at = from;
    while (coded[at] === CAPITAL || coded[at] === UPPER) at += 1;
    const byte = coded[at] ?? 0;
    let length = 1;
    if (byte === RAW) at += 2;
    else if (byte === UTF8) at += 1 + (length = utf8Length(coded[at + 1] ?? 0));
    else if (byte >= FIRST) {
      let word = byte - FIRST;
      const [next, last] = [(coded[at + 1] ?? 0) & 127, (coded[at + 2] ?? 0) & 127];
      at += 1;
      if (word >= SINGLES + PAIRS / 128) {
        word = SINGLES + PAIRS + (word - SINGLES - PAIRS / 128) * 16_384 + next * 128 + last;
        at += 2;
      } else if (word >= SINGLES) {
        word = SINGLES + (word - SINGLES) * 128 + next;
        at += 1;
      }
      length = lengths[word] ?? 0;
    } else at += 1;
    if (length === 0 || at > block.end || raw + length > block.rawEnd) throw new Error(`coded byte ${from} is none that the text transform makes`);
    units[raw] = at - from;
    raw += length;
    from = at;
  }
  if (raw !== block.rawEnd) throw new Error('the text transform made fewer bytes than the block has');
}

/**
 * For each byte of the file: how many coded bytes the unit has that begins there; 0 within one. A unit is what is restored together: a word, a
 * character, with the marks before it.
 */
export function unitsOf(blocks: readonly Block[], coded: Uint8Array, transform: Text, words: Uint8Array): Uint8Array {
  const lengths = blocks.some(({ text }) => text) ? lengthsOf(words) : [];
  const units = new Uint8Array(blocks.reduce((sum, { raw }) => sum + raw, 0));
  let [raw, from] = [0, 0];
  for (const block of blocks) {
    const [rawEnd, end] = [raw + block.raw, from + block.coded];
    if (block.text && transform !== 'code') fillWords(units, coded, lengths, { raw, rawEnd, from, end });
    else {
      units.fill(1, raw, rawEnd);
      if (block.text) units[rawEnd - 1] = 2; // behind the last byte is the one that names the instructions
    }
    [raw, from] = [rawEnd, end];
  }
  return units;
}
