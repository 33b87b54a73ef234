/** Frames that the encoder never makes, right and wrong: the core and test/reference take and refuse the same, with the same codes. */
import { expect, it } from 'vitest';
import { decompressSync } from '../src/index.js';
import { lower } from '../src/lower/index.js';
import { levels } from '../src/models/levels.js';
import { Writer } from './reference/bytes.js';
import { decode } from './reference/decode.js';
import { INDEX_MAGIC, MAGIC, REVISION } from './reference/format.js';
import { crc32, fnv1a } from './reference/hash.js';
import { englishHash, englishWords } from './reference/text.js';
import { outcome } from './support/outcome.js';

const shipped = levels.map(({ graph }) => lower(graph));
const [program = new Uint8Array()] = shipped;

interface Header {
  readonly flags?: number;
  readonly sizeClass?: number;
  readonly length?: number;
  readonly snapshot?: number;
  readonly vocabulary?: (writer: Writer) => Writer;
  /** In place of a shipped Program's hash. */
  readonly name?: (writer: Writer) => Writer;
  readonly crc?: number;
}

class Archive extends Writer {
  private readonly start: number;

  constructor({ flags = 0, sizeClass = 10, length, snapshot, vocabulary, name = (writer) => writer.u64(fnv1a(program)), crc }: Header = {}) {
    super();
    this.bytes(MAGIC).u8(0).varint(REVISION).u8(flags).u8(sizeClass);
    if (length !== undefined) this.varint(length);
    if (snapshot !== undefined) this.varint(snapshot);
    vocabulary?.(this);
    name(this);
    this.u32(crc ?? crc32(this.take()));
    this.start = this.length;
  }

  stored(raw: Uint8Array): this {
    return this.u8(0x11).varint(raw.length).u32(crc32(raw)).bytes(raw);
  }

  text(raw: Uint8Array, text: Uint8Array): this {
    return this.u8(0x13).varint(raw.length).varint(text.length).u32(crc32(raw)).bytes(text);
  }

  coded(raw: number, coded: number): this {
    return this.u8(0x10).varint(raw).varint(coded).u32(0).bytes(new Uint8Array(coded));
  }

  segment(at: number, state = 0): this {
    return this.u8(0x20).u8(state).varint(at);
  }

  end(): Uint8Array {
    return this.u8(0x00).take();
  }

  /** Ends with an index of rows of archive bytes and raw bytes; the first row's archive bytes may be left to this. */
  index(rows: readonly (readonly [number | 'all', number])[], { tail = 8, header = this.start } = {}): Uint8Array {
    const at = this.length;
    this.u8(0x01).varint(header).varint(rows.length);
    for (const [archive, raw] of rows) this.varint(archive === 'all' ? at - this.start : archive).varint(raw);
    this.u32(crc32(this.take(at)));
    return this.u32(this.length - at + tail).bytes(INDEX_MAGIC).take();
  }
}

const four = Uint8Array.of(1, 2, 3, 4);
const full = new Uint8Array(65_536).fill(7);
const embedded = (count: number, bytes: Uint8Array): Header => ({ flags: 1, name: (writer) => writer.varint(count).bytes(bytes) });

const code = (word: string): number => 128 + englishWords().indexOf(word);
const dictionary: Header = { flags: 8, vocabulary: (writer) => writer.u8(1).u64(englishHash()) };
const carried = (count: number, coded: Uint8Array): Header => ({ flags: 8, vocabulary: (writer) => writer.u8(2).varint(count).varint(coded.length).bytes(coded) });

const cases: Readonly<Record<string, readonly [Uint8Array, string]>> = {
  'a stored block': [new Archive().stored(four).end(), '4 bytes'],
  'nothing': [new Archive().end(), '0 bytes'],
  'the largest size class': [new Archive({ sizeClass: 40 }).stored(four).end(), '4 bytes'],
  'a text block': [new Archive(dictionary).text(Buffer.from('Of'), Uint8Array.of(2, code('of'))).end(), '2 bytes'],
  'a text block as long as what it restores to': [new Archive(dictionary).text(four, Uint8Array.of(1, 1, 1, 2)).end(), 'ERR_CORRUPT'],
  'a text block longer than what it restores to': [new Archive(dictionary).text(Uint8Array.of(1), Uint8Array.of(1, 1)).end(), 'ERR_CORRUPT'],
  'a text block of nothing': [new Archive(dictionary).text(four, new Uint8Array()).end(), 'ERR_CORRUPT'],
  'a text block that restores to less': [new Archive(dictionary).text(four, Uint8Array.of(code('of'))).end(), 'ERR_CORRUPT'],
  'a text block that ends within a code': [new Archive(dictionary).text(four, Uint8Array.of(200)).end(), 'ERR_CORRUPT'],
  'a text block that ends within a mark': [new Archive(dictionary).text(four, Uint8Array.of(65, 1)).end(), 'ERR_CORRUPT'],
  'a text block that ends within a character': [new Archive(dictionary).text(four, Uint8Array.of(65, 4, 0xe2, 0x82)).end(), 'ERR_CORRUPT'],
  'a letter within a code': [new Archive(dictionary).text(Buffer.alloc(9), Uint8Array.of(200, 65)).end(), 'ERR_CORRUPT'],
  'a code of no word': [new Archive(dictionary).text(Buffer.alloc(9), Uint8Array.of(255, 255, 255)).end(), 'ERR_CORRUPT'],
  'a text block without a vocabulary': [new Archive().text(Buffer.from('of'), Uint8Array.of(code('of'))).end(), 'ERR_CORRUPT'],
  'a vocabulary of an unknown kind': [new Archive({ flags: 8, vocabulary: (writer) => writer.u8(4) }).end(), 'ERR_CORRUPT'],
  'code of unknown instructions': [new Archive({ flags: 8, vocabulary: (writer) => writer.u8(3) }).text(Buffer.alloc(3), Uint8Array.of(0, 0, 0, 3)).end(), 'ERR_CORRUPT'],
  'code without instructions': [new Archive({ flags: 8, vocabulary: (writer) => writer.u8(3) }).text(Buffer.alloc(3), Uint8Array.of(0, 0, 0)).end(), 'ERR_CORRUPT'],
  'code that ends late': [new Archive({ flags: 8, vocabulary: (writer) => writer.u8(3) }).text(Buffer.alloc(2), Uint8Array.of(0, 0, 0, 1)).end(), 'ERR_CORRUPT'],
  'an unknown dictionary': [new Archive({ flags: 8, vocabulary: (writer) => writer.u8(1).u64(5n) }).end(), 'ERR_PROGRAM'],
  'an unknown dictionary in a damaged header': [new Archive({ flags: 8, vocabulary: (writer) => writer.u8(1).u64(5n), crc: 0 }).end(), 'ERR_CORRUPT'],
  'a vocabulary of one byte': [new Archive(carried(1, four)).end(), 'ERR_CORRUPT'],
  'a vocabulary of too many bytes': [new Archive(carried(2 ** 20 + 1, four)).end(), 'ERR_CORRUPT'],
  'a vocabulary that takes too many': [new Archive({ flags: 8, vocabulary: (writer) => writer.u8(2).varint(2).varint(2 ** 21 + 1) }).end(), 'ERR_CORRUPT'],
  'a vocabulary that is none, and no block': [new Archive(carried(9, four)).end(), '0 bytes'],
  'a vocabulary that is none': [new Archive(carried(9, four)).stored(four).end(), 'ERR_CORRUPT'],
  'a size class above it': [new Archive({ sizeClass: 41 }).stored(four).end(), 'ERR_CORRUPT'],
  'an unknown flag': [new Archive({ flags: 16 }).stored(four).end(), 'ERR_CORRUPT'],
  'a length': [new Archive({ flags: 2, length: 4 }).stored(four).end(), '4 bytes'],
  'a length that is less': [new Archive({ flags: 2, length: 3 }).stored(four).end(), 'ERR_CORRUPT'],
  'a length that is more': [new Archive({ flags: 2, length: 5 }).stored(four).end(), 'ERR_CORRUPT'],
  'a shipped Program, embedded': [new Archive(embedded(program.length, program)).stored(four).end(), '4 bytes'],
  'an embedded Program of no bytes': [new Archive(embedded(0, new Uint8Array())).end(), 'ERR_PROGRAM'],
  'an embedded Program that is too long': [new Archive(embedded(65_537, new Uint8Array(65_537))).end(), 'ERR_CORRUPT'],
  'an unknown hash': [new Archive({ name: (writer) => writer.u64(5n) }).end(), 'ERR_PROGRAM'],
  'an unknown hash in a damaged header': [new Archive({ name: (writer) => writer.u64(5n), crc: 0 }).end(), 'ERR_CORRUPT'],
  'another version': [Uint8Array.of(...MAGIC, 1, REVISION, 255), 'ERR_VERSION'],
  'another version and no revision': [Uint8Array.of(...MAGIC, 1), 'ERR_TRUNCATED'],
  'another revision': [Uint8Array.of(...MAGIC, 0, 99, 255), 'ERR_VERSION'],
  'an index of one segment': [new Archive().stored(four).index([['all', 4]]), '4 bytes'],
  'an index of nothing': [new Archive().index([['all', 0]]), '0 bytes'],
  'an index without rows': [new Archive().index([]), 'ERR_CORRUPT'],
  'an index with other raw bytes': [new Archive().stored(four).index([['all', 5]]), 'ERR_CORRUPT'],
  'an index with other archive bytes': [new Archive().stored(four).index([[11, 4]]), 'ERR_CORRUPT'],
  'an index with a row too many': [new Archive().stored(four).index([['all', 4], [0, 0]]), 'ERR_CORRUPT'],
  'an index of another size': [new Archive().stored(four).index([['all', 4]], { tail: 9 }), 'ERR_CORRUPT'],
  'an index of another header': [new Archive().stored(four).index([['all', 4]], { header: 21 }), 'ERR_CORRUPT'],
  'two segments': [new Archive().stored(full).segment(65_536).stored(four).end(), '65540 bytes'],
  'an empty last segment': [new Archive().stored(full).segment(65_536).end(), '65536 bytes'],
  'a segment frame at the start': [new Archive().segment(0).stored(four).end(), 'ERR_CORRUPT'],
  'a short first segment': [new Archive().stored(four).segment(4).stored(four).end(), 'ERR_CORRUPT'],
  'a segment elsewhere': [new Archive().stored(full).segment(65_535).end(), 'ERR_CORRUPT'],
  'a segment from another state': [new Archive().stored(full).segment(65_536, 1).end(), 'ERR_CORRUPT'],
  'a snapshot that nothing starts from': [new Archive({ flags: 4, snapshot: 4 }).stored(four).end(), '4 bytes'],
  'a snapshot of no bytes': [new Archive({ flags: 4, snapshot: 0 }).stored(four).end(), 'ERR_CORRUPT'],
  'the largest snapshot': [new Archive({ flags: 4, snapshot: 2 ** 30 }).stored(four).end(), '4 bytes'],
  'a snapshot too far away': [new Archive({ flags: 4, snapshot: 2 ** 30 + 1 }).stored(four).end(), 'ERR_CORRUPT'],
  'a snapshot inside a block': [new Archive({ flags: 4, snapshot: 3 }).stored(four).end(), 'ERR_CORRUPT'],
  'a segment from a snapshot': [new Archive({ flags: 4, snapshot: 65_536 }).stored(full).segment(65_536, 1).stored(four).end(), '65540 bytes'],
  'a segment from nothing beside a snapshot': [new Archive({ flags: 4, snapshot: 65_536 }).stored(full).segment(65_536).stored(four).end(), '65540 bytes'],
  'a snapshot behind the first segment': [new Archive({ flags: 4, snapshot: 65_537 }).stored(full).segment(65_536).stored(four).end(), 'ERR_CORRUPT'],
  'a segment from an unknown state': [new Archive({ flags: 4, snapshot: 65_536 }).stored(full).segment(65_536, 2).end(), 'ERR_CORRUPT'],
  'a block of no bytes': [new Archive().stored(new Uint8Array()).end(), 'ERR_CORRUPT'],
  'a block that is too long': [new Archive().u8(0x11).varint(2 ** 24 + 1).u32(0).end(), 'ERR_CORRUPT'],
  'a coded block that should be stored': [new Archive().coded(4, 4).end(), 'ERR_CORRUPT'],
  'a coded block of too many bytes': [new Archive().coded(2 ** 20 + 1, 0).end(), 'ERR_CORRUPT'],
  'an unknown frame': [new Archive().u8(0x02).take(), 'ERR_CORRUPT'],
  'a varint longer than needed': [new Archive().u8(0x11).bytes([0x84, 0x00]).u32(crc32(four)).bytes(four).end(), 'ERR_CORRUPT'],
  'a varint of eleven bytes': [new Archive().u8(0x11).bytes(new Uint8Array(10).fill(255)).u8(1).end(), 'ERR_CORRUPT'],
  'a varint above 64 bits': [new Archive().u8(0x11).bytes(new Uint8Array(9).fill(255)).u8(2).end(), 'ERR_CORRUPT'],
  'the largest varint in a frame that ends early': [new Archive().u8(0x11).bytes(new Uint8Array(9).fill(255)).u8(1).end(), 'ERR_TRUNCATED'],
};

const bytesOf = ({ length }: Uint8Array): string => `${length} bytes`;

it.each(Object.entries(cases))('%s', (_, [archive, expected]) => {
  expect([outcome(() => decompressSync(archive), bytesOf), outcome(() => decode(archive, shipped), bytesOf)]).toEqual([expected, expected]);
});
