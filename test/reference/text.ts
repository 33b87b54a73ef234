/** §2.1: the text transform, both ways. */
import { readFileSync } from 'node:fs';
import { corrupt } from './errors.js';
import { fnv1a } from './hash.js';

const SINGLES = 32;
const PAIRS = 80 * 128;
const WORDS = SINGLES + PAIRS + 16 * 128 * 128;

const RAW = 1;
const CAPITAL = 2;
const UPPER = 3;
const UTF8 = 4;

/** The words of a vocabulary, a character a byte. */
export function vocabularyOf(text: Uint8Array): readonly string[] {
  const all = Buffer.from(text).toString('latin1');
  const words = all.split('\n');
  if (words.pop() !== '' || words.length === 0 || words.length > WORDS || words.some((word) => !/^[a-z\x80-\xff]{1,64}$/.test(word))) throw corrupt('no vocabulary');
  return words;
}

let dictionary: Uint8Array | undefined;
let dictionaryWords: readonly string[] | undefined;
let dictionaryHash: bigint | undefined;

/** The dictionary that kolmo ships; its hash, and its words. */
export const english = (): Uint8Array => (dictionary ??= readFileSync(new URL('../../src/text/english.dict', import.meta.url)));
export const englishHash = (): bigint => (dictionaryHash ??= fnv1a(english()));
export const englishWords = (): readonly string[] => (dictionaryWords ??= vocabularyOf(english()));

const lengthOf = (first: number): number => (first < 0xc2 || first > 0xf4 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4);
const capital = (letter: string): string => letter.replace(/^[a-z]/, (c) => c.toUpperCase());
const capitals = (word: string): string => word.replace(/[a-z]/g, (c) => c.toUpperCase());

/** @param size how many bytes it must restore to */
export function decodeText(text: Uint8Array, words: readonly string[], size: number): Uint8Array {
  const bytes = [...text];
  let out = '';
  let mark = 0;
  const next = (): number => {
    const byte = bytes.shift();
    if (byte === undefined) throw corrupt('text ends within a code');
    return byte;
  };
  const trailing = (): number => {
    const byte = next();
    if (byte < 128) throw corrupt('text: a code with a letter in it');
    return byte & 127;
  };
  while (bytes.length > 0) {
    const c = next();
    if (c >= 128) {
      const word = words[c < 160 ? c - 128 : c < 240 ? SINGLES + (c - 160) * 128 + trailing() : SINGLES + PAIRS + ((c - 240) * 128 + trailing()) * 128 + trailing()];
      if (word === undefined) throw corrupt('text: no such word');
      out += mark === UPPER ? capitals(word) : mark === CAPITAL ? capital(word) : word;
      mark = 0;
    } else if (c === CAPITAL || c === UPPER) mark = c;
    else if (c === RAW || c === UTF8) {
      const first = next();
      const rest = c === RAW ? [] : Array.from({ length: lengthOf(first) - 1 }, next);
      out += String.fromCharCode(first, ...rest);
      mark = 0;
    } else {
      const letter = c >= 97 && c <= 122;
      out += mark !== 0 ? capital(String.fromCharCode(c)) : String.fromCharCode(c);
      if (!letter || mark === CAPITAL) mark = 0;
    }
    if (out.length > size) throw corrupt('text restores to more than the block has');
  }
  if (out.length !== size) throw corrupt('text restores to less than the block has');
  return Buffer.from(out, 'latin1');
}

function codeOf(word: number): readonly number[] {
  if (word < SINGLES) return [128 + word];
  const pair = word - SINGLES;
  if (pair < PAIRS) return [160 + (pair >> 7), 128 | (pair & 127)];
  const triple = pair - PAIRS;
  return [240 + (triple >> 14), 128 | ((triple >> 7) & 127), 128 | (triple & 127)];
}

/* A character, or a byte of none, that is no code. */
const escaped = (letter: string): readonly number[] => {
  const codes = Array.from(letter, (c) => c.charCodeAt(0));
  return (codes[0] ?? 0) < 128 ? codes : [codes.length > 1 ? UTF8 : RAW, ...codes];
};

/* The first character of letters, or byte of none. */
const letterOf = (letters: string): string => /^(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[\s\S])/.exec(letters)?.[0] ?? '';

interface Part {
  readonly letters: string;
  /** Its number; undefined: a letter. */
  readonly word: number | undefined;
}

/* A piece whole, or its letters; with `cut` the longest word that it begins with, or a letter, and so on. */
function partsOf(piece: string, numbers: ReadonlyMap<string, number>, cut: boolean): readonly Part[] {
  const parts: Part[] = [];
  for (let rest = piece; rest !== ''; rest = rest.slice(parts.at(-1)?.letters.length ?? 0)) {
    let letters = cut || rest === piece ? rest : '';
    while (letters !== '' && !numbers.has(letters)) letters = cut ? letters.slice(0, -1) : '';
    parts.push({ letters: letters === '' ? letterOf(rest) : letters, word: numbers.get(letters) });
  }
  return parts;
}

/**
 * What the encoder of the core makes; undefined where that is no shorter.
 * @param cut whether pieces that are no words are cut into words
 */
export function encodeText(raw: Uint8Array, words: readonly string[], cut = false): Uint8Array | undefined {
  const numbers = new Map(words.map((word, i) => [word, i] as const).reverse()); // of words that come twice, the first
  const out: number[] = [];
  const text = Buffer.from(raw).toString('latin1');
  for (const [token] of text.matchAll(/[A-Z]?[a-z\x80-\xff]+|[A-Z]+(?![a-z\x80-\xff])|[A-Z]|[^A-Za-z\x80-\xff]/g)) {
    if (!/^[A-Za-z\x80-\xff]/.test(token)) {
      const c = token.charCodeAt(0);
      out.push(...(c >= RAW && c <= UTF8 ? [RAW, c] : [c]));
      continue;
    }
    const mark = !/^[A-Z]/.test(token) ? [] : [/^[A-Z]{2}/.test(token) ? UPPER : CAPITAL];
    let due = mark;
    for (const { letters, word } of partsOf(token.replace(/[A-Z]/g, (c) => c.toLowerCase()), numbers, cut)) {
      out.push(...due, ...(word === undefined ? escaped(letters) : codeOf(word)));
      due = word !== undefined && mark[0] === UPPER ? mark : []; // a code ends it
    }
  }
  return out.length < raw.length ? Uint8Array.from(out) : undefined;
}
