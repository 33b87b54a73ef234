/** Checksums and hashes. */

/** The CRC-32 of zlib; `before` is the checksum of what stands in front of `data`. */
export function crc32(data: Uint8Array, before = 0): number {
  let crc = ~before;
  for (const byte of data) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb8_8320 : 0);
  }
  return ~crc >>> 0;
}

/** FNV-1a of 64 bits, which names a Program. */
export function fnv1a(data: Uint8Array): bigint {
  let hash = 0xcbf2_9ce4_8422_2325n;
  for (const byte of data) hash = ((hash ^ BigInt(byte)) * 0x100_0000_01b3n) & 0xffff_ffff_ffff_ffffn;
  return hash;
}

/** §5.3: a u32 whose every bit depends on every bit of `h`. */
export function scramble(h: number): number {
  h ^= h >>> 16;
  h = Math.imul(h, 0x7feb_352d);
  h ^= h >>> 15;
  h = Math.imul(h, 0x846c_a68b);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The multiplier of most hashes: 2^32 over the golden ratio. */
export const GOLDEN = 0x9e37_79b1;
