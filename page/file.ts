/** The file that a page shows: its bytes, what they cost, and what is known of each. */
import { array, figures } from './figures.js';

export interface Guess {
  readonly byte: number;
  /** 0…1 */
  readonly chance: number;
}

export interface Said {
  readonly name: string;
  readonly group: string;
  /** Bits by its prediction alone. */
  readonly alone: number;
  readonly weight: number;
  readonly saved: number;
}

/** Coded bytes that stand together for bytes of the file. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly codedStart: number;
  readonly codedEnd: number;
}

/* Sums are kept at each so-many-th place. */
const EVERY = 256;

export class File {
  readonly length: number;
  readonly #guessFrom: Uint32Array;
  readonly #codedFrom: Uint32Array | undefined;
  readonly #words: readonly string[];
  readonly #bits: Float64Array;

  private constructor(private readonly of: Readonly<Record<(typeof names)[number], Uint8Array>>) {
    this.length = of.data.length;
    const { bits } = figures.most;
    this.#bits = Float64Array.from({ length: 256 }, (_, level) => bits * (level / 255) ** 2);
    this.#guessFrom = sums(of.counts);
    this.#codedFrom = of.units.length > 0 ? sums(of.units) : undefined;
    this.#words = of.words.length > 0 ? new TextDecoder().decode(of.words).split('\n') : [];
  }

  static async read(): Promise<File> {
    const arrays = await Promise.all(names.map(async (name) => [name, await array(name)] as const));
    return new File(Object.fromEntries(arrays) as Record<(typeof names)[number], Uint8Array>);
  }

  get data(): Uint8Array {
    return this.of.data;
  }

  /** Bits. */
  cost(at: number): number {
    return this.#bits[this.of.costs[at] ?? 0] ?? 0;
  }

  /** Bits, of the bytes from `start` on. */
  costOf(start: number, end: number): number {
    let sum = 0;
    for (let at = start; at < end; at += 1) sum += this.cost(at);
    return sum;
  }

  unit(at: number): Unit {
    const { units } = this.of;
    if (this.#codedFrom === undefined) return { start: at, end: at + 1, codedStart: at, codedEnd: at + 1 };
    let start = at;
    while (start > 0 && units[start] === 0) start -= 1;
    let end = start + 1;
    while (end < units.length && units[end] === 0) end += 1;
    const codedStart = sumTo(this.#codedFrom, units, start);
    return { start, end, codedStart, codedEnd: codedStart + (units[start] ?? 1) };
  }

  /** Whether words are codes there. */
  isText(at: number): boolean {
    return figures.blocks.findLast((block) => block.at <= at)?.text ?? false;
  }

  isStored(at: number): boolean {
    return figures.blocks.findLast((block) => block.at <= at)?.stored ?? false;
  }

  coded(at: number): number {
    return (this.#codedFrom === undefined ? this.of.data : this.of.coded)[at] ?? 0;
  }

  codedCost(at: number): number {
    return this.#codedFrom === undefined ? this.cost(at) : (this.#bits[this.of.codedCosts[at] ?? 0] ?? 0);
  }

  /** Which row of those kept a coded byte has; −1: none. */
  #row(coded: number): number {
    const { kept } = this.of;
    let [low, high] = [0, figures.kept.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (uint32(kept, middle) < coded) low = middle + 1;
      else high = middle;
    }
    return low < figures.kept.count && uint32(kept, low) === coded ? low : -1;
  }

  /** What the model thought likely, the likeliest first; undefined where that was not kept. */
  guesses(coded: number): readonly Guess[] | undefined {
    const row = figures.kept.guessedAll ? coded : this.#row(coded);
    if (row < 0) return undefined;
    const from = sumTo(this.#guessFrom, this.of.counts, row);
    return Array.from({ length: this.of.counts[row] ?? 0 }, (_, k) => ({
      byte: this.of.guesses[from + k] ?? 0,
      chance: 2 ** -(this.#bits[this.of.chances[from + k] ?? 0] ?? 0),
    }));
  }

  said(coded: number): readonly Said[] | undefined {
    const row = this.#row(coded);
    if (row < 0) return undefined;
    const { most, components } = figures;
    const signed = (level: number, limit: number): number => Math.sign(level - 128) * limit * ((level - 128) / 127) ** 2;
    return components.map(({ name, group }, i) => {
      const at = row * components.length + i;
      return {
        name,
        group,
        alone: this.#bits[this.of.said[at] ?? 0] ?? 0,
        weight: signed(this.of.weights[at] ?? 128, most.weight),
        saved: signed(this.of.saved[at] ?? 128, most.saved),
      };
    });
  }

  /** The nearest byte behind (or before) `at` of which what each component said was kept; undefined: there is none. */
  keptFrom(at: number, step: 1 | -1): number | undefined {
    for (let to = at + step; to >= 0 && to < this.length; to += step) {
      const { start, codedStart, codedEnd } = this.unit(to);
      if (start !== to) continue;
      for (let coded = codedStart; coded < codedEnd; coded += 1) if (this.#row(coded) >= 0) return to;
    }
    return undefined;
  }

  word(number: number): string | undefined {
    return number >= 0 && number < this.#words.length - 1 ? this.#words[number] : undefined;
  }
}

const names = ['data', 'costs', 'counts', 'guesses', 'chances', 'kept', 'said', 'weights', 'saved', 'units', 'coded', 'codedCosts', 'words'] as const;

const uint32 = (bytes: Uint8Array, i: number): number =>
  ((bytes[4 * i] ?? 0) | ((bytes[4 * i + 1] ?? 0) << 8) | ((bytes[4 * i + 2] ?? 0) << 16) | ((bytes[4 * i + 3] ?? 0) << 24)) >>> 0;

function sums(values: Uint8Array): Uint32Array {
  const at = new Uint32Array(Math.ceil(values.length / EVERY) + 1);
  let sum = 0;
  values.forEach((value, i) => {
    if (i % EVERY === 0) at[i / EVERY] = sum;
    sum += value;
  });
  return at;
}

function sumTo(every: Uint32Array, values: Uint8Array, end: number): number {
  const from = Math.floor(end / EVERY);
  let sum = every[from] ?? 0;
  for (let i = from * EVERY; i < end; i += 1) sum += values[i] ?? 0;
  return sum;
}
