/** Single segments of an archive decoded, several at once: for threads, and for reading a range of the bytes alone. */
import { AbortError, errorOf } from '../errors.js';
import type { NativeDecoder, RunResult, Segment, Snapshot } from '../native.js';
import { native, Op } from '../native.js';
import type { CheckedDecode } from '../options.js';
import type { Found, Read } from './find.js';

/** Archive bytes that are decoded in one run: few enough that aborts and ends of ranges are noticed soon. */
const PIECE = 64 * 1024;

/** Raw bytes of one run after which it pauses, as streams do. */
const HIGH_WATER = 1024 * 1024;

const NOTHING = new Uint8Array(0);

export interface DecodeHooks {
  readonly signal?: AbortSignal | undefined;
  /** Called as bytes are handed out. */
  readonly onBytes?: ((archiveBytes: number, rawBytes: number) => void) | undefined;
}

/** A snapshot that somebody is decoding towards; null when he stopped before it. */
class Coming {
  readonly promise: Promise<Snapshot | null>;
  #resolve: (snapshot: Snapshot | null) => void = () => {};

  constructor() {
    this.promise = new Promise((resolve) => (this.#resolve = resolve));
  }

  settle(snapshot: Snapshot | null): void {
    this.#resolve(snapshot);
  }
}

/** Whether a segment is its member's first: it lies right behind the header, and starts from nothing. */
function isFirst({ headerAt, headerBytes, archiveAt }: Segment): boolean {
  return headerAt + headerBytes === archiveAt;
}

/** Decodes segments that `read` gives access to. Keeps the snapshot of each member that it met: close() frees them. */
export class SegmentDecoder {
  readonly #read: Read;
  readonly #limits: CheckedDecode;
  readonly #found: Found;
  /** By the offset of the member's header. */
  readonly #snapshots = new Map<number, Coming>();
  readonly #running = new Set<NativeDecoder>();
  #closed = false;

  constructor(read: Read, found: Found, limits: CheckedDecode) {
    this.#read = read;
    this.#found = found;
    this.#limits = limits;
  }

  /** How many segments may be decoded at once: as many as wanted, while their models are within the memory allowed. */
  #threads(): number {
    const { memory, threads } = this.#limits;
    const { memory: need, snapshot } = this.#found;
    const arena = snapshot ? need / 2 : need;
    return Math.max(1, Math.min(threads, Math.floor((memory - (need - arena)) / arena)));
  }

  /** The bytes from raw offset `start` up to `end`, in pieces, in order. */
  async *bytes(start: number, end: number, hooks: DecodeHooks = {}): AsyncGenerator<Buffer, void, undefined> {
    const wanted = this.#found.segments.filter(({ rawAt, rawBytes }) => rawAt < end && rawAt + rawBytes > start);
    const limit = this.#threads();
    const ahead: Promise<Buffer[]>[] = [];
    const stop = new AbortController();
    const abort = (): void => stop.abort(hooks.signal?.reason);
    hooks.signal?.addEventListener('abort', abort, { once: true });
    if (hooks.signal?.aborted) abort();
    try {
      if (limit === 1) {
        for (const segment of wanted) yield* this.#segment(segment, start, end, stop.signal, hooks);
        return;
      }
      const whole = async (segment: Segment): Promise<Buffer[]> => {
        const pieces: Buffer[] = [];
        for await (const piece of this.#segment(segment, start, end, stop.signal, hooks)) pieces.push(piece);
        return pieces;
      };
      let next = 0;
      for (;;) {
        for (; ahead.length < limit && next < wanted.length; next++) {
          const segment = wanted[next];
          if (segment === undefined) break;
          const pieces = whole(segment);
          pieces.catch(() => {}); // reported when its turn comes
          ahead.push(pieces);
        }
        const first = ahead.shift();
        if (first === undefined) return;
        yield* await first;
      }
    } finally {
      hooks.signal?.removeEventListener('abort', abort);
      stop.abort();
      await Promise.allSettled(ahead);
    }
  }

  /** What of a segment lies between two raw offsets. */
  async *#segment(segment: Segment, start: number, end: number, signal: AbortSignal, hooks: DecodeHooks): AsyncGenerator<Buffer, void, undefined> {
    const last = Math.min(end, segment.rawAt + segment.rawBytes);
    let at = segment.rawAt;
    for await (const output of this.#outputs(segment, signal, hooks)) {
      if (at + output.length > segment.rawAt + segment.rawBytes) break;
      const piece = output.subarray(Math.max(0, start - at), Math.max(0, last - at));
      at += output.length;
      if (piece.length > 0) yield piece;
      if (at >= last) return;
    }
    throw errorOf('ERR_CORRUPT', 'the archive is damaged: the index tells of other bytes than there are');
  }

  /** All that a segment's frames restore to. Of a member's first segment the snapshot is kept. */
  async *#outputs(segment: Segment, signal: AbortSignal, hooks: DecodeHooks): AsyncGenerator<Buffer, void, undefined> {
    const { headerAt, headerBytes, archiveAt, archiveBytes } = segment;
    let coming: Coming | undefined;
    if (isFirst(segment) && !this.#snapshots.has(headerAt)) this.#snapshots.set(headerAt, (coming = new Coming()));
    let decoder: NativeDecoder | undefined;
    const abort = (): void => decoder?.cancel();
    signal.addEventListener('abort', abort);
    try {
      const made = this.#decoder(isFirst(segment) ? null : await this.#startOf(segment, signal));
      decoder = made;
      const run = async (data: Uint8Array, op: Op): Promise<RunResult> => {
        if (signal.aborted) throw new AbortError(signal.reason);
        const result = await new Promise<RunResult>((resolve) => made.run(data, op, HIGH_WATER, resolve, null));
        if (result.code !== 'OK') throw errorOf(result.code, result.message, result.code === 'ABORT_ERR' ? signal.reason : undefined);
        return result;
      };
      await run(await this.#read(headerAt, headerBytes), Op.write);
      const { archiveBytes: header, blocks } = made.info();
      if (header !== headerBytes || blocks > 0) throw errorOf('ERR_CORRUPT', 'the archive is damaged: the index tells of another header');
      for (let at = 0; at < archiveBytes; ) {
        const data = await this.#read(archiveAt + at, Math.min(PIECE, archiveBytes - at));
        for (let done = 0; done < data.length; ) {
          const { output, consumed } = await run(data.subarray(done), Op.write);
          done += consumed;
          hooks.onBytes?.(consumed, output.length);
          const snapshot = coming === undefined || this.#closed ? null : made.takeSnapshot();
          if (snapshot !== null) {
            coming?.settle(snapshot);
            coming = undefined;
          }
          if (output.length > 0) yield output;
        }
        at += data.length;
      }
      await run(NOTHING, Op.finish);
    } finally {
      signal.removeEventListener('abort', abort);
      if (coming !== undefined) { // whoever waits for it may try himself
        this.#snapshots.delete(headerAt);
        coming.settle(null);
      }
      if (decoder !== undefined) this.#running.delete(decoder);
      decoder?.close();
    }
  }

  #decoder(start: Snapshot | null): NativeDecoder {
    if (this.#closed) throw errorOf('ERR_OPTION', 'the archive is closed');
    const { memory, maxCost } = this.#limits;
    const decoder = new (native().Decoder)({ memory, maxCost, outputLimit: 0, scan: false, part: true, start });
    this.#running.add(decoder);
    return decoder;
  }

  /** The snapshot that a segment starts from; null when it starts from nothing. */
  async #startOf({ headerAt, archiveAt }: Segment, signal: AbortSignal): Promise<Snapshot | null> {
    const [tag, state] = await this.#read(archiveAt, 2);
    const { TAG_SEGMENT, SEGMENT_SNAPSHOT } = native().constants;
    if (tag !== TAG_SEGMENT || state !== SEGMENT_SNAPSHOT) return null;
    const first = this.#found.segments.find((segment) => segment.headerAt === headerAt);
    if (first === undefined || !isFirst(first)) throw errorOf('ERR_CORRUPT', 'the archive is damaged: index');
    for (;;) {
      const coming = this.#snapshots.get(headerAt);
      const snapshot = coming === undefined ? null : await coming.promise;
      if (snapshot !== null) return snapshot;
      if (!this.#snapshots.has(headerAt)) await this.#learn(first, signal);
    }
  }

  /** Decodes a first segment until its snapshot is kept. */
  async #learn(first: Segment, signal: AbortSignal): Promise<void> {
    const outputs = this.#outputs(first, signal, {});
    let kept = false;
    const look = outputs.next();
    void this.#snapshots.get(first.headerAt)?.promise.then((snapshot) => (kept = snapshot !== null));
    try {
      for (let output = await look; !output.done; output = await outputs.next()) if (kept) return;
    } finally {
      await outputs.return();
    }
    if (!kept) throw errorOf('ERR_CORRUPT', 'the archive is damaged: no snapshot in the first segment');
  }

  /** Ends what is under way with an error, and frees all memory. */
  close(): void {
    this.#closed = true;
    for (const decoder of this.#running) decoder.cancel();
    for (const { promise } of this.#snapshots.values()) void promise.then((snapshot) => snapshot && native().releaseSnapshot(snapshot));
    this.#snapshots.clear();
  }
}
