import type { Machine, Op } from '../machine.js';
import type { HistoryStage } from '../program.js';

/** HISTORY: the last sixteen bytes in four registers, the latest lowest. (The ring is the machine's.) */
export function history({ reg }: HistoryStage, machine: Machine): Op {
  return {
    byte() {
      const { registers } = machine;
      for (let i = 3; i > 0; i--) registers[reg + i] = (machine.register(reg + i) << 8) | (machine.register(reg + i - 1) >>> 24);
      registers[reg] = (machine.register(reg) << 8) | machine.last;
    },
  };
}
