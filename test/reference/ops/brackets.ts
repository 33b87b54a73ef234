import type { Machine, Op } from '../machine.js';
import type { FeatureStage } from '../program.js';

const DEPTH = 16;
const MAX_AGE = 255;

const code = (character: string): number => character.charCodeAt(0);
const openers = new Set([...'([{<"'].map(code));
/* What each closing byte closes; a quote is both. */
const openerOf = new Map(['()', '[]', '{}', '<>', '""'].map(([open = '', close = '']) => [code(close), code(open)]));

interface Entry {
  readonly open: number;
  readonly before: number;
}

/** BRACKETS: the innermost bracket or quote that is open, and the one around it. */
export function brackets({ reg }: FeatureStage, machine: Machine): Op {
  const stack: Entry[] = [];
  /* Bytes since the stack last changed. */
  let age = 0;
  return {
    byte() {
      const { registers, last } = machine;
      age++;
      const top = stack.at(-1);
      if (top !== undefined && (top.open === openerOf.get(last) || age > MAX_AGE)) {
        stack.pop();
        age = 0;
      } else if (openers.has(last)) {
        if (stack.length === DEPTH) stack.shift();
        stack.push({ open: last, before: machine.byteAt(machine.position - 2) });
        age = 0;
      }
      const [inner, outer] = [stack.at(-1), stack.at(-2)];
      registers[reg] = inner === undefined ? 0 : inner.open | (inner.before << 8);
      registers[reg + 1] = outer?.open ?? 0;
    },
  };
}
