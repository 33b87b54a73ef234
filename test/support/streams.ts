/** Streams of the API, for tests that care where flush() was called. */
import { buffer } from 'node:stream/consumers';
import { type CompressOptions, createCompress } from '../../src/index.js';

/** The archive of `pieces`, with a flush() behind each. */
export async function flushed(pieces: readonly Uint8Array[], options: CompressOptions): Promise<Buffer> {
  const stream = createCompress(options);
  const archive = buffer(stream);
  for (const piece of pieces) {
    stream.write(piece);
    await new Promise<void>((resolve) => stream.flush(() => resolve()));
  }
  stream.end();
  return archive;
}
