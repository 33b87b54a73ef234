/** The text transform: any bytes come back, the reference makes the same of them, and what is chosen by itself pays. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CompressOptions, compress, compressSync, createCompress, decompress, decompressSync, info, KolmoError } from '../src/index.js';
import { lower } from '../src/lower/index.js';
import { levelOf } from '../src/models/levels.js';
import { native } from '../src/native.js';
import { learnWords } from '../src/text/learn.js';
import { learnPieces } from '../src/text/merge.js';
import { Writer } from './reference/bytes.js';
import { decode } from './reference/decode.js';
import { encode } from './reference/encode.js';
import { MAGIC, REVISION } from './reference/format.js';
import { crc32, fnv1a } from './reference/hash.js';
import { decodeText, encodeText, english, englishHash } from './reference/text.js';
import { noise } from './support/noise.js';
import { outcome } from './support/outcome.js';
import { flushed } from './support/streams.js';

const sample = (name: string): Buffer => readFileSync(new URL(`sample/${name}`, import.meta.url));
const prose = sample('prose.txt');
const program = lower(levelOf(1).graph);

/* Words of the dictionary and others, in every case, and all bytes that the transform gives a meaning. */
const scrap = fc.oneof(
  fc.constantFrom('the', 'of', 'word', 'The', 'OF', 'Words', 'wORD', 'A', 'I', 'zzyzx', 'Zzyzx', 'ZZYZX', 'Schön', 'ÄRGER', 'é', '日本', '\u{1F600}', ' ', '. ', '\n', '&quot;'),
  fc.string({ maxLength: 6 }),
);
const bytes = fc.array(fc.oneof({ weight: 4, arbitrary: scrap.map((text) => Buffer.from(text)) }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 4 }) }), { maxLength: 60 }).map((parts) => Buffer.concat(parts));

function expectAlike(data: Buffer, text: 'dict' | Uint8Array, cut = false): void {
  const options = { level: 1, text: text === 'dict' ? 'dict' : cut ? 'bpe' : 'words' } as const;
  const archive = compressSync(data, options);
  expect(decompressSync(archive).equals(data), 'restores').toBe(true);
  expect(Buffer.from(decode(archive, [program])).equals(data), 'the reference restores it').toBe(true);
  expect(archive.equals(encode(data, { program, shipped: true, text, cut })), 'the reference makes the same archive').toBe(true);
}

describe('any bytes come back, and the reference makes the same archive', () => {
  it('by the dictionary', () => {
    fc.assert(fc.property(bytes, (data) => expectAlike(data, 'dict')), { numRuns: 60 });
  });

  it('by words of the data', () => {
    fc.assert(
      fc.property(bytes, (data) => {
        const repeated = Buffer.concat(Array.from({ length: 30 }, () => data));
        const words = learnWords(repeated);
        if (words.length > 0) expectAlike(repeated, words);
        else expect(info(compressSync(repeated, { level: 1, text: 'words' })).text).toBe('none');
      }),
      { numRuns: 30 },
    );
  });

  it('by pieces of words of the data', () => {
    fc.assert(
      fc.property(bytes, (data) => {
        const repeated = Buffer.concat([...Array.from({ length: 30 }, () => data), Buffer.from('anD OTHERWISE UnLikeLY wordsé'), data]);
        const pieces = learnPieces(repeated);
        if (pieces.length > 0) expectAlike(repeated, pieces, true);
        else expect(info(compressSync(repeated, { level: 1, text: 'bpe' })).text).toBe('none');
      }),
      { numRuns: 30 },
    );
  });

  it('by any pieces, ones of a letter and of half a character among them', () => {
    const vocabulary = fc.uniqueArray(fc.constantFrom('a', 'o', 'th', 'the', 'er', 'wor', 'ords', 'zy', '\xc3', '\xa4', '\xa4rger', 'sch\xc3\xb6', 'n'), { minLength: 1 });
    fc.assert(
      fc.property(bytes, vocabulary, fc.boolean(), (data, words, cut) => {
        const text = encodeText(data, words, cut);
        const measured = native().measureText(cut ? 4 : 2, Buffer.from(words.map((word) => `${word}\n`).join(''), 'latin1'), data);
        expect(measured.bytes).toBe(text?.length ?? data.length);
        if (text !== undefined) expect(Buffer.from(decodeText(text, words, data.length)).equals(data)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it.each<[string, Buffer]>([
    ['every byte', Buffer.from(Array.from({ length: 256 }, (_, i) => i))],
    ['every byte between words', Buffer.from(Array.from({ length: 256 }, (_, i) => `the ${String.fromCharCode(i)} of ${String.fromCharCode(i)}and`).join(''), 'latin1')],
    ['every pair of a letter, a capital, a mark and what is beyond ASCII', Buffer.from([...'aA\x01\x02\x03\x04é\x80 '].flatMap((a) => [...'bB\x01\x02\x03\x04è\xff.'].map((b) => `and ${a}${b} the`)).join(''), 'latin1')],
    ['words longer than any', Buffer.from(`${'a'.repeat(63)} ${'b'.repeat(64)} ${'c'.repeat(65)} ${'D'.repeat(200)} ${'é'.repeat(40)} the and of it is in`)],
    ['half of a character', Buffer.concat([Buffer.from('the of and é').subarray(0, -1), Buffer.from(' of the and in it')])],
    ['noise', Buffer.from(noise(3_000))],
    ['nothing', Buffer.alloc(0)],
  ])('%s', (_, data) => {
    expectAlike(data, 'dict');
  });

  it('words that blocks cut', async () => {
    const cuts = [prose.subarray(0, 205), prose.subarray(205, 210), prose.subarray(210, 1_003), noise(200), prose.subarray(1_003, 2_000)];
    const archive = await flushed(cuts, { level: 1, text: 'dict' });
    expect(info(archive)).toMatchObject({ blocks: 5, textBlocks: expect.any(Number), text: 'dict' });
    expect(decompressSync(archive).equals(Buffer.concat(cuts))).toBe(true);
    expect(Buffer.from(decode(archive, [program])).equals(Buffer.concat(cuts))).toBe(true);
  });
});

it('any text block from anybody: the core and the reference restore the same, or refuse it in the same way', () => {
  const dictionary = englishHash();
  const marks = fc.array(fc.constantFrom(1, 2, 3, 4, 32, 97, 128, 159, 160, 200, 239, 240, 255), { maxLength: 12 }).map((list) => Uint8Array.from(list));
  fc.assert(
    fc.property(marks, fc.nat(80), (text, more) => {
      const raw = text.length + more;
      const writer = new Writer().bytes(MAGIC).u8(0).varint(REVISION).u8(8).u8(10).u8(1).u64(dictionary).u64(fnv1a(program));
      writer.u32(crc32(writer.take()));
      const archive = writer.u8(0x13).varint(raw).varint(text.length).u32(0).bytes(text).u8(0).take();
      expect(outcome(() => decompressSync(archive))).toBe(outcome(() => decode(archive, [program])));
    }),
    { numRuns: 200 },
  );
});

it('a damaged vocabulary is ERR_CORRUPT, whatever it became', () => {
  const data = Buffer.from('Schöne Wörter, SCHÖNE Worte; schöne wörter! '.repeat(40));
  const archive = compressSync(data, { level: 1, text: 'words' });
  const lastCoded = archive.length - 2; // before the end; it has bits that say nothing
  for (let at = 8; at < archive.length; at++) {
    const damaged = Buffer.from(archive);
    damaged[at] = (damaged[at] ?? 0) ^ 0x10;
    if (at === lastCoded) expect(['ERR_CORRUPT', data.toString('hex')]).toContain(outcome(() => decompressSync(damaged)));
    else expect(() => decompressSync(damaged)).toThrow(KolmoError);
  }
});

describe('what is chosen', () => {
  const textOf = (data: Uint8Array, options: CompressOptions): string => info(compressSync(data, options)).text;

  it('the dictionary for English, from level 4 on', () => {
    expect([1, 3, 4, 5, 9].map((level) => textOf(prose, { level }))).toEqual(['none', 'none', 'dict', 'dict', 'dict']);
    expect(textOf(prose, { level: 1, text: 'auto' })).toBe('dict');
    expect(textOf(prose, { text: 'none' })).toBe('none');
    expect(textOf(prose, { graph: levelOf(5).graph })).toBe('none');
  });

  it.each(['weather.csv', 'server.log', 'records.json'])('nothing for %s', (name) => {
    expect(textOf(sample(name), {})).toBe('none');
  });

  it('nothing for another language', () => {
    expect(textOf(Buffer.from('Всё смешалось в доме. Жена узнала, что муж был в связи с бывшею гувернанткой. '.repeat(9)), {})).toBe('none');
  });

  it('makes English a tenth smaller, and short texts more', () => {
    const without = compressSync(prose, { text: 'none' });
    expect(compressSync(prose).length).toBeLessThan(0.95 * without.length);
    const note = Buffer.from('The meeting was moved to Thursday because nobody had read the report. Please bring it with you this time.');
    expect(compressSync(note, { text: 'dict' }).length).toBeLessThan(0.85 * compressSync(note, { text: 'none' }).length);
  });

  it('by the first bytes, however the stream was cut; the same with several threads', async () => {
    const data = Buffer.concat([prose, prose, prose, prose, prose]).subarray(0, 150_000);
    for (const text of ['dict', 'words', 'bpe', 'auto'] as const) {
      const options = { level: 1, text, segment: 65_536, snapshot: 30_000 };
      const archive = compressSync(data, options);
      expect(info(archive)).toMatchObject({ text: { dict: 'dict', words: 'words', bpe: 'words', auto: 'dict' }[text], segments: Math.ceil(data.length / 65_536) });
      expect((await compress(data, { ...options, threads: 3 })).equals(archive), `${text}, threads`).toBe(true);
      const stream = createCompress({ ...options, size: data.length });
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      for (let at = 0; at < data.length; at += 7_001) stream.write(data.subarray(at, at + 7_001));
      await new Promise((resolve) => stream.end(() => resolve(undefined)).on('end', resolve));
      expect(Buffer.concat(parts).equals(archive), `${text}, streamed`).toBe(true);
      expect((await decompress(archive, { range: [70_000, 70_050], threads: 2 })).equals(data.subarray(70_000, 70_050))).toBe(true);
      expect((await decompress(archive, { threads: 2 })).equals(data)).toBe(true);
    }
  });
});

it('the core has the dictionary that the repository has', () => {
  const words = english();
  const { letters, covered } = native().measureText(1, null, words);
  expect(covered).toBe(letters);
  expect(words.filter((byte) => byte === 10).length).toBeGreaterThan(50_000);
});
