/** Segments: the same archive whatever the threads, ranges, archives opened for reading, snapshots. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { CompressOptions, Graph } from '../src/index.js';
import { type Archive, compress, compressSync, constants, createCompress, decompress, decompressSync, info, openArchive } from '../src/index.js';
import { codeOf, noise, sample } from './support/data.js';

const segment = constants.SEGMENT_MIN;
/* Four and a half segments of text and noise. */
const input = Buffer.concat([sample, sample, noise(2_000), sample, sample.subarray(0, 20_000)]).subarray(0, 4 * segment + segment / 2);
/* The cheapest model: what is tested here lies around it. */
const graph: Graph = {
  name: 'match alone',
  history: { min: 16, max: 20, offset: 0 },
  nodes: [{ id: 'match', type: 'match', minLength: 6, entries: { min: 10, max: 16, offset: 0 }, limit: 1023 }],
  output: ['match'],
};
const fast: CompressOptions = { graph, segment };
const snapshots = [undefined, 1_000, segment];

const folder = mkdtempSync(join(tmpdir(), 'kolmo-segments-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function streamed(options: CompressOptions, chunk: number, flushes: readonly number[] = []): Promise<Buffer> {
  const stream = createCompress(options);
  const result = buffer(stream);
  for (let at = 0; at < input.length; ) {
    const end = Math.min(at + chunk, ...flushes.filter((flush) => flush > at), input.length);
    if (!stream.write(Buffer.from(input.subarray(at, end)))) await new Promise((resolve) => stream.once('drain', resolve));
    at = end;
    if (flushes.includes(at)) await new Promise<void>((resolve) => stream.flush(() => resolve()));
  }
  stream.end();
  return result;
}

describe.each(snapshots)('snapshot %s', (snapshot) => {
  const options = { ...fast, snapshot };
  const archive = compressSync(input, options);

  it.each([2, 8])('%i threads make the archive that one makes, and restore it', async (threads) => {
    expect((await compress(input, { ...options, threads })).equals(archive)).toBe(true);
    expect((await decompress(archive, { threads })).equals(input)).toBe(true);
    expect(info(archive)).toMatchObject({ segments: 5, indexed: true, snapshot: snapshot ?? 0, rawBytes: input.length });
    expect(decompressSync(archive).equals(input)).toBe(true);
  });

  it.each([2, 3])('streams of %i threads make one archive, however they are cut', async (threads) => {
    expect((await streamed({ ...options, threads, size: input.length }, 9_999)).equals(archive)).toBe(true);
    const unknown = await streamed(options, 50_000);
    expect((await streamed({ ...options, threads }, 7_001)).equals(unknown)).toBe(true);
    const flushes = [500, 70_000, 70_001, 3 * segment];
    const flushed = await streamed(options, 40_000, flushes);
    expect((await streamed({ ...options, threads }, 7_001, flushes)).equals(flushed)).toBe(true);
    expect(decompressSync(flushed).equals(input)).toBe(true);
  });

  it('ranges', async () => {
    const property = fc.asyncProperty(fc.nat(input.length + 10), fc.nat(input.length), fc.integer({ min: 1, max: 3 }), async (start, length, threads) => {
      const part = await decompress(archive, { range: [start, start + length], threads });
      expect(part.equals(input.subarray(start, start + length))).toBe(true);
    });
    await fc.assert(property, { numRuns: 15, seed: 7, examples: [[0, 0, 1], [segment - 1, 2, 1], [3 * segment, segment, 2], [input.length, 5, 1]] });
  });
});

describe('short inputs and two threads', () => {
  const cases = [0, 1, 999, 1_000, 1_001, segment - 1, segment, segment + 1, 2 * segment];
  it.each(cases)('%i bytes', async (length) => {
    for (const snapshot of snapshots) {
      for (const size of [length, undefined]) {
        const options = { ...fast, snapshot, size };
        const one = await buffer(Readable.from([input.subarray(0, length)]).pipe(createCompress(options)));
        const two = await buffer(Readable.from([input.subarray(0, length)]).pipe(createCompress({ ...options, threads: 2 })));
        expect(two.equals(one)).toBe(true);
        expect(decompressSync(two).equals(input.subarray(0, length))).toBe(true);
      }
    }
  });
});

describe('an archive opened', () => {
  const small = compressSync('a member without segments. ', { level: 1 });
  const indexed = compressSync(input, { ...fast, snapshot: 5_000 });
  const text = 'a member without segments. ';
  const layouts: readonly (readonly [string, readonly Buffer[], Buffer])[] = [
    ['one member with an index', [indexed], input],
    ['one without', [small], Buffer.from(text)],
    ['several, the last with an index', [small, indexed, indexed], Buffer.concat([Buffer.from(text), input, input])],
    ['several, the last without', [indexed, small], Buffer.concat([input, Buffer.from(text)])],
  ];

  async function opened<T>(bytes: Uint8Array, use: (archive: Archive) => Promise<T>, options = {}): Promise<T> {
    const path = join(folder, 'archive.kolmo');
    writeFileSync(path, bytes);
    const archive = await openArchive(path, options);
    try {
      return await use(archive);
    } finally {
      await archive.close();
    }
  }

  it.each(layouts)('%s', async (_, members, original) => {
    await opened(Buffer.concat(members), async (archive) => {
      expect(archive.length).toBe(original.length);
      const last = archive.segments.at(-1);
      expect((last?.rawAt ?? 0) + (last?.rawBytes ?? 0)).toBe(original.length);
      const random = noise(40, 3);
      const reads = Array.from({ length: 8 }, (__, i) => {
        const start = Math.floor((((random[2 * i] ?? 0) + 1) / 257) * original.length);
        return [start, start + 40 * (random[2 * i + 1] ?? 0)] as const;
      });
      const parts = await Promise.all(reads.map(([start, end]) => archive.read(start, end)));
      parts.forEach((part, i) => expect(part.equals(original.subarray(...(reads[i] ?? [0, 0])))).toBe(true));
      expect((await buffer(archive.stream())).equals(original)).toBe(true);
    });
  });

  it('decodes no more than it needs', async () => {
    // Damage in segments that are not read is not seen.
    const plain = compressSync(input, fast);
    const bytes = Buffer.from(plain);
    const { segments } = await opened(plain, async (archive) => archive);
    const [, second] = segments;
    bytes[(second?.archiveAt ?? 0) + 100] = (bytes[(second?.archiveAt ?? 0) + 100] ?? 0) ^ 1;
    await opened(bytes, async (archive) => {
      expect((await archive.read(2 * segment, 3 * segment)).equals(input.subarray(2 * segment, 3 * segment))).toBe(true);
      expect((await archive.read(0, 10)).equals(input.subarray(0, 10))).toBe(true);
      expect(await codeOf(() => archive.read(segment, segment + 10))).toBe('ERR_CORRUPT');
      expect(await codeOf(() => archive.read(0, input.length))).toBe('ERR_CORRUPT');
    });
  });

  it('aborts, closes, refuses', async () => {
    await opened(indexed, async (archive) => {
      expect(await codeOf(() => archive.read(0, 10, { signal: AbortSignal.abort() }))).toBe('ABORT_ERR');
      const controller = new AbortController();
      const pending = archive.read(0, input.length, { signal: controller.signal });
      controller.abort();
      expect(await codeOf(() => pending)).toBe('ABORT_ERR');
      expect((await archive.read(input.length - 5, input.length)).equals(input.subarray(-5))).toBe(true);
      expect(await codeOf(() => archive.read(-1, 5))).toBe('ERR_OPTION');
      expect(await codeOf(() => archive.read(5, 4))).toBe('ERR_OPTION');
      const late = codeOf(() => archive.read(0, input.length));
      await archive.close();
      expect(await late).toMatch(/^(ABORT_ERR|ERR_OPTION|EBADF)$/);
      expect(await codeOf(() => archive.read(0, 1))).toBe('ERR_OPTION');
    });
    expect(await codeOf(() => opened(indexed, async () => 0, { memory: 5_000 }))).toBe('ERR_MEMORY');
    expect(await codeOf(() => opened(indexed.subarray(0, -1), async () => 0))).toBe('ERR_TRUNCATED');
    expect(await codeOf(() => opened(Buffer.concat([indexed, noise(3)]), async () => 0))).toMatch(/^ERR_(TRAILING|TRUNCATED)$/);
    expect(await codeOf(() => opened(noise(100), async () => 0))).toBe('ERR_NOT_KOLMO');
    expect(await codeOf(() => opened(Buffer.alloc(0), async () => 0))).toBe('ERR_TRUNCATED');
    expect(await codeOf(() => openArchive(join(folder, 'none')))).toBe('ENOENT');
  });

  it('every byte of an index changed: an error, or the right bytes', async () => {
    const archive = compressSync(input, fast);
    const size = archive.readUInt32LE(archive.length - 8);
    for (let at = archive.length - size; at < archive.length; at++) {
      const bytes = Buffer.from(archive);
      bytes[at] = (bytes[at] ?? 0) ^ 0x41;
      expect(await codeOf(() => opened(bytes, (open) => open.read(2 * segment, 2 * segment + 9))), `byte ${at - archive.length}`).toMatch(/^ERR_/);
    }
  });
});

describe('stopping', () => {
  const big = Buffer.alloc(16 * segment, input);

  it('an abort and an error end all threads', async () => {
    const controller = new AbortController();
    const pending = compress(big, { level: 5, segment, threads: 4, signal: controller.signal, onProgress: () => controller.abort() });
    expect(await codeOf(() => pending)).toBe('ABORT_ERR');
    expect(await codeOf(() => compress(big, { ...fast, threads: 2, maxOutputLength: 100 }))).toBe('ERR_OUTPUT_LIMIT');
    expect(await codeOf(() => compress(big, { ...fast, threads: 2, memory: 100 }))).toBe('ERR_MEMORY');
    const archive = await compress(big, { ...fast, threads: 2 });
    expect(await codeOf(() => decompress(archive, { threads: 2, signal: AbortSignal.timeout(5) }))).toBe('ABORT_ERR');
    expect(await codeOf(() => decompress(archive, { threads: 2, maxOutputLength: 100 }))).toBe('ERR_OUTPUT_LIMIT');
    expect(await codeOf(() => decompress(archive, { threads: 2, memory: 100 }))).toBe('ERR_MEMORY');
    expect(await codeOf(() => decompress(archive, { range: [0, 1], maxCost: 1 }))).toBe('ERR_PROGRAM');
  });

  it('a stream destroyed in the middle, and one with the wrong size', async () => {
    const stream = createCompress({ level: 5, segment, threads: 3, snapshot: 10_000 });
    stream.write(big);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const closed = new Promise((resolve) => stream.once('close', resolve));
    stream.destroy();
    await closed;
    for (const size of [big.length - 1, big.length + 1]) {
      const wrong = pipeline(Readable.from([big]), createCompress({ ...fast, threads: 2, size }), async (source) => buffer(source));
      expect(await codeOf(() => wrong)).toBe('ERR_OPTION');
    }
  });

  it('progress adds up over all segments', async () => {
    const seen: number[] = [];
    const archive = await compress(big, { ...fast, threads: 3, onProgress: ({ bytesIn }) => seen.push(bytesIn) });
    expect(seen.at(-1)).toBe(big.length);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    let last: unknown;
    await decompress(archive, { threads: 3, onProgress: (progress) => (last = progress) });
    expect(last).toEqual({ bytesIn: archive.length, bytesOut: big.length, bytesTotal: archive.length });
  });
});
