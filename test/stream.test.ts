/** Streams: independence of chunking, flush, backpressure, destroy and abort, errors. */
import { Readable, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import type { CoderStream } from '../src/index.js';
import { compressSync, createCompress, createDecompress, decompressSync } from '../src/index.js';
import { codeOf, noise, sample } from './support/data.js';

const fast = { level: 1 } as const;

/** Pieces of 1 byte to `most` bytes. */
function* pieces(bytes: Buffer, most: number): Generator<Buffer> {
  const lengths = noise(bytes.length + 1, most);
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const length = 1 + ((lengths[i] ?? 0) % most);
    yield bytes.subarray(at, at + length);
    at += length;
  }
}

async function through(bytes: Buffer, stream: CoderStream, most: number): Promise<Buffer> {
  const [result] = await Promise.all([buffer(stream), pipeline(Readable.from(pieces(bytes, most), { objectMode: false }), stream)]);
  return result;
}

describe('chunking', () => {
  const input = sample.subarray(10_000, 22_000);
  const whole = compressSync(input, fast);

  it.each([1, 7, 256])('with the size given, pieces of up to %i bytes make the one-shot archive', async (most) => {
    expect((await through(input, createCompress({ ...fast, size: input.length }), most)).equals(whole)).toBe(true);
    expect((await through(whole, createDecompress(), most)).equals(input)).toBe(true);
  });

  it('without the size, the archive is the same for all cuts', async () => {
    const [fine, coarse] = await Promise.all([through(input, createCompress(), 3), through(input, createCompress(), 256)]);
    expect(fine.equals(coarse)).toBe(true);
    expect(decompressSync(fine).equals(input)).toBe(true);
  });

  it('nothing at all', async () => {
    const empty = await through(Buffer.alloc(0), createCompress(), 1);
    expect(decompressSync(empty)).toHaveLength(0);
    expect(await through(empty, createDecompress(), 1)).toHaveLength(0);
  });

  it('archives one after another', async () => {
    expect((await through(Buffer.concat([whole, whole]), createDecompress(), 100)).equals(Buffer.concat([input, input]))).toBe(true);
  });
});

describe('flush', () => {
  it('makes all that was written so far restorable', async () => {
    const out = createCompress(fast);
    const back = createDecompress();
    out.pipe(back);
    for (const text of ['first line\n', 'second line\n', 'third line\n']) {
      out.write(text);
      const arrived = new Promise<Buffer>((resolve) => back.once('data', resolve));
      await new Promise<void>((resolve) => out.flush(() => resolve()));
      expect((await arrived).toString()).toBe(text);
    }
    out.end();
    expect(await buffer(back)).toHaveLength(0);
  });

  it('calls back after the end and after destroy, too', async () => {
    const ended = createCompress(fast);
    ended.end('x');
    ended.resume();
    await new Promise<void>((resolve) => ended.flush(() => resolve()));
    const destroyed = createCompress(fast).destroy();
    await new Promise<void>((resolve) => destroyed.flush(() => resolve()));
    expect([ended.writableEnded, destroyed.destroyed]).toEqual([true, true]);
  });
});

describe('backpressure', () => {
  it('a reader who does not read stops the decoder', async () => {
    // 10 MB in one small write, which takes many seconds to decode unless something stops it.
    const member = compressSync(Buffer.alloc(20_000), fast);
    const stream = createDecompress();
    stream.write(Buffer.concat(Array.from({ length: 500 }, () => member)));
    await new Promise<void>((resolve) => stream.once('readable', resolve));
    const before = stream.bytesOut;
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(stream.bytesOut).toBe(before);
    expect(stream.readableLength).toBeLessThan(1_000_000);
    // And a reader who reads again starts it again.
    const again = new Promise<void>((resolve) => stream.on('readable', () => stream.bytesOut > before && resolve()));
    while (stream.read() !== null);
    await again;
    expect(stream.bytesOut).toBeGreaterThan(before);
    stream.destroy();
  });

  it('a slow writer at the end is waited for', async () => {
    const archive = compressSync(sample, fast);
    const received: Buffer[] = [];
    const slow = new Writable({
      highWaterMark: 1_000,
      write: (chunk: Buffer, _, done) => {
        received.push(chunk);
        setTimeout(done, 1);
      },
    });
    await pipeline(Readable.from([archive]), createDecompress(), slow);
    expect(Buffer.concat(received).equals(sample)).toBe(true);
  });
});

describe('stopping', () => {
  it('destroy in the middle of the work', async () => {
    const stream = createCompress({ level: 9 });
    stream.write(Buffer.alloc(20_000_000, 'long work '));
    await new Promise((resolve) => setTimeout(resolve, 30));
    const closed = new Promise<void>((resolve) => stream.once('close', resolve));
    stream.destroy();
    await closed;
    expect(stream.destroyed).toBe(true);
  });

  it('a signal', async () => {
    const controller = new AbortController();
    const stream = createCompress({ level: 9, signal: controller.signal });
    setTimeout(() => controller.abort(), 30);
    const code = await codeOf(() => pipeline(Readable.from([Buffer.alloc(20_000_000, 'x')]), stream, new Writable({ write: (_c, _e, done) => done() })));
    expect(code).toBe('ABORT_ERR');
  });

  it('a throwing onProgress is the error of the stream', async () => {
    const stream = createCompress({
      ...fast,
      onProgress: () => {
        throw new RangeError('enough');
      },
    });
    await expect(through(sample, stream, 256)).rejects.toThrow(RangeError);
  });
});

describe('errors and counts', () => {
  const archive = compressSync(sample, fast);

  it.each<[string, string, Buffer, object]>([
    ['cut short', 'ERR_TRUNCATED', archive.subarray(0, -1), {}],
    ['nothing', 'ERR_TRUNCATED', Buffer.alloc(0), {}],
    ['no archive', 'ERR_NOT_KOLMO', Buffer.from('plain text, plain text'), {}],
    ['something behind it', 'ERR_TRAILING', Buffer.concat([archive, Buffer.from('more of it')]), {}],
    ['over the limit', 'ERR_OUTPUT_LIMIT', archive, { maxOutputLength: sample.length - 1 }],
    ['over the memory', 'ERR_MEMORY', archive, { memory: 4_096 }],
  ])('%s: %s', async (_, code, bytes, options) => {
    expect(await codeOf(() => through(bytes, createDecompress(options), 256))).toBe(code);
  });

  it('a size that was not true', async () => {
    expect(await codeOf(() => through(sample, createCompress({ ...fast, size: 5 }), 256))).toBe('ERR_OPTION');
    expect(await codeOf(() => through(Buffer.from('abc'), createCompress({ ...fast, size: 5 }), 256))).toBe('ERR_OPTION');
  });

  it('counts and reports', async () => {
    let last: unknown;
    const stream = createCompress({ ...fast, size: sample.length, onProgress: (progress) => (last = progress) });
    const result = await through(sample, stream, 256);
    expect([stream.bytesIn, stream.bytesOut]).toEqual([sample.length, result.length]);
    expect(last).toEqual({ bytesIn: sample.length, bytesOut: result.length, bytesTotal: sample.length });
  });
});
