/**
 * The typed contract with the addon (native/addon) and the way to load it. Sizes are bytes, exact below 2^53. The addon
 * trusts its arguments: they are checked in options.ts.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { errorOf } from './errors.js';
import { type Text, textNamed } from './text/texts.js';

export const Op = { write: 0, flush: 1, finish: 2 } as const;
export type Op = (typeof Op)[keyof typeof Op];

export interface RunResult {
  /** 'OK', 'ABORT_ERR' or a KolmoErrorCode. */
  readonly code: string;
  readonly message: string;
  /** What this run made, also when it failed in the end. */
  readonly output: Buffer;
  /** Input bytes taken; fewer than given (and the op not done) only when a decoder reached the high-water mark. */
  readonly consumed: number;
}

export type Report = (bytesIn: number, bytesOut: number) => void;

/** At most one run at a time. After a run that failed every later run fails in the same way. */
export interface NativeCoder {
  /**
   * Codes on this thread. A throwing `report` stops the run and its error comes out.
   * @param highWater output bytes after which a decoder pauses; 0: never
   */
  runSync(data: Uint8Array, op: Op, highWater: number, report: Report | null): RunResult;
  /** Codes on the addon's own threads. `data` must stay unchanged until `done`. `report`: at most ten times a second. */
  run(data: Uint8Array, op: Op, highWater: number, done: (result: RunResult) => void, report: Report | null): void;
  /** Makes the run under way, and all later ones, end with 'ABORT_ERR'. */
  cancel(): void;
  /** Frees all memory, after the run under way (which is cancelled). */
  close(): void;
}

/** A model's state on the native side. Large: give it to `releaseSnapshot` rather than wait for the garbage collector. */
export interface Snapshot {
  readonly snapshot: unique symbol;
}

export interface NativePart extends NativeCoder {
  /** The snapshot that a part which is a first segment has taken, once; else null. Not during a run. */
  takeSnapshot(): Snapshot | null;
}

export interface NativeEncoder extends NativePart {
  /** What an encoder with `profile` knows by now; else null. Not during a run. */
  profile(): NativeProfile | null;
}

/** As in native/include/kolmo_profile.h; tables are row after row. Times are in ticks, since the start where they are points. */
export interface NativeProfile {
  readonly ticksPerNs: number;
  readonly markTicks: number;
  readonly plainTicks: number;
  readonly plainBytes: number;
  readonly markedTicks: number;
  readonly markedBytes: number;
  readonly cpuNs: number;
  readonly wallNs: number;
  readonly bytes: number;
  readonly timed: number;
  readonly interrupted: number;
  readonly bits: number;
  readonly stages: number;
  readonly rendered: boolean;
  readonly path: string;
  /** [CELLS][ticks, marks] */
  readonly cells: Float64Array;
  /** [][bytes, ticks, timed, bits] */
  readonly rows: Float64Array;
  /** [][CELLS] */
  readonly rowTicks: Float64Array;
  /** [][begin, end, at, cell] */
  readonly events: Float64Array;
  /** By signal. */
  readonly credit: Float64Array;
  /** By stage. */
  readonly trained: Float64Array;
  /** [stages][state, table] */
  readonly sizes: Float64Array;
  /** By network. */
  readonly errors: Float64Array;
}

/** Multiply-adds per nanosecond; bytes read per nanosecond when so many are read again and again. */
export interface Peaks {
  readonly int8: number;
  readonly int16: number;
  readonly fp32: number;
  readonly reads: readonly { readonly bytes: number; readonly perNs: number }[];
}

export interface NativeDecoder extends NativePart {
  info(): NativeArchiveInfo;
  /** The segments of all members that a scan has seen. */
  segments(): Segment[];
}

/** Where a segment lies: offsets and sizes in the archive, and of what it restores to. */
export interface Segment {
  /** Of its member. */
  readonly headerAt: number;
  readonly headerBytes: number;
  readonly archiveAt: number;
  readonly archiveBytes: number;
  readonly rawAt: number;
  readonly rawBytes: number;
}

export interface EncoderOptions {
  readonly program: Uint8Array;
  /** −1: unknown */
  readonly length: number;
  /** These four: 0 for none. */
  readonly memory: number;
  readonly segment: number;
  readonly snapshot: number;
  readonly outputLimit: number;
  /** Which text transform, by its number in TEXTS; and, for 'words' and 'bpe', its vocabulary: words, each with a newline behind it. */
  readonly text?: number;
  readonly vocabulary?: Uint8Array | null;
  /** Codes the one segment that starts at this offset of the input, without header and end. */
  readonly at?: number;
  /** What it starts from; with `snapshot` and `at` > 0. */
  readonly start?: Snapshot | null;
  /** To be asked for a profile: see kolmo_profile_options. */
  readonly profile?: { readonly every: number; readonly rows: number; readonly windows: number; readonly fenced: boolean };
}

export interface DecoderOptions {
  /** 0 for the defaults of native/include/kolmo.h. */
  readonly memory: number;
  readonly maxCost: number;
  /** 0 for none. */
  readonly outputLimit: number;
  /** Reads the framing only. */
  readonly scan: boolean;
  /** Decodes single segments: takes a header and then the frames of any of its segments. */
  readonly part?: boolean;
  readonly start?: Snapshot | null;
}

/** What an archive's framing tells; sums over all its members (archives written one after another decode as one). */
export interface ArchiveInfo {
  readonly archiveBytes: number;
  /** Bytes after decoding. */
  readonly rawBytes: number;
  readonly members: number;
  readonly segments: number;
  readonly blocks: number;
  /** Of `blocks`: those kept as they are, because coding would not make them smaller. */
  readonly storedBlocks: number;
  /** Of `blocks`: those that went through the text transform. */
  readonly textBlocks: number;
  /** Bytes that decoding takes: the largest need of any member. */
  readonly memory: number;
  /** Worst-case cost units per byte (docs/format.md §4.4): the largest of any member. */
  readonly cost: number;
  /** Of the first member, as are all below: how many bytes its segments know from the start; 0: none. */
  readonly snapshot: number;
  /** Names the first member's Program: 16 hexadecimal digits. */
  readonly hash: string;
  /** The first member's Program when it is one that kolmo ships ('level5'), else null. */
  readonly program: string | null;
  /** What its text transform takes words from. */
  readonly text: Text;
  /** log2 of the input that its tables are for. */
  readonly sizeClass: number;
  /** Whether the archive carries its Program. */
  readonly embedded: boolean;
  /** Whether the header states the raw length. */
  readonly lengthKnown: boolean;
  /** Whether an index of segments closes the archive. */
  readonly indexed: boolean;
}

/** As the addon tells it. */
export interface NativeArchiveInfo extends Omit<ArchiveInfo, 'text'> {
  /** Its number in TEXTS. */
  readonly text: number;
}

/** What the text transform makes of data. */
export interface TextSizes {
  /** Bytes after it; as many as before when it would not be fewer. */
  readonly bytes: number;
  /** Raw bytes of words that became codes, and of words in all. */
  readonly covered: number;
  readonly letters: number;
}

export interface ProgramInfo {
  readonly hash: string;
  readonly name: string | null;
  readonly memory: number;
  readonly cost: number;
  readonly sizeClass: number;
  readonly stages: number;
}

/** How kolmo_inspect looks into a model (native/core/inspect/inspect.h). */
export interface InspectOptions {
  readonly program: Uint8Array;
  /** 0 for none. */
  readonly memory: number;
  readonly text: number;
  readonly vocabulary: Uint8Array | null;
  /** First signal and count of signals of each component, in turn. */
  readonly components: Uint16Array;
  /** Every so-many-th coded byte is kept with all that can be told; 0: none. And so many of the others, the costliest. */
  readonly spread: number;
  readonly costly: number;
  /** Guesses for every coded byte, and not for kept ones alone. */
  readonly guessAll: boolean;
  /** The least probability of a guess, in 1/65536. */
  readonly floor: number;
}

/** All are arrays of C, in the machine's byte order; a byte is one that is coded. There unless `code` is an error's. */
export interface InspectResult {
  readonly code: string;
  readonly message: string;
  /** u8 a byte: what was coded. */
  readonly coded: Buffer;
  /** u32 a byte: bits in 2^-24. */
  readonly costs: Buffer;
  /** Eight of {u16 p in 1/65536; u16 byte} for each byte, or each kept one; p 0: none. */
  readonly guesses: Buffer;
  /** u32 a kept byte: which it is. In no order. */
  readonly at: Buffer;
  /** f32 said, weight, saved: of each component, for each kept byte; and summed over all bytes. */
  readonly said: Buffer;
  readonly all: Buffer;
}

export interface Native {
  readonly version: string;
  readonly constants: Readonly<Record<string, number>>;
  /** The code path in use. Throws {code: 'ERR_CPU'} when KOLMO_CPU asks for one that is not there. */
  cpu(): string;
  cpuPaths(): string[];
  /** Validates a Program. `length` −1: unknown; `memory` 0: no cap. Throws {code, message}. */
  checkProgram(program: Uint8Array, length: number, memory: number): ProgramInfo;
  readonly Encoder: new (options: EncoderOptions) => NativeEncoder;
  readonly Decoder: new (options: DecoderOptions) => NativeDecoder;
  /** The header that an Encoder of these options writes. Throws {code, message}. */
  writeHeader(options: EncoderOptions): Buffer;
  /** The end of an archive of segments: rows of archive bytes and raw bytes. `header`: bytes of the header. Throws {code, message}. */
  writeEnd(rows: Float64Array, header: number): Buffer;
  /** Throws {code, message}. */
  measureText(text: number, vocabulary: Uint8Array | null, data: Uint8Array): TextSizes;
  /** The segments that the end frame at offset `at` tells of; rawAt counts from the member's start. Throws {code, message}. */
  readIndex(frame: Uint8Array, at: number): Segment[];
  /** Codes on a thread of the addon's, and looks on. `data` must stay unchanged until `done`. */
  inspect(options: InspectOptions, data: Uint8Array, done: (result: InspectResult) => void, report: ((bytesIn: number) => void) | null): void;
  /** What the CPU path in use can do at best; takes a quarter of a second. */
  measurePeaks(): Peaks;
  /** Frees it, as soon as no coder uses it any more. */
  releaseSnapshot(snapshot: Snapshot): void;
}

let loaded: Native | undefined;

/** The addon, loaded at the first call so that what needs no coding (help, graphs) works without it. */
export function native(): Native {
  loaded ??= load(packageRoot());
  return loaded;
}

/** What a decoder has seen. */
export function infoOf(decoder: NativeDecoder): ArchiveInfo {
  const { text, ...rest } = decoder.info();
  return { ...rest, text: textNamed(text) };
}

/** Validates Program bytes in the core and tells what they need. Throws KolmoError ERR_PROGRAM or ERR_MEMORY. */
export function checkProgram(program: Uint8Array, length: number | undefined, memory = 0): ProgramInfo {
  return typed(() => native().checkProgram(program, length ?? -1, memory));
}

/** Calls into the addon and turns a thrown {code, message} into the error it stands for. */
export function typed<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') throw errorOf(error.code, error.message);
    throw error;
  }
}

/** The folder of kolmo's package.json: this file may run from src, from dist or from a copy beside bench and scripts. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!isPackage(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

function isPackage(file: string): boolean {
  return existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'kolmo';
}

function load(root: string): Native {
  const require = createRequire(import.meta.url);
  try {
    const find = require('node-gyp-build') as (folder: string) => Native;
    return find(root);
  } catch (cause) {
    throw new Error(explain(root, cause instanceof Error ? cause.message : String(cause)), { cause });
  }
}

function explain(root: string, reason: string): string {
  const { platform, arch, versions } = process;
  const lines = [`kolmo: cannot load the native addon for ${platform}-${arch}, Node ${versions.node}.`];
  if (/GLIBC|libstdc\+\+|musl/.test(reason)) {
    lines.push('Cause: the prebuilt addon needs a newer (or another) C library than this system has.');
  } else if (/invalid ELF|wrong architecture|not a valid Win32|incompatible/.test(reason)) {
    lines.push('Cause: the addon was built for another system; node_modules may have been copied from there.');
  } else if (/No native build was found/.test(reason)) {
    lines.push('Cause: there is no prebuilt addon for this system, and none was built here.');
  } else {
    lines.push(`Cause: ${reason.split('\n', 1)[0]}`);
  }
  lines.push(
    'Remedies:',
    ` - build it here; this takes Python 3, make and a C++17 compiler (Debian: apt-get install python3 make g++):`,
    existsSync(join(root, 'scripts/build.mjs'))
      ? `     cd ${root} && npm ci && npm run build`
      : `     cd ${root} && npx node-gyp@12 rebuild`,
    ' - if node_modules came from another machine or system, install it anew on this one;',
    ' - if a bundler made this program, keep kolmo outside of the bundle.',
  );
  return lines.join('\n');
}
