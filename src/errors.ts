/**
 * What went wrong, for programs. Stable: a code is never renamed.
 *
 * - `ERR_NOT_KOLMO` the first bytes are not an archive's
 * - `ERR_VERSION` an archive of another format version or op-set revision
 * - `ERR_TRUNCATED` the archive ends early
 * - `ERR_CORRUPT` a checksum, a field or the coded data is wrong
 * - `ERR_TRAILING` bytes after the archive that are not another archive
 * - `ERR_PROGRAM` a Program that is malformed, unknown, or costs more than allowed
 * - `ERR_MEMORY` needs more memory than allowed, or the system has none
 * - `ERR_OUTPUT_LIMIT` the output would exceed `maxOutputLength`
 * - `ERR_OPTION` an option or a graph is wrong, or contradicts the input
 * - `ERR_CPU` the environment variable KOLMO_CPU names a code path that this CPU or build lacks
 */
export const errorCodes = [
  'ERR_NOT_KOLMO',
  'ERR_VERSION',
  'ERR_TRUNCATED',
  'ERR_CORRUPT',
  'ERR_TRAILING',
  'ERR_PROGRAM',
  'ERR_MEMORY',
  'ERR_OUTPUT_LIMIT',
  'ERR_OPTION',
  'ERR_CPU',
] as const;

export type KolmoErrorCode = (typeof errorCodes)[number];

/** Every error that kolmo itself throws, except an abort (see `AbortError`). */
export class KolmoError extends Error {
  readonly code: KolmoErrorCode;

  constructor(code: KolmoErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'KolmoError';
    this.code = code;
  }
}

/** What an aborted call rejects with: the same name and code as Node's own; `cause` is the signal's reason. */
export class AbortError extends Error {
  readonly code = 'ABORT_ERR';

  constructor(cause?: unknown) {
    super('The operation was aborted', cause === undefined ? undefined : { cause });
    this.name = 'AbortError';
  }
}

function isErrorCode(code: string): code is KolmoErrorCode {
  return (errorCodes as readonly string[]).includes(code);
}

/** The error that a code and message of the core stand for. */
export function errorOf(code: string, message: string, cause?: unknown): Error {
  if (code === 'ABORT_ERR') return new AbortError(cause);
  if (isErrorCode(code)) return new KolmoError(code, message, cause === undefined ? undefined : { cause });
  return new Error(`kolmo: ${code}: ${message}`);
}
