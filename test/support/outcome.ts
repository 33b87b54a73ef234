/** What a decoder does with an archive, to be compared with what another one does. */
import { KolmoError } from '../../src/index.js';
import { ArchiveError } from '../reference/errors.js';

const hex = (restored: Uint8Array): string => Buffer.from(restored).toString('hex');

/** The code of the error that refuses the archive, or `told` of what it restores to. Throws what is neither decoder's own error. */
export function outcome<T extends Uint8Array>(restore: () => T, told: (restored: T) => string = hex): string {
  try {
    return told(restore());
  } catch (error) {
    if (error instanceof ArchiveError || error instanceof KolmoError) return error.code;
    throw error;
  }
}
