/** Bytes as characters that can be seen. */
import { hex } from './dom.js';

export interface Character {
  /** Bytes of it: 1…4. */
  readonly length: number;
  /** Columns that it takes: 1 or 2. */
  readonly columns: number;
  readonly text: string;
  /** Not itself, but a sign for it. */
  readonly sign: boolean;
}

const NEWLINE = 10;
const names: Readonly<Record<number, string>> = { 0: 'NUL', 9: 'tab', 10: 'end of line', 13: 'carriage return', 27: 'escape', 32: 'space', 127: 'delete' };

/* Marks that join the character before, and those that turn the direction or take no room, get a sign. */
const odd = /[\p{M}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/u;
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

const decoder = new TextDecoder('utf-8', { fatal: true });

function lengthOf(lead: number): number {
  return lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
}

/* Of bytes that are ASCII, made once. */
const ascii: readonly Character[] = Array.from({ length: 128 }, (_, byte) => {
  const sign = byte < 32 || byte === 127;
  const text = byte === NEWLINE ? '↵' : byte === 9 ? '→' : byte === 127 ? '␡' : byte < 32 ? String.fromCharCode(0x2400 + byte) : String.fromCharCode(byte);
  return { length: 1, columns: 1, text, sign };
});
const lone: readonly Character[] = Array.from({ length: 256 }, (_, byte) => ({ length: 1, columns: 2, text: hex(byte), sign: true }));
const known = new Map<number, Character>();

/** The character that begins at `at`: UTF-8 where it is that, else the one byte. */
export function characterAt(data: Uint8Array, at: number): Character {
  const lead = data[at] ?? 0;
  const simple = ascii[lead];
  if (simple !== undefined) return simple;
  const other = lone[lead] ?? { length: 1, columns: 2, text: '', sign: true };
  const length = lengthOf(lead);
  if (length === 0 || at + length > data.length) return other;
  let key = 0;
  for (let i = 0; i < length; i += 1) key = key * 256 + (data[at + i] ?? 0);
  let found = known.get(key);
  if (found === undefined) {
    try {
      const text = decoder.decode(data.subarray(at, at + length));
      const sign = odd.test(text) || (text.codePointAt(0) ?? 0) < 0xa0;
      found = { length, columns: !sign && wide.test(text) ? 2 : 1, text: sign ? '�' : text, sign };
    } catch {
      found = other;
    }
    known.set(key, found);
  }
  return found;
}

/** A byte by itself: a character or a name for it. */
export const nameOf = (byte: number): string => names[byte] ?? (byte > 32 && byte < 127 ? String.fromCharCode(byte) : hex(byte));
