/** Tables in the docs: each stands between markers, with what made it, and only a bench replaces it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { versions } from '../src/index.js';
import { root } from './root.js';

/** The machine and build in a line, without anything that names one computer. */
export function machine(): string {
  const cores = cpus();
  const model = cores[0]?.model.trim() ?? 'unknown CPU';
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cores.length} × ${model}, ${memory} GiB, ${process.platform}-${process.arch}, Node ${process.versions.node}, kolmo ${versions.version} (${versions.cpu})`;
}

/** The day, in UTC: 2026-01-31. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

const open = (name: string): string => `<!-- bench:${name} -->`;
const close = (name: string): string => `<!-- /bench:${name} -->`;

/** `text` with what stands between the markers of a section replaced; undefined when it has no such section. */
export function withSection(text: string, name: string, body: string): string | undefined {
  const start = text.indexOf(open(name));
  const end = text.indexOf(close(name));
  if (start < 0 || end < start) return undefined;
  return `${text.slice(0, start + open(name).length)}\n${body.trim()}\n${text.slice(end)}`;
}

/** Every document whose tables are made by commands. A section may stand in several of them. */
const documents = ['docs/performance.md', 'docs/experiments.md', 'README.md'] as const;

/**
 * Replaces a section wherever it stands. Throws when no document has it.
 * @param table its links are from the repository's root
 * @param command what a reader types to make the table again, without "npm run bench -- "
 */
export function writeSection(name: string, command: string, table: string): void {
  const body = `${table}\n\n\`npm run bench -- ${command}\` on ${today()}: ${machine()}`;
  let written = 0;
  for (const document of documents) {
    const path = join(root, document);
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch {
      continue; // a document that is not there has no section
    }
    const changed = withSection(text, name, document.startsWith('docs/') ? body.replaceAll('](docs/', '](') : body);
    if (changed === undefined) continue;
    writeFileSync(path, changed);
    process.stderr.write(`wrote ${open(name)} in ${document}\n`);
    written += 1;
  }
  if (written === 0) throw new Error(`no section ${open(name)} in ${documents.join(' or ')}`);
}
