/** Web Streams, iterables, memoryUsage. */
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import {
  compressIterable, CompressorStream, compressSync, decompressIterable, DecompressorStream, decompressSync, info, memoryUsage,
} from '../src/index.js';
import { kinds } from '../src/kinds/kinds.js';
import { codeOf, sample } from './support/data.js';

const fast = { level: 1 } as const;

function source(bytes: Uint8Array, chunk: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, (at += chunk)));
    },
  });
}

const all = async (stream: ReadableStream<Uint8Array>): Promise<Buffer> => buffer(stream);

describe('Web Streams', () => {
  it('there and back', async () => {
    const archive = await all(source(sample, 1_000).pipeThrough(new CompressorStream({ ...fast, size: sample.length })));
    expect(archive.equals(compressSync(sample, fast))).toBe(true);
    expect((await all(source(archive, 77).pipeThrough(new DecompressorStream()))).equals(sample)).toBe(true);
  });

  it('text, and nothing', async () => {
    const pair = new CompressorStream(fast);
    const writer = pair.writable.getWriter();
    const result = all(pair.readable);
    await writer.write('grüße');
    await writer.close();
    expect(decompressSync(await result).toString()).toBe('grüße');
    expect(decompressSync(await all(source(Buffer.alloc(0), 1).pipeThrough(new CompressorStream())))).toHaveLength(0);
  });

  it('backpressure: a reader who does not read stops the work', async () => {
    const members = Buffer.concat(Array.from({ length: 60 }, () => compressSync(Buffer.alloc(20_000), fast)));
    const seen: number[] = [];
    const pair = new DecompressorStream({ onProgress: ({ bytesOut }) => seen.push(bytesOut) });
    const writer = pair.writable.getWriter();
    const written = writer.write(members).then(() => 'written');
    const later = new Promise((resolve) => setTimeout(() => resolve('waiting'), 300));
    expect(await Promise.race([written, later])).toBe('waiting');
    void writer.close();
    expect(await all(pair.readable)).toHaveLength(60 * 20_000);
    expect(seen.at(-1)).toBe(60 * 20_000);
  });

  it.each([
    ['no archive', Buffer.from('plain text, plain text'), 'ERR_NOT_KOLMO'],
    ['cut short', compressSync(sample, fast).subarray(0, -1), 'ERR_TRUNCATED'],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(() => all(source(bytes, 100).pipeThrough(new DecompressorStream())))).toBe(code);
  });

  it('aborts from every side', async () => {
    const big = Buffer.alloc(20_000_000, sample);
    const controller = new AbortController();
    const aborted = all(source(big, 100_000).pipeThrough(new CompressorStream({ level: 9, signal: controller.signal })));
    setTimeout(() => controller.abort(), 30);
    expect(await codeOf(() => aborted)).toBe('ABORT_ERR');
    expect(await codeOf(() => all(source(sample, 10).pipeThrough(new CompressorStream({ signal: AbortSignal.abort() }))))).toBe('ABORT_ERR');

    const cancelled = new CompressorStream({ level: 9 });
    const writing = cancelled.writable.getWriter();
    const pending = writing.write(big).catch((error: unknown) => error);
    await cancelled.readable.cancel('enough');
    expect(await pending).toBe('enough');

    const pair = new CompressorStream({ level: 9 });
    const writer = pair.writable.getWriter();
    const reading = all(pair.readable).catch((error: unknown) => error);
    void writer.write(big).catch(() => {});
    await writer.abort('stop');
    expect(await reading).toBe('stop');
  });

  it('a wrong chunk and wrong options', async () => {
    const pair = new DecompressorStream();
    const reading = codeOf(() => all(pair.readable));
    expect(await codeOf(() => pair.writable.getWriter().write('text'))).toBe('ERR_OPTION');
    expect(await reading).toBe('ERR_OPTION');
    expect(await codeOf(() => new CompressorStream({ level: 0 }))).toBe('ERR_OPTION');
  });
});

describe('iterables', () => {
  const collect = async (chunks: AsyncIterable<Buffer>): Promise<Buffer> => {
    const list: Buffer[] = [];
    for await (const chunk of chunks) list.push(chunk);
    return Buffer.concat(list);
  };

  it('arrays, generators, text and bytes mixed', async () => {
    const archive = await collect(compressIterable(['one, ', Buffer.from('two, '), '', new Uint8Array([51])], fast));
    expect(decompressSync(archive).toString()).toBe('one, two, 3');
    async function* slowly(): AsyncGenerator<Buffer> {
      for (let at = 0; at < archive.length; at += 5) yield archive.subarray(at, at + 5);
    }
    expect((await collect(decompressIterable(slowly()))).toString()).toBe('one, two, 3');
    expect((await collect(decompressIterable(source(archive, 9)))).toString()).toBe('one, two, 3');
  });

  it('errors of the source, of a chunk and of the archive', async () => {
    async function* failing(): AsyncGenerator<string> {
      yield 'some';
      throw new RangeError('no more');
    }
    await expect(collect(compressIterable(failing(), fast))).rejects.toThrow(RangeError);
    expect(await codeOf(() => collect(compressIterable([5 as unknown as string])))).toBe('ERR_OPTION');
    expect(await codeOf(() => collect(decompressIterable([Buffer.from('no archive')])))).toBe('ERR_NOT_KOLMO');
  });

  it('leaving the loop ends the source', async () => {
    let ended = false;
    function* endless(): Generator<Buffer> {
      try {
        for (;;) yield Buffer.alloc(100_000, sample);
      } finally {
        ended = true;
      }
    }
    for await (const _ of compressIterable(endless(), fast)) break;
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(ended).toBe(true);
  });
});

describe('memoryUsage', () => {
  it('tells what info() tells afterwards', () => {
    for (const options of [fast, { level: 5, kind: 'text' as const }, { level: 9, kind: 'binary' as const }, { level: 1, memory: 2 ** 20 }, { level: 1, segment: 65_536, snapshot: 1_000 }]) {
      const archive = compressSync(sample, options);
      expect(memoryUsage({ ...options, size: sample.length }).decompress).toBe(info(archive).memory);
    }
  });

  it('grows with threads, and falls with what is known of the input', () => {
    const { compress, decompress } = memoryUsage(5);
    expect(compress).toBe(decompress);
    expect(memoryUsage(5, { size: 1_000 }).compress).toBeLessThan(8_000_000);
    expect(compress).toBe(Math.max(...kinds.map((kind) => memoryUsage(5, { kind }).compress)));
    const segments = { segment: 2 ** 20, threads: 4 };
    expect(memoryUsage(5, segments).compress).toBe(4 * memoryUsage(5, segments).decompress);
    expect(memoryUsage(5, { ...segments, size: 2 ** 21 }).compress).toBe(2 * memoryUsage(5, segments).decompress);
    expect(memoryUsage(5, { segment: 2 ** 17, snapshot: 2 ** 16 }).decompress).toBeLessThan(decompress);
    expect(() => memoryUsage(10)).toThrow('level');
  });
});
