import type { Machine, Op } from '../machine.js';
import type { FeatureStage } from '../program.js';

/* "80-8f,a0" -> those numbers. */
const set = (text: string): ReadonlySet<number> =>
  new Set(
    text.split(',').flatMap((range) => {
      const [from = 0, to = from] = range.split('-').map((end) => Number.parseInt(end, 16));
      return Array.from({ length: to - from + 1 }, (_, i) => from + i);
    }),
  );

const prefixes = set('26,2e,36,3e,64-67,f0,f2,f3');
const modrm = set('62,63,69,6b,80-8f,c0,c1,c4-c7,d0-d3,d8-df,f6,f7,fe,ff');
const noModrmBehind0f = set('5-b,30-37,77,80-8f,a0-a2,a8-aa,c8-cf');
const immediate1 = set('6a,6b,70-7f,80,82,83,a8,b0-b7,c0,c1,c6,cd,e0-e7,eb');
const immediateW = set('68,69,81,a9,b8-bf,c7');
const immediate4 = set('a0-a3,e8,e9');
const immediate1Behind0f = set('70-73,a4,ac,ba,c2,c4-c6');

function hasModrm(opcode: number): boolean {
  if (opcode >= 256) return !noModrmBehind0f.has(opcode - 256);
  return opcode < 0x40 ? (opcode & 7) < 4 : modrm.has(opcode);
}

function immediateOf(opcode: number, w: number): number {
  if (opcode >= 256) return opcode >= 0x180 && opcode <= 0x18f ? 4 : immediate1Behind0f.has(opcode - 256) ? 1 : 0;
  if (opcode < 0x40) return [0, 0, 0, 0, 1, w, 0, 0][opcode & 7] ?? 0;
  if (immediate1.has(opcode)) return 1;
  if (immediateW.has(opcode)) return w;
  if (immediate4.has(opcode)) return 4;
  return ({ 0xc2: 2, 0xca: 2, 0xc8: 3, 0x9a: 6, 0xea: 6 } as Readonly<Record<number, number>>)[opcode] ?? 0;
}

/* What the next byte is, by its number in the register. */
const [OPCODE, SECOND, MODRM, SIB, DISPLACEMENT, IMMEDIATE] = [0, 1, 2, 3, 4, 5] as const;

const hash = (h: number, byte: number): number => Math.imul(h + byte + 1, 0x9e37_79b1) >>> 0;

/** INSTRUCTIONS: the bytes read as x86 code. */
export function instructions({ reg }: FeatureStage, machine: Machine): Op {
  const fresh = { at: OPCODE as number, left: 0, immediate: 0, w: 4, opcode: 0, modrm: 0, wide: false, form: 0, base: 0, displacement: 0, value: 0 };
  let now = { ...fresh };
  let prefixed = 0;
  let maybe = false;
  const displaced = new Map<number, number>();

  const operands = (displacement: number): void => {
    if (displacement > 0) [now.at, now.left] = [DISPLACEMENT, displacement];
    else if (now.immediate > 0) [now.at, now.left] = [IMMEDIATE, now.immediate];
    else [now.at, now.left] = [OPCODE, 0];
  };

  const opcode = (code: number): void => {
    now.opcode = code;
    now.immediate = now.wide && code >= 0xb8 && code <= 0xbf ? 8 : immediateOf(code, now.w);
    if (hasModrm(code)) now.at = MODRM;
    else operands(0);
  };

  /* Whether the instruction may end with this byte. */
  const read = (c: number): boolean => {
    switch (now.at) {
      case OPCODE:
        if (prefixes.has(c)) {
          if (c === 0x66) now.w = 2;
          return false;
        }
        if (prefixed > 0 && c >= 0x40 && c < 0x50) {
          now.wide = (c & 8) > 0;
          return false;
        }
        if (c === 0x0f) now.at = SECOND;
        else opcode(c);
        break;
      case SECOND:
        opcode(256 + c);
        break;
      case MODRM: {
        const [mode, base] = [c >> 6, c & 7];
        now.modrm = c;
        if (mode < 3) now.base = 8 * mode + base;
        if ((c & 0x3f) < 16) {
          if (now.opcode === 0xf6) now.immediate = 1;
          if (now.opcode === 0xf7) now.immediate = now.w;
        }
        if (mode !== 3 && base === 4) now.at = SIB;
        else operands(mode === 1 ? 1 : mode === 2 || (mode === 0 && base === 5) ? 4 : 0);
        break;
      }
      case SIB: {
        const mode = now.modrm >> 6;
        operands(mode === 1 ? 1 : mode === 2 || (c & 7) === 5 ? 4 : 0);
        break;
      }
      default:
        if (now.at === DISPLACEMENT) now.displacement = c;
        else now.value = hash(now.value, c);
        now.left--;
        if (now.left > 0) break;
        if (now.at === DISPLACEMENT) operands(0);
        else now.at = OPCODE;
    }
    return now.at === OPCODE;
  };

  /* The instruction is whole. */
  const end = (): void => {
    const { registers } = machine;
    const [opcodes, older, form, form2] = [2, 3, 4, 5].map((i) => machine.register(reg + i)) as [number, number, number, number];
    registers[reg + 3] = (older << 8) | (opcodes >>> 24);
    registers[reg + 2] = (opcodes << 8) | (now.opcode & 255);
    registers[reg + 6] = form2;
    registers[reg + 5] = form;
    registers[reg + 4] = now.form;
    if (now.value !== 0) registers[reg + 7] = now.value;
    if (now.base > 0) displaced.set(now.base, ((displaced.get(now.base) ?? 0) << 8) | now.displacement);
    registers[reg + 1] = 0;
    now = { ...fresh };
  };

  return {
    byte() {
      const { registers, last } = machine;
      if (now.at === OPCODE) {
        if (maybe) prefixed = Math.max(-64, Math.min(64, prefixed + (hasModrm(last) || last === 0x0f ? 2 : -1)));
        maybe = last >= 0x40 && last < 0x50;
      } else maybe = false;
      registers[reg + 1] = hash(machine.register(reg + 1), last);
      if (now.at <= SIB) now.form = hash(now.form, last);
      if (read(last)) end();
      registers[reg + 8] = now.base > 0 ? ((displaced.get(now.base) ?? 0) << 8) | now.base : 0;
      registers[reg] = now.at | (Math.min(now.left, 7) << 3) | (now.opcode << 6) | (now.modrm << 16);
    },
  };
}
