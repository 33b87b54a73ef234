/** `kolmo -d FILE.kolmo`: FILE.kolmo to FILE. */
import { PassThrough, type Transform } from 'node:stream';
import { createDecompress, type DecompressOptions, KolmoError, openArchive } from '../index.js';
import { openSource, refuseTerminalInput, restoredName, type Source } from './files.js';
import { bytes, CliError, shown } from './messages.js';
import type { Settings } from './options.js';
import { openOutput, openStdout, type Sink } from './output.js';
import { summarize } from './progress.js';
import { transfer, type Moved, type Step } from './transfer.js';

/** The limits that were given, as the library takes them. */
export function decompressOptions(settings: Settings, onProgress: (step: Step) => void): DecompressOptions {
  const options: DecompressOptions = { onProgress };
  if (settings.memory !== undefined) options.memory = settings.memory;
  if (settings.maxCost !== undefined) options.maxCost = settings.maxCost;
  if (settings.maxOutput !== undefined) options.maxOutputLength = settings.maxOutput;
  return options;
}

/** By several threads, or a range alone: the archive is read by its segments, not from start to end. */
async function transferApart(settings: Settings, source: Source, sink: Sink): Promise<Moved> {
  const { threads, memory, maxCost, maxOutput } = settings;
  const archive = await openArchive(source.name, { threads, memory, maxCost });
  try {
    const [start, end] = settings.range ?? [0, archive.length];
    const size = Math.max(0, Math.min(end, archive.length) - start);
    if (maxOutput !== undefined && size > maxOutput) throw new KolmoError('ERR_OUTPUT_LIMIT', `the output exceeds ${maxOutput} bytes`);
    const restored: Source = { ...source, stream: archive.stream(start, end), size };
    const pass = (): Transform => new PassThrough();
    const moved = await transfer(settings, restored, pass, sink);
    return { bytesIn: source.size ?? 0, bytesOut: moved.bytesOut };
  } catch (error) {
    sink.discard();
    throw error;
  } finally {
    await archive.close();
  }
}

export async function decompress(name: string, settings: Settings): Promise<void> {
  refuseTerminalInput(name, settings.force);
  const { force, output } = settings;
  const toStdout = output === undefined && (settings.stdout || name === '-');
  const target = toStdout ? '-' : (output ?? restoredName(name));
  const apart = settings.range !== undefined || settings.threads > 1;
  if (apart && name === '-' && settings.range !== undefined) throw new CliError('--range takes a FILE: standard input can only be read from its start');
  const source = await openSource(name);
  try {
    const sink = toStdout
      ? openStdout(false, force)
      : openOutput(target, { force, compressed: false, named: output !== undefined, source: source.stats });
    const moved =
      apart && name !== '-'
        ? await transferApart(settings, source, sink)
        : await transfer(settings, source, (onProgress) => createDecompress(decompressOptions(settings, onProgress)), sink);
    summarize(settings, `${shown(name)}: ${bytes(moved.bytesIn)} → ${bytes(moved.bytesOut)} ${shown(sink.name)}`);
  } finally {
    await source.close();
  }
}
