/** §2: archives, from bytes to what they were made from. */
import { decodeBranches } from './branches.js';
import { Reader } from './bytes.js';
import { BitDecoder } from './coder.js';
import { ArchiveError, corrupt } from './errors.js';
import { INDEX_MAGIC, MAGIC, REVISION, VERSION } from './format.js';
import { crc32, fnv1a } from './hash.js';
import { Model } from './model.js';
import { costOf, parseProgram, type Stage } from './program.js';
import { decodeText, englishHash, englishWords, vocabularyOf } from './text.js';

const MAX_COST = 262_144;
const MAX_RAW = 2 ** 24;
const SEGMENT_MIN = 65_536;

const startsWith = (data: Uint8Array, prefix: Uint8Array): boolean => prefix.every((byte, i) => i >= data.length || byte === data[i]);

/**
 * Restores the members of an archive, one after another.
 * @param shipped Program bytes that members may name by hash
 * @throws ArchiveError
 */
export function decode(archive: Uint8Array, shipped: readonly Uint8Array[]): Uint8Array {
  const programs = new Map(shipped.map((bytes) => [fnv1a(bytes), bytes]));
  const reader = new Reader(archive, 'ERR_TRUNCATED', 'ERR_CORRUPT');
  const blocks: Uint8Array[] = [];
  do {
    if (!startsWith(archive.subarray(reader.at), MAGIC)) {
      throw new ArchiveError(reader.at === 0 ? 'ERR_NOT_KOLMO' : 'ERR_TRAILING', `no archive at byte ${reader.at}`);
    }
    blocks.push(...new Member(reader, programs).blocks());
  } while (!reader.ended);
  return Buffer.concat(blocks);
}

/** Bytes that the model sees without coding them. */
export function teach(model: Model, bytes: Iterable<number>): void {
  for (const byte of bytes)
    for (let i = 7; i >= 0; i--) {
      model.predict();
      model.update((byte >> i) & 1);
    }
}

/** Bytes coded with a model. */
function decodeBytes(model: Model, coded: Uint8Array, size: number): Uint8Array {
  const decoder = new BitDecoder(coded);
  return Uint8Array.from({ length: size }, () => {
    let byte = 0;
    for (let i = 0; i < 8; i++) {
      const bit = decoder.bit(model.predict());
      model.update(bit);
      byte = byte * 2 + bit;
    }
    return byte;
  });
}

/** A vocabulary as a header carries it. */
interface Packed {
  /** Bytes of the words. */
  readonly size: number;
  readonly coded: Uint8Array;
}

/** Makes a block's raw bytes, as many as are told, of what was coded; `start` is where they begin in the member. */
type Restore = (text: Uint8Array, start: number, size: number) => Uint8Array;

const byWords =
  (words: readonly string[]): Restore =>
  (text, _, size) =>
    decodeText(text, words, size);

class Member {
  private readonly stages: readonly Stage[];
  private readonly sizeClass: number;
  private readonly length: number | undefined;
  /** How many bytes of the first segment the models of segments of state 1 have seen before they begin; and those bytes. */
  private readonly snapshot: number | undefined;
  private readonly known: number[] = [];
  private readonly headerBytes: number;
  private model: Model;
  /** How transformed blocks are restored; a vocabulary for it is made when the first block comes. */
  private readonly makeRestore: (() => Restore) | undefined = undefined;
  private restore: Restore | undefined;
  /** By how much a transformed block may be longer than its raw bytes. */
  private readonly longer: number;
  /** Of the current segment's raw bytes. */
  private crc = 0;
  /** Raw bytes of the member so far, and where in them the current segment starts. */
  private raw = 0;
  private segmentStart = 0;
  /** What the index must say of the segments that have ended. */
  private readonly index: { readonly archiveBytes: number; readonly rawBytes: number }[] = [];
  private segmentAt: number;

  constructor(
    private readonly reader: Reader,
    programs: ReadonlyMap<bigint, Uint8Array>,
  ) {
    const start = reader.at;
    reader.bytes(MAGIC.length);
    const version = reader.u8();
    const revision = reader.varint();
    if (version !== VERSION) throw new ArchiveError('ERR_VERSION', `version ${version}`);
    if (revision !== REVISION) throw new ArchiveError('ERR_VERSION', `op-set revision ${revision}`);
    const flags = reader.u8();
    if (flags > 15) throw corrupt('unknown flags');
    this.sizeClass = reader.u8();
    if (this.sizeClass > 40) throw corrupt('the size class is above 40');
    this.length = flags & 2 ? reader.varint() : undefined;
    this.snapshot = flags & 4 ? reader.varint() : undefined;
    const vocabulary = flags & 8 ? this.vocabulary() : undefined;
    const snapshotRight = this.snapshot === undefined || (this.snapshot >= 1 && this.snapshot <= 2 ** 30);
    const program = flags & 1 ? this.embedded() : reader.u64();
    const end = reader.at;
    if (crc32(reader.data.subarray(start, end)) !== reader.u32()) throw corrupt("the header's checksum is wrong");
    if (!snapshotRight) throw corrupt('the snapshot is nowhere');
    if (typeof vocabulary === 'bigint' && vocabulary !== englishHash()) throw new ArchiveError('ERR_PROGRAM', 'an unknown dictionary');
    const bytes = typeof program === 'bigint' ? programs.get(program) : program;
    if (bytes === undefined) throw new ArchiveError('ERR_PROGRAM', 'an unknown Program');
    this.stages = parseProgram(bytes);
    if (costOf(this.stages) > MAX_COST) throw new ArchiveError('ERR_PROGRAM', 'the Program costs too much');
    if (vocabulary === 'code') this.makeRestore = () => decodeBranches;
    else if (typeof vocabulary === 'bigint') this.makeRestore = () => byWords(englishWords());
    else if (vocabulary !== undefined) this.makeRestore = () => byWords(vocabularyOf(this.unpack(vocabulary)));
    this.longer = vocabulary === 'code' ? 1 : 0;
    this.model = this.newModel();
    this.segmentAt = reader.at;
    this.headerBytes = reader.at - start;
  }

  /** The raw bytes, block by block, up to and with the end frame. */
  *blocks(): Generator<Uint8Array> {
    const { reader } = this;
    for (;;) {
      const at = reader.at;
      const tag = reader.u8();
      if (tag === 0x10 || tag === 0x12) yield this.coded(tag === 0x12);
      else if (tag === 0x11 || tag === 0x13) yield this.stored(tag === 0x13);
      else if (tag === 0x20) this.newSegment(at);
      else if (tag === 0x00 || tag === 0x01) {
        this.endSegment(at);
        if (tag === 0x01) this.checkIndex(at);
        if (this.length !== undefined && this.length !== this.raw) throw corrupt('the length is not what the header says');
        return;
      } else throw corrupt(`an unknown frame ${tag}`);
    }
  }

  private embedded(): Uint8Array {
    const size = this.reader.varint();
    if (size > 65_536) throw corrupt('the Program is too long');
    return this.reader.bytes(size);
  }

  private newModel(): Model {
    return new Model(this.stages, this.sizeClass);
  }

  /** A dictionary's hash, or a vocabulary as it is carried, or neither. */
  private vocabulary(): bigint | Packed | 'code' {
    const kind = this.reader.u8();
    if (kind === 1) return this.reader.u64();
    if (kind === 3) return 'code';
    if (kind !== 2) throw corrupt('an unknown vocabulary');
    const size = this.reader.varint();
    const coded = this.reader.varint();
    if (size < 2 || size > 2 ** 20 || coded > 2 ** 21) throw corrupt('the vocabulary has an impossible size');
    return { size, coded: this.reader.bytes(coded) };
  }

  private unpack({ size, coded }: Packed): Uint8Array {
    const sizeClass = Math.min(this.sizeClass, Math.ceil(Math.log2(size)));
    return decodeBytes(new Model(this.stages, sizeClass), coded, size);
  }

  /** Makes the vocabulary, where there is one, when the first block comes. */
  private prepare(): void {
    if (this.makeRestore !== undefined) this.restore ??= this.makeRestore();
  }

  private coded(isText: boolean): Uint8Array {
    if (isText && this.makeRestore === undefined) throw corrupt('a text block without a vocabulary');
    const raw = this.reader.varint();
    const text = isText ? this.reader.varint() : raw;
    const size = this.reader.varint();
    const crc = this.reader.u32();
    this.checkRaw(raw, text);
    if (size >= text || text > 65_536 * (size + 16)) throw corrupt('a coded block has an impossible size');
    const data = this.reader.bytes(size);
    this.prepare();
    const block = decodeBytes(this.model, data, text);
    return this.checked(isText && this.restore ? this.restore(block, this.raw, raw) : block, crc, block);
  }

  private stored(isText: boolean): Uint8Array {
    if (isText && this.makeRestore === undefined) throw corrupt('a text block without a vocabulary');
    const raw = this.reader.varint();
    const text = isText ? this.reader.varint() : raw;
    const crc = this.reader.u32();
    this.checkRaw(raw, text);
    const block = this.reader.bytes(text);
    this.prepare();
    const restored = this.checked(isText && this.restore ? this.restore(block, this.raw, raw) : block, crc, block);
    teach(this.model, block);
    return restored;
  }

  private checkRaw(raw: number, text: number): void {
    if (raw < 1 || raw > MAX_RAW || text < 1 || text > raw + this.longer) throw corrupt(`a block of ${raw} bytes`);
    if (this.snapshot !== undefined && this.raw < this.snapshot && this.raw + raw > this.snapshot) throw corrupt('a block crosses the snapshot');
    if (this.length !== undefined && this.raw + raw > this.length) throw corrupt('more than the header says');
  }

  /** @param seen what the model sees of the block */
  private checked(block: Uint8Array, crc: number, seen: Uint8Array): Uint8Array {
    this.crc = crc32(block, this.crc);
    if (this.crc !== crc) throw corrupt('a checksum is wrong');
    if (this.snapshot !== undefined && this.raw < this.snapshot) for (const byte of seen) this.known.push(byte);
    this.raw += block.length;
    return block;
  }

  private newSegment(at: number): void {
    const state = this.reader.u8();
    const start = this.reader.varint();
    if (state > 1 || (state === 1 && this.snapshot === undefined)) throw corrupt('a segment starts from an unknown state');
    if (start !== this.raw) throw corrupt('a segment starts elsewhere');
    if (this.raw - this.segmentStart < SEGMENT_MIN) throw corrupt('a segment is too short');
    if (this.index.length === 0 && this.snapshot !== undefined && this.snapshot > this.raw) throw corrupt('no snapshot in the first segment');
    this.endSegment(at);
    this.segmentAt = at;
    this.segmentStart = this.raw;
    this.model = this.newModel();
    if (state === 1) teach(this.model, this.known);
    this.crc = 0;
  }

  private endSegment(at: number): void {
    this.index.push({ archiveBytes: at - this.segmentAt, rawBytes: this.raw - this.segmentStart });
  }

  private checkIndex(at: number): void {
    const { reader } = this;
    if (reader.varint() !== this.headerBytes) throw corrupt('the index has another header');
    const count = reader.varint();
    if (count !== this.index.length) throw corrupt('the index has another number of segments');
    for (const { archiveBytes, rawBytes } of this.index) {
      if (reader.varint() !== archiveBytes || reader.varint() !== rawBytes) throw corrupt('the index says something else');
    }
    const crc = crc32(reader.data.subarray(at, reader.at));
    if (reader.u32() !== crc) throw corrupt("the index's checksum is wrong");
    const size = reader.u32();
    const magic = reader.bytes(INDEX_MAGIC.length);
    if (size !== reader.at - at || magic.some((byte, i) => byte !== INDEX_MAGIC[i])) throw corrupt('the index ends wrongly');
  }
}
