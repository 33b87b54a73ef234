/** What coding will take, told before it begins. */
import { checkProgram } from './native.js';
import type { CheckedEncode, CompressOptions } from './options.js';
import { checkCompress, constants } from './options.js';

export interface MemoryUsage {
  /** Bytes of model state while compressing, with the threads asked for. */
  readonly compress: number;
  /** The same for whoever decompresses on one thread: what his `memory` must allow. */
  readonly decompress: number;
}

/**
 * Bytes of model state, of whatever kind the data are, for a level, or for the options of a compression; `size` is the input's length where it is known. Buffers come on top:
 * some megabytes, and with several threads a segment of input and output for each.
 * @throws KolmoError ERR_OPTION, ERR_MEMORY, ERR_PROGRAM
 */
export function memoryUsage(level: number, options?: Omit<CompressOptions, 'level' | 'graph'>): MemoryUsage;
export function memoryUsage(options?: CompressOptions): MemoryUsage;
export function memoryUsage(first: number | CompressOptions = constants.DEFAULT_LEVEL, more: CompressOptions = {}): MemoryUsage {
  const options = typeof first === 'object' ? first : { ...more, level: first };
  const needs = checkCompress(options, 'stream').encoders.map(needOf);
  return { compress: Math.max(...needs.map((need) => need.compress)), decompress: Math.max(...needs.map((need) => need.decompress)) };
}

function needOf({ program, length, memory, segment, snapshot, threads }: CheckedEncode): MemoryUsage {
  const several = segment > 0 && (length < 0 || length > segment);
  const kept = several && snapshot > 0 ? 1 : 0;
  const known = length < 0 ? Number.POSITIVE_INFINITY : length;
  const seen = several ? Math.min(known, segment + snapshot) : known;
  const cap = kept && memory > 0 ? Math.max(1, Math.floor(memory / 2)) : memory;
  const arena = checkProgram(program, seen === Number.POSITIVE_INFINITY ? undefined : seen, cap).memory;
  const busy = several ? Math.min(threads, Math.ceil(known / segment)) : 1;
  return { compress: (busy + kept) * arena, decompress: (1 + kept) * arena };
}
