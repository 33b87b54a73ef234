import { learn, p16 } from '../adaptive.js';
import { scramble } from '../hash.js';
import { mean, squash, stretch } from '../logistic.js';
import type { Machine, Op } from '../machine.js';
import { type ApmStage, bitsOf, log2Of } from '../program.js';

const STEP = 1_536;
const ENTRIES = 33;
const priors = Uint32Array.from({ length: ENTRIES }, (_, j) => squash(STEP * j - 24_576) * 65_536 + 6);

/** APM: what came of predictions like this one in this context, by interpolation between two of 33 steps. */
export function apm(stage: ApmStage, machine: Machine, sizeClass: number): Op {
  const { inputs, selector, limit, share, out } = stage;
  const bits = bitsOf(selector);
  const c = Math.min(bits, log2Of(stage.size, sizeClass));
  const contexts = new Map<number, Uint32Array>();
  let entries: Uint32Array = priors;
  let chosen = 0;

  function choose(): Uint32Array {
    const value = machine.select(selector);
    // A shift by 32 would be one by 0.
    const index = bits <= c ? value : c === 0 ? 0 : scramble(value) >>> (32 - c);
    const found = contexts.get(index);
    if (found !== undefined) return found;
    const made = priors.slice();
    contexts.set(index, made);
    return made;
  }

  return {
    predict() {
      const x = mean(machine.signals, inputs);
      entries = choose();
      const i = x + 24_576;
      const j = Math.floor(i / STEP);
      const w = i % STEP;
      const p = Math.floor((p16(entries[j] ?? 0) * (STEP - w) + p16(entries[j + 1] ?? 0) * w) / STEP);
      machine.signals[out] = x + (((stretch(p) - x) * share) >> 4);
      chosen = w >= STEP / 2 ? j + 1 : j;
    },
    update(bit) {
      entries[chosen] = learn(entries[chosen] ?? 0, bit, limit);
    },
  };
}
