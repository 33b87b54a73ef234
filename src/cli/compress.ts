/** `kolmo FILE`: FILE to FILE.kolmo. */
import { constants, createCompress, memoryUsage, type CompressOptions } from '../index.js';
import { lower } from '../lower/index.js';
import { checkProgram } from '../native.js';
import { compressedName, openSource } from './files.js';
import { bytes, percent, say, shown } from './messages.js';
import type { Model } from './model.js';
import type { Settings } from './options.js';
import { openOutput, openStdout } from './output.js';
import { summarize } from './progress.js';
import { transfer } from './transfer.js';

/** A graph of the user's may need more than decoders allow: he should hear of it now, and not when he wants his data back. */
function warnOfNeeds(settings: Settings, model: Model, size: number | undefined): void {
  if (model.graph === undefined || settings.quiet) return;
  const { memory: cap, segment, snapshot } = settings;
  const { cost } = checkProgram(lower(model.graph), size, cap);
  const memory = memoryUsage({ graph: model.graph, memory: cap, segment, snapshot, size }).decompress;
  const needs = [
    ...(cost > constants.DEFAULT_MAX_COST ? [`--max-cost ${cost}`] : []),
    ...(memory > constants.DEFAULT_MEMORY ? [`--memory ${memory}`] : []),
  ];
  if (needs.length > 0) say(`kolmo: note: decoding this graph takes more than kolmo -d allows by itself; it may need ${needs.join(' ')}`);
}

export async function compress(name: string, settings: Settings, model: Model): Promise<void> {
  const source = await openSource(name);
  try {
    warnOfNeeds(settings, model, source.size);
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
        if (settings.snapshot !== undefined) options.snapshot = settings.snapshot;
        if (settings.segment !== undefined) options.threads = settings.threads;
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
