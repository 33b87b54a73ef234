/** Text for standard output, complete before the promise resolves. */
import { openStdout } from './output.js';

/** Rejects when standard output can't take it (a full disk, a closed pipe). */
export async function print(text: string): Promise<void> {
  const { stream } = openStdout(false, true);
  await new Promise<void>((resolve, reject) => {
    stream.on('error', reject);
    stream.end(text, resolve);
  });
}
