import { clampSignal, squash } from '../logistic.js';
import type { Machine, Op } from '../machine.js';
import type { Field, MixerStage } from '../program.js';

interface WeightSet {
  /** Q16. */
  readonly weights: Int32Array;
  visits: number;
}

const MAX_WEIGHT = 4_194_304;
const MAX_VISITS = 65_535;

/** MIXER: each selector picks a set of weights; their sum with the inputs is a better prediction, and each set learns from it. */
export function mixer(stage: MixerStage, machine: Machine): Op {
  const { inputs, weight, rateMax, rateMin, decay, skip } = stage;
  const { signals } = machine;
  const values = new Int32Array(inputs.length);

  function one(selector: readonly Field[], out: number): { predict(): void; update(bit: number): void } {
    /* Sets come into being at their first use: a wide selector leaves most of them alone. */
    const sets = new Map<number, WeightSet>();
    let set: WeightSet = { weights: new Int32Array(), visits: 0 };
    let p = 0;
    function choose(value: number): WeightSet {
      const found = sets.get(value);
      if (found !== undefined) return found;
      const made = { weights: new Int32Array(inputs.length).fill(weight), visits: 0 };
      sets.set(value, made);
      return made;
    }
    return {
      predict() {
        set = choose(machine.select(selector));
        let sum = 0;
        for (let i = 0; i < values.length; i++) sum += (values[i] ?? 0) * (set.weights[i] ?? 0);
        const y = clampSignal(Math.floor(sum / 65_536));
        signals[out] = y;
        p = squash(y);
      },
      update(bit) {
        const error = (bit << 16) - p;
        if (Math.abs(error) <= skip) return;
        const rate = rateMin + Math.floor(((rateMax - rateMin) * decay) / (set.visits + decay));
        set.visits = Math.min(MAX_VISITS, set.visits + 1);
        const e = (error * rate) >> 13;
        for (let i = 0; i < values.length; i++) {
          const moved = (set.weights[i] ?? 0) + (((values[i] ?? 0) * e + 8_192) >> 14);
          set.weights[i] = Math.max(-MAX_WEIGHT, Math.min(MAX_WEIGHT, moved));
        }
      },
    };
  }

  const parts = stage.selectors.map((selector, i) => one(selector, stage.out + i));
  return {
    predict() {
      inputs.forEach((signal, i) => {
        values[i] = signals[signal] ?? 0;
      });
      for (const part of parts) part.predict();
    },
    update(bit) {
      for (const part of parts) part.update(bit);
    },
  };
}
