/** The examples, and the programs in docs/api.md and README.md, run as they stand. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import * as kolmo from '../src/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kolmo-examples-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'node_modules'));
symlinkSync(root, join(folder, 'node_modules/kolmo'), 'dir');

function run(script: string, args: readonly string[] = []): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--preserve-symlinks', script, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('examples', () => {
  it.each(readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.mjs')))('%s', (name) => {
    const script = join(folder, name);
    writeFileSync(script, readFileSync(join(root, 'examples', name)));
    const { status, stdout, stderr } = run(script, ['--sample']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^.+\n$/);
  });
});

describe('programs in the docs', () => {
  writeFileSync(join(folder, 'server.log'), 'a line of a log\n'.repeat(500));
  const programs = ['docs/api.md', 'README.md'].flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8');
    return [...text.matchAll(/^```js\n([\s\S]*?)^```/gm)].map(([, code = ''], i) => [`${page} ${i + 1}`, code] as const);
  });

  it('are there', () => expect(programs.length).toBeGreaterThan(10));

  it.each(programs)('%s', (name, code) => {
    const script = join(folder, `${name.replaceAll(/\W/g, '-')}.mjs`);
    writeFileSync(script, code);
    const { status, stdout, stderr } = run(script);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).not.toBe('false\n');
  });
});

it('docs/api.md has every export and every option, and names no others', () => {
  const page = readFileSync(join(root, 'docs/api.md'), 'utf8');
  for (const name of Object.keys(kolmo)) expect(page, name).toContain(`\`${name}`);
  const options = readFileSync(join(root, 'src/options.ts'), 'utf8');
  const names = [...options.matchAll(/^ {2}(\w+)\?: /gm)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) expect(page, name).toMatch(new RegExp(`\\| \`${name}\``));
  for (const [, code] of page.matchAll(/^\| `(ERR_\w+)`/gm)) expect(readFileSync(join(root, 'src/errors.ts'), 'utf8')).toContain(`'${code}'`);
  for (const [, code] of readFileSync(join(root, 'src/errors.ts'), 'utf8').matchAll(/^ {2}'(ERR_\w+)',/gm)) expect(page).toContain(`| \`${code}\` |`);
});
