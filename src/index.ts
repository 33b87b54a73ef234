/**
 * kolmo: a lossless compressor that learns while it codes.
 *
 *     import { compress, decompress } from 'kolmo';
 *     const archive = await compress(text, { level: 5 });
 *     const original = await decompress(archive);
 */
import { AbortError, errorOf, KolmoError } from './errors.js';
import type { ArchiveInfo, NativeCoder, Report } from './native.js';
import { native, Op, typed } from './native.js';
import type { CheckedDecode, CompressOptions, DecompressOptions, Input, Progress } from './options.js';
import { bytesOf, checkCompress, checkDecompress } from './options.js';
import { scanSync } from './scan.js';
import { SegmentDecoder } from './segments/decode.js';
import { encoderFor } from './segments/encoder.js';
import { findAll } from './segments/find.js';

export { Archive, openArchive } from './archive.js';

export { AbortError, KolmoError, type KolmoErrorCode } from './errors.js';
export type { Graph } from './graph/index.js';
export type { Kind } from './kinds/kinds.js';
export type { Text } from './text/texts.js';
export { compressIterable, decompressIterable } from './iterate.js';
export { type MemoryUsage, memoryUsage } from './memory.js';
export type { ArchiveInfo, Segment } from './native.js';
export { constants, type CompressOptions, type DecompressOptions, type Input, type OpenOptions, type Progress } from './options.js';
export { type CoderStream, createCompress, createDecompress } from './stream.js';
export { CompressorStream, DecompressorStream } from './web.js';

/** Which kolmo this is: package version, code path in use, and all paths that this build and CPU offer. */
export const versions = Object.freeze({
  get version(): string {
    return native().version;
  },
  /** Throws KolmoError ERR_CPU when the environment variable KOLMO_CPU asks for a path that is not there. */
  get cpu(): string {
    return typed(() => native().cpu());
  },
  get paths(): readonly string[] {
    return native().cpuPaths();
  },
});

type OnProgress = ((progress: Progress) => void) | undefined;

/**
 * Compresses `data` on kolmo's own threads. Do not change or transfer its buffer before the promise settles.
 * @throws KolmoError ERR_OPTION, ERR_MEMORY, ERR_OUTPUT_LIMIT, ERR_PROGRAM, ERR_CPU; AbortError
 */
export async function compress(data: Input | string, options: CompressOptions = {}): Promise<Buffer> {
  const bytes = bytesOf(data, true);
  const checked = checkCompress(options, 'promise', bytes.length);
  return run(() => encoderFor(checked.encoder(bytes)), bytes, options.onProgress, options.signal);
}

/**
 * Restores what an archive, or several written one after another, were made from, on kolmo's own threads.
 * @throws KolmoError with any code but ERR_OPTION for a bad archive or a limit; AbortError
 */
export async function decompress(data: Input, options: DecompressOptions = {}): Promise<Buffer> {
  const bytes = bytesOf(data, false);
  const checked = checkDecompress(options, 'promise');
  if (checked.threads > 1 || checked.range !== undefined) return decodeSegments(bytes, checked, options);
  return run(() => new (native().Decoder)({ ...checked, scan: false }), bytes, options.onProgress, options.signal);
}

/** As `compress`, on this thread. */
export function compressSync(data: Input | string, options: Omit<CompressOptions, 'signal'> = {}): Buffer {
  const bytes = bytesOf(data, true);
  return runSync(new (native().Encoder)(checkCompress(options, 'sync', bytes.length).encoder(bytes)), bytes, options.onProgress);
}

/** As `decompress`, on this thread. */
export function decompressSync(data: Input, options: Omit<DecompressOptions, 'signal' | 'threads' | 'range'> = {}): Buffer {
  const bytes = bytesOf(data, false);
  const checked = checkDecompress(options, 'sync');
  return runSync(new (native().Decoder)({ ...checked, scan: false }), bytes, options.onProgress);
}

/**
 * Reads an archive's framing, without decoding it.
 * @throws KolmoError when the framing is not right; a checksum of the contents is only looked at by decoding
 */
export function info(data: Input): ArchiveInfo {
  return scanSync(bytesOf(data, false));
}

/** Segments apart: by several threads, or those alone that a range takes. */
async function decodeSegments(bytes: Uint8Array, checked: CheckedDecode, { signal, onProgress }: DecompressOptions): Promise<Buffer> {
  if (signal?.aborted) throw new AbortError(signal.reason);
  const { info: archive, ...found } = await findAll([bytes]);
  const { memory, maxCost, outputLimit } = checked;
  if (found.memory > memory) throw new KolmoError('ERR_MEMORY', `needs ${found.memory} bytes of memory, ${memory} allowed`);
  if (found.cost > maxCost) throw new KolmoError('ERR_PROGRAM', `costs up to ${found.cost} units per byte, ${maxCost} allowed`);
  const [start, end] = checked.range ?? [0, archive.rawBytes];
  if (Math.min(end, archive.rawBytes) - start > outputLimit) {
    throw new KolmoError('ERR_OUTPUT_LIMIT', `the output exceeds ${outputLimit} bytes`);
  }
  const decoder = new SegmentDecoder(async (at, length) => bytes.subarray(at, at + length), found, checked);
  const report = throttled(reporter(onProgress, bytes.length));
  let [took, made] = [0, 0];
  const onBytes = (archiveBytes: number, rawBytes: number): void => report?.((took += archiveBytes), (made += rawBytes));
  try {
    const pieces: Buffer[] = [];
    for await (const piece of decoder.bytes(start, end, { signal, onBytes })) pieces.push(piece);
    const output = pieces.length === 1 ? (pieces[0] ?? Buffer.alloc(0)) : Buffer.concat(pieces);
    onProgress?.({ bytesIn: bytes.length, bytesOut: output.length, bytesTotal: bytes.length });
    return output;
  } finally {
    decoder.close();
  }
}

/** At most ten calls a second, as the native coders have it. */
function throttled(report: Report | null): Report | null {
  let last = performance.now();
  return report && ((bytesIn, bytesOut) => {
    const now = performance.now();
    if (now - last < 100) return;
    last = now;
    report(bytesIn, bytesOut);
  });
}

function reporter(onProgress: OnProgress, bytesTotal: number): Report | null {
  if (onProgress === undefined) return null;
  return (bytesIn, bytesOut) => onProgress({ bytesIn, bytesOut, bytesTotal });
}

function runSync(coder: NativeCoder, bytes: Uint8Array, onProgress: OnProgress): Buffer {
  const report = reporter(onProgress, bytes.length);
  try {
    const { code, message, output } = typed(() => coder.runSync(bytes, Op.finish, 0, report));
    if (code !== 'OK') throw errorOf(code, message);
    report?.(bytes.length, output.length);
    return output;
  } finally {
    coder.close();
  }
}

function run(make: () => NativeCoder, bytes: Uint8Array, onProgress: OnProgress, signal?: AbortSignal): Promise<Buffer> {
  if (signal?.aborted) throw new AbortError(signal.reason);
  const coder = make();
  const report = reporter(onProgress, bytes.length);
  return new Promise<Buffer>((resolve, reject) => {
    let thrown: { error: unknown } | undefined;
    const abort = (): void => coder.cancel();
    const guarded: Report = (bytesIn, bytesOut) => {
      if (thrown !== undefined) return;
      try {
        report?.(bytesIn, bytesOut);
      } catch (error) {
        thrown = { error };
        coder.cancel();
      }
    };
    signal?.addEventListener('abort', abort, { once: true });
    try {
      coder.run(
        bytes,
        Op.finish,
        0,
        ({ code, message, output }) => {
          signal?.removeEventListener('abort', abort);
          coder.close();
          if (code === 'OK') guarded(bytes.length, output.length);
          if (thrown !== undefined) reject(thrown.error);
          else if (code !== 'OK') reject(errorOf(code, message, code === 'ABORT_ERR' ? signal?.reason : undefined));
          else resolve(output);
        },
        report && guarded,
      );
    } catch (error) { // no thread could be started
      signal?.removeEventListener('abort', abort);
      coder.close();
      reject(error);
    }
  });
}
