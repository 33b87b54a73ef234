/** One file's way: source, transform, sink. */
import { Writable, type Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { removeSource, type Source } from './files.js';
import type { Settings } from './options.js';
import type { Sink } from './output.js';
import { startProgress } from './progress.js';

/** The shape of the library's onProgress argument that the command uses. */
export interface Step {
  bytesIn: number;
  bytesOut: number;
}

export type MakeTransform = (onProgress: (step: Step) => void) => Transform;

/** Bytes that went in and came out. */
export interface Moved {
  bytesIn: number;
  bytesOut: number;
}

/** Decodes or codes everything from `input` to `output`, with a bar named `name`. Closes neither; rejects with the first error. */
export async function run(
  settings: Settings,
  name: string,
  input: Readable,
  total: number | undefined,
  make: MakeTransform,
  output: Writable,
): Promise<Moved> {
  const progress = startProgress(settings, name, total);
  const moved: Moved = { bytesIn: 0, bytesOut: 0 };
  const count = (key: keyof Moved) =>
    async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const chunk of chunks) {
        moved[key] += chunk.length;
        yield chunk;
      }
    };
  const transform = make((step) => progress.update(step.bytesIn, step.bytesOut));
  try {
    await pipeline(input, count('bytesIn'), transform, count('bytesOut'), output);
  } finally {
    progress.stop();
  }
  return moved;
}

/** run() into a sink: completes it, or leaves nothing; then removes the source if that was asked for. */
export async function transfer(settings: Settings, source: Source, make: MakeTransform, sink: Sink): Promise<Moved> {
  try {
    const moved = await run(settings, source.name, source.stream, source.size, make, sink.stream);
    await sink.commit(source.stats);
    /* What went into a pipe or a device may be gone: only a file can stand in for the source. */
    if (settings.remove && !sink.direct) removeSource(source, settings.force);
    return moved;
  } catch (error) {
    sink.discard();
    throw error;
  }
}

/** A Writable that forgets. */
export function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, callback) => callback() });
}
