/** What the core tells when it looks on while a model codes (native/core/inspect/). */
import { errorOf } from '../errors.js';
import { type InspectOptions, type InspectResult, native } from '../native.js';

export const GUESSES = 8;

/** What a bit is in costs. */
export const BIT = 2 ** 24;

export interface Inspection {
  /** The bytes that were coded. */
  readonly coded: Uint8Array;
  /** Of each: bits in 1/BIT. */
  readonly costs: Uint32Array;
  /** Of each, or of each kept one, GUESSES pairs of a probability in 1/65536 (0: none) and a byte. */
  readonly guesses: Uint16Array;
  /** Which coded bytes were kept with what each component said. */
  readonly at: Uint32Array;
  /** Of each, for each component: bits by its prediction alone, the weight of that, bits saved. */
  readonly said: Float32Array;
  /** For each component, summed over all bytes. */
  readonly all: Float32Array;
}

/* Handed over without a copy they are aligned; a copy might not be. */
function view<T>(bytes: Buffer, Kind: { new (buffer: ArrayBufferLike, at: number, length: number): T; readonly BYTES_PER_ELEMENT: number }): T {
  const { buffer, byteOffset } = bytes.byteOffset % Kind.BYTES_PER_ELEMENT === 0 ? bytes : new Uint8Array(bytes);
  return new Kind(buffer, byteOffset, bytes.length / Kind.BYTES_PER_ELEMENT);
}

/** Codes `data` and throws the code away. Throws KolmoError. */
export async function inspect(options: InspectOptions, data: Uint8Array, report: ((bytesIn: number) => void) | null): Promise<Inspection> {
  const result = await new Promise<InspectResult>((resolve) => native().inspect(options, data, resolve, report));
  if (result.code !== 'OK') throw errorOf(result.code, result.message);
  const { coded, costs, guesses, at, said, all } = result;
  return {
    coded,
    costs: view(costs, Uint32Array),
    guesses: view(guesses, Uint16Array),
    at: view(at, Uint32Array),
    said: view(said, Float32Array),
    all: view(all, Float32Array),
  };
}
