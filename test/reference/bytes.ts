/** Reading and writing the integers of docs/format.md: fixed width little-endian, and LEB128 varints. */
import { ArchiveError } from './errors.js';

/** Reads forward; reading past the end throws an ArchiveError of the code given at construction. */
export class Reader {
  at = 0;

  constructor(
    readonly data: Uint8Array,
    private readonly codeAtEnd: string,
    private readonly codeOfBadVarint: string,
  ) {}

  get ended(): boolean {
    return this.at === this.data.length;
  }

  bytes(count: number): Uint8Array {
    if (count > this.data.length - this.at) throw new ArchiveError(this.codeAtEnd, `ends early, at byte ${this.data.length}`);
    this.at += count;
    return this.data.subarray(this.at - count, this.at);
  }

  u8(): number {
    return this.bytes(1)[0] ?? 0;
  }

  i8(): number {
    return (this.u8() << 24) >> 24;
  }

  u32(): number {
    return this.bytes(4).reduceRight((value, byte) => value * 256 + byte, 0);
  }

  u64(): bigint {
    return this.bytes(8).reduceRight((value, byte) => value * 256n + BigInt(byte), 0n);
  }

  /** A varint of up to 64 bits; above 2^53 it is not exact, but nothing that large is valid. */
  varint(): number {
    let value = 0n;
    for (let i = 0; i < 10; i++) {
      const byte = this.u8();
      value |= BigInt(byte & 127) << BigInt(7 * i);
      if (byte < 128) {
        if (value >= 1n << 64n || (byte === 0 && i > 0)) break;
        return Number(value);
      }
    }
    throw new ArchiveError(this.codeOfBadVarint, 'a varint is above 64 bits, or longer than needed');
  }
}

export class Writer {
  private readonly parts: number[] = [];

  get length(): number {
    return this.parts.length;
  }

  bytes(data: Iterable<number>): this {
    for (const byte of data) this.parts.push(byte);
    return this;
  }

  u8(value: number): this {
    this.parts.push(value & 255);
    return this;
  }

  u32(value: number): this {
    for (let i = 0; i < 4; i++) this.u8(value >>> (8 * i));
    return this;
  }

  u64(value: bigint): this {
    return this.u32(Number(value & 0xffff_ffffn)).u32(Number(value >> 32n));
  }

  varint(value: number): this {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) this.u8((rest % 128) | 128);
    return this.u8(rest);
  }

  /** What was written from byte `from` on. */
  take(from = 0): Uint8Array {
    return Uint8Array.from(this.parts.slice(from));
  }
}
