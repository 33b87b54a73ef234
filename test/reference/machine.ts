/** What the stages of a running model share (docs/format.md §6), and what a stage is. */
import { GOLDEN } from './hash.js';
import type { Field, Term } from './program.js';

export class Machine {
  /** u32; register 0 is the partial byte. */
  readonly registers = new Uint32Array(64);
  readonly signals = new Int16Array(1_024);
  readonly ring: Uint8Array;
  readonly mask: number;
  /** Bytes seen, modulo 2^32. */
  position = 0;
  /** Bits seen of the current byte. */
  bit = 0;
  /** The byte before. */
  last = 0;
  /** The prediction: in 1/65536, that the next bit is a one. */
  p = 32_768;

  constructor(log2: number) {
    this.ring = new Uint8Array(2 ** log2);
    this.mask = this.ring.length - 1;
  }

  register(i: number): number {
    return this.registers[i] ?? 0;
  }

  /** The byte of the ring at a position, which may be any u32 or negative. */
  byteAt(position: number): number {
    return this.ring[position & this.mask] ?? 0;
  }

  /** The hash of the i-th of a stage's contexts. */
  hashOf(terms: readonly Term[], i: number): number {
    let h = Math.imul(i + 1, GOLDEN);
    for (const { register, mask } of terms) {
      h = Math.imul(h ^ (this.register(register) & mask), 0x2c1b_3c6d);
      h ^= h >>> 15;
    }
    return h;
  }

  /** A selector's value: its fields side by side, the first one highest. */
  select(selector: readonly Field[]): number {
    let value = 0;
    for (const { register, shift, bits } of selector) value = (value << bits) | ((this.register(register) >>> shift) & (2 ** bits - 1));
    return value;
  }
}

/** A running stage: what it does at each of the four moments. */
export interface Op {
  /** A byte is complete; and once before the first. */
  byte?(): void;
  /** A byte or its second half begins. */
  nibble?(): void;
  /** A bit is to be predicted. */
  predict?(): void;
  /** The bit is known. */
  update?(bit: number): void;
}
