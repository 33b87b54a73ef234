/** What a level leaves open in a model: the largest log2 of each table. The smallest, for short inputs, is the model's. */
export interface Tables {
  /** Bytes of the ring of past input. */
  readonly history: number;
  /** Entries of each match model's hash table. */
  readonly match: number;
  /** Bytes of the slots' table. */
  readonly slots: number;
}
