/** `kolmo -d FILE.kolmo`: FILE.kolmo to FILE. */
import { createDecompress, type DecompressOptions } from '../index.js';
import { openSource, refuseTerminalInput, restoredName } from './files.js';
import { bytes, shown } from './messages.js';
import type { Settings } from './options.js';
import { openOutput, openStdout } from './output.js';
import { summarize } from './progress.js';
import { transfer, type Step } from './transfer.js';

/** The limits that were given, as the library takes them. */
export function decompressOptions(settings: Settings, onProgress: (step: Step) => void): DecompressOptions {
  const options: DecompressOptions = { onProgress };
  if (settings.memory !== undefined) options.memory = settings.memory;
  if (settings.maxCost !== undefined) options.maxCost = settings.maxCost;
  if (settings.maxOutput !== undefined) options.maxOutputLength = settings.maxOutput;
  return options;
}

export async function decompress(name: string, settings: Settings): Promise<void> {
  refuseTerminalInput(name, settings.force);
  const { force, output } = settings;
  const toStdout = output === undefined && (settings.stdout || name === '-');
  const target = toStdout ? '-' : (output ?? restoredName(name));
  const source = await openSource(name);
  try {
    const sink = toStdout
      ? openStdout(false, force)
      : openOutput(target, { force, compressed: false, named: output !== undefined, source: source.stats });
    const moved = await transfer(
      settings,
      source,
      (onProgress) => createDecompress(decompressOptions(settings, onProgress)),
      sink,
    );
    summarize(settings, `${shown(name)}: ${bytes(moved.bytesIn)} → ${bytes(moved.bytesOut)} ${shown(sink.name)}`);
  } finally {
    await source.close();
  }
}
