/** What a report's page is told, but for its arrays (report.ts): the contract between src/report and page/. */

/** Sizes in bytes, and the sum of what all bytes cost, in bits. */
export interface Summary {
  readonly archiveBytes: number;
  readonly payloadBytes: number;
  readonly modelBits: number;
}

/** A point of the learning curve. */
export interface Point {
  /** Bytes of the file up to here. */
  readonly at: number;
  /** Bits per byte: since the point before, and of all up to here. */
  readonly here: number;
  readonly mean: number;
  /** The same without the network. */
  readonly hereWithout?: number;
  readonly meanWithout?: number;
}

/** What one kind of byte took. */
export interface Share {
  readonly name: string;
  readonly bytes: number;
  readonly bits: number;
}

/** A part of the model that predicts by itself. */
export interface ComponentFigures {
  readonly name: string;
  readonly group: string;
  /** Bits a coded byte: by its prediction alone, and saved by it. The mean weight of its prediction. */
  readonly alone: number;
  readonly saved: number;
  readonly weight: number;
}

/** What one op took, of whatever nodes; what belongs to no op, by its name. */
export interface StageTime {
  readonly name: string;
  readonly ns: number;
  /** Of that: at which moments. */
  readonly moments: readonly { readonly name: string; readonly ns: number }[];
}

export interface About {
  /** The file's name, as a title has it. */
  readonly name: string;
  /** What made the archive: `kolmo -5 book.txt`. */
  readonly command: string;
}

export interface Figures extends About {
  readonly bytes: number;
  readonly codedBytes: number;
  readonly kind: string;
  /** How the file is shown at first. */
  readonly view: 'text' | 'hex';
  /** The model's name. */
  readonly graph: string;
  /** What words became codes by. */
  readonly text: string;
  /** Where blocks begin, in the file and in what was coded; whether words are codes there; whether it is kept as it is. */
  readonly blocks: readonly { readonly at: number; readonly codedAt: number; readonly text: boolean; readonly stored: boolean }[];
  /** Of which coded bytes what is kept: what each component said, of `count` (`all`, or every `spread`-th and the `costly` costliest others); guesses, of as many or of all. */
  readonly kept: {
    readonly all: boolean;
    readonly count: number;
    readonly spread: number;
    readonly costly: number;
    readonly guessedAll: boolean;
    /** At most so many, of at least this probability. */
    readonly guesses: number;
    readonly least: number;
  };
  readonly components: readonly ComponentFigures[];
  /** Bits a coded byte that stages behind the mixers saved. */
  readonly corrected: number;
  readonly curve: readonly Point[];
  readonly kinds: readonly Share[];
  /** Where the archive's bytes are; they add up to it. */
  readonly parts: readonly { readonly name: string; readonly bytes: number }[];
  /** Where the time of coding goes: of the first `bytes`, in nanoseconds of one core. */
  readonly time: { readonly bytes: number; readonly ns: number; readonly stages: readonly StageTime[] };
  /** What the highest levels of arrays stand for. */
  readonly most: { readonly bits: number; readonly weight: number; readonly saved: number };
}
