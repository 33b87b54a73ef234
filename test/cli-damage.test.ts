import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eachInFolder, sample, type Folder } from './cli-run.js';

const folder = eachInFolder();
const text = sample(6000);

/** A good archive of `text`, in the folder as good.kolmo. */
function good(here: Folder): Buffer {
  here.write('t', text);
  const { status } = here.kolmo(['-1', '--rm', 't', '-o', 'good.kolmo']);
  expect(status).toBe(0);
  return readFileSync(here.at('good.kolmo'));
}

/** Bytes that decoding an archive needs, as -l tells. */
function memoryOf(here: Folder, name: string): number {
  const [entry] = JSON.parse(here.kolmo(['-l', '--json', name]).stdout.toString()) as { memory: number }[];
  return entry?.memory ?? 0;
}

/** Decodes bad.kolmo in every way; each must fail with `code` and leave no file. */
function refused(here: Folder, bad: Uint8Array, code: RegExp): void {
  here.write('bad.kolmo', bad);
  const before = here.names();
  const message = new RegExp(`^kolmo: bad\\.kolmo: .+ \\(${code.source}\\)\\n$`);
  for (const args of [['-d', '--rm'], ['-dc'], ['-t']]) {
    const { status, signal, stderr, stdout } = here.kolmo([...args, 'bad.kolmo']);
    expect(signal).toBe(null);
    expect(stderr).toMatch(message);
    expect(status).toBe(1);
    expect(text.subarray(0, stdout.length).equals(stdout)).toBe(true);
    expect(here.names()).toEqual(before);
  }
}

describe('damage', () => {
  it.each([
    ['nothing at all', () => Buffer.alloc(0), /ERR_(TRUNCATED|NOT_KOLMO)/],
    ['something else', () => Buffer.from('#!/bin/sh\necho hello\n'), /ERR_NOT_KOLMO/],
    ['a gzip header', () => Buffer.from('1f8b0800000000000003', 'hex'), /ERR_NOT_KOLMO/],
  ])('%s is no archive', (_name, make, code) => {
    refused(folder(), make(), code);
  });

  it.each([1, 5, 9])('cut %i bytes from the end', (cut) => {
    const here = folder();
    refused(here, good(here).subarray(0, -cut), /ERR_TRUNCATED/);
  });

  it('cut in the middle', () => {
    const here = folder();
    const archive = good(here);
    refused(here, archive.subarray(0, archive.length >> 1), /ERR_TRUNCATED/);
  });

  /* Not at the very end: the last coded byte has bits that no decoder needs (docs/format.md §3). */
  it.each([0, 0.1, 0.5, 0.9, 0.99])('a bit flipped at %f of the archive', (at) => {
    const here = folder();
    const archive = good(here);
    const position = Math.floor(at * archive.length);
    archive[position] = (archive[position] ?? 0) ^ 0x10;
    refused(here, archive, at === 0 ? /ERR_NOT_KOLMO/ : /ERR_[A-Z_]+/);
  });

  it('garbage after the archive', () => {
    const here = folder();
    refused(here, Buffer.concat([good(here), Buffer.from('garbage, a line of it\n')]), /ERR_TRAILING/);
  });

  it('a damaged second member', () => {
    const here = folder();
    const archive = good(here);
    refused(here, Buffer.concat([archive, archive.subarray(0, -2)]), /ERR_TRUNCATED/);
  });
});

describe('limits', () => {
  it('--memory refuses archives that need more, and caps compression', () => {
    const here = folder();
    const long = sample(60_000);
    here.write('t', long);
    expect(here.kolmo(['-5', 't']).status).toBe(0);
    const need = memoryOf(here, 't.kolmo');
    const refusal = here.kolmo(['-d', '--memory', String(need - 1), 't.kolmo', '-o', 'out']);
    expect(refusal.status).toBe(1);
    expect(refusal.stderr).toMatch(/^kolmo: t\.kolmo: .* \(ERR_MEMORY\)\n$/);
    expect(here.names()).toEqual(['t', 't.kolmo']);
    expect(here.kolmo(['-t', '--memory', String(need), 't.kolmo'])).toMatchObject({ status: 0, stderr: '' });
    const cap = String(need - 1);
    expect(here.kolmo(['-5', '--memory', cap, 't', '-o', 'capped'])).toMatchObject({ status: 0, stderr: '' });
    expect(memoryOf(here, 'capped')).toBeLessThan(need);
    expect(here.kolmo(['-dc', '--memory', cap, 'capped']).stdout.equals(long)).toBe(true);
    expect(here.kolmo(['--memory', '1K', 't', '-o', 'none']).stderr).toMatch(/\(ERR_MEMORY\)/);
    expect(here.names()).toEqual(['capped', 't', 't.kolmo']);
  });

  it('--max-cost refuses archives whose model costs more', () => {
    const here = folder();
    good(here);
    expect(here.kolmo(['-t', '--max-cost', '1', 'good.kolmo'])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/\(ERR_(PROGRAM|OPTION|MEMORY)\)/),
    });
    expect(here.kolmo(['-t', '--max-cost', '65536', 'good.kolmo']).status).toBe(0);
  });

  it('--max-output stops in time and leaves nothing', () => {
    const here = folder();
    good(here);
    const { status, stderr } = here.kolmo(['-d', '--max-output', '5999', 'good.kolmo']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^kolmo: good\.kolmo: .* \(ERR_OUTPUT_LIMIT\)\n$/);
    expect(here.names()).toEqual(['good.kolmo']);
    expect(here.kolmo(['-d', '--max-output', '6000', 'good.kolmo']).status).toBe(0);
  });
});
