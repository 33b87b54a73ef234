import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { eachInFolder, main, sample } from './cli-run.js';

const folder = eachInFolder();

describe('arguments', () => {
  it('the bin runs by itself', () => {
    expect(spawnSync(main, ['--version']).status).toBe(0);
  });

  it('--help lists every option', () => {
    const { status, stdout, stderr } = folder().kolmo(['--help']);
    expect(status).toBe(0);
    expect(stderr).toBe('');
    const options =
      '-1 … -9,-z,--compress,-d,--decompress,-t,--test,-l,--list,-c,--stdout,-o,--output,-f,--force,-k,--keep,--rm,--graph,--set,' +
      '--segment,--memory,--max-cost,--max-output,-q,--quiet,-v,--verbose,--no-progress,--json,-V,--version,-h,--help,kolmo graph';
    for (const option of options.split(',')) expect(stdout.toString()).toContain(option);
    expect(folder().kolmo(['-h']).stdout.equals(stdout)).toBe(true);
  });

  it('--version prints the version, with --json also the CPU paths', () => {
    const plain = folder().kolmo(['--version']);
    expect(plain.status).toBe(0);
    expect(plain.stdout.toString()).toMatch(/^kolmo \d+\.\d+\.\d+\n$/);
    expect(folder().kolmo(['-V']).stdout.equals(plain.stdout)).toBe(true);
    const json: unknown = JSON.parse(folder().kolmo(['--version', '--json']).stdout.toString());
    expect(json).toEqual({ version: plain.stdout.toString().slice(6, -1), cpu: expect.any(String), paths: expect.any(Array) });
    expect(json).toMatchObject({ paths: expect.arrayContaining(['scalar']) });
  });

  it.each([
    [['--bogus', 'a'], /unknown option '--bogus'/],
    [['-x', 'a'], /unknown option '-x'/],
    [['-0', 'a'], /unknown option '-0'/],
    [['--memory', 'lots', 'a'], /--memory/],
    [['--memory', '0', 'a'], /--memory/],
    [['--max-cost', '1.5', 'a'], /--max-cost/],
    [['-o'], /argument missing/],
    [['-o', 'x', '-c', 'a'], /-o and -c/],
    [['-o', 'x', 'a', 'b'], /-o takes one FILE/],
    [['-t', '-o', 'x', 'a'], /-o goes with/],
    [['--json', 'a'], /--json goes with/],
    [['-', '-'], /only once/],
    [[''], /empty/],
    [['--set', 'mixer', 'a'], /node\.param=value/],
    [['graph', 'a'], /graph takes no FILE/],
    [['-d', 'graph'], /\.\/graph/],
  ])('%j is an error', (args, message) => {
    const here = folder();
    here.write('a', 'a');
    const { status, stdout, stderr } = here.kolmo(args);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^kolmo: .* \(ERR_OPTION\)\nkolmo --help .*\n$/);
    expect(status).toBe(1);
    expect(stdout.length).toBe(0);
    expect(here.names()).toEqual(['a']);
  });

  it('the last mode and the last level win', () => {
    const here = folder();
    const text = sample(5000);
    const one = here.kolmo(['-c', '-1'], text).stdout;
    const nine = here.kolmo(['-c', '-9'], text).stdout;
    expect(one.equals(nine)).toBe(false);
    expect(here.kolmo(['-1', '-t', '-9', '-d', '-z', '-c'], text).stdout.equals(nine)).toBe(true);
    expect(here.kolmo(['-91'], text).stdout.equals(one)).toBe(true);
    expect(here.kolmo(['-z', '-5', '-d'], nine).stdout.equals(text)).toBe(true);
  });

  it('options may follow files, and -- ends them', () => {
    const here = folder();
    here.write('-d', sample(100));
    expect(here.kolmo(['--', '-d']).status).toBe(0);
    expect(here.names()).toEqual(['-d', '-d.kolmo']);
    expect(here.kolmo(['./-d.kolmo', '-dc']).stdout.equals(sample(100))).toBe(true);
  });
});

describe('models', () => {
  it('a file named like the subcommand is given as ./graph or after --', () => {
    const here = folder();
    here.write('graph', sample(100));
    expect(here.kolmo(['./graph']).status).toBe(0);
    expect(here.names()).toEqual(['graph', 'graph.kolmo']);
    expect(here.kolmo(['-f', '--', 'graph']).status).toBe(0);
  });

  it('graph prints for people and as JSON that --graph takes', () => {
    const here = folder();
    const people = here.kolmo(['graph', '-5']);
    expect(people.status).toBe(0);
    expect(people.stdout.toString().split('\n').length).toBeGreaterThan(3);
    const json = here.kolmo(['graph', '-5', '--json']);
    expect(json.status).toBe(0);
    expect(typeof JSON.parse(json.stdout.toString())).toBe('object');
    here.write('five.json', json.stdout);
    expect(people.stdout.toString()).toMatch(/^level 5 \(/);
    const printed = here.kolmo(['graph', '--graph', 'five.json']).stdout.toString();
    expect(people.stdout.toString().endsWith(printed)).toBe(true);
    const text = sample(3000);
    const { status, stdout } = here.kolmo(['--graph', 'five.json'], text);
    expect(status).toBe(0);
    expect(here.kolmo(['-d'], stdout).stdout.equals(text)).toBe(true);
  });

  it('a wrong graph or --set names what is wrong', () => {
    const here = folder();
    here.write('a', 'a');
    here.write('text.json', 'no json');
    here.write('list.json', '[1]');
    for (const args of [['--graph', 'text.json'], ['--graph', 'list.json'], ['--set', 'nosuch.limit=3']]) {
      const { status, stderr } = here.kolmo([...args, 'a']);
      expect(status).toBe(1);
      expect(stderr).toMatch(/^kolmo: .* \(ERR_OPTION\)\n/);
      expect(here.kolmo(['graph', ...args]).status).toBe(1);
    }
    expect(here.kolmo(['--set', 'nosuch.limit=3', 'a']).stderr).toContain('nosuch');
    expect(here.kolmo(['--graph', 'absent.json', 'a']).stderr).toMatch(/^kolmo: cannot read absent\.json: .* \(ENOENT\)\n$/);
    expect(here.names()).toEqual(['a', 'list.json', 'text.json']);
  });
});
