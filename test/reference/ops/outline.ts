import { GOLDEN } from '../hash.js';
import type { Machine, Op } from '../machine.js';
import type { FeatureStage } from '../program.js';
import { letter } from './words.js';

const DEPTH = 32;

/** OUTLINE: labels, heads of lines, and what is above them by indentation. */
export function outline({ reg }: FeatureStage, machine: Machine): Op {
  const [label, head, ordinal, parent, prefix] = [reg, reg + 1, reg + 2, reg + 3, reg + 4];
  const lines: { readonly indent: number; readonly name: number }[] = [];
  let word = 0;
  let latest = 0;
  let begun = false;
  let indent = 0;

  const fold = (h: number): number => (h ^ (h >>> 15)) >>> 0;
  const times = (h: number): number => Math.imul(h, GOLDEN) >>> 0;

  function wordEnds(): void {
    const { registers } = machine;
    latest = word;
    word = 0;
    registers[ordinal] = Math.min(255, machine.register(ordinal) + 1);
    if (machine.register(head) !== 0) return;
    registers[head] = latest;
    if (lines.length === DEPTH) lines.shift();
    lines.push({ indent, name: (latest + Math.imul(3, machine.register(parent))) >>> 0 });
  }

  return {
    byte() {
      const { registers, last } = machine;
      if (last === 10) {
        registers[head] = registers[ordinal] = registers[prefix] = 0;
        word = 0;
        begun = false;
        indent = 0;
        return;
      }
      registers[prefix] = fold(times(machine.register(prefix) + last + 1));
      if (!begun) {
        if (last === 32 || last === 9) {
          indent++;
          return;
        }
        begun = true;
        while ((lines.at(-1)?.indent ?? -1) >= indent) lines.pop();
        registers[parent] = lines.at(-1)?.name ?? 0;
      }
      const c = last === 95 ? last : letter(last, true);
      if (c !== 0) {
        word = times(word + c);
        return;
      }
      if (word !== 0) wordEnds();
      if (':=>'.includes(String.fromCharCode(last))) registers[label] = latest;
    },
  };
}
