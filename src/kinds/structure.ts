/** Whether text is records rather than prose or source: many of its bytes are separators, or stood in the same token of the line before. */

const NEWLINE = 10;

/* What sets members, fields, tags and values apart. */
const separators = new Set(Buffer.from('"{}[]<>:,;=|\t'));

const parentheses = new Set(Buffer.from('()'));

const count = (sample: Uint8Array, of: ReadonlySet<number>): number => sample.reduce((sum, byte) => sum + Number(of.has(byte)), 0);

/* Tokens are runs of these; any other byte is a token of its own. */
const spells = Array.from({ length: 256 }, (_, byte) => byte >= 128 || /[0-9A-Za-z._-]/.test(String.fromCharCode(byte)));

/* Where the tokens of a line start, and where the last one ends. */
function tokensOf(sample: Uint8Array, from: number, end: number): number[] {
  const starts: number[] = [];
  for (let i = from; i < end; i += 1) if (i === from || !spells[sample[i] ?? 0] || !spells[sample[i - 1] ?? 0]) starts.push(i);
  return [...starts, end];
}

/* Of a line's bytes, how many are what the line before has at the same place of the token with the same number. */
function alike(sample: Uint8Array, before: readonly number[], line: readonly number[]): number {
  let bytes = 0;
  for (let token = 0; token + 1 < Math.min(before.length, line.length); token += 1) {
    const [there = 0, thereEnd = 0, here = 0, hereEnd = 0] = [before[token], before[token + 1], line[token], line[token + 1]];
    for (let i = 0; i < Math.min(thereEnd - there, hereEnd - here); i += 1) if (sample[there + i] === sample[here + i]) bytes += 1;
  }
  return bytes;
}

/**
 * True for logs, CSV, JSON, XML and the like: at least an eleventh of the bytes are separators, or more than a quarter repeat the line before. Source code, packed or
 * not, is none of these, however many separators it has: a twenty-fifth of it are parentheses.
 */
export function isStructured(sample: Uint8Array): boolean {
  if (sample.length === 0 || count(sample, parentheses) * 25 >= sample.length) return false;
  if (count(sample, separators) * 11 >= sample.length) return true;
  let repeated = 0;
  let before: number[] = [];
  for (let from = 0; from < sample.length; ) {
    const newline = sample.indexOf(NEWLINE, from);
    const end = newline < 0 ? sample.length : newline;
    const line = tokensOf(sample, from, end);
    repeated += alike(sample, before, line);
    before = line;
    from = end + 1;
  }
  return repeated * 18 >= sample.length * 5;
}
