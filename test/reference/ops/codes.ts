import { GOLDEN } from '../hash.js';
import type { Machine, Op } from '../machine.js';
import type { FeatureStage } from '../program.js';

const [SPELLED, END, NUMBER] = [1, 2, 3];

/** CODES: what the last words were, by their codes' first bytes, and what has come since. */
export function codes({ reg }: FeatureStage, machine: Machine): Op {
  const [since, classes] = [reg, reg + 1];
  let spelled = false;
  let begun: { readonly first: number; readonly bytes: number } | undefined;

  function ends(kind: number): void {
    machine.registers[classes] = ((machine.register(classes) << 8) | kind) >>> 0;
    machine.registers[since] = 0;
    spelled = false;
  }

  return {
    byte() {
      const c = machine.last;
      const letter = c >= 97 && c <= 122;
      if (spelled && !letter) ends(SPELLED);
      machine.registers[since] = Math.imul(machine.register(since) + c + 1, GOLDEN) >>> 0;
      if (begun === undefined && c >= 128) begun = { first: c, bytes: c < 160 ? 1 : c < 240 ? 2 : 3 };
      if (begun !== undefined) {
        begun = { first: begun.first, bytes: begun.bytes - 1 };
        if (begun.bytes > 0) return;
        ends(begun.first);
        begun = undefined;
      } else if (letter) spelled = true;
      else if ('\n.|]='.includes(String.fromCharCode(c))) ends(END);
      else if (c >= 48 && c <= 57 && (machine.register(classes) & 255) !== NUMBER) ends(NUMBER);
    },
  };
}
