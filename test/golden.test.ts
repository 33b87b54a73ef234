/** The archives in test/golden are what this build makes, and what every decoder restores. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decompressSync } from '../src/index.js';
import { lower } from '../src/lower/index.js';
import { kinds } from '../src/kinds/kinds.js';
import { graphFor, levels } from '../src/models/levels.js';
import { decode } from './reference/decode.js';
import { REVISION } from './reference/format.js';
import { folder, make, type Manifest, names, revision, sha256 } from './support/golden.js';

const changed =
  'op results changed: bump KOLMO_OPSET_REVISION in native/include/kolmo.h (and REVISION in test/reference/format.ts), run `npm run programs` and `npm run golden`';

const manifest = JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8')) as Manifest;
const shipped = levels.flatMap((level) => kinds.map((kind) => lower(graphFor(level, kind))));

it('are of this revision', () => {
  expect(manifest.revision, 'the golden archives are of another op-set revision: run `npm run golden`').toBe(revision());
  expect(REVISION, 'test/reference follows another op-set revision').toBe(revision());
});

it('are all there', () => {
  expect(Object.keys(manifest.archives)).toEqual(names);
  /* export/ holds C texts (test/export-render.test.ts). */
  expect(readdirSync(folder).filter((name) => name !== 'export').sort()).toEqual([...names.map((name) => `${name}.kolmo`), 'manifest.json'].sort());
});

describe.each(names)('%s', (name) => {
  const archive = readFileSync(`${folder}${name}.kolmo`);
  const sums = manifest.archives[name];

  it('is the archive of the manifest', () => {
    expect(archive.length).toBeLessThanOrEqual(2_048);
    expect(sha256(archive)).toBe(sums?.archive);
  });

  it('is what this build makes', async () => {
    const made = await make(name);
    expect(sha256(made.original), 'the input is another one (test/sample, test/support/kinds.ts): run `npm run golden`').toBe(sums?.original);
    expect(made.archive.equals(archive), changed).toBe(true);
  });

  it('is restored by the core and by the reference', () => {
    expect(sha256(decompressSync(archive))).toBe(sums?.original);
    expect(sha256(decode(archive, shipped))).toBe(sums?.original);
  });
});
