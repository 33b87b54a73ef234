/**
 * Several segments coded at once, each by a native encoder of its own; to its callers one more coder. What comes out is, byte for byte, the
 * archive that one native encoder makes of the same input, options and calls of flush.
 */
import type { NativeCoder, NativePart, Report, RunResult, Snapshot } from '../native.js';
import { native, Op } from '../native.js';
import type { CheckedEncode } from '../options.js';
import { constants } from '../options.js';

const NOTHING = new Uint8Array(0);

/** Least time between two reports, as native coders have it. */
const REPORT_MS = 100;

/** A native encoder; or several, where there can be several segments and threads for them. */
export function encoderFor(checked: CheckedEncode): NativeCoder {
  const { length, segment, threads } = checked;
  const several = threads > 1 && segment > 0 && (length < 0 || length > segment);
  return several ? new SegmentEncoder(checked) : new (native().Encoder)(checked);
}

interface Piece {
  readonly data: Uint8Array;
  readonly op: Op;
}

/** One segment on its way. */
class Part {
  readonly waiting: Piece[] = [];
  /** Bytes given to it. */
  raw = 0;
  running = false;
  /** The finishing piece was given; and worked off. */
  ended = false;
  done = false;
  readonly outputs: Buffer[] = [];
  /** Bytes made. */
  archive = 0;
  /** Bytes worked off and made, as its coder told last. */
  told: readonly [number, number] = [0, 0];

  /** @param at offset of its first byte in the input */
  constructor(
    readonly at: number,
    readonly coder: NativePart,
  ) {}
}

interface Failure {
  readonly code: string;
  readonly message: string;
}

export class SegmentEncoder implements NativeCoder {
  readonly #checked: CheckedEncode;
  /** Bytes up to which an input is short: then its header states its length, so nothing is begun before there are more. */
  readonly #short: number;
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  /** Unfinished or not yet written out, in order. */
  readonly #parts: Part[] = [];
  /** Archive bytes and raw bytes of each segment written out. */
  readonly #sizes: number[] = [];
  #header: Buffer | undefined;
  #headerWritten = false;
  /** All segments are there: the end frame comes behind the last. */
  #ending = false;
  /** Bytes given to parts. */
  #taken = 0;
  /** Bytes handed out. */
  #made = 0;
  /** Of parts that are done. */
  #done: readonly [raw: number, archive: number] = [0, 0];
  /** undefined: not yet taken; null: there is none. */
  #snapshot: Snapshot | null | undefined;
  #failure: Failure | undefined;
  #closed = false;
  /** Called at every change of state while a run waits. */
  #changed: (() => void) | undefined;
  #report: Report | null = null;
  #reported = 0;

  constructor(checked: CheckedEncode) {
    this.#checked = checked;
    const { segment, snapshot, length } = checked;
    this.#short = length >= 0 ? 0 : Math.min(constants.BLOCK, segment, snapshot || segment);
    if (snapshot === 0) this.#snapshot = null;
  }

  runSync(): RunResult {
    throw new Error('kolmo: several threads take an asynchronous call');
  }

  run(data: Uint8Array, op: Op, _highWater: number, done: (result: RunResult) => void, report: Report | null): void {
    this.#report = report;
    void this.#answer(data, op, done);
  }

  async #answer(data: Uint8Array, op: Op, done: (result: RunResult) => void): Promise<void> {
    try {
      await this.#work(data, op);
    } catch (error) {
      this.#failWith(error);
    }
    const output = this.#failure === undefined ? this.#drain() : Buffer.alloc(0);
    const { code, message } = this.#failure ?? { code: 'OK', message: '' };
    done({ code, message, output, consumed: data.length });
  }

  cancel(): void {
    this.#fail('ABORT_ERR', 'aborted');
  }

  close(): void {
    this.#closed = true;
    this.cancel();
    for (const { coder } of this.#parts) coder.close();
    if (this.#snapshot) native().releaseSnapshot(this.#snapshot);
    this.#snapshot = null;
  }

  async #work(data: Uint8Array, op: Op): Promise<void> {
    if (this.#failure !== undefined || !this.#lengthHolds(data.length, op)) return;
    const begun = this.#header !== undefined;
    const bytes = this.#heldBytes + data.length;
    if (!begun && bytes <= this.#short && op === Op.finish) return this.#codeWhole(data);
    // Copied: whoever writes into a stream may use his buffer again, once the stream has taken it.
    const own = op === Op.finish ? data : new Uint8Array(data);
    if (!begun && bytes <= this.#short && !(op === Op.flush && bytes > 0)) {
      this.#held.push(own);
      this.#heldBytes = bytes;
      return;
    }
    if (!begun) {
      this.#header = native().writeHeader(this.#checked);
      for (const piece of this.#held.splice(0)) await this.#take(piece);
      this.#heldBytes = 0;
    }
    await this.#take(own);
    if (op === Op.write) return;
    const part = this.#parts.at(-1);
    if (part !== undefined && !part.ended) this.#give(part, NOTHING, op);
    await this.#until(() => this.#parts.every(({ running, waiting }) => !running && waiting.length === 0));
    this.#ending = op === Op.finish;
  }

  /** Records a failure when more or less comes than was announced. */
  #lengthHolds(more: number, op: Op): boolean {
    const { length } = this.#checked;
    const seen = this.#taken + this.#heldBytes + more;
    if (length < 0 || (seen <= length && (op !== Op.finish || seen === length))) return true;
    this.#fail('ERR_OPTION', `size: ${length} bytes were announced, ${seen > length ? 'more' : seen} came`);
    return false;
  }

  /** All there is, by one encoder that learns its length. */
  async #codeWhole(data: Uint8Array): Promise<void> {
    const part = this.#begin(new (native().Encoder)(this.#checked));
    this.#give(part, Buffer.concat([...this.#held.splice(0), data]), Op.finish);
    await this.#until(() => part.done);
  }

  async #take(data: Uint8Array): Promise<void> {
    const { segment, snapshot, threads } = this.#checked;
    for (let at = 0; at < data.length; ) {
      let part = this.#parts.at(-1);
      if (part === undefined || part.ended) {
        await this.#until(() => this.#parts.filter(({ done }) => !done).length < threads);
        if (this.#taken > 0) await this.#until(() => this.#snapshot !== undefined);
        if (this.#failure !== undefined) return;
        const start = this.#taken > 0 ? (this.#snapshot ?? null) : null;
        part = this.#begin(new (native().Encoder)({ ...this.#checked, at: this.#taken, start }));
      }
      // The first segment's coder stops at the snapshot's place, so that others need not wait for more than that.
      const stop = part.at === 0 && part.raw < snapshot;
      const piece = data.subarray(at, at + (stop ? snapshot : segment) - part.raw);
      at += piece.length;
      part.raw += piece.length;
      this.#taken += piece.length;
      const full = part.raw === segment;
      if (stop && part.raw === snapshot) {
        this.#give(part, piece, Op.flush);
        if (full) this.#give(part, NOTHING, Op.finish);
      } else this.#give(part, piece, full ? Op.finish : Op.write);
    }
  }

  #begin(coder: NativePart): Part {
    const part = new Part(this.#taken, coder);
    this.#parts.push(part);
    return part;
  }

  #give(part: Part, data: Uint8Array, op: Op): void {
    part.ended = op === Op.finish;
    part.waiting.push({ data, op });
    this.#pump(part);
  }

  #pump(part: Part): void {
    const piece = part.running || this.#failure !== undefined ? undefined : part.waiting.shift();
    if (piece === undefined) return;
    const report: Report = (bytesIn, bytesOut) => this.#tell(part, bytesIn, bytesOut);
    part.coder.run(piece.data, piece.op, 0, (result) => this.#worked(part, piece.op, result), this.#report && report);
    part.running = true;
  }

  #worked(part: Part, op: Op, { code, message, output }: RunResult): void {
    part.running = false;
    part.outputs.push(output);
    part.archive += output.length;
    if (code !== 'OK') this.#fail(code, message);
    else if (op === Op.finish) {
      part.done = true;
      part.coder.close();
      this.#done = [this.#done[0] + part.raw, this.#done[1] + part.archive];
    } else if (part.at === 0 && this.#snapshot === undefined && !this.#closed) {
      this.#snapshot = part.coder.takeSnapshot() ?? undefined;
    }
    try {
      this.#pump(part);
    } catch (error) {
      this.#failWith(error);
    }
    this.#changed?.();
  }

  #tell(part: Part, bytesIn: number, bytesOut: number): void {
    part.told = [bytesIn - part.at, bytesOut];
    const now = performance.now();
    if (now - this.#reported < REPORT_MS) return;
    this.#reported = now;
    let [took, made] = this.#done;
    for (const { told, done } of this.#parts) {
      took += done ? 0 : told[0];
      made += done ? 0 : told[1];
    }
    this.#report?.(took, made);
  }

  /** What is ready to be written, in order. */
  #drain(): Buffer {
    const ready: Buffer[] = [];
    if (this.#header !== undefined && !this.#headerWritten) ready.push(this.#header);
    this.#headerWritten = this.#header !== undefined;
    for (let part = this.#parts[0]; part !== undefined; part = this.#parts[0]) {
      ready.push(...part.outputs.splice(0));
      if (!part.done) break;
      this.#sizes.push(part.archive, part.raw);
      this.#parts.shift();
    }
    if (this.#ending) ready.push(native().writeEnd(Float64Array.from(this.#sizes), this.#header?.length ?? 0));
    this.#ending = false;
    const output = ready.length === 1 ? (ready[0] ?? Buffer.alloc(0)) : Buffer.concat(ready);
    const { outputLimit } = this.#checked;
    this.#made += output.length;
    if (outputLimit === 0 || this.#made <= outputLimit) return output;
    this.#fail('ERR_OUTPUT_LIMIT', `the output would exceed the limit of ${outputLimit} bytes`);
    return Buffer.alloc(0);
  }

  #failWith(error: unknown): void {
    const { code, message } = error instanceof Error && 'code' in error ? error : { code: 'ERR_MEMORY', message: String(error) };
    this.#fail(String(code), message);
  }

  #fail(code: string, message: string): void {
    this.#failure ??= { code, message };
    for (const { coder } of this.#parts) coder.cancel();
    this.#changed?.();
  }

  /** Waits for a condition; after a failure, until nothing runs any more. */
  #until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#changed = () => {
        const met = this.#failure === undefined ? condition() : this.#parts.every(({ running }) => !running);
        if (!met) return;
        this.#changed = undefined;
        resolve();
      };
      this.#changed();
    });
  }
}
