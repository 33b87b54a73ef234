/** §2.2: machine code with absolute addresses, both ways. */
import { corrupt } from './errors.js';

const X86 = 1;
const ARM64 = 2;

const OPCODES: ReadonlySet<number> = new Set([0x03, 0x39, 0x3b, 0x80, 0x83, 0x85, 0x89, 0x8b, 0x8d, 0xc6, 0xc7, 0xff]);
const BYTE_BEHIND: ReadonlySet<number> = new Set([0x6b, 0x80, 0x83, 0xc1, 0xc6]);
const WORD_BEHIND: ReadonlySet<number> = new Set([0x69, 0x81, 0xc7]);

const modulo = (value: number, bits: number): number => ((value % 2 ** bits) + 2 ** bits) % 2 ** bits;

type AddressClass = 'branch' | 'data';

/** What the addresses so far say of those to come. */
class Seen {
  private readonly gains = { branch: 0, data: 0 };
  private readonly absolute = new Map<number, number>();
  private readonly relative = new Map<number, number>();

  turns(kind: AddressClass): boolean {
    return this.gains[kind] >= 4;
  }

  note(kind: AddressClass, relative: number, absolute: number): void {
    const gain = this.gains[kind] + Number(meets(this.absolute, kind, absolute)) - Number(meets(this.relative, kind, relative));
    this.gains[kind] = Math.max(-128, Math.min(128, gain));
  }
}

function meets(table: Map<number, number>, kind: AddressClass, address: number): boolean {
  const key = address * 2 + (kind === 'data' ? 2 : 1);
  const place = Math.imul(key, 0x9e3779b1) >>> 20;
  const again = table.get(place) === key;
  table.set(place, key);
  return again;
}

const three = (bytes: Uint8Array, at: number, absolute: boolean): number => {
  const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
  return absolute ? a * 65_536 + b * 256 + c : c * 65_536 + b * 256 + a;
};

const putThree = (bytes: Uint8Array, at: number, value: number, absolute: boolean): void => {
  const parts = [value & 255, (value >> 8) & 255, (value >> 16) & 255];
  bytes.set(absolute ? parts.reverse() : parts, at);
};

/**
 * Turns a block's addresses one way.
 * @param from its bytes before
 * @param to the same; to be changed. Where it is raw bytes that are made, they are looked at as well
 * @returns how many turned
 */
function turn(from: Uint8Array, to: Uint8Array, start: number, decodes: boolean, instructions: number): number {
  const seen = new Seen();
  const raw = decodes ? to : from;
  let count = 0;
  /* The address in its other form, or undefined where it stays. */
  const other = (kind: AddressClass, base: number, bits: number, read: (absolute: boolean) => number): number | undefined => {
    const turns = seen.turns(kind);
    const given = read(turns && decodes);
    const made = modulo(turns && decodes ? given - base : given + base, bits);
    seen.note(kind, turns && decodes ? made : given, turns && decodes ? given : made);
    count += Number(turns);
    return turns ? made : undefined;
  };
  const byte = (at: number): number => raw[at] ?? 0;
  if (instructions === ARM64) {
    for (let i = modulo(-start, 2); i + 4 <= raw.length; i += 4) {
      const top = byte(i + 3);
      if (top >> 2 === 0x25) {
        const made = other('branch', Math.floor((start + i) / 4), 26, (absolute) => three(raw, i, absolute) + (top & 3) * 2 ** 24);
        if (made === undefined) continue;
        putThree(to, i, made, !decodes);
        to[i + 3] = 0x94 | (made >> 24);
      } else if ((top & 0x9f) === 0x90) {
        const low = three(raw, i, false);
        const made = other('data', Math.floor((start + i) / 4096), 21, () => (low >> 5) * 4 + ((top >> 5) & 3));
        if (made === undefined) continue;
        putThree(to, i, (low & 31) | ((made >> 2) << 5), false);
        to[i + 3] = 0x90 | ((made & 3) << 5);
      }
    }
    return count;
  }
  if (instructions !== X86) throw corrupt('unknown instructions');
  for (let i = 2; i + 5 <= raw.length; ) {
    const [prefix, opcode, here, top] = [byte(i - 2), byte(i - 1), byte(i), byte(i + 4)];
    const isBranch = here === 0xe8 || here === 0xe9;
    const isData = (here & 0xc7) === 5 && (prefix === 0x0f || prefix >> 4 === 4 || OPCODES.has(opcode));
    if (!isBranch && !isData) i += 1;
    else if (top !== 0 && top !== 255) i += 4;
    else {
      const behind = isBranch || prefix === 0x0f ? 0 : BYTE_BEHIND.has(opcode) ? 1 : WORD_BEHIND.has(opcode) ? 4 : 0;
      const made = other(isBranch ? 'branch' : 'data', start + i + 5 + behind, 25, (absolute) => three(raw, i + 1, absolute) + (top & 1) * 2 ** 24);
      if (made !== undefined) {
        putThree(to, i + 1, made, !decodes);
        to[i + 4] = made >= 2 ** 24 ? 255 : 0;
      }
      i += 5;
    }
  }
  return count;
}

/** @param start where the block begins in the member; @param size how many bytes it must restore to */
export function decodeBranches(code: Uint8Array, start: number, size: number): Uint8Array {
  if (code.length !== size + 1) throw corrupt('a block of code restores to another size');
  const raw = code.slice(0, size);
  turn(raw, raw, start, true, code[size] ?? 0);
  return raw;
}

/** Undefined where nothing turns. */
export function encodeBranches(raw: Uint8Array, start: number): Uint8Array | undefined {
  const [x86, arm64] = [X86, ARM64].map((instructions) => {
    const code = Uint8Array.of(...raw, instructions);
    return { code, count: turn(raw, code, start, false, instructions) };
  });
  if (x86 === undefined || arm64 === undefined) throw new Error('two kinds of instructions');
  const best = arm64.count > x86.count ? arm64 : x86;
  return best.count > 0 ? best.code : undefined;
}
