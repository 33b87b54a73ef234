/** -r: the files in folders. */
import { lstatSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SUFFIX } from './files.js';
import type { Settings } from './options.js';

/** Regular files at any depth, by name; symbolic links are not followed. */
async function* filesIn(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else if (entry.isFile()) yield path;
  }
}

/** Puts the files of folders in their place: archives, where archives are wanted, else what is none. `failed` says whether to go on. */
export async function expand(settings: Settings, failed: (file: string, error: unknown) => boolean): Promise<string[]> {
  const archives = settings.mode !== 'compress' && settings.mode !== 'bench';
  const files: string[] = [];
  for (const name of settings.files) {
    try {
      if (name === '-' || !lstatSync(name).isDirectory()) files.push(name);
      else for await (const file of filesIn(name)) if (file.endsWith(SUFFIX) === archives) files.push(file);
    } catch (error) {
      if (!failed(name, error)) return [];
    }
  }
  return files;
}
