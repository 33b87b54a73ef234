/** `kolmo FILE`: FILE to FILE.kolmo. */
import { createCompress, type CompressOptions } from '../index.js';
import { compressedName, openSource } from './files.js';
import { bytes, percent, shown } from './messages.js';
import type { Model } from './model.js';
import type { Settings } from './options.js';
import { openOutput, openStdout } from './output.js';
import { summarize } from './progress.js';
import { transfer } from './transfer.js';

export async function compress(name: string, settings: Settings, model: Model): Promise<void> {
  const source = await openSource(name);
  try {
    const { force, output } = settings;
    const sink =
      output === undefined && (settings.stdout || name === '-')
        ? openStdout(true, force)
        : openOutput(output ?? compressedName(name), { force, compressed: true, named: output !== undefined, source: source.stats });
    const moved = await transfer(
      settings,
      source,
      (onProgress) => {
        const options: CompressOptions = { ...model, onProgress };
        if (source.size !== undefined) options.size = source.size;
        if (settings.memory !== undefined) options.memory = settings.memory;
        if (settings.segment !== undefined) options.segment = settings.segment;
        if (settings.maxOutput !== undefined) options.maxOutputLength = settings.maxOutput;
        return createCompress(options);
      },
      sink,
    );
    const bits = moved.bytesIn === 0 ? '' : `, ${((8 * moved.bytesOut) / moved.bytesIn).toFixed(3)} bits/byte`;
    summarize(
      settings,
      `${shown(name)}: ${bytes(moved.bytesIn)} → ${bytes(moved.bytesOut)} (${percent(moved.bytesOut, moved.bytesIn)}${bits}) ${shown(sink.name)}`,
    );
  } finally {
    await source.close();
  }
}
