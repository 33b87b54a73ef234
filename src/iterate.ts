/** Any sequence of chunks in, the archive or the original out, piece by piece. */
import { Readable } from 'node:stream';
import type { CompressOptions, DecompressOptions, Input } from './options.js';
import { bytesOf } from './options.js';
import { type CoderStream, createCompress, createDecompress } from './stream.js';

/** Chunks one by one: an array, a generator, a Node stream, a web ReadableStream. */
export type Chunks<T> = Iterable<T> | AsyncIterable<T>;

async function* through(source: Chunks<Input | string>, stream: CoderStream, textAllowed: boolean): AsyncGenerator<Buffer, void, undefined> {
  const bytes = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      const data = bytesOf(chunk, textAllowed);
      if (data.length > 0) yield data;
    }
  };
  const input = Readable.from(bytes(), { objectMode: false });
  input.once('error', (error) => stream.destroy(error));
  stream.once('close', () => input.destroy());
  input.pipe(stream);
  // Leaving the loop early destroys the stream, and with it the source.
  for await (const piece of stream) yield piece as Buffer;
}

/**
 * Compresses chunks as they come.
 * @throws KolmoError as compress() does, AbortError, and whatever `source` throws
 */
export function compressIterable(source: Chunks<Input | string>, options: CompressOptions = {}): AsyncGenerator<Buffer, void, undefined> {
  return through(source, createCompress(options), true);
}

/**
 * Restores an archive as its chunks come.
 * @throws KolmoError as decompress() does, AbortError, and whatever `source` throws
 */
export function decompressIterable(source: Chunks<Input>, options: DecompressOptions = {}): AsyncGenerator<Buffer, void, undefined> {
  return through(source, createDecompress(options), false);
}
