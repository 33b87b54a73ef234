/** `kolmo -t FILE`: decodes and verifies, writes nothing. */
import { createDecompress } from '../index.js';
import { decompressOptions } from './decompress.js';
import { openSource, refuseTerminalInput } from './files.js';
import { bytes, shown } from './messages.js';
import type { Settings } from './options.js';
import { summarize } from './progress.js';
import { nowhere, run } from './transfer.js';

export async function test(name: string, settings: Settings): Promise<void> {
  refuseTerminalInput(name, settings.force);
  const source = await openSource(name);
  try {
    const moved = await run(
      settings,
      name,
      source.stream,
      source.size,
      (onProgress) => createDecompress(decompressOptions(settings, onProgress)),
      nowhere(),
    );
    summarize(settings, `${shown(name)}: good, ${bytes(moved.bytesIn)} hold ${bytes(moved.bytesOut)}`);
  } finally {
    await source.close();
  }
}
