/** Every wrong option is ERR_OPTION with a message that names it. */
import { describe, expect, it } from 'vitest';
import { compress, compressSync, createCompress, createDecompress, decompress, decompressSync } from '../src/index.js';

const wrongForCompress: readonly [string, unknown][] = [
  ['level', 0],
  ['level', 10],
  ['level', 2.5],
  ['level', '5'],
  ['level', Number.NaN],
  ['graph', 'level5'],
  ['graph', {}],
  ['memory', 0],
  ['memory', -1],
  ['memory', '1G'],
  ['segment', 1_000],
  ['segment', 1e300],
  ['segment', 2 ** 30 + 1],
  ['snapshot', 1_000],
  ['threads', 0],
  ['threads', 2],
  ['threads', 1_000],
  ['size', -1],
  ['size', 3n],
  ['maxOutputLength', 0],
  ['maxOutputLength', Number.POSITIVE_INFINITY],
  ['onProgress', 'yes'],
  ['signal', {}],
  ['levle', 5],
  ['text', 'english'],
  ['text', 1],
  ['maxCost', 5],
];

const wrongForDecompress: readonly [string, unknown][] = [
  ['memory', 0],
  ['maxCost', 0],
  ['maxCost', 1.5],
  ['maxOutputLength', null],
  ['onProgress', {}],
  ['signal', true],
  ['level', 5],
  ['threads', 1.5],
  ['range', 5],
  ['range', [5]],
  ['range', [5, 4]],
  ['range', [-1, 4]],
];

function naming(name: string): object {
  return { code: 'ERR_OPTION', message: expect.stringMatching(new RegExp(`\\b${name}\\b`)) };
}

function thrown(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    return error;
  }
}

describe('compress', () => {
  it.each(wrongForCompress)('%s: %o', async (name, value) => {
    const options = { [name]: value };
    await expect(compress('x', options)).rejects.toMatchObject(naming(name));
    expect(thrown(() => compressSync('x', options))).toMatchObject(naming(name));
    expect(thrown(() => createCompress(options))).toMatchObject(naming(name));
  });

  it('contradictions', async () => {
    const { levels } = await import('../src/models/levels.js');
    const graph = levels[0]?.graph;
    await expect(compress('x', { level: 1, graph })).rejects.toMatchObject(naming('graph'));
    await expect(compress('x', { size: 2 })).rejects.toMatchObject(naming('size'));
  });

  it('undefined is as if not given', () => {
    const options = { level: undefined, memory: undefined, signal: undefined, onProgress: undefined };
    expect(compressSync('x', options).equals(compressSync('x'))).toBe(true);
  });

  it('options that are no object', async () => {
    await expect(compress('x', 5 as unknown as object)).rejects.toMatchObject({ code: 'ERR_OPTION' });
    await expect(compress('x', null as unknown as object)).rejects.toMatchObject({ code: 'ERR_OPTION' });
  });
});

describe('decompress', () => {
  const archive = compressSync('x');

  it.each(wrongForDecompress)('%s: %o', async (name, value) => {
    const options = { [name]: value };
    await expect(decompress(archive, options)).rejects.toMatchObject(naming(name));
    expect(thrown(() => decompressSync(archive, options))).toMatchObject(naming(name));
    expect(thrown(() => createDecompress(options))).toMatchObject(naming(name));
  });
});

it('the synchronous functions take no signal', () => {
  const options: object = { signal: new AbortController().signal };
  expect(thrown(() => compressSync('x', options))).toMatchObject(naming('signal'));
  expect(thrown(() => decompressSync(compressSync('x'), options))).toMatchObject(naming('signal'));
});
