/**
 * A Program as a readable structure, one object per stage, field by field what docs/format.md §4.1 encodes.
 * It is what lower() plans and what decodeProgram() gives back.
 */
import type { Size } from '../graph/types.js';

export const op = { HISTORY: 0x01, WORDS: 0x02, CLASSES: 0x03, LINES: 0x04, BRACKETS: 0x05, INDIRECT: 0x06, RECORDS: 0x07, INSTRUCTIONS: 0x08, FIELDS: 0x09, SCOPES: 0x0a, OUTLINE: 0x0b, CODES: 0x0c, MATCH: 0x10, SLOTS: 0x11, NETWORK: 0x12, RECALL: 0x13, MIXER: 0x20, APM: 0x21, RESIDUAL: 0x22, OUTPUT: 0x3f } as const;

/** Signals start … start + count − 1. */
export interface Span {
  readonly start: number;
  readonly count: number;
}

/** (register >> shift) & (2^bits − 1) */
export interface Bits {
  readonly register: number;
  readonly shift: number;
  readonly bits: number;
}

/** What a network does to its vectors, each adding to `to` (docs/format.md §6). */
export type NetworkOp =
  | { readonly op: 'ROWS'; readonly to: number; readonly rate: number; readonly boost: number; readonly contexts: readonly (readonly Term[])[] }
  /** DENSE reads `span` vectors side by side, `from` and those behind it. */
  | { readonly op: 'DENSE'; readonly from: number; readonly to: number; readonly span: number; readonly rate: number; readonly init: number }
  /** Of each 32 outputs the matrix has `kept` blocks of 16 inputs. */
  | { readonly op: 'MASKED'; readonly from: number; readonly to: number; readonly span: number; readonly rate: number; readonly init: number; readonly pattern: number; readonly kept: number }
  | { readonly op: 'BIAS'; readonly to: number; readonly rate: number }
  | { readonly op: 'ACT'; readonly act: number; readonly from: number; readonly to: number }
  /** `states` in sixteens. */
  | { readonly op: 'ATTEND'; readonly from: number; readonly to: number; readonly states: number }
  | { readonly op: 'RECUR' | 'NORM' | 'DELAY'; readonly from: number; readonly to: number };

export const networkOp = { ROWS: 1, DENSE: 2, BIAS: 3, ACT: 4, RECUR: 5, NORM: 6, DELAY: 7, MASKED: 8, ATTEND: 9 } as const;

/** What a NETWORK's form says, each a bit: products in floats; what is not as usual, and is told behind epsilon. */
export const networkForm = { PRECISE: 1, SGD: 2, CLIP: 4, FALL: 8, LATER: 16, WHEN: 32, CREDIT: 64, DOUBLINGS: 128 } as const;

/** The first one highest. */
export type Selector = readonly Bits[];

/** register & mask, one of those that a context hashes. */
export interface Term {
  readonly register: number;
  readonly mask: number;
}

export type Stage =
  | { readonly op: 'HISTORY'; readonly size: Size; readonly register: number }
  | { readonly op: 'WORDS'; readonly count: number; readonly alphabet: number; readonly register: number }
  | { readonly op: 'CLASSES' | 'LINES' | 'OUTLINE' | 'BRACKETS' | 'INDIRECT' | 'RECORDS' | 'INSTRUCTIONS' | 'SCOPES' | 'CODES'; readonly register: number }
  | { readonly op: 'FIELDS'; readonly unit: number; readonly register: number }
  | { readonly op: 'MATCH'; readonly size: Size; readonly minLength: number; readonly limit: number; readonly out: number; readonly register: number }
  | { readonly op: 'SLOTS' | 'RECALL'; readonly size: Size; readonly limit: number; readonly contexts: readonly (readonly Term[])[]; readonly out: number }
  | {
      readonly op: 'MIXER';
      readonly inputs: readonly Span[];
      readonly selectors: readonly Selector[];
      readonly size: Size;
      readonly out: number;
      readonly weight: number;
      readonly rateMax: number;
      readonly rateMin: number;
      readonly decay: number;
      readonly skip: number;
      readonly mean: number;
    }
  | {
      readonly op: 'APM';
      readonly inputs: readonly Span[];
      readonly selector: Selector;
      readonly size: Size;
      readonly limit: number;
      readonly out: number;
    }
  | {
      readonly op: 'RESIDUAL';
      readonly inputs: readonly Span[];
      readonly hidden: number;
      readonly init: number;
      readonly rate: number;
      readonly rateOut: number;
      readonly skip: number;
      readonly out: number;
    }
  | {
      readonly op: 'NETWORK';
      readonly size: Size;
      readonly precision: number;
      readonly window: number;
      readonly warm: number;
      readonly steps: number;
      readonly decay: number;
      readonly epsilon: number;
      /** 1: without the mean of squares. */
      readonly sgd: number;
      /** 0: none. */
      readonly clip: number;
      /** 0 none, 1 linear, 2 root; after, over and least are 0 where there is none. */
      readonly fall: number;
      readonly after: number;
      readonly over: number;
      readonly least: number;
      /** In windows. */
      readonly delay: number;
      readonly replay: number;
      readonly credit: number;
      /** How often windows double, and log2 of how many there are before each time; 0 where they do not. */
      readonly doublings: number;
      readonly between: number;
      /** What must be below a bound for it to work; none: it always does. */
      readonly when: (Bits & { readonly below: number }) | undefined;
      /** Of each vector, in sixteens. */
      readonly widths: readonly number[];
      readonly logits: number;
      readonly ops: readonly NetworkOp[];
      /** Ops by number: through which gradients go back, in this order, and which then learn. */
      readonly back: readonly number[];
      readonly learn: readonly number[];
      readonly out: number;
      readonly register: number;
    }
  | { readonly op: 'OUTPUT'; readonly inputs: readonly Span[] };

export interface Program {
  readonly stages: readonly Stage[];
}

/** FNV-1a, 64 bits, over Program bytes: the name by which an archive calls a shipped Program. */
export function programHash(bytes: Uint8Array): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash;
}
