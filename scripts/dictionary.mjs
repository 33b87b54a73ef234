/**
 * Makes src/text/english.dict, the dictionary that kolmo ships, and native/core/text/english.c, the same for the core.
 *     npm run dictionary             both; needs npm, and Debian's apt-get and dpkg
 *     npm run dictionary -- core     english.c from english.dict as it is
 * A new dictionary has another hash, and archives name it by that: before 1.0 that is another op-set revision.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embed } from './dictionary/embed.mjs';
import { byLikeness, smoothed } from './dictionary/order.mjs';
import { linesOfTexts, wordsOfLists } from './dictionary/sources.mjs';

const WORDS = 70_000;
const SINGLES = 32; // codes of one byte, and of up to two (docs/format.md §2.1)
const PAIRS = SINGLES + 80 * 128;
const file = 'src/text/english.dict';

/* How often a word comes that no text has, by its list's rarity: what a list says of itself. Names are rarer in documentation than elsewhere. */
const priors = { words: { 10: 3e-5, 20: 1e-5, 35: 3e-6, 40: 1e-6, 50: 7e-7, 55: 3e-7, 60: 2e-7, 70: 1e-7 }, names: { 10: 3e-5, 20: 2e-5, 35: 1e-5, 40: 8e-6, 50: 5e-6, 55: 2e-6, 60: 1e-6, 70: 2e-7 } };
const MARKUP = 2e-5;
/* Words are ranked by the mean over texts of frequency to this power: one text that has a word often counts for less than many that have it. */
const SPREAD = 0.5;

function rank(words, texts) {
  const shares = new Map([...words.keys()].map((word) => [word, 0]));
  for (const { lines } of texts) {
    const counts = new Map();
    let total = 0;
    for (const line of lines)
      for (const [token] of line.matchAll(/[A-Za-z]+/g)) {
        const word = token.toLowerCase();
        total++;
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    for (const [word, count] of counts) if (shares.has(word)) shares.set(word, shares.get(word) + Math.sqrt(count / total));
  }
  const score = (word) => (shares.get(word) / texts.length) ** (1 / SPREAD) + words.get(word).prior;
  const scores = new Map([...words.keys()].map((word) => [word, score(word)]));
  return [...words.keys()].sort((a, b) => scores.get(b) - scores.get(a) || (a < b ? -1 : 1)).slice(0, WORDS);
}

function make() {
  const folder = join(tmpdir(), 'kolmo-dictionary');
  mkdirSync(folder, { recursive: true });
  const words = new Map();
  for (const [word, { rank: rarity, name }] of wordsOfLists(folder)) words.set(word, { name, prior: (name ? priors.names : priors.words)[rarity] ?? 0 });
  for (const word of ['a', 'i']) words.set(word, { name: false, prior: 1e-6 });
  for (const word of readFileSync('scripts/dictionary/markup.txt', 'utf8').split(/\s+/).filter(Boolean))
    words.set(word, { name: words.get(word)?.name ?? false, prior: Math.max(words.get(word)?.prior ?? 0, MARKUP) });
  const texts = [...linesOfTexts(folder)];
  const ranked = rank(words, texts);
  const likened = ranked.slice(0, 2 * PAIRS); // more than get an order by likeness: they tell how words are used that end alike
  const { vectors, seen, dimensions } = embed(likened, texts.map(({ lines }) => lines));
  const smooth = smoothed(likened, vectors, seen, dimensions, (word) => (words.get(word).name ? 'N' : 'w'));
  const numbers = (from, to) => Array.from({ length: to - from }, (_, i) => from + i);
  // A code of two bytes as fourteen bits: seven of the first byte, and seven of the second.
  const alike = [...byLikeness(numbers(0, SINGLES), smooth, dimensions, 0), ...byLikeness(numbers(SINGLES, PAIRS), smooth, dimensions, SINGLES * 128)];
  // Names by themselves: the first bytes of their codes are then what follows the mark of a capital.
  const rare = (names) => ranked.slice(PAIRS).filter((word) => words.get(word).name === names).sort();
  const ordered = [...alike.map((i) => ranked[i]), ...rare(false), ...rare(true)];
  mkdirSync('src/text', { recursive: true });
  writeFileSync(file, ordered.map((word) => `${word}\n`).join(''));
  console.log(`${file}: ${ordered.length} words, ${readFileSync(file).length} bytes, from ${texts.length} texts`);
}

function hashOf(bytes) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of bytes) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash;
}

/* As vocabulary.h says, in short literals: compilers bound their length. */
function writeCore() {
  const bytes = readFileSync(file);
  const words = bytes.toString('latin1').split('\n').slice(0, -1);
  const cells = [];
  let line = '';
  let before = '';
  for (const word of words) {
    let shared = 0;
    while (shared < before.length && shared < 40 && word[shared] === before[shared]) shared++;
    if (line.length > 140) {
      cells.push(line);
      line = '';
    }
    line += String.fromCharCode(48 + shared) + word.slice(shared);
    before = word;
  }
  cells.push(line);
  const hash = hashOf(bytes).toString(16).toUpperCase().padStart(16, '0');
  const text = `/* Written by scripts/dictionary.mjs from ${file}: ${words.length} words. */\n#include "core/text/vocabulary.h"\n\nconst uint64_t kolmo_english_hash = 0x${hash}u;\nconst size_t kolmo_english_bytes = ${bytes.length};\nconst size_t kolmo_english_line_count = ${cells.length};\nconst char *const kolmo_english_lines[] = {\n${cells.map((cell) => `  ${JSON.stringify(cell)},`).join('\n')}\n};\n`;
  writeFileSync('native/core/text/english.c', text);
}

if (process.argv[2] !== 'core') make();
writeCore();
