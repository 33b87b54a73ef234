/** Parts of a network that have no weights, and what a part is. */
import { add, clamp, div, exp, f, mul, sigmoid, sqrt, sub, sum, tanh } from '../floats.js';
import type { NetworkOp } from '../program.js';

/** What a gradient that goes on for many steps stays within. */
export const LIMIT = 10_000;
export const TINY = 2 ** -20;

/** Weights that are learned together, with the mean square of their gradients. */
export interface Learned {
  readonly w: Float32Array;
  moment: number;
  age: number;
}

/** One step of a window: every vector's values and gradient. */
export interface Step {
  readonly values: readonly Float32Array[];
  readonly gradients: readonly Float32Array[];
}

/** A running op of the network. A place is a step's, in any of the windows kept: the one before it is the step before, also of a window's first. */
export interface Part {
  /** Before forward(): the byte's contexts are known. */
  seek?(place: number): void;
  /** What is to be added to `to`; `again`, where this step was run before. */
  forward(x: Float32Array, place: number, before: Step, again: boolean): Float32Array;
  /** What is to be added to the gradient of what it reads. */
  back?(g: Float32Array, x: Float32Array, place: number): Float32Array;
  /** At the beginning of a window's way back; `further`, where it goes on from the window behind. */
  begin?(further: boolean): void;
  /** At its end: what the step at one place left is what the one behind another looks back at. */
  carry?(from: number, to: number): void;
  /** The first step's place. */
  learn?(rate: number, steps: readonly Step[], first: number): void;
  /** The float weights that it learns. */
  readonly weights?: readonly Learned[];
}

export const map = (x: Float32Array, of: (value: number, i: number) => number): Float32Array => x.map(of);
export const at = (x: Float32Array | Int16Array | Int32Array, i: number): number => x[i] ?? 0;

/** A function of each number. */
export function act({ act: kind }: Extract<NetworkOp, { op: 'ACT' }>): Part {
  const value = (x: number): number => (kind === 1 ? tanh(x) : kind === 2 ? sigmoid(x) : kind === 3 ? Math.max(x, 0) : x);
  return {
    forward: (x) => map(x, value),
    back: (g, x) =>
      map(g, (d, i) => {
        const y = f(value(at(x, i)));
        if (kind === 1) return mul(d, sub(1, mul(y, y)));
        if (kind === 2) return mul(d, mul(y, sub(1, y)));
        return kind === 3 ? mul(d, div(y, Math.max(y, TINY))) : d;
      }),
  };
}

/** `n` gated cells. */
export function recur(n: number): Part {
  interface Memory { readonly z: Float32Array; readonly f: Float32Array; readonly o: Float32Array; readonly cell: Float32Array }
  const memories: Memory[] = [];
  const cellBefore = (place: number): Float32Array => memories[place - 1]?.cell ?? new Float32Array(n);
  let down = new Float32Array(n);
  return {
    forward(x, place) {
      const z = map(x.subarray(0, n), tanh);
      const forget = map(x.subarray(n, 2 * n), sigmoid);
      const o = map(x.subarray(2 * n), sigmoid);
      const last = cellBefore(place);
      const cell = map(forget, (keep, i) => add(mul(keep, at(last, i)), mul(sub(1, keep), at(z, i))));
      memories[place] = { z, f: forget, o, cell };
      return map(o, (gate, i) => gate * at(cell, i));
    },
    begin(further) {
      if (!further) down = new Float32Array(n);
    },
    back(g, _, place) {
      const memory = memories[place] as Memory;
      const last = cellBefore(place);
      const to = new Float32Array(3 * n);
      for (let i = 0; i < n; i++) {
        const [z, forget, o, e] = [at(memory.z, i), at(memory.f, i), at(memory.o, i), at(g, i)];
        const d = add(at(down, i), mul(e, o));
        to[i] = mul(mul(d, sub(1, forget)), sub(1, mul(z, z)));
        to[n + i] = mul(mul(d, sub(at(last, i), z)), mul(forget, sub(1, forget)));
        to[2 * n + i] = mul(mul(e, at(memory.cell, i)), mul(o, sub(1, o)));
        down[i] = clamp(mul(d, forget), LIMIT);
      }
      return to;
    },
    carry(from, to) {
      memories[to] = memories[from] as Memory;
    },
  };
}

/** Looks back at what `n` numbers were in the latest `count` steps. */
export function attend(n: number, count: number, window: number): Part {
  const scale = div(1, sqrt(n));
  interface State { readonly key: Float32Array; readonly value: Float32Array }
  const nothing: State = { key: new Float32Array(n), value: new Float32Array(n) };
  /* The latest last. */
  const none: readonly State[] = Array.from({ length: count }, () => nothing);
  /* What a window found, by the place before its first step. */
  const before = new Map<number, readonly State[]>();
  const own: State[] = [];
  const shares: Float32Array[] = [];
  let given: State[] = [];
  const stepOf = (place: number): number => (place % (window + 1)) - 1;
  const seen = (place: number): readonly State[] => {
    const start = place - stepOf(place) - 1;
    return [...(before.get(start) ?? none), ...own.slice(start + 1, place + 1)].slice(-count);
  };
  const inner = (a: Float32Array, b: Float32Array): number => sum(a.length, (i) => mul(at(a, i), at(b, i)));
  return {
    forward(x, place) {
      own[place] = { key: x.slice(n, 2 * n), value: x.slice(2 * n) };
      const states = seen(place);
      const scores = Float32Array.from(states, ({ key }) => mul(inner(x.subarray(0, n), key), scale));
      const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
      const e = map(scores, (score) => exp(Math.max(sub(score, most), -20)));
      const all = sum(e.length, (j) => at(e, j));
      const share = (shares[place] = map(e, (one) => one / all));
      const y = new Float32Array(n);
      states.forEach(({ value }, j) => value.forEach((v, i) => (y[i] = add(at(y, i), mul(at(share, j), v)))));
      return y;
    },
    begin() {
      given = Array.from({ length: window }, () => ({ key: new Float32Array(n), value: new Float32Array(n) }));
    },
    back(g, x, place) {
      const step = stepOf(place);
      const states = seen(place);
      const share = shares[place] as Float32Array;
      const raised = Float32Array.from(states, ({ value }) => inner(g, value));
      const mean = inner(share, raised);
      const slopes = map(share, (one, j) => mul(mul(one, sub(at(raised, j), mean)), scale));
      const to = new Float32Array(3 * n);
      states.forEach(({ key }, j) => key.forEach((k, i) => (to[i] = add(at(to, i), mul(at(slopes, j), k)))));
      for (let j = Math.max(0, count - 1 - step); j < count; j++) {
        const { key, value } = given[step + 1 + j - count] as State;
        for (let i = 0; i < n; i++) {
          key[i] = add(at(key, i), clamp(mul(at(slopes, j), at(x, i)), LIMIT));
          value[i] = add(at(value, i), clamp(mul(at(share, j), at(g, i)), LIMIT));
        }
      }
      const { key, value } = given[step] as State;
      to.set(key, n);
      to.set(value, 2 * n);
      return to;
    },
    carry(from, to) {
      before.set(to, seen(from));
    },
  };
}

/** To a mean square of one. */
export function norm(): Part {
  const factor = (x: Float32Array): number => div(1, sqrt(add(div(sum(x.length, (i) => mul(at(x, i), at(x, i))), x.length), TINY)));
  return {
    forward(x) {
      const r = factor(x);
      return map(x, (value) => value * r);
    },
    back(g, x) {
      const r = factor(x);
      const y = map(x, (value) => value * r);
      const mean = div(sum(x.length, (i) => mul(at(g, i), at(y, i))), x.length);
      return map(g, (d, i) => mul(r, sub(d, mul(at(y, i), mean))));
    },
  };
}
