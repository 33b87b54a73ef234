import { learn, p16 } from '../adaptive.js';
import { GOLDEN, scramble } from '../hash.js';
import { nextState, statePriors } from '../histories.js';
import { stretch } from '../logistic.js';
import type { Machine, Op } from '../machine.js';
import { log2Of, type SlotsStage, type Term } from '../program.js';

const LINE = 64;
const SLOT = 16;

interface Context {
  readonly terms: readonly Term[];
  /** One adaptive probability a state. */
  readonly probabilities: Uint32Array;
  hash: number;
  /** Where its slot begins in the table. */
  slot: number;
  state: number;
}

/** SLOTS: for each context a bit history per node of the current nibble, in one hashed table. */
export function slots(stage: SlotsStage, machine: Machine, sizeClass: number): Op {
  const { limit, out } = stage;
  const { signals } = machine;
  const log2 = log2Of(stage.size, sizeClass);
  const table = new Uint8Array(2 ** log2);
  const contexts = stage.contexts.map((terms): Context => ({ terms, probabilities: statePriors.slice(), hash: 0, slot: 0, state: 0 }));
  /** Of the fifteen nodes of a nibble, the one that the next bit leaves from. */
  let node = 0;

  function find(hash: number): number {
    const k = scramble(hash + Math.imul(machine.register(0), GOLDEN));
    const line = (k >>> (32 - (log2 - 6))) * LINE;
    const check = k & 255;
    let victim = line;
    for (let slot = line; slot < line + LINE; slot += SLOT) {
      if (table[slot] === check) return slot;
      if ((table[slot + 1] ?? 0) < (table[victim + 1] ?? 0)) victim = slot;
    }
    table.fill(0, victim, victim + SLOT);
    table[victim] = check;
    return victim;
  }

  return {
    byte() {
      contexts.forEach((context, i) => {
        context.hash = machine.hashOf(context.terms, i);
      });
    },
    nibble() {
      for (const context of contexts) context.slot = find(context.hash);
    },
    predict() {
      const partial = machine.register(0);
      const below = machine.bit - 4;
      node = below < 0 ? partial : 2 ** below + (partial & (2 ** below - 1));
      contexts.forEach((context, i) => {
        context.state = table[context.slot + node] ?? 0;
        const p = p16(context.probabilities[context.state] ?? 0);
        signals[out + i] = context.state === 0 ? 0 : stretch(p);
      });
    },
    update(bit) {
      for (const { probabilities, slot, state } of contexts) {
        probabilities[state] = learn(probabilities[state] ?? 0, bit, limit);
        table[slot + node] = nextState(state, bit);
      }
    },
  };
}
