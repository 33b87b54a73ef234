/** -T, --segment, --snapshot, --range, -r, -b, help, and the note about graphs that need much. */
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { expect, it } from 'vitest';
import { eachInFolder, sample } from './cli-run.js';

const folder = eachInFolder();
const text = sample(200_000);

it('threads change nothing, and restore', () => {
  const here = folder();
  here.write('a', text);
  expect(here.kolmo(['-1', '--segment', '64K', '--snapshot', '8K', 'a'])).toMatchObject({ status: 0, stderr: '' });
  const archive = readFileSync(here.at('a.kolmo'));
  expect(here.kolmo(['-1f', '-T3', '--segment=64K', '--snapshot=8K', 'a']).status).toBe(0);
  expect(readFileSync(here.at('a.kolmo')).equals(archive)).toBe(true);
  expect(here.kolmo(['-1', '-T0', '--segment=64K', '--snapshot=8K', '-c', 'a']).stdout.equals(archive)).toBe(true);
  expect(here.kolmo(['-dc', '-T2', 'a.kolmo']).stdout.equals(text)).toBe(true);
  expect(here.kolmo(['-df', '-T', '2', 'a.kolmo'])).toMatchObject({ status: 0, stderr: '' });
  expect(readFileSync(here.at('a')).equals(text)).toBe(true);
  expect(here.kolmo(['-dc', '-T2'], archive).stdout.equals(text)).toBe(true);
  expect(here.kolmo(['-l', '--json', 'a.kolmo']).stdout.toString()).toContain('"segments": 4');
});

it('a range', () => {
  const here = folder();
  here.write('a', text);
  here.kolmo(['-1', '--segment', '64K', 'a']);
  for (const [range, start, end] of [['0-10', 0, 10], ['65530-65540', 65_530, 65_540], ['199990-', 199_990, 200_000], ['100000-150000', 100_000, 150_000], ['5-5', 5, 5]] as const) {
    expect(here.kolmo(['-dc', '--range', range, 'a.kolmo']).stdout.equals(text.subarray(start, end)), range).toBe(true);
  }
  expect(here.kolmo(['-d', '--range', '0-100', '-o', 'part', 'a.kolmo'])).toMatchObject({ status: 0, stderr: '' });
  expect(readFileSync(here.at('part')).equals(text.subarray(0, 100))).toBe(true);
  expect(here.kolmo(['-dc', '--range', '0-100', '--max-output', '99', 'a.kolmo']).stderr).toContain('(ERR_OUTPUT_LIMIT)');
  expect(here.kolmo(['-d', '--range', '0-100'], readFileSync(here.at('a.kolmo'))).stderr).toContain('--range takes a FILE');
});

it('damage ends it with nothing left', () => {
  const here = folder();
  here.write('a', text);
  here.kolmo(['-1', '--segment', '64K', 'a']);
  const archive = readFileSync(here.at('a.kolmo'));
  archive[archive.length >> 1] = (archive[archive.length >> 1] ?? 0) ^ 1;
  here.write('b.kolmo', archive);
  const { status, stderr } = here.kolmo(['-d', '-T2', 'b.kolmo']);
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^kolmo: b\.kolmo: .* \(ERR_CORRUPT\)\n$/)]);
  expect(here.names()).toEqual(['a', 'a.kolmo', 'b.kolmo']);
});

it('-r takes the files in folders', () => {
  const here = folder();
  mkdirSync(here.at('logs/old'), { recursive: true });
  for (const name of ['logs/b', 'logs/a', 'logs/old/c']) here.write(name, sample(300));
  symlinkSync('a', here.at('logs/link'));
  expect(here.kolmo(['-1', '-r', 'logs', '-v']).stderr.match(/^logs\S+: /gm)).toEqual(['logs/a: ', 'logs/b: ', 'logs/old/c: ']);
  expect(here.kolmo(['-r', '-t', 'logs', '-v']).stderr.match(/^logs\S+: good/gm)).toHaveLength(3);
  expect(JSON.parse(here.kolmo(['-r', '-l', '--json', 'logs']).stdout.toString())).toHaveLength(3);
  expect(here.kolmo(['-r', '-df', '--rm', 'logs'])).toMatchObject({ status: 0, stderr: '' });
  expect(here.kolmo(['-r', '-t', 'logs'])).toMatchObject({ status: 0, stderr: '' });
  expect(here.kolmo(['-r', '-t', 'none']).stderr).toContain('(ENOENT)');
});

it('-b measures', () => {
  const here = folder();
  here.write('a', text);
  expect(here.kolmo(['-b1', 'a']).stdout.toString()).toMatch(/^a: 200000 → \d+ \(.* restored exactly\n$/);
  const { archiveBytes, ...result } = JSON.parse(here.kolmo(['-b', '2', '--json', '--segment', '64K', '-T2', 'a']).stdout.toString());
  expect(result).toMatchObject({ file: 'a', level: 2, bytes: 200_000, threads: 2 });
  expect(archiveBytes).toBe(here.kolmo(['-2', '--segment', '64K', '-c', 'a']).stdout.length);
});

it('help tells of every topic that it names', () => {
  const here = folder();
  const names = [...here.kolmo(['help']).stdout.toString().matchAll(/^ {2}(\S+) /gm)].map(([, name]) => name ?? '');
  expect(names).toEqual(['actions', 'files', 'model', 'segments', 'export', 'report', 'profile', 'messages', 'list', 'exit']);
  for (const name of names) expect(here.kolmo(['help', name]).stdout.length, name).toBeGreaterThan(100);
  expect(here.kolmo(['help', 'nothing'])).toMatchObject({ status: 1, stderr: expect.stringContaining('there are actions') });
  here.write('help', 'a file');
  expect(here.kolmo(['./help']).status).toBe(0);
});

it('a graph that decoders refuse by themselves is told of', () => {
  const here = folder();
  const graph = JSON.parse(here.kolmo(['graph', '-1', '--json']).stdout.toString());
  const slots = graph.nodes.find((node: { type: string }) => node.type === 'slots');
  const mixer = graph.nodes.find((node: { type: string }) => node.type === 'mixer');
  slots.bytes.max = 30;
  graph.nodes.splice(graph.nodes.indexOf(slots), 0, { ...slots, id: 'more' });
  mixer.inputs.push('more');
  const long = sample(1_100_000); // more than a block: the length is not known when the tables are made
  here.write('large.json', JSON.stringify(graph));
  const { status, stderr, stdout } = here.kolmo(['--graph', 'large.json'], long);
  expect([status, stderr]).toEqual([0, expect.stringMatching(/^kolmo: note: .* --memory \d+\n$/)]);
  expect(here.kolmo(['-d'], stdout).stderr).toContain('(ERR_MEMORY)');
  here.write('a', text);
  expect(here.kolmo(['--graph', 'large.json', 'a'])).toMatchObject({ status: 0, stderr: '' });
  expect(here.kolmo(['-q', '--graph', 'large.json'], sample(10))).toMatchObject({ status: 0, stderr: '' });
});

it.each([
  [['-T2', 'a'], '-T goes with --segment'],
  [['-T', 'many', 'a'], '-T'],
  [['--snapshot', '1K', 'a'], '--snapshot goes with --segment'],
  [['--range', '0-5', 'a'], '--range goes with -d'],
  [['-d', '--range', '5-0', 'a'], '--range'],
  [['-b0', 'a'], '-b'],
  [['-1', '--segment', '1K', 'a'], 'segment'],
])('%j is refused', (args, message) => {
  const here = folder();
  here.write('a', 'x');
  expect(here.kolmo(args)).toMatchObject({ status: 1, stderr: expect.stringContaining(message) });
});
