import { learn, p16 } from '../adaptive.js';
import { GOLDEN, scramble } from '../hash.js';
import { stretch } from '../logistic.js';
import type { Machine, Op } from '../machine.js';
import { log2Of, type RecallStage } from '../program.js';

const LOOK_BACK = 16;
const kinds = [0, 1, 2, 3, 4, 6, 9, 16];

/** What one context expects. */
class Recalled {
  readonly hits = new Uint32Array(24 * 8 * 2).fill(0x8000_0000);
  readonly bySituation = new Uint32Array(24 * 8 * 2).fill(0x8000_0000);
  readonly byByte = new Uint32Array(8 * 256 * 8).fill(0x8000_0000);
  hash = 0;
  /** The byte that came where the context last stood. */
  expected: number | undefined;
  /** The bits so far are that byte's. */
  live = false;
  missed = 0;
  situation = 0;
  trust = 0;
}

/** RECALL: expects what came where each context last stood. */
export function recall(stage: RecallStage, machine: Machine, sizeClass: number): Op {
  const { contexts, limit, out } = stage;
  const { mask, signals } = machine;
  const log2 = log2Of(stage.size, sizeClass);
  const table = new Uint32Array(2 ** log2);
  const all = contexts.map(() => new Recalled());

  function alike(at: number): number {
    let n = 0;
    while (n < LOOK_BACK && machine.byteAt(at - 1 - n) === machine.byteAt(machine.position - 1 - n)) n++;
    return kinds.findLastIndex((least) => n >= least);
  }

  /* How many bytes ago the context last stood; 0: never, as far as its entry tells, which now says here. */
  function lookUp(hash: number): number {
    const index = hash >>> (32 - log2);
    const entry = table[index] ?? 0;
    const fresh = ((machine.position & mask) | (Math.imul(hash, GOLDEN) & ~mask)) >>> 0;
    table[index] = fresh;
    return ((entry ^ fresh) & ~mask) === 0 ? (machine.position - entry) & mask : 0;
  }

  function expect(recalled: Recalled): void {
    const back = lookUp(recalled.hash);
    recalled.live = back !== 0 && back <= mask - LOOK_BACK;
    recalled.expected = undefined;
    if (!recalled.live) return;
    const at = machine.position - back;
    const distance = Math.min(23, 31 - Math.clz32(back));
    recalled.expected = machine.byteAt(at);
    recalled.situation = (distance * 8 + alike(at)) * 2 + recalled.missed;
    recalled.trust = Math.max(0, Math.min(7, (stretch(p16(recalled.hits[recalled.situation] ?? 0)) >> 11) + 4));
  }

  const evidence = ({ trust, expected }: Recalled): number => (trust << 11) | ((expected ?? 0) << 3) | machine.bit;
  const expectedBit = ({ expected }: Recalled): number => ((expected ?? 0) >>> (7 - machine.bit)) & 1;

  return {
    byte() {
      all.forEach((recalled, i) => {
        const { hits, situation, expected } = recalled;
        if (expected !== undefined) {
          const hit = expected === machine.last ? 1 : 0;
          hits[situation] = learn(hits[situation] ?? 0, hit, 1_023);
          recalled.missed = 1 - hit;
        }
        recalled.hash = scramble(machine.hashOf(contexts[i] ?? [], i));
      });
    },
    nibble() {
      if (machine.bit === 0) all.forEach(expect);
    },
    predict() {
      all.forEach((recalled, i) => {
        const sign = !recalled.live ? 0 : expectedBit(recalled) === 1 ? 1 : -1;
        signals[out + 2 * i] = sign * stretch(p16(recalled.bySituation[recalled.situation] ?? 0));
        signals[out + 2 * i + 1] = sign * stretch(p16(recalled.byByte[evidence(recalled)] ?? 0));
      });
    },
    update(bit) {
      for (const recalled of all) {
        if (!recalled.live) continue;
        const { bySituation, byByte, situation } = recalled;
        recalled.live = bit === expectedBit(recalled);
        bySituation[situation] = learn(bySituation[situation] ?? 0, recalled.live ? 1 : 0, limit);
        byByte[evidence(recalled)] = learn(byByte[evidence(recalled)] ?? 0, recalled.live ? 1 : 0, limit);
      }
    },
  };
}
