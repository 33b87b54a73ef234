import { learn, p16 } from '../adaptive.js';
import { mean, squash, stretch } from '../logistic.js';
import type { Machine, Op } from '../machine.js';
import { type ApmStage, log2Of, rowOf } from '../program.js';

const STEP = 1_536;
const ENTRIES = 33;
const priors = Uint32Array.from({ length: ENTRIES }, (_, j) => squash(STEP * j - 24_576) * 65_536 + 6);

/** APM: what came of predictions like this one in this context, by interpolation between two of 33 steps. */
export function apm(stage: ApmStage, machine: Machine, sizeClass: number): Op {
  const { inputs, selector, limit, out } = stage;
  const row = rowOf(selector, log2Of(stage.size, sizeClass));
  const contexts = new Map<number, Uint32Array>();
  let entries: Uint32Array = priors;
  let chosen = 0;

  function choose(): Uint32Array {
    const index = row(machine.select(selector));
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
      machine.signals[out] = stretch(p);
      chosen = w >= STEP / 2 ? j + 1 : j;
    },
    update(bit) {
      entries[chosen] = learn(entries[chosen] ?? 0, bit, limit);
    },
  };
}
