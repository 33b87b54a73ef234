import type { Machine, Op } from '../machine.js';
import type { FeatureStage } from '../program.js';

/** INDIRECT: what followed the last byte, and the last two, the times before: four bytes each, the latest lowest. */
export function indirect({ reg }: FeatureStage, machine: Machine): Op {
  const after1 = new Uint32Array(256);
  const after2 = new Uint32Array(65_536);
  function append(table: Uint32Array, index: number, byte: number): void {
    table[index] = ((table[index] ?? 0) << 8) | byte;
  }
  return {
    byte() {
      const { registers, position } = machine;
      const [c1, c2, c3] = [machine.byteAt(position - 1), machine.byteAt(position - 2), machine.byteAt(position - 3)];
      append(after1, c2, c1);
      append(after2, (c3 << 8) | c2, c1);
      registers[reg] = after1[c1] ?? 0;
      registers[reg + 1] = after2[(c2 << 8) | c1] ?? 0;
    },
  };
}
