import { add, clamp, div, exp, f, mul, round, sqrt, sub, sum } from '../floats.js';
import { GOLDEN, scramble } from '../hash.js';
import { stretch } from '../logistic.js';
import type { Machine, Op } from '../machine.js';
import { log2Of, type NetworkOp, type NetworkStage, sourcesOf, type Term } from '../program.js';
import { act, at, attend, type Learned, LIMIT, map, norm, type Part, recur, type Step, TINY } from './network-parts.js';

const ROW = 28;
/* Inputs, weights and errors as integers lie within ± these. */
const [INPUT, WEIGHT, ERROR] = [63, 127, 16_383];
const LEAST = 2 ** -60;

interface Row {
  readonly w: Int16Array;
  moment: number;
  check: number;
  count: number;
}

/** What tests of gradients look into. */
export interface Inside {
  readonly steps: readonly Step[];
  runStep(i: number): void;
  /** Through the present window; `further`: on to the one before it, which is the present one then. */
  goBack(further?: boolean): void;
  learn(): void;
  weightsOf(op: number): readonly Learned[];
  note(symbol: number): void;
}

const learned = (w: Float32Array): Learned => ({ w, moment: 0, age: 0 });

/* The largest magnitude, at least `least`. */
function largest(x: Float32Array, least: number): number {
  let most = least;
  for (let i = 0; i < x.length; i++) most = Math.max(most, Math.abs(at(x, i)));
  return most;
}

/* One after the other. */
function joined(parts: readonly Float32Array[]): Float32Array {
  if (parts.length === 1 && parts[0] !== undefined) return parts[0];
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let end = 0;
  for (const part of parts) {
    all.set(part, end);
    end += part.length;
  }
  return all;
}

/** NETWORK: predicts the next byte, and learns at the end of each window. */
export function network(stage: NetworkStage, machine: Machine, sizeClass: number): Op & Inside {
  const { widths, logits, window, warm, steps: errorSteps, delay, replay, credit, doublings, between, out, reg } = stage;
  const { registers, signals } = machine;
  const log2 = log2Of(stage.size, sizeClass);
  const table = new Map<number, Row>();
  const fresh = (): Step => ({ values: widths.map((n) => new Float32Array(n)), gradients: widths.map((n) => new Float32Array(n)) });
  /* Windows of the past that learning looks back at, and the present one; each begins with the last step of the window before it. */
  const kept = delay + replay + credit;
  const steps = Array.from({ length: kept * (window + 1) }, fresh);
  let slot = 0;
  const placeOf = (t: number): number => slot * (window + 1) + 1 + t;
  const stepAt = (t: number): Step => steps[placeOf(t)] as Step;
  const symbols: number[] = [];
  const vector = (of: readonly Float32Array[], v: number): Float32Array => of[v] as Float32Array;
  let t = 0;
  let windows = 0;
  let open = false;
  /* Bytes of the window that so many came before, and of the one that is filled or learned. */
  const lengthOf = (before: number): number => window / 2 ** Math.max(0, doublings - Math.floor(before / 2 ** between));
  let length = lengthOf(0);
  let rests = false;
  /* What is learned came out of the window behind. */
  let further = false;
  const byNibbles = widths[logits] === 272;
  /* Of bytes; or of high nibbles, and of low ones after each of these. */
  const numerators = new Int32Array(widths[logits] ?? 0);

  function rowOf(index: number): Row {
    const found = table.get(index);
    if (found !== undefined) return found;
    const row: Row = { w: new Int16Array(ROW), moment: 0, check: 0, count: 0 };
    table.set(index, row);
    return row;
  }

  const hashOf = (terms: readonly Term[], number: number): number => scramble(machine.hashOf(terms, number - 1));

  /* A gradient's mean square as it may be, and what the gradient is multiplied by for that. */
  function clipped(mean: number): { readonly square: number; readonly share: number } {
    const most = stage.clip / 65_536;
    const square = mul(most, most);
    return stage.clip > 0 && mean > square ? { square, share: div(most, sqrt(mean)) } : { square: mean, share: 1 };
  }

  function update(weights: Learned, gradient: Float32Array, rate: number): void {
    const keep = 2 ** -stage.decay;
    const { square, share } = clipped(div(sum(gradient.length, (i) => mul(at(gradient, i), at(gradient, i))), gradient.length));
    let step = rate;
    if (!stage.sgd) {
      const age = add(weights.age, mul(sub(1, weights.age), keep));
      const moment = add(weights.moment, mul(sub(square, weights.moment), keep));
      const q = sqrt(age);
      step = div(mul(rate, q), add(sqrt(moment), mul(2 ** -stage.epsilon, q)));
      if (!further) Object.assign(weights, { age, moment });
    }
    const r = mul(step, share);
    gradient.forEach((g, i) => {
      weights.w[i] = clamp(sub(at(weights.w, i), mul(r, g)), 32);
    });
  }

  /* Of a row and the one beside it. */
  function takenRow(r: number, check: number): Row {
    const [own, beside] = [rowOf(r), rowOf(r ^ 1)];
    if (own.check === check) return own;
    if (beside.check === check) return beside;
    const row = beside.count < own.count ? beside : own;
    row.w.fill(0);
    row.moment = row.count = 0;
    row.check = check;
    return row;
  }

  function rows(op: Extract<NetworkOp, { op: 'ROWS' }>, first: number): Part {
    const hashes: number[][] = [];
    const used: Row[][] = [];
    return {
      seek(place) {
        hashes[place] = op.contexts.map((terms, i) => hashOf(terms, first + i + 1));
      },
      forward(_, place, __, again) {
        const sums = new Int32Array(32);
        if (!again)
          used[place] = (hashes[place] ?? []).map((k) => {
            const row = takenRow(k >>> (32 - (log2 - 6)), k & 65_535);
            addRow(sums, row);
            return row;
          });
        else for (const row of used[place] ?? []) addRow(sums, row);
        return Float32Array.from(sums, (value) => value / 4096);
      },
      learn(rate, window, first) {
        window.forEach((step, i) => {
          const g = vector(step.gradients, op.to).slice();
          g.fill(0, ROW);
          const s = mul(sum(g.length, (j) => mul(at(g, j), at(g, j))), div(1, ROW));
          if (!(s > 0)) return;
          const { square, share } = clipped(s);
          for (const row of used[first + i] ?? []) {
            const moment = stage.sgd ? 0 : add(row.moment, mul(sub(square, row.moment), Math.max(div(1, row.count + 1), 1 / 128)));
            const count = Math.min(65_535, row.count + 1);
            if (!further) Object.assign(row, { moment, count });
            const faster = add(1, div(op.boost, count));
            const fast = mul(mul(rate, 4096), faster);
            const r = mul(stage.sgd ? fast : div(fast, add(sqrt(moment), f(1e-7))), share);
            row.w.forEach((w, j) => {
              row.w[j] = clamp(w - round(clamp(mul(at(g, j), r), 32_000)), 32_000);
            });
          }
        });
      },
    };
  }

  /* Which inputs each 32 outputs of a MASKED op have. */
  function inputsOf(op: Extract<NetworkOp, { op: 'MASKED' }>, ins: number, outs: number, number: number): readonly (readonly number[])[] {
    const all = ins / 16;
    const groups = Math.ceil(outs / 32);
    const places = Array.from({ length: all }, (_, block) => block);
    return Array.from({ length: groups }, (_, g) => {
      const first = Math.floor((g * all) / groups);
      const key = (block: number): number => (op.pattern === 0 ? (block + all - first) % all : scramble(Math.imul(64 * g + block, GOLDEN) + number + 1) >>> 0);
      const kept = places.toSorted((a, b) => key(a) - key(b) || a - b).slice(0, op.kept).toSorted((a, b) => a - b);
      return kept.flatMap((block) => Array.from({ length: 16 }, (_, i) => 16 * block + i));
    });
  }

  function addRow(sums: Int32Array, { w }: Row): void {
    w.forEach((value, i) => {
      sums[i] = (sums[i] ?? 0) + value;
    });
  }

  function dense(op: Extract<NetworkOp, { span: number }>, number: number): Part {
    const ins = sourcesOf(op).reduce((sum, v) => sum + (widths[v] ?? 0), 0);
    const outs = widths[op.to] ?? 0;
    const blocks = op.op === 'MASKED' ? inputsOf(op, ins, outs, number) : undefined;
    const everything = Array.from({ length: ins }, (_, i) => i);
    /* A row's weights are those of these inputs. */
    const inputs = (o: number): readonly number[] => blocks?.[o >> 5] ?? everything;
    const columns = inputs(0).length;
    const unit = mul(mul(op.init, 2 ** -16), 2 ** -23);
    const matrix = Array.from({ length: outs }, (_, o) =>
      learned(Float32Array.from({ length: columns }, (__, i) => mul((scramble(Math.imul(o * columns + i, GOLDEN) + number + 1) >>> 8) - 2 ** 23, unit))),
    );
    /* With the whole numbers within ±limit, of which one is `scale`. */
    const whole = (x: Float32Array, limit: number, least: number): { readonly q: Int32Array; readonly scale: number } => {
      const m = largest(x, least);
      const inverse = div(limit, m);
      const q = new Int32Array(x.length);
      for (let i = 0; i < x.length; i++) q[i] = round(mul(at(x, i), inverse));
      return { q, scale: div(m, limit) };
    };
    const inUnits = (sums: Float64Array, unit: number): Float32Array => Float32Array.from(sums).map((value) => value * unit);
    /* Σ_o e_o · rows_o, exact. */
    const ofRows = (e: Int32Array, unit: number): Float32Array => {
      const sums = new Float64Array(ins);
      shadows.forEach(({ q }, o) => {
        const factor = at(e, o);
        if (factor !== 0) inputs(o).forEach((input, i) => (sums[input] = (sums[input] ?? 0) + factor * at(q, i)));
      });
      return inUnits(sums, unit);
    };
    const shadows = matrix.map(({ w }) => whole(w, WEIGHT, TINY));
    /* By step. */
    const seen: { readonly q: Int32Array; readonly scale: number }[] = [];
    /* Σ_t e_t · x_t of row o, or nothing where its errors are all 0. */
    const floatGradient = (o: number, errors: Float32Array, steps: readonly Step[]): Float32Array | undefined => {
      if (errors.every((e) => e === 0)) return undefined;
      const gradient = new Float32Array(columns);
      steps.forEach(({ values }, t) => {
        const e = at(errors, t);
        if (e === 0) return;
        const x = joined(sourcesOf(op).map((v) => vector(values, v)));
        inputs(o).forEach((input, i) => (gradient[i] = add(at(gradient, i), mul(e, at(x, input)))));
      });
      return gradient;
    };
    const wholeGradient = (o: number, errors: Float32Array, first: number): Float32Array | undefined => {
      const read = seen.slice(first, first + errors.length);
      const scaled = map(errors, (e, t) => mul(e, read[t]?.scale ?? 0));
      const m = largest(scaled, 0);
      const unit = div(m, ERROR);
      if (unit === 0) return undefined;
      const inverse = div(ERROR, Math.max(m, LEAST));
      const e = Int32Array.from(map(scaled, (error) => round(mul(error, inverse))));
      const sums = new Float64Array(columns);
      read.forEach(({ q }, t) => inputs(o).forEach((input, i) => (sums[i] = (sums[i] ?? 0) + at(e, t) * at(q, input))));
      return inUnits(sums, unit);
    };
    const exact = stage.precision === 1;
    return {
      weights: matrix,
      forward(x, place) {
        const y = new Float32Array(outs);
        if (exact) {
          matrix.forEach(({ w }, o) => {
            const near = inputs(o);
            y[o] = sum(columns, (i) => mul(at(w, i), at(x, near[i] ?? 0)));
          });
          return y;
        }
        const { q, scale } = (seen[place] = whole(x, INPUT, TINY));
        shadows.forEach((row, o) => {
          let dot = 0;
          inputs(o).forEach((input, i) => (dot += at(row.q, i) * at(q, input)));
          y[o] = mul(dot, mul(row.scale, scale));
        });
        return y;
      },
      back(g) {
        if (!exact && op.to !== logits) {
          const { q, scale } = whole(map(g, (e, o) => mul(e, shadows[o]?.scale ?? 0)), ERROR, LEAST);
          return ofRows(q, scale);
        }
        const to = new Float32Array(ins);
        matrix.forEach(({ w }, o) => {
          const e = at(g, o);
          if (op.to === logits && e === 0) return;
          inputs(o).forEach((input, i) => (to[input] = add(at(to, input), mul(e, at(w, i)))));
        });
        return to;
      },
      learn(rate, window, first) {
        const passed = window.map(({ gradients }) => vector(gradients, op.to));
        matrix.forEach((row, o) => {
          const errors = new Float32Array(window.length);
          for (let t = 0; t < errors.length; t++) errors[t] = at(passed[t] ?? errors, o);
          const gradient = exact || op.to === logits ? floatGradient(o, errors, window) : wholeGradient(o, errors, first);
          if (gradient === undefined) return;
          update(row, gradient, rate);
          shadows[o] = whole(row.w, WEIGHT, TINY);
        });
      },
    };
  }

  function bias(op: Extract<NetworkOp, { op: 'BIAS' }>): Part {
    const weights = learned(new Float32Array(widths[op.to] ?? 0));
    return {
      weights: [weights],
      forward: () => weights.w,
      learn(rate, window) {
        const gradient = new Float32Array(weights.w.length);
        for (const { gradients } of window)
          vector(gradients, op.to).forEach((g, i) => {
            gradient[i] = add(at(gradient, i), g);
          });
        update(weights, gradient, rate);
      },
    };
  }

  let contexts = 0;
  const parts = stage.ops.map((op, number): Part => {
    switch (op.op) {
      case 'ROWS':
        contexts += op.contexts.length;
        return rows(op, contexts - op.contexts.length);
      case 'DENSE':
      case 'MASKED':
        return dense(op, number);
      case 'BIAS':
        return bias(op);
      case 'ACT':
        return act(op);
      case 'RECUR':
        return recur(widths[op.to] ?? 0);
      case 'ATTEND':
        return attend(widths[op.to] ?? 0, op.states, window);
      case 'NORM':
        return norm();
      case 'DELAY':
        return { forward: (_, __, before) => vector(before.values, op.from), back: (g) => g };
    }
  });
  const read = (of: readonly Float32Array[], op: NetworkOp): Float32Array => joined((sourcesOf(op).length === 0 ? [op.to] : sourcesOf(op)).map((v) => vector(of, v)));

  function accumulate(to: Float32Array, what: Float32Array): void {
    what.forEach((value, i) => {
      to[i] = add(at(to, i), clamp(value, LIMIT));
    });
  }

  /* The errors of a distribution: of the logits first … first + count − 1. */
  function noteErrors(first: number, count: number, came: number, which: number): void {
    const u = div(errorSteps, f(sumOver(first, first + count)));
    const w = sub(mul(scramble(Math.imul(machine.position, GOLDEN) + which) >>> 9, 2 ** -23), 0.5);
    const errors = vector(stepAt(t).gradients, logits);
    let below = 0;
    let whole = 0;
    for (let j = 0; j < count; j++) {
      below += numerators[first + j] ?? 0;
      const next = round(add(mul(f(below), u), w));
      errors[first + j] = mul(next - whole - (j === came ? errorSteps : 0), div(1, errorSteps));
      whole = next;
    }
  }

  function noteError(symbol: number, number = 0): void {
    if (!byNibbles) return noteErrors(0, 256, symbol, number);
    vector(stepAt(t).gradients, logits).fill(0);
    noteErrors(0, 16, symbol >> 4, number);
    noteErrors(16 + 16 * (symbol >> 4), 16, symbol & 15, number + 4096);
  }

  /* Which ops have gradients to pass on or to learn from: in a window that they go on to, the logits have none. */
  const heard = (numbers: readonly number[]): readonly number[] => (further ? numbers.filter((number) => stage.ops[number]?.to !== logits) : numbers);

  function goBack(onward = false): void {
    further = onward;
    const fallen = stepAt(-1).gradients.map((g) => g.slice());
    steps.forEach(({ gradients }) => gradients.forEach((g, v) => v !== logits && g.fill(0)));
    if (further) {
      slot = (slot + kept - 1) % kept;
      stepAt(length - 1).gradients.forEach((g, v) => v !== logits && g.set(vector(fallen, v)));
    }
    for (const part of parts) part.begin?.(further);
    for (let i = length - 1; i >= 0; i--)
      for (const number of heard(stage.back)) {
        const op = stage.ops[number] as NetworkOp;
        const passed = parts[number]?.back?.(vector(stepAt(i).gradients, op.to), read(stepAt(i).values, op), placeOf(i));
        if (passed === undefined) continue;
        let end = 0;
        for (const v of sourcesOf(op)) {
          const to = vector(stepAt(op.op === 'DELAY' ? i - 1 : i).gradients, v);
          accumulate(to, passed.subarray(end, end + to.length));
          end += to.length;
        }
      }
  }

  /* Which window is learned, counted from 1. */
  const age = (): number => windows + 1 - delay;

  /* What there is of a rate then: less at first, and in the end. */
  function rateOf(rate: number): number {
    return mul(mul(mul(rate, 2 ** -24), age() < warm ? div(age(), warm) : 1), left());
  }

  function left(): number {
    const after = age() * window - (stage.fall?.after ?? 0);
    if (stage.fall === undefined || after <= 0) return 1;
    const { linear, over, least } = stage.fall;
    const share = linear ? sub(1, div(f(after), f(over))) : sqrt(div(f(over), f(over + after)));
    return Math.max(share, least);
  }

  function learn(): void {
    const present = slot;
    for (let time = 0; time <= replay && windows >= delay + time; time++) {
      slot = (present + kept - (delay + time)) % kept;
      length = lengthOf(windows - delay - time);
      if (time > 0) goForth(time);
      learnWindow(false);
      for (let back = 1; back < credit && windows >= delay + time + back; back++) {
        length = lengthOf(windows - delay - time - back);
        learnWindow(true);
      }
    }
    slot = present;
    const last = placeOf(lengthOf(windows) - 1);
    slot = (slot + 1) % kept;
    for (const part of parts) part.carry?.(last, placeOf(-1));
    stepAt(-1).values.forEach((values, v) => values.set(vector((steps[last] as Step).values, v)));
    windows++;
    length = lengthOf(windows);
    t = 0;
  }

  /* A past window as it is predicted now. */
  function goForth(time: number): void {
    for (t = 0; t < length; t++) {
      predictStep(true);
      noteError(symbols[placeOf(t)] ?? 0, 64 * (time - 1) + t + 1);
    }
  }

  function learnWindow(onward: boolean): void {
    goBack(onward);
    for (const number of heard(stage.learn)) {
      const op = stage.ops[number] as NetworkOp;
      if ('rate' in op) parts[number]?.learn?.(rateOf(op.rate), steps.slice(placeOf(0), placeOf(length)), placeOf(0));
    }
  }

  function sumOver(first: number, end: number): number {
    let total = 0;
    for (let j = first; j < end; j++) total += numerators[j] ?? 0;
    return total;
  }

  /** All ops of step i; its vectors are 0 before. */
  function runStep(i: number, again = false): void {
    const step = stepAt(i);
    stage.ops.forEach((op, number) => {
      const what = (parts[number] as Part).forward(read(step.values, op), placeOf(i), stepAt(i - 1), again);
      accumulate(vector(step.values, op.to), what);
    });
  }

  /* To the numerators that step t gives each byte. */
  function predictStep(again: boolean): void {
    const { values } = stepAt(t);
    for (const one of values) one.fill(0);
    runStep(t, again);
    const size = byNibbles ? 16 : 256;
    for (let first = 0; first < numerators.length; first += size) {
      const x = vector(values, logits).subarray(first, first + size);
      const largest = x.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
      x.forEach((value, j) => {
        numerators[first + j] = 1 + round(mul(exp(Math.max(sub(value, largest), -20)), 4_194_303));
      });
    }
  }

  function forward(): void {
    predictStep(false);
    if (!byNibbles) return expects(likeliest(0, 256), numerators[likeliest(0, 256)] ?? 0, sumOver(0, 256));
    const high = likeliest(0, 16);
    const [low, most, all] = lowAfter(high);
    const share = Math.floor(((numerators[high] ?? 0) * 65_536) / sumOver(0, 16));
    expects(16 * high + low, Math.floor((share * Math.floor((most * 65_536) / all)) / 65_536), 65_536);
  }

  function likeliest(first: number, end: number): number {
    let best = first;
    for (let j = first; j < end; j++) if ((numerators[j] ?? 0) > (numerators[best] ?? 0)) best = j;
    return best - first;
  }

  /* The likeliest low nibble after a high one: it, and how likely it is, so much of so much. */
  function lowAfter(high: number): readonly [number, number, number] {
    const first = 16 + 16 * high;
    const low = likeliest(first, first + 16);
    return [low, numerators[first + low] ?? 0, sumOver(first, first + 16)];
  }

  function expects(byte: number, most: number, all: number): void {
    registers[reg] = byte;
    const rest = Math.floor(((all - most) * 65_535) / all) | 1;
    const zeros = Math.clz32(rest) - 16;
    const half = zeros < 15 ? (rest >>> (14 - zeros)) & 1 : 0;
    registers[reg + 1] = Math.min(15, 1 + 2 * zeros + (half === 0 ? 1 : 0));
  }

  return {
    steps: steps.slice(1, window + 1),
    runStep,
    goBack,
    learn,
    weightsOf: (number) => parts[number]?.weights ?? [],
    note: noteError,
    byte() {
      if (open) {
        open = false;
        symbols[placeOf(t)] = machine.last;
        noteError(machine.last);
        t++;
        if (t === length) learn();
      }
      rests = stage.when !== undefined && machine.select([stage.when.field]) >= stage.when.below;
      if (!rests) for (const part of parts) part.seek?.(placeOf(t));
    },
    nibble() {
      if (rests) {
        if (machine.bit === 0) registers[reg] = registers[reg + 1] = 0;
        return;
      }
      if (machine.bit === 0) {
        forward();
        open = true;
      } else if (byNibbles) {
        const high = machine.register(0) & 15;
        const [low, most, all] = lowAfter(high);
        expects(16 * high + low, most, all);
      }
    },
    predict() {
      if (rests) {
        signals[out] = signals[out + 1] = 0;
        return;
      }
      /* The bytes (nibbles) that begin with the partial one, and of these the half that goes on with a one. */
      const size = byNibbles ? 4 : 8;
      const bit = machine.bit % size;
      const span = 2 ** size >> bit;
      const within = (machine.register(0) << (size - bit)) & (2 ** size - 1);
      const first = within + (machine.bit < size ? 0 : 16 + 16 * ((machine.register(0) >> bit) & 15));
      const both = sumOver(first, first + span);
      const ones = sumOver(first + span / 2, first + span);
      const p = Math.max(1, Math.min(65_535, Math.floor((ones * 65_536) / both)));
      signals[out] = stretch(p);
      signals[out + 1] = (p - 32_768) >> 4;
    },
    update(bit) {
      if (((machine.register(reg) >>> (7 - machine.bit)) & 1) !== bit) registers[reg + 1] = 0;
    },
  };
}
