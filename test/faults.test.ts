/** What the system may do to the command: short reads and writes, a full disk at any point. Nothing half-written stays. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { eachInFolder, has, sample } from './cli-run.js';

const source = fileURLToPath(new URL('faults/shim.c', import.meta.url));
const built = mkdtempSync(join(tmpdir(), 'kolmo-faults-'));
const shim = join(built, 'shim.so');
const there = process.platform === 'linux' && has('cc') && spawnSync('cc', ['-O1', '-shared', '-fPIC', source, '-o', shim, '-ldl']).status === 0;
const folder = eachInFolder();
afterAll(() => rmSync(built, { recursive: true }));

const text = sample(200_000);

describe.skipIf(!there)('with a system that misbehaves (needs Linux and cc)', () => {
  it('short reads and writes change nothing', () => {
    const here = folder();
    here.write('a', text);
    here.kolmo(['-1', '--segment', '64K', '-o', 'whole', 'a']);
    const line = `export LD_PRELOAD=${shim} SHIM_FOLDER=${here.path} SHIM_SHORT=1; $KOLMO -1 --segment 64K a && $KOLMO -d -T2 -o b a.kolmo && $KOLMO -dc a.kolmo > c && $KOLMO -tq a.kolmo`;
    expect(here.sh(line)).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(here.at('a.kolmo')).equals(readFileSync(here.at('whole')))).toBe(true);
    expect(readFileSync(here.at('b')).equals(text)).toBe(true);
    expect(readFileSync(here.at('c')).equals(text)).toBe(true);
  });

  it.each([0, 1, 30, 5_000])('a disk that is full after %i bytes leaves nothing', (room) => {
    const here = folder();
    here.write('a', text);
    here.kolmo(['-1', '--segment', '64K', '-o', 'whole', 'a']);
    for (const args of ['-1 --segment 64K -o out a', '-d -o out whole', '-d -T2 -o out whole', '-d --range 5-190000 -o out whole']) {
      const { status, stderr } = here.sh(`LD_PRELOAD=${shim} SHIM_FOLDER=${here.path} SHIM_ROOM=${room} $KOLMO ${args}`);
      expect([status, stderr], args).toEqual([1, expect.stringMatching(/^kolmo: .*cannot write out: no space left on device \(ENOSPC\)\n$/)]);
      expect(here.names(), args).toEqual(['a', 'whole']);
    }
  });
});
