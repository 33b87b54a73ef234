// Prints the lines of the given list files, without comments: how binding.gyp reads native/sources.txt and flags.txt.
import { readFileSync } from 'node:fs';

for (const file of process.argv.slice(2)) {
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
    if (line.trim() && !line.startsWith('#')) console.log(line.trim());
  }
}
