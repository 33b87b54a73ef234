import { learn, p16 } from '../adaptive.js';
import { GOLDEN, scramble } from '../hash.js';
import { stretch } from '../logistic.js';
import type { Machine, Op } from '../machine.js';
import { log2Of, type MatchStage } from '../program.js';

const buckets = [0, 1, 5, 7, 9, 11, 13, 16, 20, 24, 32, 48, 64, 128, 256, 512];
const LOOK_BACK = 48;
/** Entries that a hash leaves open; the byte's second nibble chooses. */
const LINE = 16;

/** MATCH: expects what followed the latest earlier occurrence of the last bytes. */
export function match(stage: MatchStage, machine: Machine, sizeClass: number): Op {
  const { minLength, limit, out, reg } = stage;
  const { registers, signals, mask } = machine;
  const log2 = log2Of(stage.size, sizeClass);
  const table = new Uint32Array(2 ** log2);
  const expectations = new Uint32Array(16).fill(0x8000_0000);
  let at = 0;
  let length = 0;
  let bucket = 0;
  /** Of the bytes before this one and its first nibble. */
  let hash = 0;

  function lookUp(candidate: number): void {
    const back = (machine.position - candidate) >>> 0;
    if (back === 0 || back > mask - LOOK_BACK) return;
    let n = 0;
    while (n < LOOK_BACK && machine.byteAt(candidate - 1 - n) === machine.byteAt(machine.position - 1 - n)) n++;
    if (n < minLength) return;
    length = n;
    at = candidate;
  }

  const expectedBit = (): number => (machine.register(reg + 1) >>> (7 - machine.bit)) & 1;

  return {
    byte() {
      if (length > 0) {
        if (machine.byteAt(at) === machine.last) {
          length = Math.min(65_535, length + 1);
          at = (at + 1) >>> 0;
        } else length = 0;
      }
      const index = (hash >>> (36 - log2)) * LINE + ((machine.last ^ hash) & (LINE - 1));
      const entry = table[index] ?? 0;
      const fresh = ((machine.position & mask) | (Math.imul(hash, GOLDEN) & ~mask)) >>> 0;
      if (length === 0 && ((entry ^ fresh) & ~mask) === 0) lookUp((machine.position - ((machine.position - entry) & mask)) >>> 0);
      table[index] = fresh;
      bucket = buckets.findLastIndex((least) => length >= least);
      registers[reg] = bucket;
      registers[reg + 1] = length > 0 ? machine.byteAt(at) : 0;
    },
    nibble() {
      if (machine.bit !== 4) return;
      let h = machine.register(0);
      for (let i = 1; i < minLength; i++) h = Math.imul(h + machine.byteAt(machine.position - i) + 1, GOLDEN);
      hash = scramble(h);
    },
    predict() {
      const p = p16(expectations[bucket] ?? 0);
      const sign = bucket === 0 ? 0 : expectedBit() === 1 ? 1 : -1;
      signals[out] = sign * stretch(p);
      signals[out + 1] = sign * ((p - 32_768) >> 4);
    },
    update(bit) {
      if (bucket === 0) return;
      const came = bit === expectedBit();
      expectations[bucket] = learn(expectations[bucket] ?? 0, came ? 1 : 0, limit);
      if (!came) {
        bucket = 0;
        registers[reg] = 0;
      }
    },
  };
}
