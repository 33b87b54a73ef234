/** Program bytes -> a readable structure. The shape is checked here; what a Program may ask for, the core checks. */
import { KolmoError } from '../errors.js';
import type { Size } from '../graph/types.js';
import { type Bits, networkForm, type NetworkOp, networkOp, op, type Program, type Selector, type Span, type Stage, type Term } from './program.js';

function bad(what: string): never {
  throw new KolmoError('ERR_PROGRAM', `Program: ${what}`);
}

class Reader {
  #at = 0;

  constructor(readonly bytes: Uint8Array) {}

  get done(): boolean {
    return this.#at === this.bytes.length;
  }

  u8(): number {
    const byte = this.bytes[this.#at];
    if (byte === undefined) bad(`ends early, at byte ${this.#at}`);
    this.#at += 1;
    return byte;
  }

  i8(): number {
    return (this.u8() << 24) >> 24;
  }

  u32(): number {
    return (this.u8() | (this.u8() << 8) | (this.u8() << 16) | (this.u8() << 24)) >>> 0;
  }

  /** Four groups of seven bits are more than any number in a Program needs. */
  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.u8();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) {
        if (byte === 0 && shift > 0) bad(`has a number longer than needed before byte ${this.#at}`);
        return value;
      }
    }
    return bad(`has a number above 2^28 before byte ${this.#at}`);
  }

  list<T>(read: () => T): readonly T[] {
    const count = this.varint();
    const entries: T[] = [];
    for (let i = 0; i < count; i += 1) entries.push(read());
    return entries;
  }

  part(length: number): Reader {
    if (length > this.bytes.length - this.#at) bad(`ends early, in a stage of ${length} bytes at byte ${this.#at}`);
    this.#at += length;
    return new Reader(this.bytes.subarray(this.#at - length, this.#at));
  }

  size(): Size {
    return { min: this.u8(), max: this.u8(), offset: this.i8() };
  }

  spans(): readonly Span[] {
    return this.list(() => ({ start: this.varint(), count: this.varint() }));
  }

  selector(): Selector {
    return this.list(() => this.field());
  }

  field(): Bits {
    return { register: this.u8(), shift: this.u8(), bits: this.u8() };
  }

  terms(): readonly Term[] {
    return this.list(() => ({ register: this.u8(), mask: this.u32() }));
  }
}

function networkPart(code: number, from: Reader): NetworkOp {
  switch (code) {
    case networkOp.ROWS:
      return { op: 'ROWS', to: from.u8(), rate: from.varint(), boost: from.u8(), contexts: from.list(() => from.terms()) };
    case networkOp.DENSE:
      return { op: 'DENSE', from: from.u8(), to: from.u8(), span: from.varint(), rate: from.varint(), init: from.varint() };
    case networkOp.BIAS:
      return { op: 'BIAS', to: from.u8(), rate: from.varint() };
    case networkOp.ACT:
      return { op: 'ACT', act: from.u8(), from: from.u8(), to: from.u8() };
    case networkOp.RECUR:
      return { op: 'RECUR', from: from.u8(), to: from.u8() };
    case networkOp.NORM:
      return { op: 'NORM', from: from.u8(), to: from.u8() };
    case networkOp.DELAY:
      return { op: 'DELAY', from: from.u8(), to: from.u8() };
    case networkOp.MASKED:
      return { op: 'MASKED', from: from.u8(), to: from.u8(), span: from.varint(), rate: from.varint(), init: from.varint(), pattern: from.u8(), kept: from.varint() };
    case networkOp.ATTEND:
      return { op: 'ATTEND', from: from.u8(), to: from.u8(), states: from.varint() };
    default:
      return bad(`has an unknown network op ${code}`);
  }
}

/* Object literals are evaluated in the order written, which is the encoding's. */
function stage(code: number, from: Reader): Stage {
  switch (code) {
    case op.HISTORY:
      return { op: 'HISTORY', size: from.size(), register: from.u8() };
    case op.WORDS:
      return { op: 'WORDS', count: from.u8(), alphabet: from.u8(), register: from.u8() };
    case op.CLASSES:
      return { op: 'CLASSES', register: from.u8() };
    case op.LINES:
      return { op: 'LINES', register: from.u8() };
    case op.OUTLINE:
      return { op: 'OUTLINE', register: from.u8() };
    case op.CODES:
      return { op: 'CODES', register: from.u8() };
    case op.BRACKETS:
      return { op: 'BRACKETS', register: from.u8() };
    case op.INDIRECT:
      return { op: 'INDIRECT', register: from.u8() };
    case op.RECORDS:
      return { op: 'RECORDS', register: from.u8() };
    case op.INSTRUCTIONS:
      return { op: 'INSTRUCTIONS', register: from.u8() };
    case op.FIELDS:
      return { op: 'FIELDS', unit: from.u8(), register: from.u8() };
    case op.SCOPES:
      return { op: 'SCOPES', register: from.u8() };
    case op.MATCH:
      return { op: 'MATCH', size: from.size(), minLength: from.u8(), limit: from.varint(), out: from.varint(), register: from.u8() };
    case op.SLOTS:
    case op.RECALL:
      return { op: code === op.SLOTS ? 'SLOTS' : 'RECALL', size: from.size(), limit: from.varint(), contexts: from.list(() => from.terms()), out: from.varint() };
    case op.NETWORK: {
      const size = from.size();
      const form = from.varint();
      const has = (what: keyof typeof networkForm): boolean => (form & networkForm[what]) !== 0;
      const falls = has('FALL');
      return {
        op: 'NETWORK',
        size,
        precision: has('PRECISE') ? 1 : 0,
        window: from.varint(),
        warm: from.varint(),
        steps: from.varint(),
        decay: from.varint(),
        epsilon: from.varint(),
        sgd: has('SGD') ? 1 : 0,
        clip: has('CLIP') ? from.varint() : 0,
        fall: falls ? from.varint() : 0,
        after: falls ? from.varint() : 0,
        over: falls ? from.varint() : 0,
        least: falls ? from.varint() : 0,
        delay: has('LATER') ? from.varint() : 0,
        replay: has('LATER') ? from.varint() : 0,
        when: has('WHEN') ? { ...from.field(), below: from.varint() } : undefined,
        credit: has('CREDIT') ? from.varint() : 1,
        doublings: has('DOUBLINGS') ? from.varint() : 0,
        between: has('DOUBLINGS') ? from.varint() : 0,
        widths: from.list(() => from.varint()),
        logits: from.u8(),
        ops: from.list(() => networkPart(from.u8(), from)),
        back: from.list(() => from.varint()),
        learn: from.list(() => from.varint()),
        out: from.varint(),
        register: from.u8(),
      };
    }
    case op.MIXER:
      return {
        op: 'MIXER',
        inputs: from.spans(),
        selectors: from.list(() => from.selector()),
        size: from.size(),
        out: from.varint(),
        weight: from.varint(),
        rateMax: from.varint(),
        rateMin: from.varint(),
        decay: from.varint(),
        skip: from.varint(),
        mean: from.varint(),
      };
    case op.APM:
      return {
        op: 'APM',
        inputs: from.spans(),
        selector: from.selector(),
        size: from.size(),
        limit: from.varint(),
        out: from.varint(),
      };
    case op.RESIDUAL:
      return {
        op: 'RESIDUAL',
        inputs: from.spans(),
        hidden: from.varint(),
        init: from.varint(),
        rate: from.varint(),
        rateOut: from.varint(),
        skip: from.varint(),
        out: from.varint(),
      };
    case op.OUTPUT:
      return { op: 'OUTPUT', inputs: from.spans() };
    default:
      return bad(`has an unknown op 0x${code.toString(16).padStart(2, '0')}`);
  }
}

/**
 * Reads Program bytes as lower() wrote them.
 * @throws KolmoError ERR_PROGRAM: not Program bytes
 */
export function decodeProgram(bytes: Uint8Array): Program {
  const from = new Reader(bytes);
  const version = from.u8();
  if (version !== 0) bad(`has version ${version}; this build reads 0`);
  const stages = from.list(() => {
    const code = from.u8();
    const inside = from.part(from.varint());
    const made = stage(code, inside);
    if (!inside.done) bad(`has bytes left over in a ${made.op} stage`);
    return made;
  });
  if (!from.done) bad('has bytes left over');
  return { stages };
}
