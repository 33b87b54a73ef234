/** One-shot calls: round trips, what counts as input, progress, aborts, limits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compress, compressSync, constants, decompress, decompressSync, info, KolmoError, versions } from '../src/index.js';
import { levels } from '../src/models/levels.js';
import { checkProgram, native } from '../src/native.js';
import { programOf } from '../src/options.js';
import { codeOf, noise, sample } from './support/data.js';

const small = sample.subarray(0, 4_000);
const fast = { level: 1 } as const;

describe('round trips', () => {
  it.each(levels.map(({ level }) => level))('level %i, promise and sync make the same archive', async (level) => {
    const input = sample.subarray(0, 12_000);
    const archive = compressSync(input, { level });
    expect(archive.equals(await compress(input, { level }))).toBe(true);
    expect(archive.length).toBeLessThan(input.length / 2);
    expect(decompressSync(archive).equals(input)).toBe(true);
    expect((await decompress(archive)).equals(input)).toBe(true);
  });

  it.each([0, 1, 2, 3, 255, 256, 257])('%i bytes of noise', async (length) => {
    const input = noise(length);
    const archive = await compress(input);
    expect(archive.length).toBeLessThanOrEqual(length + 32);
    expect((await decompress(archive)).equals(input)).toBe(true);
  });

  it('100 kB of noise grows by 0.1% and 32 bytes at most', () => {
    const input = noise(100_000);
    const archive = compressSync(input, fast);
    expect(archive.length).toBeLessThanOrEqual(100_000 * 1.001 + 32);
    expect(decompressSync(archive).equals(input)).toBe(true);
  });

  it('any bytes at all', () => {
    const property = fc.property(fc.uint8Array({ maxLength: 2_000 }), fc.constantFrom(1, 5), (bytes, level) => {
      expect(decompressSync(compressSync(bytes, { level })).equals(bytes)).toBe(true);
    });
    fc.assert(property, { numRuns: 60, seed: 42 });
  });

  it('several blocks', () => {
    const input = Buffer.concat([Buffer.alloc(constants.BLOCK, 'ab'), noise(1_000), Buffer.alloc(70_000, 'c')]);
    const archive = compressSync(input, fast);
    expect(info(archive).blocks).toBeGreaterThan(1);
    expect(decompressSync(archive).equals(input)).toBe(true);
  });

  it('several segments', () => {
    const input = sample.subarray(0, 80_000);
    const archive = compressSync(input, { ...fast, segment: constants.SEGMENT_MIN });
    expect(info(archive)).toMatchObject({ segments: 2, rawBytes: 80_000 });
    expect(decompressSync(archive).equals(input)).toBe(true);
  });

  it('a graph in place of a level', async () => {
    const { graph } = levels[0] ?? expect.fail('no level 1');
    expect((await compress(small, { graph })).equals(compressSync(small, fast))).toBe(true);
  });
});

describe('input', () => {
  const archive = compressSync(small, fast);
  const shifted = new Uint8Array(small.length + 11);
  shifted.set(small, 7);

  it.each([
    ['a typed array with an offset', new Uint8Array(shifted.buffer, 7, small.length)],
    ['an Int32Array', new Int32Array(new Uint8Array(small).buffer)],
    ['a DataView with an offset', new DataView(shifted.buffer, 7, small.length)],
    ['an ArrayBuffer', new Uint8Array(small).buffer],
  ])('%s', async (_, data) => {
    expect((await compress(data, fast)).equals(archive)).toBe(true);
    expect(compressSync(data, fast).equals(archive)).toBe(true);
  });

  it('an archive inside a larger buffer', async () => {
    const holder = new ArrayBuffer(archive.length + 9);
    const view = new Uint8Array(holder, 5, archive.length);
    view.set(archive);
    expect((await decompress(view)).equals(small)).toBe(true);
    expect(decompressSync(new DataView(holder, 5, archive.length)).equals(small)).toBe(true);
  });

  it('a string is its UTF-8', async () => {
    expect((await decompress(await compress('grüße, 世界'))).toString()).toBe('grüße, 世界');
  });

  it('shared memory is copied first', async () => {
    const shared = new Uint8Array(new SharedArrayBuffer(small.length));
    shared.set(small);
    const pending = compress(shared, fast);
    shared.fill(0);
    expect((await pending).equals(archive)).toBe(true);
  });

  it.each([[null], [undefined], [5], [{}], [[1, 2]]])('%o is refused', async (data) => {
    expect(await codeOf(() => compress(data as unknown as Buffer))).toBe('ERR_OPTION');
    expect(await codeOf(() => compressSync(data as unknown as Buffer))).toBe('ERR_OPTION');
    expect(await codeOf(() => decompress(data as unknown as Buffer))).toBe('ERR_OPTION');
    expect(await codeOf(() => info(data as unknown as Buffer))).toBe('ERR_OPTION');
  });

  it('a string is no archive', async () => {
    expect(await codeOf(() => decompress('text' as unknown as Buffer))).toBe('ERR_OPTION');
  });
});

describe('many at once', () => {
  it('50 jobs, each with its own result', async () => {
    const inputs = Array.from({ length: 50 }, (_, i) => Buffer.concat([Buffer.from(`job ${i}: `), small.subarray(0, 1_000 + 20 * i)]));
    const archives = await Promise.all(inputs.map((input, i) => compress(input, { level: 1 + (i % 3) })));
    const restored = await Promise.all(archives.map((archive) => decompress(archive)));
    expect(restored.every((bytes, i) => inputs[i]?.equals(bytes))).toBe(true);
  });

  it('archives written one after another decode as one', async () => {
    const archives = Buffer.concat([compressSync('one, ', fast), compressSync('', fast), compressSync('two')]);
    expect((await decompress(archives)).toString()).toBe('one, two');
    expect(info(archives)).toMatchObject({ members: 3, rawBytes: 8, archiveBytes: archives.length });
  });
});

describe('progress', () => {
  it('ends with the totals, in order', async () => {
    const seen: number[] = [];
    let last: unknown;
    const onProgress = (progress: { bytesIn: number }): void => {
      seen.push(progress.bytesIn);
      last = progress;
    };
    const archive = await compress(sample, { level: 5, onProgress });
    expect(last).toEqual({ bytesIn: sample.length, bytesOut: archive.length, bytesTotal: sample.length });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    decompressSync(archive, { onProgress });
    expect(last).toEqual({ bytesIn: archive.length, bytesOut: sample.length, bytesTotal: archive.length });
  });

  it('what it throws comes out of the call', async () => {
    const onProgress = (): never => {
      throw new RangeError('enough');
    };
    await expect(compress(small, { ...fast, onProgress })).rejects.toThrow(RangeError);
    expect(() => compressSync(sample, { level: 9, onProgress })).toThrow(RangeError);
  });

  it('a synchronous call ends when its data are taken away', async () => {
    const { buffer } = new Uint8Array(sample);
    const onProgress = (): void => void structuredClone(buffer, { transfer: [buffer] });
    expect(await codeOf(() => compressSync(buffer, { level: 9, onProgress }))).toBe('ERR_OPTION');
    expect(buffer.byteLength).toBe(0);
  });
});

describe('abort', () => {
  it('before the start: nothing runs', async () => {
    const reason = new Error('changed my mind');
    const signal = AbortSignal.abort(reason);
    await expect(compress(small, { signal })).rejects.toMatchObject({ name: 'AbortError', code: 'ABORT_ERR', cause: reason });
    await expect(decompress(small, { signal })).rejects.toMatchObject({ name: 'AbortError', code: 'ABORT_ERR' });
  });

  it('in the middle: the call ends long before its work would', async () => {
    const controller = new AbortController();
    const input = Buffer.alloc(200_000_000, 'never to be done ');
    const pending = compress(input, { level: 9, signal: controller.signal, onProgress: () => controller.abort() });
    await expect(pending).rejects.toMatchObject({ name: 'AbortError', code: 'ABORT_ERR' });
  });

  it('while decompressing', async () => {
    const archive = compressSync(Buffer.alloc(1_000_000, sample), fast);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 5);
    await expect(decompress(archive, { signal: controller.signal })).rejects.toMatchObject({ code: 'ABORT_ERR' });
  });

  it('while waiting behind other jobs', async () => {
    const controllers = Array.from({ length: 40 }, () => new AbortController());
    const big = Buffer.alloc(50_000_000, 'x');
    const jobs = controllers.map(({ signal }) => compress(big, { level: 1, signal }));
    for (const controller of controllers) controller.abort();
    const results = await Promise.allSettled(jobs);
    expect(results.map((result) => result.status === 'rejected' && result.reason.code)).toEqual(jobs.map(() => 'ABORT_ERR'));
  });

  it('after the end: no effect', async () => {
    const controller = new AbortController();
    const archive = await compress(small, { ...fast, signal: controller.signal });
    controller.abort();
    expect(decompressSync(archive).equals(small)).toBe(true);
  });
});

describe('limits', () => {
  const archive = compressSync(sample, fast);

  it('maxOutputLength, exactly', async () => {
    expect(decompressSync(archive, { maxOutputLength: sample.length }).equals(sample)).toBe(true);
    expect(await codeOf(() => decompressSync(archive, { maxOutputLength: sample.length - 1 }))).toBe('ERR_OUTPUT_LIMIT');
    expect(await codeOf(() => decompress(archive, { maxOutputLength: 1 }))).toBe('ERR_OUTPUT_LIMIT');
    expect((await compress(sample, { ...fast, maxOutputLength: archive.length })).equals(archive)).toBe(true);
    expect(await codeOf(() => compress(sample, { ...fast, maxOutputLength: archive.length - 1 }))).toBe('ERR_OUTPUT_LIMIT');
  });

  it('memory and cost of decoding', async () => {
    expect(await codeOf(() => decompress(archive, { memory: 1_000 }))).toBe('ERR_MEMORY');
    expect(await codeOf(() => decompress(archive, { maxCost: 1 }))).toBe('ERR_PROGRAM');
    const { memory, cost } = info(archive);
    expect(decompressSync(archive, { memory, maxCost: cost }).equals(sample)).toBe(true);
  });

  it('a memory cap on compression holds for whoever decodes', async () => {
    const memory = 1 << 20;
    const capped = compressSync(sample, { ...fast, memory });
    expect(info(capped).memory).toBeLessThanOrEqual(memory);
    expect(decompressSync(capped, { memory }).equals(sample)).toBe(true);
    expect(await codeOf(() => compress(sample, { memory: 100 }))).toBe('ERR_MEMORY');
  });

  it('1 kB at the default level takes 8 MB at most', () => {
    expect(checkProgram(programOf(constants.DEFAULT_LEVEL), 1_024).memory).toBeLessThanOrEqual(8_000_000);
  });
});

describe('about itself', () => {
  it('constants agree with the core', () => {
    const core = native().constants;
    for (const name of ['DEFAULT_MEMORY', 'DEFAULT_MAX_COST', 'BLOCK', 'SEGMENT_MIN', 'FORMAT_VERSION'] as const) {
      expect(constants[name], name).toBe(core[name]);
    }
  });

  it('versions name the path in use among those there', () => {
    expect(versions.paths).toContain(versions.cpu);
    expect(versions.version).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('a bad Program is a KolmoError', () => {
    expect(() => checkProgram(new Uint8Array([0, 1, 2]), undefined)).toThrow(KolmoError);
  });
});
