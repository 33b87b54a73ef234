/** What looks like machine code: instructions that name a few places again and again, and others between them. */
import { noise } from './noise.js';

const le32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value | 0);
  return bytes;
};

export interface Instructions {
  /** Each an instruction at an offset that names a place by how far away it is. */
  readonly named: readonly ((at: number, place: number) => Buffer)[];
  readonly other: (i: number) => Buffer;
}

const filler = Buffer.from(noise(4_096)).map((byte) => byte & 0x7f);

export const x86: Instructions = {
  named: [
    (at, place) => Buffer.concat([Buffer.of(0xe8), le32(place - at - 5)]),
    (at, place) => Buffer.concat([Buffer.of(0xe9), le32(place - at - 5)]),
    (at, place) => Buffer.concat([Buffer.of(0x48, 0x8d, 0x05), le32(place - at - 7)]),
    (at, place) => Buffer.concat([Buffer.of(0x83, 0x3d), le32(place - at - 7), Buffer.of(1)]),
    (at, place) => Buffer.concat([Buffer.of(0xc7, 0x05), le32(place - at - 10), le32(7)]),
    (at, place) => Buffer.concat([Buffer.of(0x0f, 0xb6, 0x05), le32(place - at - 7)]),
  ],
  other: (i) => Buffer.from(filler.subarray((i * 13) % 4_000, ((i * 13) % 4_000) + (i % 4))),
};

export const arm64: Instructions = {
  named: [
    (at, place) => le32(0x94000000 | (((place - at) >> 2) & 0x3ffffff)),
    (at, place) => {
      const pages = (place >> 12) - (at >> 12);
      return le32(0x90000003 | ((pages & 3) << 29) | (((pages >> 2) & 0x7ffff) << 5));
    },
  ],
  other: (i) => le32(0x0a000000 + (i % 7)),
};

export function machineCode({ named, other }: Instructions, count: number): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    const place = ((i * i * 7919) % 23) * 4096 - 40_000;
    const part = Buffer.concat([named[i % named.length]?.(at, place) ?? Buffer.alloc(0), other(i)]);
    parts.push(part);
    at += part.length;
  }
  return Buffer.concat(parts);
}
