/** info() for archives that are too large to hold in memory. */
import { errorOf } from './errors.js';
import type { ArchiveInfo, RunResult } from './native.js';
import { native, Op } from './native.js';

/**
 * Reads the framing of the archive that `chunks` make up, without decoding it; holds one chunk at a time.
 * @throws KolmoError as info() does; and whatever reading `chunks` throws
 */
export async function scanStream(chunks: AsyncIterable<Uint8Array>): Promise<ArchiveInfo> {
  // Telling what an archive needs must not fail because it needs much.
  const limits = { memory: Number.MAX_SAFE_INTEGER, maxCost: Number.MAX_SAFE_INTEGER, outputLimit: 0 };
  const decoder = new (native().Decoder)({ ...limits, scan: true });
  const run = async (data: Uint8Array, op: Op): Promise<void> => {
    const { code, message } = await new Promise<RunResult>((resolve) => decoder.run(data, op, 0, resolve, null));
    if (code !== 'OK') throw errorOf(code, message);
  };
  try {
    for await (const chunk of chunks) await run(chunk, Op.write);
    await run(new Uint8Array(0), Op.finish);
    return decoder.info();
  } finally {
    decoder.close();
  }
}
