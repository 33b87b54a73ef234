/** The same as Web Streams: pairs of a writable and a readable side, for pipeThrough(). */
import { AbortError, errorOf } from './errors.js';
import type { NativeCoder, Report, RunResult } from './native.js';
import { native, Op } from './native.js';
import type { CompressOptions, DecompressOptions, Input, Progress } from './options.js';
import { bytesOf, checkCompress, checkDecompress } from './options.js';
import { streamEncoder } from './kinds/sampled.js';
import { HIGH_WATER } from './stream.js';

interface Setup {
  readonly coder: NativeCoder;
  readonly textAllowed: boolean;
  readonly bytesTotal: number | undefined;
  readonly onProgress: ((progress: Progress) => void) | undefined;
  readonly signal: AbortSignal | undefined;
}

class CoderPair {
  /** Uint8Array. */
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<Input | string>;
  readonly #setup: Setup;
  #reader: ReadableStreamDefaultController<Uint8Array> | undefined;
  /** Goes on with a write that waits for the reader. */
  #wanted: (() => void) | undefined;
  #bytes: readonly [taken: number, made: number] = [0, 0];
  #stopped: { readonly reason: unknown } | undefined;

  constructor(setup: Setup) {
    this.#setup = setup;
    const { coder, signal, textAllowed } = setup;
    this.readable = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#reader = controller;
      },
      pull: () => this.#wanted?.(),
      cancel: (reason: unknown) => this.#stop(writer, reason),
    });
    let writer: WritableStreamDefaultController | undefined;
    this.writable = new WritableStream<Input | string>({
      start: (controller) => {
        writer = controller;
      },
      write: (chunk) => {
        try {
          return this.#code(bytesOf(chunk, textAllowed), Op.write);
        } catch (error) {
          this.#stop(undefined, error);
          throw error;
        }
      },
      close: async () => {
        await this.#code(new Uint8Array(0), Op.finish);
        this.#tell(...this.#bytes);
        this.#ended();
        this.#reader?.close();
      },
      abort: (reason: unknown) => this.#stop(undefined, reason),
    });
    const abort = (): void => this.#stop(writer, new AbortError(signal?.reason));
    this.#ended = () => {
      signal?.removeEventListener('abort', abort);
      coder.close();
    };
    signal?.addEventListener('abort', abort, { once: true });
    if (signal?.aborted) abort();
  }

  readonly #ended: () => void;

  async #code(data: Uint8Array, op: Op): Promise<void> {
    const { coder } = this.#setup;
    const report: Report | null = this.#setup.onProgress ? (bytesIn, bytesOut) => this.#tell(bytesIn, bytesOut) : null;
    for (let rest = data; ; ) {
      this.#goesOn();
      const result = await new Promise<RunResult>((resolve) => coder.run(rest, op, HIGH_WATER, resolve, report));
      this.#goesOn();
      this.#bytes = [this.#bytes[0] + result.consumed, this.#bytes[1] + result.output.length];
      const { buffer, byteOffset, length } = result.output;
      if (length > 0) this.#reader?.enqueue(new Uint8Array(buffer, byteOffset, length));
      if (result.code !== 'OK') {
        const error = errorOf(result.code, result.message);
        this.#stop(undefined, error);
        throw error;
      }
      if ((this.#reader?.desiredSize ?? 0) <= 0) await new Promise<void>((resolve) => (this.#wanted = resolve));
      this.#wanted = undefined;
      if (result.consumed === rest.length) return;
      rest = rest.subarray(result.consumed);
    }
  }

  #goesOn(): void {
    if (this.#stopped !== undefined) throw this.#stopped.reason;
  }

  #tell(bytesIn: number, bytesOut: number): void {
    const { onProgress, bytesTotal } = this.#setup;
    onProgress?.(bytesTotal === undefined ? { bytesIn, bytesOut } : { bytesIn, bytesOut, bytesTotal });
  }

  /** Both sides fail with `reason`; the work stops. */
  #stop(writer: WritableStreamDefaultController | undefined, reason: unknown): void {
    if (this.#stopped !== undefined) return;
    this.#stopped = { reason };
    this.#ended();
    this.#wanted?.();
    writer?.error(reason);
    try {
      this.#reader?.error(reason);
    } catch {
      // closed already
    }
  }
}

/** Takes bytes or text, makes one archive. For `readable.pipeThrough(new CompressorStream({ level: 5 }))`. */
export class CompressorStream extends CoderPair {
  /** @throws KolmoError ERR_OPTION */
  constructor(options: CompressOptions = {}) {
    const checked = checkCompress(options, 'stream');
    const { size, onProgress, signal } = options;
    super({ coder: streamEncoder(checked), textAllowed: true, bytesTotal: size, onProgress, signal });
  }
}

/** Takes one archive, or several written one after another, and makes the original bytes. */
export class DecompressorStream extends CoderPair {
  /** @throws KolmoError ERR_OPTION */
  constructor(options: DecompressOptions = {}) {
    const checked = checkDecompress(options, 'stream');
    const { onProgress, signal } = options;
    super({ coder: new (native().Decoder)({ ...checked, scan: false }), textAllowed: false, bytesTotal: undefined, onProgress, signal });
  }
}
