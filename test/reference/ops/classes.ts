import type { Machine, Op } from '../machine.js';
import type { FeatureStage } from '../program.js';

/* Each class's bytes; what is in none of them is class 0 below 32, 6 from 128 on, else 15. */
const members = ['', ' \t', '\n', '0123456789', 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '', '"\'`', '([{<', ')]}>', '.!?', ',;:', '+-*=', '/\\|', '&%#_@'];

/* A run of these counts once. */
const collapsed = new Set([1, 3, 4, 6]);

function classOf(byte: number): number {
  const found = members.findIndex((bytes) => bytes.includes(String.fromCharCode(byte)));
  if (found >= 0) return found;
  return byte < 32 ? 0 : byte >= 128 ? 6 : 15;
}

/** CLASSES: the kinds of the last bytes, four bits each, the latest lowest. */
export function classes({ reg }: FeatureStage, machine: Machine): Op {
  return {
    byte() {
      const before = machine.register(reg);
      const kind = classOf(machine.last);
      if (collapsed.has(kind) && (before & 15) === kind) return;
      machine.registers[reg] = (before << 4) | kind;
    },
  };
}
