import { clampSignal, squash } from '../logistic.js';
import type { Machine, Op } from '../machine.js';
import { type Field, log2Of, type MixerStage, rowOf } from '../program.js';
import { Weights } from '../weights.js';

class WeightSet extends Weights {
  visits = 0;
}

const MAX_VISITS = 65_535;

/** MIXER: each selector picks a set of weights; their sum with the inputs is a better prediction, and each set learns from it. */
export function mixer(stage: MixerStage, machine: Machine, sizeClass: number): Op {
  const { inputs, weight, mean, rateMax, rateMin, decay, skip } = stage;
  const { signals } = machine;
  const weighed = inputs.length + (mean > 0 ? 1 : 0);
  const values = new Int16Array(weighed);

  function fresh(): WeightSet {
    const set = new WeightSet(weighed);
    set.high.fill(weight);
    if (mean > 0) set.high[inputs.length] = mean;
    return set;
  }

  /* What each input says beyond the mean of those that say something, and behind them that mean, doubled. */
  function partFromMean(): void {
    const said = values.subarray(0, inputs.length).filter((value) => value !== 0);
    const common = said.length === 0 ? 0 : Math.trunc(said.reduce((sum, value) => sum + value, 0) / said.length);
    for (let i = 0; i < inputs.length; i++) {
      const value = values[i] ?? 0;
      if (value !== 0) values[i] = clampSignal(value - common);
    }
    values[inputs.length] = clampSignal(2 * common);
  }

  function one(selector: readonly Field[], out: number): { predict(): void; update(bit: number): void } {
    /* Sets come into being at their first use: a wide selector leaves most of them alone. */
    const sets = new Map<number, WeightSet>();
    const row = rowOf(selector, log2Of(stage.size, sizeClass));
    let set = fresh();
    let p = 0;
    function choose(value: number): WeightSet {
      const found = sets.get(value);
      if (found !== undefined) return found;
      const made = fresh();
      sets.set(value, made);
      return made;
    }
    return {
      predict() {
        set = choose(row(machine.select(selector)));
        const y = clampSignal(set.dot(values));
        signals[out] = y;
        p = squash(y);
      },
      update(bit) {
        const error = (bit << 16) - p;
        if (Math.abs(error) <= skip) return;
        const rate = rateMin + Math.floor(((rateMax - rateMin) * decay) / (set.visits + decay));
        set.visits = Math.min(MAX_VISITS, set.visits + 1);
        set.learn(values, (error * rate + 4096) >> 13);
      },
    };
  }

  const parts = stage.selectors.map((selector, i) => one(selector, stage.out + i));
  return {
    predict() {
      inputs.forEach((signal, i) => {
        values[i] = signals[signal] ?? 0;
      });
      if (mean > 0) partFromMean();
      for (const part of parts) part.predict();
    },
    update(bit) {
      for (const part of parts) part.update(bit);
    },
  };
}
