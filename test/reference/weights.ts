/** Weights in Q30, each in two halves: prediction reads the upper ones (Q14), learning moves both. */
export class Weights {
  readonly high: Int16Array;
  readonly low: Uint16Array;

  constructor(n: number) {
    this.high = new Int16Array(n);
    this.low = new Uint16Array(n);
  }

  /** Products in pairs, each shifted, then summed; a last odd one is paired with 0. */
  dot(x: Int16Array): number {
    let sum = 0;
    for (let i = 0; i < x.length; i += 2) sum += ((x[i] ?? 0) * (this.high[i] ?? 0) + (x[i + 1] ?? 0) * (this.high[i + 1] ?? 0)) >> 8;
    return sum >> 6;
  }

  /** To each is added x · e. */
  learn(x: Int16Array, e: number): void {
    x.forEach((value, i) => {
      const d = value * e;
      const low = (this.low[i] ?? 0) + (d & 65_535);
      this.low[i] = low;
      this.high[i] = saturate(saturate((this.high[i] ?? 0) + (d >> 16)) + (low >> 16));
    });
  }
}

const saturate = (value: number): number => Math.max(-32_768, Math.min(32_767, value));
