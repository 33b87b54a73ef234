/**
 * kolmo: a lossless compressor that learns while it codes.
 *
 *     import { compress, decompress } from 'kolmo';
 *     const archive = await compress(text, { level: 5 });
 *     const original = await decompress(archive);
 */
import { AbortError, errorOf } from './errors.js';
import type { ArchiveInfo, NativeCoder, Report } from './native.js';
import { native, Op, typed } from './native.js';
import type { CompressOptions, DecompressOptions, Input, Progress } from './options.js';
import { bytesOf, checkCompress, checkDecompress } from './options.js';

export { AbortError, KolmoError, type KolmoErrorCode } from './errors.js';
export type { Graph } from './graph/index.js';
export type { ArchiveInfo } from './native.js';
export { constants, type CompressOptions, type DecompressOptions, type Input, type Progress } from './options.js';
export { type CoderStream, createCompress, createDecompress } from './stream.js';

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
  return run(() => new (native().Encoder)(checked), bytes, options.onProgress, options.signal);
}

/**
 * Restores what an archive, or several written one after another, were made from, on kolmo's own threads.
 * @throws KolmoError with any code but ERR_OPTION for a bad archive or a limit; AbortError
 */
export async function decompress(data: Input, options: DecompressOptions = {}): Promise<Buffer> {
  const bytes = bytesOf(data, false);
  const checked = checkDecompress(options, 'promise');
  return run(() => new (native().Decoder)({ ...checked, scan: false }), bytes, options.onProgress, options.signal);
}

/** As `compress`, on this thread. */
export function compressSync(data: Input | string, options: Omit<CompressOptions, 'signal'> = {}): Buffer {
  const bytes = bytesOf(data, true);
  return runSync(new (native().Encoder)(checkCompress(options, 'sync', bytes.length)), bytes, options.onProgress);
}

/** As `decompress`, on this thread. */
export function decompressSync(data: Input, options: Omit<DecompressOptions, 'signal'> = {}): Buffer {
  const bytes = bytesOf(data, false);
  const checked = checkDecompress(options, 'sync');
  return runSync(new (native().Decoder)({ ...checked, scan: false }), bytes, options.onProgress);
}

/**
 * Reads an archive's framing, without decoding it.
 * @throws KolmoError when the framing is not right; a checksum of the contents is only looked at by decoding
 */
export function info(data: Input): ArchiveInfo {
  const bytes = bytesOf(data, false);
  // Telling what an archive needs must not fail because it needs much.
  const limits = { memory: Number.MAX_SAFE_INTEGER, maxCost: Number.MAX_SAFE_INTEGER, outputLimit: 0 };
  const decoder = new (native().Decoder)({ ...limits, scan: true });
  try {
    const { code, message } = decoder.runSync(bytes, Op.finish, 0, null);
    if (code !== 'OK') throw errorOf(code, message);
    return decoder.info();
  } finally {
    decoder.close();
  }
}

function reporter(onProgress: OnProgress, bytesTotal: number): Report | null {
  if (onProgress === undefined) return null;
  return (bytesIn, bytesOut) => onProgress({ bytesIn, bytesOut, bytesTotal });
}

function runSync(coder: NativeCoder, bytes: Uint8Array, onProgress: OnProgress): Buffer {
  const report = reporter(onProgress, bytes.length);
  try {
    const { code, message, output } = coder.runSync(bytes, Op.finish, 0, report);
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
