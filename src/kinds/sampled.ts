/** An encoder that waits for the first bytes of its input, because they tell which model codes; to its callers one more coder. */
import type { NativeCoder, Report, RunResult } from '../native.js';
import { Op } from '../native.js';
import type { CheckedCompress } from '../options.js';
import { encoderFor } from '../segments/encoder.js';

const NOTHING = Buffer.alloc(0);

/** The encoder of a stream: nobody knows its first bytes yet. */
export function streamEncoder(checked: CheckedCompress): NativeCoder {
  return checked.sample === 0 ? encoderFor(checked.encoder(NOTHING)) : new SampledEncoder(checked);
}

class SampledEncoder implements NativeCoder {
  readonly #checked: CheckedCompress;
  /** What waits: copies, for whoever writes into a stream may use his buffer again once the stream has taken it. */
  #head: Uint8Array[] = [];
  #headBytes = 0;
  #coder: NativeCoder | undefined;
  #cancelled = false;

  constructor(checked: CheckedCompress) {
    this.#checked = checked;
  }

  runSync(data: Uint8Array, op: Op, highWater: number, report: Report | null): RunResult {
    if (this.#waits(data, op)) return this.#held(data);
    return this.#start(data, (coder, all) => withConsumed(coder.runSync(all, op, highWater, report), data));
  }

  run(data: Uint8Array, op: Op, highWater: number, done: (result: RunResult) => void, report: Report | null): void {
    if (this.#waits(data, op)) {
      const result = this.#held(data);
      process.nextTick(() => done(result));
    } else {
      this.#start(data, (coder, all) => coder.run(all, op, highWater, (result) => done(withConsumed(result, data)), report));
    }
  }

  cancel(): void {
    this.#cancelled = true;
    this.#coder?.cancel();
  }

  close(): void {
    this.cancel();
    this.#coder?.close();
    this.#head = [];
  }

  /* More is needed; or a flush comes before anything was written, when there is nothing to make restorable and nothing that tells a kind. */
  #waits(data: Uint8Array, op: Op): boolean {
    if (this.#coder !== undefined) return false;
    const bytes = this.#headBytes + data.length;
    return this.#cancelled || (op === Op.write && bytes < this.#checked.sample) || (op === Op.flush && bytes === 0);
  }

  #held(data: Uint8Array): RunResult {
    if (this.#cancelled) return { code: 'ABORT_ERR', message: 'aborted', output: NOTHING, consumed: 0 };
    this.#head.push(Uint8Array.from(data));
    this.#headBytes += data.length;
    return { code: 'OK', message: '', output: NOTHING, consumed: data.length };
  }

  /* Runs the coder on `data`, behind what waited if this is its first run. */
  #start<T>(data: Uint8Array, run: (coder: NativeCoder, all: Uint8Array) => T): T {
    if (this.#coder !== undefined) return run(this.#coder, data);
    const all = this.#headBytes === 0 ? data : Buffer.concat([...this.#head, data]);
    this.#head = [];
    this.#coder = encoderFor(this.#checked.encoder(all));
    return run(this.#coder, all);
  }
}

/* An encoder that succeeds takes all it is given; what waited was told as consumed already. */
function withConsumed(result: RunResult, data: Uint8Array): RunResult {
  return { ...result, consumed: Math.min(result.consumed, data.length) };
}
