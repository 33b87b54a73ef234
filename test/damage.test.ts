/** Damaged archives: the right code where it is certain, a KolmoError always, never wrong bytes. */
import { describe, expect, it } from 'vitest';
import { compressSync, createCompress, createDecompress, decompress, decompressSync, info, KolmoError } from '../src/index.js';
import { codeOf, noise, sample } from './support/data.js';

const input = sample.subarray(0, 2_500);
const archive = compressSync(input, { level: 1 });

/** 'same' when it decodes to the input, else the error's code; anything else throws. */
function outcome(bytes: Buffer): string {
  try {
    return decompressSync(bytes, { maxOutputLength: 1_000_000 }).equals(input) ? 'same' : 'WRONG BYTES';
  } catch (error) {
    if (error instanceof KolmoError) return error.code;
    throw error;
  }
}

describe('codes', () => {
  it('truncated at every one of the first and the last bytes', () => {
    for (let length = 0; length < archive.length; length += length < 40 || length > archive.length - 40 ? 1 : 37) {
      expect(outcome(archive.subarray(0, length)), `${length} bytes`).toBe('ERR_TRUNCATED');
    }
  });

  it('wrong magic', async () => {
    for (const bytes of [Buffer.from('PK\u0003\u0004 and so on'), noise(500), Buffer.alloc(100)]) {
      expect(outcome(bytes)).toBe('ERR_NOT_KOLMO');
      expect(await codeOf(() => decompress(bytes))).toBe('ERR_NOT_KOLMO');
      expect(await codeOf(() => info(bytes))).toBe('ERR_NOT_KOLMO');
    }
  });

  it('something behind the archive', () => {
    expect(outcome(Buffer.concat([archive, noise(100)]))).toBe('ERR_TRAILING');
    expect(outcome(Buffer.concat([archive, Buffer.from([0])]))).toBe('ERR_TRAILING');
  });

  it('an archive that ends inside a second one', () => {
    expect(outcome(Buffer.concat([archive, archive.subarray(0, archive.length >> 1)]))).toBe('ERR_TRUNCATED');
  });
});

it('bits flipped: every one of the first 60 bytes, and 500 anywhere', () => {
  const bits = Array.from({ length: 60 * 8 }, (_, bit) => bit);
  const more = noise(1_000, 9);
  for (let i = 0; i < 500; i++) bits.push(((more[2 * i] ?? 0) * 256 + (more[2 * i + 1] ?? 0)) % (archive.length * 8));
  const seen = new Map<string, number>();
  for (const bit of bits) {
    const at = bit >> 3;
    const bytes = Buffer.from(archive);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit & 7));
    const result = outcome(bytes);
    seen.set(result, (seen.get(result) ?? 0) + 1);
    // Only the last coded byte (the end frame's one byte follows it) has bits that no decoder needs.
    if (at !== archive.length - 2) expect(result, `bit ${bit}`).toMatch(/^ERR_/);
  }
  expect(seen.get('WRONG BYTES')).toBeUndefined();
  expect(seen.get('ERR_CORRUPT')).toBeGreaterThan(500);
});

it('a piece cut out of the middle, and two pieces swapped', async () => {
  const middle = archive.length >> 1;
  const cut = Buffer.concat([archive.subarray(0, middle), archive.subarray(middle + 20)]);
  expect(outcome(cut)).toMatch(/^ERR_(CORRUPT|TRUNCATED)$/);
  const swapped = Buffer.concat([archive.subarray(0, 100), archive.subarray(200, 300), archive.subarray(100, 200), archive.subarray(300)]);
  expect(outcome(swapped)).toBe('ERR_CORRUPT');
  expect(await codeOf(() => decompress(swapped))).toBe('ERR_CORRUPT');
});

it('damage in a later block of a stream: the blocks before it were delivered, and nothing after', async () => {
  const stream = createCompress({ level: 1 });
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.write('the first block. ');
  await new Promise<void>((resolve) => stream.flush(() => resolve()));
  const whole = Buffer.concat(chunks).length;
  stream.end('the second block, which will be damaged');
  await new Promise((resolve) => stream.once('end', resolve));
  const bytes = Buffer.concat(chunks);
  bytes[whole + 12] = (bytes[whole + 12] ?? 0) ^ 0x10;

  const back = createDecompress();
  let text = '';
  back.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const failed = new Promise<unknown>((resolve) => back.once('error', resolve));
  back.end(bytes);
  expect(await failed).toMatchObject({ name: 'KolmoError', code: expect.stringMatching(/^ERR_(CORRUPT|TRUNCATED)$/) });
  expect(text).toBe('the first block. ');
});
