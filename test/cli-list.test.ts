import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { constants } from '../src/options.js';
import { eachInFolder, noise, sample, type Ended } from './cli-run.js';

const folder = eachInFolder();

function json(ended: Ended): unknown {
  return JSON.parse(ended.stdout.toString());
}

describe('-l', () => {
  it('--json tells what an archive holds', () => {
    const here = folder();
    here.write('a', sample(5000));
    expect(here.kolmo(['-3', 'a']).status).toBe(0);
    const ended = here.kolmo(['-l', '--json', 'a.kolmo']);
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    const archiveBytes = statSync(here.at('a.kolmo')).size;
    expect(json(ended)).toEqual([
      {
        file: 'a.kolmo',
        archiveBytes,
        bytes: 5000,
        ratio: archiveBytes / 5000,
        members: 1,
        segments: 1,
        blocks: 1,
        storedBlocks: 0,
        textBlocks: 0,
        text: 'none',
        program: 'level3',
        hash: expect.stringMatching(/^[0-9a-f]{16}$/),
        embedded: false,
        memory: expect.any(Number),
        cost: expect.any(Number),
        lengthKnown: true,
        indexed: false,
      },
    ]);
  });

  it('adds up members, segments, stored blocks; tells unknown lengths and embedded Programs', () => {
    const here = folder();
    /* A stream that ends within its first block states its length after all. */
    const streamed = here.kolmo(['-1'], Buffer.alloc(constants.BLOCK + 500)).stdout;
    here.write('two', Buffer.concat([streamed, here.kolmo(['-1'], noise(1000)).stdout]));
    const bytes = constants.BLOCK + 1500;
    expect(json(here.kolmo(['-l', '--json', 'two']))).toMatchObject([{ members: 2, blocks: 3, bytes, storedBlocks: 1, lengthKnown: false }]);
    here.write('r', noise(200_000));
    here.kolmo(['-1', '--segment', '64K', 'r']);
    expect(json(here.kolmo(['-l', '--json', 'r.kolmo']))).toMatchObject([{ segments: 4, bytes: 200_000, lengthKnown: true, indexed: true }]);
    writeFileSync(here.at('g.json'), here.kolmo(['graph', '-1', '--json']).stdout);
    const own = here.kolmo(['--graph', 'g.json', '--set', 'match.limit=77'], sample(1000));
    expect(own).toMatchObject({ status: 0, stderr: '' });
    expect(json(here.kolmo(['-l', '--json'], own.stdout))).toMatchObject([{ file: '-', program: null, embedded: true }]);
  });

  it('prints a table with a line of totals, and goes on after a bad file', () => {
    const here = folder();
    here.write('a', sample(5000));
    here.write('b', Buffer.alloc(0));
    here.write('c.kolmo', 'no archive');
    here.kolmo(['a', 'b']);
    const { status, stdout, stderr } = here.kolmo(['-l', 'a.kolmo', 'c.kolmo', 'b.kolmo']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^kolmo: c\.kolmo: .* \(ERR_NOT_KOLMO\)\n$/);
    const lines = stdout.toString().split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/archive .* ratio .* file$/);
    expect(lines[1]).toMatch(/ 5000 .* level5 .* a\.kolmo$/);
    expect(lines[2]).toMatch(/ 0 +- .* b\.kolmo$/);
    expect(lines[3]).toMatch(/ 5000 .* 2 files$/);
  });

  it('a cut archive is an error', () => {
    const here = folder();
    here.write('a', sample(5000));
    here.kolmo(['a']);
    here.write('cut.kolmo', readFileSync(here.at('a.kolmo')).subarray(0, -4));
    const { status, stdout, stderr } = here.kolmo(['-l', '--json', 'cut.kolmo']);
    expect(status).toBe(1);
    expect(stderr).toContain('(ERR_TRUNCATED)');
    expect(stdout.toString()).toBe('[]\n');
  });
});
