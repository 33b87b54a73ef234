import { mean, squash } from '../logistic.js';
import type { Machine, Op } from '../machine.js';
import type { OutputStage } from '../program.js';

/** OUTPUT: the prediction that the arithmetic coder gets. */
export function output({ inputs }: OutputStage, machine: Machine): Op {
  return {
    predict() {
      machine.p = squash(mean(machine.signals, inputs));
    },
  };
}
