import type { Machine, Op } from '../machine.js';
import type { FeatureStage } from '../program.js';

const NEWLINE = 10;

/** LINES: the column, the byte above the next one, and how the line begins. */
export function lines({ reg }: FeatureStage, machine: Machine): Op {
  /* Positions of the first byte of this line and of the one before. */
  let start = 0;
  let previous = 0;
  return {
    byte() {
      const { registers, position, last } = machine;
      if (last === NEWLINE) {
        previous = start;
        start = position;
        registers[reg + 2] = 0;
      }
      const column = (position - start) >>> 0;
      if (column === 1) registers[reg + 2] = last;
      if (column === 2) registers[reg + 2] = machine.register(reg + 2) | (last << 8);
      registers[reg] = Math.min(column, 255);
      const above = (previous + column) >>> 0;
      const within = (start - above - 1) >>> 0 < (start - previous) >>> 0;
      registers[reg + 1] = within ? machine.byteAt(above) : NEWLINE;
    },
  };
}
