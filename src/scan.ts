/** Reading an archive's framing, without decoding it. */
import { errorOf } from './errors.js';
import type { ArchiveInfo, RunResult, Segment } from './native.js';
import { infoOf, native, Op } from './native.js';

/* Telling what an archive needs must not fail because it needs much. */
const unlimited = { memory: Number.MAX_SAFE_INTEGER, maxCost: Number.MAX_SAFE_INTEGER, outputLimit: 0, scan: true } as const;

/**
 * Reads the framing of the archive that `chunks` make up; holds one chunk at a time.
 * @throws KolmoError as info() does; and whatever reading `chunks` throws
 */
export async function scan(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<{ info: ArchiveInfo; segments: Segment[] }> {
  const decoder = new (native().Decoder)(unlimited);
  const run = async (data: Uint8Array, op: Op): Promise<void> => {
    const { code, message } = await new Promise<RunResult>((resolve) => decoder.run(data, op, 0, resolve, null));
    if (code !== 'OK') throw errorOf(code, message);
  };
  try {
    for await (const chunk of chunks) await run(chunk, Op.write);
    await run(new Uint8Array(0), Op.finish);
    return { info: infoOf(decoder), segments: decoder.segments() };
  } finally {
    decoder.close();
  }
}

/** The same on this thread, of an archive in one piece. */
export function scanSync(archive: Uint8Array): ArchiveInfo {
  return scanned(archive, Op.finish);
}

/** What a member's header alone tells. */
export function scanHeader(header: Uint8Array): ArchiveInfo {
  return scanned(header, Op.write);
}

function scanned(bytes: Uint8Array, op: Op): ArchiveInfo {
  const decoder = new (native().Decoder)(unlimited);
  try {
    const { code, message } = decoder.runSync(bytes, op, 0, null);
    if (code !== 'OK') throw errorOf(code, message);
    return infoOf(decoder);
  } finally {
    decoder.close();
  }
}
