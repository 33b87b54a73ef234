/** The prize's, of 2026 (prize.hutter1.net). */
export const limits = {
  /** What is to be compressed: enwik9. */
  bytes: 1e9,
  /** Hours times the machine's Geekbench 5 score. */
  hoursTimesScore: 70_000,
  resident: 10 * 2 ** 30,
  disk: 100e9,
  /** The size to be beaten, less the least gain of 1 %. */
  score: 99_420_425,
} as const;

/** The score of the judges' reference machine, an i7-1165G7: some 49 hours. */
export const DEFAULT_SCORE = 1427;
