import { KolmoError } from '../errors.js';

/** Throws what every wrong graph throws. `at` is where: "node \"mix\": select[1]". */
export function fail(at: string, what: string): never {
  throw new KolmoError('ERR_OPTION', `${at}: ${what}`);
}
