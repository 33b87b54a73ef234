/** Machine code with absolute addresses: any bytes come back, the reference makes the same of them, and what is chosen by itself pays. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compress, compressSync, decompress, decompressSync, info } from '../src/index.js';
import { lower } from '../src/lower/index.js';
import { levelOf } from '../src/models/levels.js';
import { Writer } from './reference/bytes.js';
import { decode } from './reference/decode.js';
import { encode } from './reference/encode.js';
import { MAGIC, REVISION } from './reference/format.js';
import { crc32, fnv1a } from './reference/hash.js';
import { kinds } from './support/kinds.js';
import { arm64, machineCode, x86 } from './support/machine-code.js';
import { noise } from './support/noise.js';
import { outcome } from './support/outcome.js';
import { flushed } from './support/streams.js';

const program = lower(levelOf(1).graph);

const samples: readonly [string, Buffer][] = [
  ['x86', machineCode(x86, 1_500)],
  ['ARM64', machineCode(arm64, 2_500)],
];

function expectAlike(data: Buffer): Buffer {
  const archive = compressSync(data, { level: 1, text: 'code' });
  expect(decompressSync(archive).equals(data), 'restores').toBe(true);
  expect(Buffer.from(decode(archive, [program])).equals(data), 'the reference restores it').toBe(true);
  expect(archive.equals(encode(data, { program, shipped: true, text: 'code' })), 'the reference makes the same archive').toBe(true);
  return archive;
}

describe.each(samples)('%s', (_, data) => {
  it('comes back, by the reference as well, and is smaller', () => {
    const archive = expectAlike(data);
    expect(info(archive)).toMatchObject({ text: 'code', textBlocks: 1, blocks: 1 });
    expect(archive.length).toBeLessThan(0.9 * compressSync(data, { level: 1 }).length);
  });

  it('in blocks and segments, whose addresses go on counting', async () => {
    const cuts = [data.subarray(0, 3_001), data.subarray(3_001, 3_003), data.subarray(3_003)];
    const archive = await flushed(cuts, { level: 1, text: 'code' });
    expect(info(archive).textBlocks).toBeGreaterThan(1);
    expect(decompressSync(archive).equals(data)).toBe(true);
    expect(Buffer.from(decode(archive, [program])).equals(data)).toBe(true);
    const long = Buffer.concat(Array.from({ length: 20 }, () => data));
    const options = { level: 1, text: 'code', segment: 65_536 } as const;
    const cut = compressSync(long, options);
    expect((await compress(long, { ...options, threads: 2 })).equals(cut), 'threads').toBe(true);
    expect((await decompress(cut, { range: [70_000, 71_000] })).equals(long.subarray(70_000, 71_000))).toBe(true);
    expect(decompressSync(cut).equals(long)).toBe(true);
  });
});

it('any bytes come back, and the reference makes the same archive', () => {
  const byte = fc.constantFrom(0, 0, 0xe8, 0xe9, 0x05, 0x0d, 0x0f, 0x48, 0x8b, 0x83, 0xff, 0x94, 0x97, 0x90, 0xf0, 1, 2);
  const scrap = fc.oneof(
    fc.array(byte, { minLength: 1, maxLength: 12 }).map((list) => Buffer.from(list)),
    fc.constantFrom(Buffer.from([0xe8, 0, 1, 0, 0]), Buffer.from([0x48, 0x8d, 0x05, 9, 0, 0, 0]), Buffer.from([1, 0, 0, 0x94])),
  );
  fc.assert(
    fc.property(fc.array(scrap, { maxLength: 50 }), fc.integer({ min: 1, max: 9 }), (parts, times) => {
      expectAlike(Buffer.concat(Array.from({ length: times }, () => parts).flat()));
    }),
    { numRuns: 100 },
  );
});

it('any block of code from anybody: the core and the reference restore the same, or refuse it in the same way', () => {
  const [, whole] = samples[0] ?? ['', Buffer.alloc(0)];
  fc.assert(
    fc.property(fc.nat(3), fc.nat(300), fc.integer({ min: -2, max: 2 }), fc.array(fc.tuple(fc.nat(299), fc.nat(255)), { maxLength: 6 }), (instructions, n, more, changes) => {
      const code = Buffer.concat([whole.subarray(0, n), Buffer.of(instructions)]);
      for (const [at, value] of changes) if (at < n) code[at] = value;
      const raw = Math.max(0, n + more);
      const writer = new Writer().bytes(MAGIC).u8(0).varint(REVISION).u8(8).u8(10).u8(3).u64(fnv1a(program));
      writer.u32(crc32(writer.take()));
      /* Its checksum is right where raw bytes are told as they are, which is often enough. */
      const archive = writer.u8(0x13).varint(raw).varint(code.length).u32(crc32(code.subarray(0, n))).bytes(code).u8(0).take();
      expect(outcome(() => decompressSync(archive))).toBe(outcome(() => decode(archive, [program])));
    }),
    { numRuns: 200 },
  );
});

describe('what is chosen', () => {
  it('code for binary data, from level 4 on; where nothing turns it costs a byte', () => {
    const x86Code = samples[0]?.[1] ?? Buffer.alloc(0);
    expect([1, 3, 4, 5].map((level) => info(compressSync(x86Code, { level })).text)).toEqual(['none', 'none', 'code', 'code']);
    for (const data of [Buffer.from(noise(5_000)), kinds.records]) {
      const archive = compressSync(data, { level: 4 });
      expect(info(archive)).toMatchObject({ text: 'code', textBlocks: 0 });
      expect(archive.length).toBe(compressSync(data, { level: 4, text: 'none' }).length + 1);
    }
  });
});
