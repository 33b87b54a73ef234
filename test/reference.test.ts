/** The core and test/reference, two programs after the same page, make the same archives and restore them alike. */
import { describe, expect, it } from 'vitest';
import { type CompressOptions, compressSync, decompressSync, info } from '../src/index.js';
import { lower } from '../src/lower/index.js';
import { kinds as kindsOfData } from '../src/kinds/kinds.js';
import { graphFor, levelOf, levels } from '../src/models/levels.js';
import { decode } from './reference/decode.js';
import { encode, type EncodeOptions } from './reference/encode.js';
import { crc32 } from './reference/hash.js';
import { small } from './models.js';
import { noise, sample } from './support/data.js';
import { kinds, mixture } from './support/kinds.js';
import { outcome } from './support/outcome.js';
import { flushed } from './support/streams.js';

const shipped = levels.flatMap((level) => kindsOfData.map((kind) => lower(graphFor(level, kind))));
const [fast = new Uint8Array()] = shipped;

const restored = (archive: Uint8Array): Buffer => Buffer.from(decode(archive, shipped));

/** Both ways: the reference makes the core's archive, and restores it. */
function expectAlike(data: Uint8Array, archive: Buffer, options: EncodeOptions): void {
  expect(archive.equals(encode(data, options)), 'the reference makes the same archive').toBe(true);
  expect(restored(archive).equals(data), 'the reference restores it').toBe(true);
}

/* Of levels that differ in table sizes alone one is enough for the kinds besides text. */
const graphs = levels.flatMap((row) =>
  kindsOfData.filter((kind) => kind === 'text' || row.level === 5 || row.level === 9).map((kind) => ({ level: row.level, kind, graph: graphFor(row, kind) })),
);

/* Networks are slow here: some bytes of each kind of data with them; all bytes without, but where levels 5, 8 and 9 read all with the same ops. */
const SOME = 200;
const LESS = 100; /* three windows of the largest networks, and some of a fourth */
const MORE = 1_000;

describe.each(graphs)('level $level, $kind', ({ level, kind, graph }) => {
  const off = lower(graphFor(levelOf(level), kind, 'off'));
  const textOf = (archive: Uint8Array): Partial<EncodeOptions> => {
    const { text } = info(archive);
    return text === 'dict' || text === 'code' ? { text } : {};
  };
  it.each(Object.entries(kinds))('%s', (name, data) => {
    const has = graph.nodes.some(({ type }) => type === 'bits');
    const part = has ? data.subarray(0, name !== 'prose' && level !== 5 ? 0 : level > 7 ? LESS : SOME) : data;
    const archive = compressSync(part, { level, kind });
    expectAlike(part, archive, { program: lower(graph), shipped: true, ...textOf(archive) });
    if (!has) return;
    const whole = level === 5 || (kind === 'text' && level !== 6 && level !== 7);
    const more = whole ? data : data.subarray(0, MORE);
    const plain = compressSync(more, { level, kind, network: 'off' });
    expectAlike(more, plain, { program: off, shipped: false, ...textOf(plain) });
  });
});

it('restores 4 kB of the default level, network and all', () => {
  const data = kinds.prose;
  expect(data).toHaveLength(4_000);
  expect(restored(compressSync(data)).equals(data)).toBe(true);
}, 120_000);

describe('framing', () => {
  const both = (data: Buffer, options: CompressOptions): Buffer => {
    const archive = compressSync(data, { ...options, level: 1 });
    const { segment = Number.POSITIVE_INFINITY, snapshot = 0 } = options;
    expectAlike(data, archive, { program: fast, shipped: true, segment, snapshot });
    return archive;
  };

  it.each([0, 1, 2, 3, 4, 5, 255, 256, 257])('%i bytes', (length) => {
    both(kinds.prose.subarray(0, length), {});
  });

  it('hundreds of short inputs, so that blocks end in every way', () => {
    for (let i = 0; i < 300; i++) both(Buffer.concat([Buffer.alloc(i % 7, 'a'), kinds.json.subarray(7 * i, 7 * i + 20 + (i % 50))]), {});
  });

  it('segments and their index', () => {
    const data = Buffer.concat([sample, sample.subarray(0, 60_000)]);
    const archive = both(data, { segment: 65_536 });
    expect(info(archive)).toMatchObject({ segments: 3, indexed: true, embedded: false });
  });

  it.each([1, 20_000, 65_536])('segments from a snapshot after %i bytes', (snapshot) => {
    const archive = both(sample, { segment: 65_536, snapshot });
    expect(info(archive)).toMatchObject({ segments: 2, snapshot });
  });

  it('a last segment of exactly the full size', () => {
    expect(info(both(Buffer.alloc(131_072, 'ab'), { segment: 65_536 }))).toMatchObject({ segments: 2, rawBytes: 131_072 });
  });

  it('blocks that are stored, coded and stored again, by a model that goes on', async () => {
    const pieces = [noise(700), kinds.prose.subarray(0, 900), noise(300, 2), kinds.prose.subarray(400, 1_400)];
    const data = Buffer.concat(pieces);
    const archive = await flushed(pieces, { level: 1 });
    expect(info(archive)).toMatchObject({ blocks: 4, storedBlocks: 2, lengthKnown: false });
    expectAlike(data, archive, { program: fast, shipped: true, lengthKnown: false, flushes: [700, 1_600, 1_900] });
  });

  it('flushes where nothing was written, or at the start', async () => {
    const archive = await flushed([Buffer.alloc(0), kinds.json.subarray(0, 10), Buffer.alloc(0), kinds.json.subarray(10, 500)], { level: 1, size: 500 });
    expectAlike(kinds.json.subarray(0, 500), archive, { program: fast, shipped: true, flushes: [10] });
  });

  it('a flush and segments', async () => {
    const pieces = [Buffer.alloc(70_000, 'xyz'), kinds.prose];
    const archive = await flushed(pieces, { level: 1, segment: 65_536 });
    expectAlike(Buffer.concat(pieces), archive, { program: fast, shipped: true, lengthKnown: false, segment: 65_536, flushes: [70_000] });
  });

  it('an embedded Program', () => {
    const archive = compressSync(kinds.prose, { graph: small });
    expect(info(archive).embedded).toBe(true);
    expectAlike(kinds.prose, archive, { program: lower(small), shipped: false });
  });

  it('tables made smaller by a memory limit', () => {
    const full = info(compressSync(mixture, { graph: small }));
    const archive = compressSync(mixture, { graph: small, memory: full.memory - 1 });
    const { sizeClass, memory } = info(archive);
    expect(memory).toBeLessThan(full.memory);
    expect(sizeClass).toBeLessThan(full.sizeClass);
    expectAlike(mixture, archive, { program: lower(small), shipped: false, sizeClass });
  });

  it('members one after another', () => {
    const parts = [kinds.json.subarray(0, 300), Buffer.alloc(0), mixture, Buffer.from('x')];
    const archive = Buffer.concat([compressSync(parts[0] ?? '', { level: 2 }), ...parts.slice(1).map((part) => compressSync(part, { graph: small }))]);
    expect(restored(archive).equals(Buffer.concat(parts))).toBe(true);
  });
});

describe('damage', () => {
  const agree = (archive: Buffer, original: Buffer, what: string): string => {
    const told = (bytes: Buffer): string => (bytes.equals(original) ? 'same' : 'WRONG BYTES');
    const code = outcome(() => restored(archive), told);
    expect(code, what).toBe(outcome(() => decompressSync(archive), told));
    return code;
  };

  it('gets the same error from both for every flipped bit of a small archive', async () => {
    const pieces = [kinds.prose.subarray(0, 60), noise(20)];
    const original = Buffer.concat(pieces);
    const archive = await flushed(pieces, { level: 1, size: original.length });
    // The last coded byte of a block may be any of several that mean the same, so not every flip does damage.
    for (let bit = 0; bit < 8 * archive.length; bit++) {
      const damaged = Buffer.from(archive);
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(agree(damaged, original, `bit ${bit} of ${8 * archive.length}`)).toMatch(/^ERR_|^same$/);
    }
  });

  it('… and for every place where it may end', () => {
    const original = kinds.prose.subarray(0, 100);
    const archive = compressSync(original, { level: 1 });
    for (let length = 0; length < archive.length; length++) expect(agree(archive.subarray(0, length), original, `${length} bytes`)).toBe('ERR_TRUNCATED');
    for (const tail of [[0], [0xce], [0xce, 0xba, 0x4c, 0x4e], [0xce, 0xba, 0x4c, 0x4d], [...archive.subarray(0, 20)]]) {
      expect(agree(Buffer.concat([archive, Buffer.from(tail)]), original, `with ${tail.join(' ')} behind it`)).toMatch(/^ERR_(TRAILING|TRUNCATED)$/);
    }
  });

  it('… and for an index that says something else', () => {
    const original = Buffer.alloc(65_600);
    const archive = compressSync(original, { level: 1, segment: 65_536 });
    // Behind the rows: checksum, size, magic.
    for (const fromEnd of [14, 10, 6, 2]) {
      const damaged = Buffer.from(archive);
      damaged[archive.length - fromEnd] = (damaged[archive.length - fromEnd] ?? 0) ^ 1;
      expect(agree(damaged, original, `byte ${-fromEnd}`)).toBe('ERR_CORRUPT');
    }
  });

  it('… and for embedded Programs with a changed byte', () => {
    const original = kinds.json.subarray(0, 40);
    const program = lower(small);
    const archive = compressSync(original, { graph: small });
    const start = archive.indexOf(program);
    const end = start + program.length;
    const seen = new Set<string>();
    for (let at = start; at < end; at++)
      for (const by of [1, 2, 0x80, 0xff]) {
        const changed = Buffer.from(archive);
        changed[at] = (changed[at] ?? 0) ^ by;
        changed.writeUInt32LE(crc32(changed.subarray(0, end)), end);
        // Another table size or weight makes a Program all the same: then it must mean the same to both.
        seen.add(agree(changed, original, `byte ${at - start} of the Program xor ${by}`));
      }
    expect([...seen].sort()).toEqual(['ERR_CORRUPT', 'ERR_PROGRAM', 'same']);
  });
});
