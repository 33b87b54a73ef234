/** §3: the arithmetic coder. 64-bit numbers are BigInts; probabilities are in 1/65536 that the bit is a one. */

const TOP = 1n << 64n;
const LOW = 1n << 32n;

export class BitDecoder {
  private range = TOP - 1n;
  private value: bigint;
  private at = 0;

  constructor(private readonly data: Uint8Array) {
    this.value = this.next32() * LOW + this.next32();
  }

  bit(p: number): number {
    const bound = (this.range >> 16n) * BigInt(p);
    const bit = this.value < bound ? 1 : 0;
    if (bit) this.range = bound;
    else {
      this.value -= bound;
      this.range -= bound;
    }
    while (this.range < LOW) {
      this.value = (this.value * LOW + this.next32()) % TOP;
      this.range *= LOW;
    }
    return bit;
  }

  /** Most significant byte first; past the end there are zeros. */
  private next32(): bigint {
    let value = 0;
    for (let i = 0; i < 4; i++) value = value * 256 + (this.data[this.at++] ?? 0);
    return BigInt(value);
  }
}

export class BitEncoder {
  private range = TOP - 1n;
  private low = 0n;
  private readonly bytes: number[] = [];

  bit(bit: number, p: number): void {
    const bound = (this.range >> 16n) * BigInt(p);
    if (bit) this.range = bound;
    else {
      this.low += bound;
      this.range -= bound;
      this.carry();
    }
    while (this.range < LOW) {
      this.write(4);
      this.range *= LOW;
    }
  }

  /** The block's data; the encoder is of no use after it. */
  finish(): Uint8Array {
    const end = this.low + this.range;
    let unit = TOP;
    let number = TOP;
    for (; ; unit >>= 8n) {
      number = ((this.low + unit - 1n) / unit) * unit;
      if (number < end) break;
    }
    this.low = number;
    this.carry();
    this.write(8);
    while (this.bytes.at(-1) === 0) this.bytes.pop();
    return Uint8Array.from(this.bytes);
  }

  /** Adds what `low` has above 64 bits to the bytes already written. */
  private carry(): void {
    if (this.low < TOP) return;
    this.low -= TOP;
    let i = this.bytes.length - 1;
    for (; this.bytes[i] === 255; i--) this.bytes[i] = 0;
    this.bytes[i] = (this.bytes[i] ?? 0) + 1;
  }

  /** Moves the upper `count` bytes of `low` out. */
  private write(count: number): void {
    for (let i = 0; i < count; i++) {
      this.bytes.push(Number(this.low >> 56n));
      this.low = (this.low << 8n) % TOP;
    }
  }
}
