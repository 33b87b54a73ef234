/** Files that a run goes on from when it was interrupted. */
import { renameSync, writeFileSync } from 'node:fs';

/** Writes a file so that it is there whole or not at all. */
export function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
