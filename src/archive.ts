/** Archives opened for reading any part of them. */
import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { KolmoError } from './errors.js';
import type { Segment } from './native.js';
import { checkOpen, checkRange, type OpenOptions } from './options.js';
import { SegmentDecoder } from './segments/decode.js';
import { find, type Found, readerOf } from './segments/find.js';

/** An archive file. Reading decodes the segments that are needed and no others; without segments, from the start on. */
export class Archive {
  /** Bytes after decoding. */
  readonly length: number;
  /** Where the segments lie, in order. Members without an index were scanned for them. */
  readonly segments: readonly Segment[];
  /** Bytes that decoding one segment takes, with the snapshot where there is one. */
  readonly memory: number;
  readonly #handle: FileHandle;
  readonly #decoder: SegmentDecoder;
  #closed = false;

  /** @internal use openArchive */
  constructor(handle: FileHandle, found: Found, decoder: SegmentDecoder) {
    const last = found.segments.at(-1);
    this.length = last === undefined ? 0 : last.rawAt + last.rawBytes;
    this.segments = found.segments;
    this.memory = found.memory;
    this.#handle = handle;
    this.#decoder = decoder;
  }

  /**
   * The bytes from offset `start` up to `end`, which may lie beyond the last.
   * @throws KolmoError as decompress() does for the segments that are read; AbortError
   */
  async read(start: number, end: number, options: { readonly signal?: AbortSignal | undefined } = {}): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.bytes(start, end, options)) pieces.push(piece);
    return pieces.length === 1 ? (pieces[0] ?? Buffer.alloc(0)) : Buffer.concat(pieces);
  }

  /** The same in pieces, as they are decoded. */
  async *bytes(start = 0, end: number = this.length, options: { readonly signal?: AbortSignal | undefined } = {}): AsyncGenerator<Buffer, void, undefined> {
    const [from, to] = checkRange([start, end]);
    if (this.#closed) throw new KolmoError('ERR_OPTION', 'the archive is closed');
    yield* this.#decoder.bytes(from, to, options);
  }

  /** The same as a stream. */
  stream(start = 0, end: number = this.length, options: { readonly signal?: AbortSignal | undefined } = {}): Readable {
    return Readable.from(this.bytes(start, end, options), { objectMode: false });
  }

  /** Ends reads under way with an error, closes the file and frees all memory. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#decoder.close();
    await this.#handle.close();
  }
}

/**
 * Opens an archive file. Its framing is read here: by the index at its end, or, where a member has none, as a whole.
 * @throws KolmoError as info() does, ERR_MEMORY, ERR_PROGRAM; and whatever opening a file throws
 */
export async function openArchive(path: string | Buffer | URL, options: OpenOptions = {}): Promise<Archive> {
  const limits = checkOpen(options);
  const handle = await open(path, 'r');
  try {
    const read = readerOf(handle);
    const found = await find(read, (await handle.stat()).size);
    if (found.memory > limits.memory) {
      throw new KolmoError('ERR_MEMORY', `needs ${found.memory} bytes of memory, ${limits.memory} allowed`);
    }
    return new Archive(handle, found, new SegmentDecoder(read, found, limits));
  } catch (error) {
    await handle.close();
    throw error;
  }
}
