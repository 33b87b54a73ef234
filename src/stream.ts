/** Compression and decompression as Transform streams, with flush() as node:zlib has it. */
import type { TransformCallback, TransformOptions } from 'node:stream';
import { Transform } from 'node:stream';
import { errorOf } from './errors.js';
import type { NativeCoder, RunResult } from './native.js';
import { native, Op } from './native.js';
import type { CompressOptions, DecompressOptions, Progress } from './options.js';
import { bytesOf, checkCompress, checkDecompress } from './options.js';
import { streamEncoder } from './kinds/sampled.js';

/** Output bytes of one run after which a decoder pauses, so that a small archive cannot fill the memory. */
export const HIGH_WATER = 256 * 1024;

/** Written into the queue by flush(), so that it takes effect after the writes before it. Recognized by identity. */
const FLUSH = Buffer.alloc(0);

const NOTHING = new Uint8Array(0);

interface StreamSetup {
  readonly coder: NativeCoder;
  readonly bytesTotal: number | undefined;
  readonly onProgress: ((progress: Progress) => void) | undefined;
  readonly signal: AbortSignal | undefined;
}

/** A Transform of bytes whose work runs on the addon's threads, one chunk at a time. destroy() stops the work. */
export class CoderStream extends Transform {
  /** Bytes written into this stream and worked off. */
  bytesIn = 0;
  /** Bytes that this stream has made. */
  bytesOut = 0;
  readonly #setup: StreamSetup;
  #resume: (() => void) | null = null;

  /** @internal use createCompress or createDecompress */
  constructor(setup: StreamSetup) {
    const options: TransformOptions = { autoDestroy: true };
    if (setup.signal !== undefined) options.signal = setup.signal;
    super(options);
    this.#setup = setup;
  }

  /**
   * Makes everything written so far restorable for a reader: a compressor ends the current block (which costs a few
   * bytes each time), a decompressor has nothing to end. `callback` runs once the bytes are on their way.
   */
  flush(callback?: (error?: Error | null) => void): void {
    const done = callback ?? ((): void => {});
    if (this.destroyed || this.writableFinished) process.nextTick(done);
    else if (this.writableEnded) this.once('end', done);
    else this.write(FLUSH, done);
  }

  override _transform(chunk: unknown, _encoding: BufferEncoding, callback: TransformCallback): void {
    if (chunk === FLUSH) return this.#code(NOTHING, Op.flush, callback);
    return this.#code(bytesOf(chunk, false), Op.write, callback);
  }

  override _flush(callback: TransformCallback): void {
    this.#code(NOTHING, Op.finish, (error) => {
      if (!error) this.#report(this.bytesIn, this.bytesOut);
      callback(error);
    });
  }

  override _read(size: number): void {
    if (this.#resume === null) return super._read(size);
    const resume = this.#resume;
    this.#resume = null;
    return resume();
  }

  override _destroy(error: Error | null, callback: (error: Error | null) => void): void {
    this.#resume = null;
    this.#setup.coder.close();
    callback(error);
  }

  #code(data: Uint8Array, op: Op, callback: TransformCallback): void {
    const done = (result: RunResult): void => {
      if (this.destroyed) return;
      this.bytesIn += result.consumed;
      this.bytesOut += result.output.length;
      const room = result.output.length === 0 || this.push(result.output);
      if (result.code !== 'OK') return callback(errorOf(result.code, result.message));
      if (result.consumed === data.length) return callback();
      const rest = (): void => this.#code(data.subarray(result.consumed), op, callback);
      if (room) return rest();
      this.#resume = rest;
    };
    const report = this.#setup.onProgress && ((bytesIn: number, bytesOut: number): void => this.#report(bytesIn, bytesOut));
    this.#setup.coder.run(data, op, HIGH_WATER, done, report ?? null);
  }

  #report(bytesIn: number, bytesOut: number): void {
    const { onProgress, bytesTotal } = this.#setup;
    if (onProgress === undefined || this.destroyed) return;
    try {
      onProgress(bytesTotal === undefined ? { bytesIn, bytesOut } : { bytesIn, bytesOut, bytesTotal });
    } catch (error) {
      this.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  }
}

/**
 * A stream that takes bytes and makes one archive. The archive depends on the bytes, the options and the calls of flush(),
 * not on how the bytes were cut into chunks. Give `size` where it is known: tables are then sized for it.
 */
export function createCompress(options: CompressOptions = {}): CoderStream {
  const checked = checkCompress(options, 'stream');
  const { size, onProgress, signal } = options;
  return new CoderStream({ coder: streamEncoder(checked), bytesTotal: size, onProgress, signal });
}

/** A stream that takes one archive, or several written one after another, and makes the original bytes. */
export function createDecompress(options: DecompressOptions = {}): CoderStream {
  const checked = checkDecompress(options, 'stream');
  const { onProgress, signal } = options;
  const coder = new (native().Decoder)({ ...checked, scan: false });
  return new CoderStream({ coder, bytesTotal: undefined, onProgress, signal });
}
