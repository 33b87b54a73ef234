/** The options of every call: their types, and the checks that name the option which is wrong. */
import { constants as bufferConstants } from 'node:buffer';
import { KolmoError } from './errors.js';
import { checkGraph, type Graph, type NetworkChoice, networkChoices } from './graph/index.js';
import { kindOf } from './kinds/detect.js';
import { type Kind, kinds, SAMPLE } from './kinds/kinds.js';
import { lower } from './lower/index.js';
import { DEFAULT_LEVEL, graphFor, levelOf } from './models/levels.js';
import { type ChosenText, chooseText, sampleOf } from './text/choose.js';
import { type Text, TEXTS } from './text/texts.js';

export const constants = Object.freeze({
  MIN_LEVEL: 1,
  MAX_LEVEL: 9,
  DEFAULT_LEVEL,
  /** Bytes that decoding may take unless told otherwise. */
  DEFAULT_MEMORY: 2 ** 31,
  /** Cost units per byte that decoding may take unless told otherwise; a unit is about 1 ns. */
  DEFAULT_MAX_COST: 262_144,
  /** Raw bytes of a block as the encoder makes them. */
  BLOCK: 2 ** 20,
  /** The least and the most that `segment` can be. */
  SEGMENT_MIN: 2 ** 16,
  SEGMENT_MAX: 2 ** 30,
  /** The most that `threads` can be. */
  MAX_THREADS: 256,
  FORMAT_VERSION: 0,
});

export interface Progress {
  /** Bytes taken so far. */
  readonly bytesIn: number;
  /** Bytes made so far. */
  readonly bytesOut: number;
  /** All the bytes to take, where that is known. */
  readonly bytesTotal?: number;
}

interface CommonOptions {
  /** Most bytes of output; more is ERR_OUTPUT_LIMIT. */
  maxOutputLength?: number | undefined;
  /** Called at most ten times a second, and once more at the end. */
  onProgress?: ((progress: Progress) => void) | undefined;
  /** Stops the work; the call then rejects with an AbortError. Not for the `…Sync` functions. */
  signal?: AbortSignal | undefined;
}

export interface CompressOptions extends CommonOptions {
  /** 1 (fast) to 9 (small); 5 unless told otherwise. */
  level?: number | undefined;
  /** Which of a level's graphs: that for this kind of data, or (what it does unless told otherwise) for the kind that the first 64 KiB are of. */
  kind?: Kind | 'auto' | undefined;
  /** How the level's neural network runs, where it has one: products in int8 (what it does unless told otherwise), in 32-bit floats, or not at all. */
  network?: NetworkChoice | undefined;
  /** A model graph in place of a level. */
  graph?: Graph | undefined;
  /**
   * What words become codes by: the English dictionary that kolmo ships, a vocabulary learned from the first 8 MiB, or nothing. 'auto' takes what pays by the first 64 KiB.
   * 'auto' from level 4 on, else 'none', unless told otherwise.
   */
  text?: Text | 'auto' | undefined;
  /** Most bytes of model state, here and for whoever decodes; tables shrink to fit. */
  memory?: number | undefined;
  /** Raw bytes per segment, 65,536 to 2^30. Segments are coded by `threads`, and decoded, or damaged, by themselves. Without: one segment. */
  segment?: number | undefined;
  /** All segments but the first start from what the model has learned in so many bytes of the first; at most `segment`. Without: from nothing. */
  snapshot?: number | undefined;
  /** How many segments are worked on at once (default 1). Each takes a model's memory. The archive is the same whatever it is. */
  threads?: number | undefined;
  /** For streams: how many bytes will be written. The archive is then the same as the one-shot functions make. */
  size?: number | undefined;
}

export interface DecompressOptions extends CommonOptions {
  /** Most bytes of model state (default 2 GiB); an archive that needs more is ERR_MEMORY. */
  memory?: number | undefined;
  /** Most cost units per byte (default 262,144); an archive that needs more is ERR_PROGRAM. */
  maxCost?: number | undefined;
  /** How many segments are worked on at once (default 1), as far as `memory` allows. Not for streams and the `…Sync` functions. */
  threads?: number | undefined;
  /** Only the bytes from the first offset up to the second, as with `subarray`. Not for streams and the `…Sync` functions. */
  range?: readonly [start: number, end: number] | undefined;
}

/** For openArchive(). */
export type OpenOptions = Pick<DecompressOptions, 'memory' | 'maxCost' | 'threads'>;

const common = ['maxOutputLength', 'onProgress', 'signal'] as const;
const compressNames = new Set<string>([...common, 'level', 'kind', 'network', 'graph', 'text', 'memory', 'segment', 'snapshot', 'threads', 'size']);
const openNames = new Set<string>(['memory', 'maxCost', 'threads']);
const decompressNames = new Set<string>([...common, 'memory', 'maxCost', 'threads', 'range']);

export type Mode = 'promise' | 'sync' | 'stream';

/** Options after the checks; what the addon's encoder takes follows from the input's first bytes. */
export interface CheckedCompress {
  /** How many of them decide; 0: none do. */
  readonly sample: number;
  /** @param head that many bytes of the input, or all there are; more do not matter */
  encoder(head: Uint8Array): CheckedEncode;
  /** Every one that it can be. */
  readonly encoders: readonly CheckedEncode[];
}

/** What the addon's encoder takes; 0 stands for "none" as there. */
export interface CheckedEncode extends ChosenText {
  readonly program: Uint8Array;
  readonly length: number;
  readonly memory: number;
  readonly segment: number;
  readonly snapshot: number;
  readonly threads: number;
  readonly outputLimit: number;
}

export interface CheckedDecode {
  readonly memory: number;
  readonly maxCost: number;
  readonly outputLimit: number;
  readonly threads: number;
  readonly range: readonly [number, number] | undefined;
}

function fail(message: string): never {
  throw new KolmoError('ERR_OPTION', message);
}

function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'an array' : 'an object';
  return typeof value === 'bigint' ? `${value}n` : String(value);
}

function integer(name: string, value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most) return value;
  const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
  return fail(`${name} must be an integer ${range}, not ${show(value)}`);
}

function checkNames(options: unknown, names: ReadonlySet<string>): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    fail(`options must be an object, not ${show(options)}`);
  }
  for (const name of Object.keys(options)) {
    if (!names.has(name)) fail(`unknown option ${show(name)}; there are ${[...names].join(', ')}`);
  }
}

function checkCommon(options: CommonOptions, mode: Mode): number {
  const { onProgress, signal, maxOutputLength } = options;
  if (onProgress !== undefined && typeof onProgress !== 'function') {
    fail(`onProgress must be a function, not ${show(onProgress)}`);
  }
  if (signal !== undefined) {
    if (mode === 'sync') fail('signal needs the asynchronous functions: nothing can abort a synchronous call');
    if (!(signal instanceof AbortSignal)) fail(`signal must be an AbortSignal, not ${show(signal)}`);
  }
  if (maxOutputLength !== undefined) return integer('maxOutputLength', maxOutputLength, 1);
  // A one-shot result is one Buffer, which cannot be longer than this.
  return mode === 'stream' ? 0 : bufferConstants.MAX_LENGTH;
}

const NOTHING = new Uint8Array(0);

const programs = new Map<string, Uint8Array>();

/** The Program of a level's graph for a kind of data. */
export function programOf(level: number, kind: Kind = 'text', network: NetworkChoice = 'int8'): Uint8Array {
  const name = `${level} ${kind} ${network}`;
  let program = programs.get(name);
  if (program === undefined) {
    program = lower(graphFor(levelOf(level), kind, network));
    programs.set(name, program);
  }
  return program;
}

function checkThreads(threads: unknown): number {
  return threads === undefined ? 1 : integer('threads', threads, 1, constants.MAX_THREADS);
}

/** Two offsets, in order. */
export function checkRange(range: unknown): readonly [number, number] {
  if (!Array.isArray(range) || range.length !== 2) return fail(`range must be two offsets, [start, end], not ${show(range)}`);
  const start = integer('the start of range', range[0], 0);
  return [start, integer('the end of range', range[1], start)];
}

interface Choice {
  /** How many of the first bytes decide. */
  readonly sample: number;
  kind(head: Uint8Array): Kind;
  program(kind: Kind): Uint8Array;
  readonly programs: readonly Uint8Array[];
}

/* Which Program codes. */
function choiceOf({ level, kind = 'auto', network = 'int8', graph }: CompressOptions): Choice {
  if (level !== undefined) integer('level', level, constants.MIN_LEVEL, constants.MAX_LEVEL);
  if (kind !== 'auto' && !kinds.includes(kind)) fail(`kind must be ${['auto', ...kinds].map(show).join(' or ')}, not ${show(kind)}`);
  if (!networkChoices.includes(network)) fail(`network must be ${networkChoices.map(show).join(' or ')}, not ${show(network)}`);
  if (graph !== undefined) {
    if (level !== undefined) fail('level and graph are given both; choose one');
    if (kind !== 'auto') fail('kind and graph are given both; choose one');
    if (network !== 'int8') fail('network and graph are given both; a graph says itself how its networks run');
    const program = lower(checkGraph(graph));
    return { sample: 0, kind: kindOf, program: () => program, programs: [program] };
  }
  const chosen = level ?? DEFAULT_LEVEL;
  if (kind === 'auto' && levelOf(chosen).kinds !== undefined) {
    return { sample: SAMPLE, kind: kindOf, program: (found) => programOf(chosen, found, network), programs: kinds.map((each) => programOf(chosen, each, network)) };
  }
  const program = programOf(chosen, kind === 'auto' ? 'text' : kind, network);
  return { sample: 0, kind: kind === 'auto' ? kindOf : () => kind, program: () => program, programs: [program] };
}

/** What a level does about text unless told otherwise: from level 4 on it tries the transform. */
export const usualText = (level: number): Text | 'auto' => (level >= 4 ? 'auto' : 'none');

function textOf({ text, level, graph }: CompressOptions): Text | 'auto' {
  const choices = ['auto', ...TEXTS] as const;
  if (text !== undefined && !choices.includes(text)) fail(`text must be ${choices.map(show).join(' or ')}, not ${show(text)}`);
  return text ?? (graph === undefined ? usualText(level ?? DEFAULT_LEVEL) : 'none');
}

/** @param inputLength of a one-shot call; undefined on streams, where only `size` can tell */
export function checkCompress(options: CompressOptions, mode: Mode, inputLength?: number): CheckedCompress {
  checkNames(options, compressNames);
  const outputLimit = checkCommon(options, mode);
  const { memory, segment, snapshot, size } = options;
  if (size !== undefined) {
    integer('size', size, 0);
    if (inputLength !== undefined && size !== inputLength) fail(`size is ${size}, but there are ${inputLength} bytes`);
  }
  if (segment !== undefined) integer('segment', segment, constants.SEGMENT_MIN, constants.SEGMENT_MAX);
  if (snapshot !== undefined) {
    if (segment === undefined) fail('snapshot needs segment: it is what later segments start from');
    integer('snapshot', snapshot, 1, segment);
  }
  const threads = checkThreads(options.threads);
  if (threads > 1 && segment === undefined) fail('threads needs segment: within one, bit is coded after bit');
  const choice = choiceOf(options);
  const text = textOf(options);
  const rest = {
    length: inputLength ?? size ?? -1,
    memory: memory === undefined ? 0 : integer('memory', memory, 1),
    segment: segment ?? 0,
    snapshot: snapshot ?? 0,
    threads,
    outputLimit,
  };
  return {
    sample: Math.max(choice.sample, sampleOf(text)),
    encoder: (head) => {
      const kind = choice.kind(head);
      return { program: choice.program(kind), ...rest, ...chooseText(text, kind, head) };
    },
    encoders: choice.programs.map((program) => ({ program, ...rest, ...chooseText('none', 'text', NOTHING) })),
  };
}

export function checkDecompress(options: DecompressOptions, mode: Mode): CheckedDecode {
  checkNames(options, decompressNames);
  return checkDecoding(options, mode);
}

export function checkOpen(options: OpenOptions): CheckedDecode {
  checkNames(options, openNames);
  return checkDecoding(options, 'promise');
}

function checkDecoding(options: DecompressOptions, mode: Mode): CheckedDecode {
  const outputLimit = checkCommon(options, mode);
  const { memory, maxCost, range } = options;
  const threads = checkThreads(options.threads);
  if (mode !== 'promise') {
    if (range !== undefined) fail('range is for decompress() and openArchive()');
    if (options.threads !== undefined) fail('threads is for decompress() and openArchive()');
  }
  return {
    memory: memory === undefined ? constants.DEFAULT_MEMORY : integer('memory', memory, 1),
    maxCost: maxCost === undefined ? constants.DEFAULT_MAX_COST : integer('maxCost', maxCost, 1),
    outputLimit,
    threads,
    range: range === undefined ? undefined : checkRange(range),
  };
}

export type Input = Uint8Array | NodeJS.ArrayBufferView | ArrayBuffer;

/** The bytes of an argument, without a copy unless somebody else could change them while they are read. */
export function bytesOf(data: unknown, textAllowed: boolean): Uint8Array {
  if (typeof data === 'string' && textAllowed) return Buffer.from(data, 'utf8');
  let bytes: Uint8Array;
  if (ArrayBuffer.isView(data)) bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  else if (data instanceof ArrayBuffer) bytes = new Uint8Array(data);
  else {
    const kinds = `a Buffer, TypedArray, DataView${textAllowed ? ', ArrayBuffer or string' : ' or ArrayBuffer'}`;
    return fail(`data must be ${kinds}, not ${show(data)}`);
  }
  const { buffer } = bytes;
  const mayMove = !(buffer instanceof ArrayBuffer) || ('resizable' in buffer && buffer.resizable === true);
  return mayMove ? Uint8Array.from(bytes) : bytes;
}
