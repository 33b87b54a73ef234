/**
 * Writes test/golden: small archives of every kind as this build makes them, and their checksums. A commit that changes them
 * changes the format. Run from the project's root: npm run golden
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { folder, type Manifest, make, names, revision, sha256 } from '../test/support/golden.js';

mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (name.endsWith('.kolmo')) rmSync(`${folder}${name}`);

const archives: Record<string, { archive: string; original: string }> = {};
for (const name of names) {
  const { archive, original } = await make(name);
  writeFileSync(`${folder}${name}.kolmo`, archive);
  archives[name] = { archive: sha256(archive), original: sha256(original) };
  console.log(`${name}.kolmo: ${original.length} -> ${archive.length} bytes`);
}
const manifest: Manifest = { revision: revision(), archives };
writeFileSync(`${folder}manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
