import { learn, p16 } from '../adaptive.js';
import { GOLDEN, scramble } from '../hash.js';
import { stretch } from '../logistic.js';
import type { Machine, Op } from '../machine.js';
import { log2Of, type MatchStage } from '../program.js';

const buckets = [0, 1, 5, 7, 9, 11, 13, 16, 20, 24, 32, 48, 64, 128, 256, 512];
const strengths = [0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 4, 5, 5, 6, 7];
const LOOK_BACK = 48;
/** Entries that a hash leaves open; the byte's second nibble chooses. */
const LINE = 16;
const REMEMBERED = 8;
const SHOWN = 16_384;

/** MATCH: expects what followed the latest earlier occurrence of the last bytes, also after single bytes that came otherwise. */
export function match(stage: MatchStage, machine: Machine, sizeClass: number): Op {
  const { minLength, limit, out, reg } = stage;
  const { registers, signals, mask } = machine;
  const log2 = log2Of(stage.size, sizeClass);
  const table = new Uint32Array(2 ** log2);
  const hits = new Uint32Array(7 * 16).fill(0x8000_0000);
  const bySituation = new Uint32Array(7 * 16).fill(0x8000_0000);
  const byByte = new Uint32Array(8 * 256 * 8).fill(0x8000_0000);
  let found = false;
  let at = 0;
  let length = 0;
  let misses: boolean[] = [];
  let bucket = 0;
  let situation = 0;
  let expected = 0;
  let evidence = 0;
  /** Of the bytes before this one and its first nibble. */
  let hash = 0;

  const missed = (): number => misses.filter(Boolean).length;

  function follow(): void {
    const hit = expected === machine.last;
    hits[situation] = learn(hits[situation] ?? 0, hit ? 1 : 0, 255);
    misses = [!hit, ...misses].slice(0, REMEMBERED);
    length = hit ? Math.min(65_535, length + 1) : 0;
    at = (at + 1) >>> 0;
    found = missed() <= 4;
  }

  function lookUp(candidate: number): void {
    const back = (machine.position - candidate) >>> 0;
    if (back === 0 || back > mask - LOOK_BACK) return;
    let n = 0;
    while (n < LOOK_BACK && machine.byteAt(candidate - 1 - n) === machine.byteAt(machine.position - 1 - n)) n++;
    if (n < minLength || (found && n <= length)) return;
    length = n;
    found = true;
    at = candidate;
    misses = [];
  }

  function recovery(): number {
    const n = missed();
    if (n === 0) return 0;
    return n > 2 ? n + 2 : 2 * n - 1 + (length > 1 ? 1 : 0);
  }

  const expectedBit = (): number => (expected >>> (7 - machine.bit)) & 1;

  return {
    byte() {
      if (found) follow();
      const index = (hash >>> (36 - log2)) * LINE + ((machine.last ^ hash) & (LINE - 1));
      const entry = table[index] ?? 0;
      const fresh = ((machine.position & mask) | (Math.imul(hash, GOLDEN) & ~mask)) >>> 0;
      const open = !found || (missed() > 0 && length < 16);
      if (open && ((entry ^ fresh) & ~mask) === 0) lookUp((machine.position - ((machine.position - entry) & mask)) >>> 0);
      table[index] = fresh;
      bucket = registers[reg + 1] = 0;
      if (found) {
        bucket = Math.max(1, buckets.findLastIndex((least) => length >= least));
        situation = recovery() * 16 + bucket;
        expected = machine.byteAt(at);
        if (p16(hits[situation] ?? 0) >= SHOWN) registers[reg + 1] = expected;
      }
      registers[reg] = bucket;
    },
    nibble() {
      if (machine.bit !== 4) return;
      let h = machine.register(0);
      for (let i = 1; i < minLength; i++) h = Math.imul(h + machine.byteAt(machine.position - i) + 1, GOLDEN);
      hash = scramble(h);
    },
    predict() {
      const sign = bucket === 0 ? 0 : expectedBit() === 1 ? 1 : -1;
      evidence = ((strengths[bucket] ?? 0) << 11) | (expected << 3) | machine.bit;
      signals[out] = sign * stretch(p16(bySituation[situation] ?? 0));
      signals[out + 1] = sign * stretch(p16(byByte[evidence] ?? 0));
    },
    update(bit) {
      if (bucket === 0) return;
      const came = bit === expectedBit();
      bySituation[situation] = learn(bySituation[situation] ?? 0, came ? 1 : 0, limit);
      byByte[evidence] = learn(byByte[evidence] ?? 0, came ? 1 : 0, limit);
      if (!came) {
        bucket = 0;
        registers[reg] = 0;
      }
    },
  };
}
