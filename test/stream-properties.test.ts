/** Whatever is written, however it is cut and flushed: one archive for the same bytes and flushes, and the bytes back, by every kind of stream. */
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compressIterable, CompressorStream, compressSync, createCompress, createDecompress, decompressIterable, DecompressorStream, decompressSync } from '../src/index.js';
import type { CompressOptions } from '../src/index.js';

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  { weight: 2, arbitrary: fc.record({ byte: fc.nat(255), length: fc.nat(5_000) }).map(({ byte, length }) => new Uint8Array(length).fill(byte)) },
  { weight: 1, arbitrary: fc.record({ unit: fc.uint8Array({ minLength: 1, maxLength: 40 }), times: fc.nat(400) }).map(({ unit, times }) => new Uint8Array(Buffer.concat(Array.from({ length: times }, () => unit)))) },
);

/** A piece, or a flush. */
const script = fc.array(fc.oneof({ weight: 4, arbitrary: piece }, { weight: 1, arbitrary: fc.constant('flush' as const) }), { maxLength: 12 });
const cut = fc.integer({ min: 1, max: 3_000 });
const level = fc.constantFrom(1, 2);

function* cuts(bytes: Uint8Array, length: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield Buffer.from(bytes.subarray(at, at + length));
}

async function archiveOf(steps: readonly (Uint8Array | 'flush')[], length: number, options: CompressOptions): Promise<Buffer> {
  const stream = createCompress(options);
  const result = buffer(stream);
  for (const step of steps) {
    if (step === 'flush') stream.flush();
    else for (const chunk of cuts(step, length)) if (!stream.write(chunk)) await new Promise((resolve) => stream.once('drain', resolve));
  }
  stream.end();
  return result;
}

const bytesOf = (steps: readonly (Uint8Array | 'flush')[]): Buffer => Buffer.concat(steps.filter((step) => step !== 'flush'));

it('node streams', async () => {
  const property = fc.asyncProperty(script, cut, cut, level, async (steps, one, other, of) => {
    const archive = await archiveOf(steps, one, { level: of });
    expect((await archiveOf(steps, other, { level: of })).equals(archive)).toBe(true);
    const back = await buffer(Readable.from(cuts(archive, other), { objectMode: false }).pipe(createDecompress()));
    expect(back.equals(bytesOf(steps))).toBe(true);
    expect(decompressSync(archive).equals(back)).toBe(true);
  });
  await fc.assert(property, { numRuns: 40, seed: 1 });
});

it('web streams and iterables', async () => {
  const property = fc.asyncProperty(fc.array(piece, { maxLength: 8 }), cut, level, async (steps, length, of) => {
    const bytes = bytesOf(steps);
    const options = { level: of, size: bytes.length };
    const wanted = compressSync(bytes, { level: of });
    const source = (data: Uint8Array): ReadableStream<Uint8Array> => Readable.toWeb(Readable.from(cuts(data, length), { objectMode: false })) as ReadableStream<Uint8Array>;
    expect((await buffer(source(bytes).pipeThrough(new CompressorStream(options)))).equals(wanted)).toBe(true);
    expect((await buffer(source(wanted).pipeThrough(new DecompressorStream()))).equals(bytes)).toBe(true);
    expect((await buffer(compressIterable(cuts(bytes, length), options))).equals(wanted)).toBe(true);
    expect((await buffer(decompressIterable(cuts(wanted, length)))).equals(bytes)).toBe(true);
  });
  await fc.assert(property, { numRuns: 25, seed: 2 });
});

it('damage anywhere: an error of ours, or the bytes', async () => {
  const whole = compressSync(Buffer.from('a text that is damaged here and there. '.repeat(60)), { level: 1 });
  const property = fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), cut, async (at, by, length) => {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ by;
    const result = await buffer(decompressIterable(cuts(bytes, length))).catch((error: { code?: string }) => error.code);
    if (typeof result === 'object') expect(compressSync(result, { level: 1 }).equals(whole)).toBe(true);
    else expect(result).toMatch(/^ERR_[A-Z_]+$/);
  });
  await fc.assert(property, { numRuns: 150, seed: 3 });
});
