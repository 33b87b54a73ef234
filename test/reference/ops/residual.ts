import { clampSignal, mean, squash } from '../logistic.js';
import { scramble } from '../hash.js';
import type { Machine, Op } from '../machine.js';
import type { ResidualStage } from '../program.js';
import { Weights } from '../weights.js';

const ONE = 2_048;

/** RESIDUAL: a hidden layer hears every signal before it, and foretells by what the mean of its inputs is wrong. */
export function residual(stage: ResidualStage, machine: Machine): Op {
  const { inputs, hidden, init, rate, rateOut, skip, out } = stage;
  const { signals } = machine;
  const heard = new Int16Array(out + 1);
  const units = new Int16Array(hidden);
  const layer = Array.from({ length: hidden }, (_, i) => {
    const weights = new Weights(out + 1);
    for (let j = 0; j <= out; j++) weights.high[j] = Math.floor(((scramble((i + 1) * 1_024 + j) >>> 16) * (2 * init + 1)) / 65_536) - init;
    return weights;
  });
  const lasts = Array.from({ length: 256 }, () => new Weights(hidden));
  let last = lasts[0] as Weights;
  let p = 0;

  return {
    predict() {
      for (let i = 0; i < out; i++) heard[i] = (signals[i] ?? 0) >> 2;
      heard[out] = ONE;
      layer.forEach((weights, i) => {
        units[i] = (squash(2 * weights.dot(heard)) - 32_768) >> 4;
      });
      last = lasts[machine.register(0)] as Weights;
      const y = clampSignal(mean(signals, inputs) + last.dot(units));
      signals[out] = y;
      p = squash(y);
    },
    update(bit) {
      const error = (bit << 16) - p;
      if (Math.abs(error) <= skip) return;
      layer.forEach((weights, i) => {
        const h = units[i] ?? 0;
        const back = Math.floor((Math.floor((error * (last.high[i] ?? 0)) / 2 ** 14) * (ONE * ONE - h * h)) / 2 ** 22);
        weights.learn(heard, Math.floor((back * rate + 32_768) / 65_536));
      });
      last.learn(units, Math.floor((error * rateOut + 32_768) / 65_536));
    },
  };
}
