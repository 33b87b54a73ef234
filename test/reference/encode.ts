/** §2 the other way round: the archive that the encoder of the core makes, for byte-for-byte comparison. */
import { encodeBranches } from './branches.js';
import { Writer } from './bytes.js';
import { BitEncoder } from './coder.js';
import { teach } from './decode.js';
import { INDEX_MAGIC, MAGIC, REVISION, VERSION } from './format.js';
import { crc32, fnv1a } from './hash.js';
import { Model } from './model.js';
import { parseProgram, type Stage } from './program.js';
import { encodeText, englishHash, englishWords, vocabularyOf } from './text.js';

export interface EncodeOptions {
  readonly program: Uint8Array;
  /** The decoder knows the Program: name it by its hash. */
  readonly shipped: boolean;
  /** Whether the header says the length; else tables are as large as the Program lets them be. */
  readonly lengthKnown?: boolean;
  /** Raw offsets at which the stream was flushed. */
  readonly flushes?: readonly number[];
  /** Raw bytes a segment. */
  readonly segment?: number;
  /** Raw bytes that all segments but the first know from the start. */
  readonly snapshot?: number;
  /** What blocks become: text by the dictionary that kolmo ships, or by these words; or machine code with absolute addresses. */
  readonly text?: 'dict' | 'code' | Uint8Array;
  /** Whether what is no word is cut into words. */
  readonly cut?: boolean;
  /** In place of the one that follows from the length. */
  readonly sizeClass?: number;
}

const BLOCK = 2 ** 20;

/** One member. */
export function encode(data: Uint8Array, options: EncodeOptions): Uint8Array {
  const { program, shipped, lengthKnown = true, flushes = [] } = options;
  const cut = options.segment !== undefined && (!lengthKnown || data.length > options.segment);
  const segment = cut ? (options.segment ?? 0) : Number.POSITIVE_INFINITY;
  const snapshot = cut ? (options.snapshot ?? 0) : 0;
  const seen = Math.min(lengthKnown ? data.length : Number.POSITIVE_INFINITY, segment + snapshot);
  const { sizeClass = Math.min(40, Math.ceil(Math.log2(Math.max(1, seen)))) } = options;
  const stages = parseProgram(program);
  const writer = new Writer();
  writeHeader(writer, { program, shipped, sizeClass, length: lengthKnown ? data.length : undefined, snapshot, text: options.text, stages });
  const transform = transformOf(options);
  const headerBytes = writer.length;

  const index: { readonly archiveBytes: number; readonly rawBytes: number }[] = [];
  let segmentAt = writer.length;
  const known: number[] = [];
  for (let start = 0; start < data.length || start === 0; start += segment) {
    const raw = data.subarray(start, start + segment);
    if (start > 0) {
      segmentAt = writer.length;
      writer.u8(0x20).u8(snapshot > 0 ? 1 : 0).varint(start);
    }
    const model = new Model(stages, sizeClass);
    if (start > 0) teach(model, known);
    const ends = [...flushes, snapshot].map((at) => at - start);
    for (let at = 0; at < raw.length; ) {
      const end = Math.min(raw.length, at + BLOCK, ...ends.filter((flush) => flush > at));
      const seen = writeBlock(writer, model, raw.subarray(at, end), crc32(raw.subarray(0, end)), (bytes) => transform(bytes, start + at));
      if (start + at < snapshot) for (const byte of seen) known.push(byte);
      at = end;
    }
    index.push({ archiveBytes: writer.length - segmentAt, rawBytes: raw.length });
  }

  if (index.length === 1) writer.u8(0x00);
  else writeIndex(writer, headerBytes, index);
  return writer.take();
}

/* What a block that begins at a raw offset becomes; undefined where it stays as it is. */
function transformOf({ text, cut }: EncodeOptions): (raw: Uint8Array, start: number) => Uint8Array | undefined {
  if (text === undefined) return () => undefined;
  if (text === 'code') return encodeBranches;
  const words = text === 'dict' ? englishWords() : vocabularyOf(text);
  return (raw) => encodeText(raw, words, cut);
}

interface Header {
  readonly program: Uint8Array;
  readonly shipped: boolean;
  readonly sizeClass: number;
  readonly length: number | undefined;
  /** 0: none */
  readonly snapshot: number;
  readonly text: EncodeOptions['text'];
  readonly stages: readonly Stage[];
}

function writeHeader(writer: Writer, { program, shipped, sizeClass, length, snapshot, text, stages }: Header): void {
  writer.bytes(MAGIC).u8(VERSION).varint(REVISION);
  writer.u8((shipped ? 0 : 1) | (length === undefined ? 0 : 2) | (snapshot > 0 ? 4 : 0) | (text === undefined ? 0 : 8)).u8(sizeClass);
  if (length !== undefined) writer.varint(length);
  if (snapshot > 0) writer.varint(snapshot);
  if (text === 'dict') writer.u8(1).u64(englishHash());
  else if (text === 'code') writer.u8(3);
  else if (text !== undefined) {
    const coded = encodeBytes(new Model(stages, Math.min(sizeClass, Math.ceil(Math.log2(text.length)))), text);
    writer.u8(2).varint(text.length).varint(coded.length).bytes(coded);
  }
  if (shipped) writer.u64(fnv1a(program));
  else writer.varint(program.length).bytes(program);
  writer.u32(crc32(writer.take()));
}

function encodeBytes(model: Model, bytes: Uint8Array): Uint8Array {
  const encoder = new BitEncoder();
  for (const byte of bytes)
    for (let i = 7; i >= 0; i--) {
      const bit = (byte >> i) & 1;
      encoder.bit(bit, model.predict());
      model.update(bit);
    }
  return encoder.finish();
}

/* Returns what the model has seen of the block. */
function writeBlock(writer: Writer, model: Model, raw: Uint8Array, crc: number, transform: (raw: Uint8Array) => Uint8Array | undefined): Uint8Array {
  const text = transform(raw);
  const seen = text ?? raw;
  const coded = encodeBytes(model, seen);
  const isCoded = coded.length < seen.length;
  writer.u8((isCoded ? 0x10 : 0x11) + (text === undefined ? 0 : 2)).varint(raw.length);
  if (text !== undefined) writer.varint(text.length);
  if (isCoded) writer.varint(coded.length);
  writer.u32(crc).bytes(isCoded ? coded : seen);
  return seen;
}

function writeIndex(writer: Writer, headerBytes: number, index: readonly { readonly archiveBytes: number; readonly rawBytes: number }[]): void {
  const at = writer.length;
  writer.u8(0x01).varint(headerBytes).varint(index.length);
  for (const { archiveBytes, rawBytes } of index) writer.varint(archiveBytes).varint(rawBytes);
  writer.u32(crc32(writer.take(at)));
  writer.u32(writer.length - at + 8).bytes(INDEX_MAGIC);
}
