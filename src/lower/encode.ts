/** Program -> bytes, as docs/format.md §4.1 says. Nothing here computes; it only writes down. */
import type { Size } from '../graph/types.js';
import { type Bits, networkForm, type NetworkOp, networkOp, op, type Program, type Selector, type Span, type Stage, type Term } from './program.js';

class Writer {
  readonly bytes: number[] = [];

  u8(value: number): this {
    this.bytes.push(value & 0xff);
    return this;
  }

  u32(value: number): this {
    return this.u8(value).u8(value >>> 8).u8(value >>> 16).u8(value >>> 24);
  }

  /** LEB128; Programs hold no number above 2^31. */
  varint(value: number): this {
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) this.u8((rest & 0x7f) | 0x80);
    return this.u8(rest);
  }

  size({ min, max, offset }: Size): this {
    return this.u8(min).u8(max).u8(offset);
  }

  spans(spans: readonly Span[]): this {
    this.varint(spans.length);
    for (const { start, count } of spans) this.varint(start).varint(count);
    return this;
  }

  list(numbers: readonly number[]): this {
    this.varint(numbers.length);
    for (const number of numbers) this.varint(number);
    return this;
  }

  terms(terms: readonly Term[]): this {
    this.varint(terms.length);
    for (const { register, mask } of terms) this.u8(register).u32(mask);
    return this;
  }

  selector(selector: Selector): this {
    this.varint(selector.length);
    for (const bits of selector) this.field(bits);
    return this;
  }

  field({ register, shift, bits }: Bits): this {
    return this.u8(register).u8(shift).u8(bits);
  }
}

function networkPart(to: Writer, part: NetworkOp): void {
  to.u8(networkOp[part.op]);
  if (part.op === 'ACT') to.u8(part.act);
  if ('from' in part) to.u8(part.from);
  to.u8(part.to);
  if ('span' in part) to.varint(part.span);
  if ('rate' in part) to.varint(part.rate);
  if ('span' in part) to.varint(part.init);
  if (part.op === 'ATTEND') to.varint(part.states);
  if (part.op === 'MASKED') to.u8(part.pattern).varint(part.kept);
  if (part.op !== 'ROWS') return;
  to.u8(part.boost).varint(part.contexts.length);
  for (const terms of part.contexts) to.terms(terms);
}

function formOf({ precision, sgd, clip, fall, delay, replay, when, credit, doublings }: Extract<Stage, { readonly op: 'NETWORK' }>): number {
  const has = { PRECISE: precision > 0, SGD: sgd > 0, CLIP: clip > 0, FALL: fall > 0, LATER: delay + replay > 0, WHEN: when !== undefined, CREDIT: credit > 1, DOUBLINGS: doublings > 0 };
  return Object.entries(networkForm).reduce((form, [name, bit]) => form | (has[name as keyof typeof has] ? bit : 0), 0);
}

function payload(stage: Stage): readonly number[] {
  const to = new Writer();
  switch (stage.op) {
    case 'HISTORY':
      return to.size(stage.size).u8(stage.register).bytes;
    case 'WORDS':
      return to.u8(stage.count).u8(stage.alphabet).u8(stage.register).bytes;
    case 'CLASSES':
    case 'LINES':
    case 'OUTLINE':
    case 'CODES':
    case 'BRACKETS':
    case 'INDIRECT':
    case 'RECORDS':
    case 'INSTRUCTIONS':
    case 'SCOPES':
      return to.u8(stage.register).bytes;
    case 'FIELDS':
      return to.u8(stage.unit).u8(stage.register).bytes;
    case 'MATCH':
      return to.size(stage.size).u8(stage.minLength).varint(stage.limit).varint(stage.out).u8(stage.register).bytes;
    case 'SLOTS':
    case 'RECALL':
      to.size(stage.size).varint(stage.limit).varint(stage.contexts.length);
      for (const terms of stage.contexts) to.terms(terms);
      return to.varint(stage.out).bytes;
    case 'NETWORK':
      to.size(stage.size).varint(formOf(stage)).varint(stage.window).varint(stage.warm).varint(stage.steps).varint(stage.decay).varint(stage.epsilon);
      if (stage.clip > 0) to.varint(stage.clip);
      if (stage.fall > 0) to.varint(stage.fall).varint(stage.after).varint(stage.over).varint(stage.least);
      if (stage.delay + stage.replay > 0) to.varint(stage.delay).varint(stage.replay);
      if (stage.when !== undefined) to.field(stage.when).varint(stage.when.below);
      if (stage.credit > 1) to.varint(stage.credit);
      if (stage.doublings > 0) to.varint(stage.doublings).varint(stage.between);
      to.list(stage.widths).u8(stage.logits).varint(stage.ops.length);
      for (const part of stage.ops) networkPart(to, part);
      return to.list(stage.back).list(stage.learn).varint(stage.out).u8(stage.register).bytes;
    case 'MIXER':
      to.spans(stage.inputs).varint(stage.selectors.length);
      for (const selector of stage.selectors) to.selector(selector);
      to.size(stage.size).varint(stage.out).varint(stage.weight).varint(stage.rateMax).varint(stage.rateMin).varint(stage.decay).varint(stage.skip).varint(stage.mean);
      return to.bytes;
    case 'APM':
      return to.spans(stage.inputs).selector(stage.selector).size(stage.size).varint(stage.limit).varint(stage.out).bytes;
    case 'RESIDUAL':
      return to.spans(stage.inputs).varint(stage.hidden).varint(stage.init).varint(stage.rate).varint(stage.rateOut).varint(stage.skip).varint(stage.out).bytes;
    case 'OUTPUT':
      return to.spans(stage.inputs).bytes;
  }
}

export function encodeProgram(program: Program): Uint8Array {
  const to = new Writer().u8(0).varint(program.stages.length);
  for (const stage of program.stages) {
    const bytes = payload(stage);
    to.u8(op[stage.op]).varint(bytes.length).bytes.push(...bytes);
  }
  return Uint8Array.from(to.bytes);
}
