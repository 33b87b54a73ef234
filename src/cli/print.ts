/** Text for standard output, complete before the promise resolves. */
import { finished } from 'node:stream/promises';
import { openStdout } from './output.js';

/** Rejects when standard output can't take it (a full disk, a closed pipe). */
export async function print(text: string): Promise<void> {
  const { stream } = openStdout(false, true);
  stream.end(text);
  await finished(stream);
}
