import { GOLDEN } from '../hash.js';
import type { Machine, Op } from '../machine.js';
import type { WordsStage } from '../program.js';

/** The byte as it counts for a word, or 0 where it ends one. */
export function letter(byte: number, digits: boolean): number {
  if (byte >= 65 && byte <= 90) return byte + 32;
  if ((byte >= 97 && byte <= 122) || byte >= 128) return byte;
  return digits && byte >= 48 && byte <= 57 ? byte : 0;
}

/** WORDS: hashes of the current word and of those before it. */
export function words({ count, alphabet, reg }: WordsStage, machine: Machine): Op {
  return {
    byte() {
      const { registers } = machine;
      const c = letter(machine.last, alphabet === 1);
      if (c !== 0) registers[reg] = Math.imul(machine.register(reg) + c, GOLDEN);
      else if (machine.register(reg) !== 0) {
        for (let i = count - 1; i > 0; i--) registers[reg + i] = machine.register(reg + i - 1);
        registers[reg] = 0;
      }
    },
  };
}
