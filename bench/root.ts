/** Where things are: the project, and files that a user names. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

function isProject(folder: string): boolean {
  const file = join(folder, 'package.json');
  return existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'kolmo';
}

function find(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!isProject(folder)) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('bench must run inside of the kolmo project');
    folder = parent;
  }
  return folder;
}

/** The project's folder: this file runs from bench and from build/ts/bench. */
export const root = find();

/** A path as the user meant it: npm changes to the project's folder first and tells in INIT_CWD where it was called. */
export function userPath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}
