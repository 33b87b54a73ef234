import type { Machine, Op } from '../machine.js';
import type { FieldsStage } from '../program.js';

const NEWLINE = 10;
const QUOTE = 34;
const MOST = 256;

const isOneOf = (text: string): ((byte: number) => boolean) => {
  const bytes = new Set(Buffer.from(text));
  return (byte) => bytes.has(byte);
};
const endsCell = isOneOf(',;\t|');
const inToken = isOneOf('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._-');

interface Cell {
  start: number;
  hash: number;
}

/** FIELDS: the same field of the line before. */
export function fields({ reg, unit }: FieldsStage, machine: Machine): Op {
  const empty = (): Cell[] => Array.from({ length: MOST }, () => ({ start: 0, hash: 0 }));
  /* Rows keep what older lines left in them. */
  let line = empty();
  let above = empty();
  let fieldsAbove = 0;
  let field = 0;
  let quoted = false;
  const cellOf = (row: readonly Cell[]): Cell => row[field] ?? { start: 0, hash: 0 };
  return {
    byte() {
      const { registers, position, last, mask } = machine;
      if (unit === 'cell' && last === QUOTE) quoted = !quoted;
      const separates = unit === 'cell' ? endsCell(last) : !(last >= 128 || inToken(last));
      if (last === NEWLINE || (separates && !quoted)) {
        const spelled = machine.register(reg + 2);
        cellOf(line).hash = spelled;
        registers[reg + 3] = spelled;
        registers[reg + 2] = 0;
        if (last === NEWLINE) {
          fieldsAbove = field + 1;
          [line, above] = [above, line];
          field = 0;
          quoted = false;
        } else {
          field = Math.min(field + 1, MOST - 1);
        }
        cellOf(line).start = position;
      } else {
        registers[reg + 2] = Math.imul(machine.register(reg + 2) + last + 1, 0x9e37_79b1);
      }
      const offset = (position - cellOf(line).start) >>> 0;
      const there = field < fieldsAbove;
      const at = (cellOf(above).start + offset) >>> 0;
      registers[reg] = field | (Math.min(offset, 255) << 8);
      registers[reg + 1] = there && (position - at) >>> 0 < mask ? machine.byteAt(at) | (machine.byteAt(at + 1) << 8) | (machine.byteAt(at - 1) << 16) : 0;
      registers[reg + 4] = there ? cellOf(above).hash : 0;
    },
  };
}
