import { once } from 'node:events';
import { readFileSync, truncateSync, watch } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eachInFolder, has, noise, sample, type Folder } from './cli-run.js';

const folder = eachInFolder();

describe('standard input and output', () => {
  it('are used with no FILE, and with -', () => {
    const here = folder();
    const text = sample(5000);
    const archive = here.kolmo([], text);
    expect(archive).toMatchObject({ status: 0, stderr: '' });
    expect(here.kolmo(['-'], text).stdout.equals(archive.stdout)).toBe(true);
    expect(here.kolmo(['-d'], archive.stdout).stdout.equals(text)).toBe(true);
    expect(here.kolmo(['-t'], archive.stdout)).toMatchObject({ status: 0, stderr: '' });
    expect(here.kolmo(['-o', 'x.kolmo'], text).status).toBe(0);
    expect(here.kolmo(['-d', '-', '-o', 'x'], readFileSync(here.at('x.kolmo'))).status).toBe(0);
    expect(readFileSync(here.at('x')).equals(text)).toBe(true);
    expect(here.names()).toEqual(['x', 'x.kolmo']);
  });

  it('- stands among files, its output on standard output', () => {
    const here = folder();
    here.write('a', sample(300));
    const { status, stdout } = here.kolmo(['a', '-'], noise(100));
    expect(status).toBe(0);
    expect(here.names()).toEqual(['a', 'a.kolmo']);
    expect(here.kolmo(['-d'], stdout).stdout.equals(noise(100))).toBe(true);
  });

  it('names standard input in errors', () => {
    expect(folder().kolmo(['-d'], sample(100)).stderr).toMatch(/^kolmo: \(stdin\): .* \(ERR_NOT_KOLMO\)\n$/);
    expect(folder().kolmo(['-t'], Buffer.alloc(0)).status).toBe(1);
  });

  it('work redirected and in shell pipelines', () => {
    const here = folder();
    here.write('a', sample(300_000));
    expect(here.sh('$KOLMO -1 < a > b && $KOLMO -d < b > c && cmp a c')).toMatchObject({ status: 0, stderr: '' });
    expect(here.sh('set -o pipefail; cat a | $KOLMO -1 | $KOLMO -d | cmp - a')).toMatchObject({ status: 0, stderr: '' });
    expect(here.sh('$KOLMO -d < b >> c && cat a a | cmp - c')).toMatchObject({ status: 0, stderr: '' });
  });

  it('a full disk behind standard output is an error', () => {
    const here = folder();
    here.write('a', sample(3000));
    const { status, stderr } = here.sh('$KOLMO -c a > /dev/full');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^kolmo: a: cannot write standard output: no space left on device \(ENOSPC\)\n$/);
    expect(here.sh('$KOLMO --version --json > /dev/full').status).toBe(1);
  });

  it('a reader that leaves early ends it quietly', () => {
    const here = folder();
    here.write('a', noise(2_000_000));
    expect(here.kolmo(['-1', 'a']).status).toBe(0);
    const { stdout, stderr } = here.sh('$KOLMO -dc a.kolmo a.kolmo | head -c 100; echo " ${PIPESTATUS[0]}"');
    expect(stderr).toBe('');
    expect(stdout.subarray(0, 100).equals(noise(100))).toBe(true);
    expect(stdout.subarray(100).toString()).toBe(' 1\n');
  });

  it('nothing but errors is said when stderr is no terminal, and -v says more', () => {
    const here = folder();
    here.write('a', sample(100_000));
    expect(here.kolmo(['-1', 'a']).stderr).toBe('');
    expect(here.kolmo(['-1', '-v', '-f', 'a']).stderr).toMatch(/^a: 97\.7 KiB → .* a\.kolmo\n$/);
    expect(here.kolmo(['-tv', 'a.kolmo']).stderr).toMatch(/^a\.kolmo: good/);
  });
});

/** Resolves once the folder holds a temporary file. */
async function temporaryAppears(here: Folder): Promise<void> {
  const seen = (): boolean => here.names().some((name) => name.endsWith('.tmp'));
  const watcher = watch(here.path);
  try {
    while (!seen()) await once(watcher, 'change');
  } finally {
    watcher.close();
  }
}

describe('a source that changes its size while it is read', () => {
  it.each([0, 1_500_000])('to %i bytes is an error, and leaves nothing', async (size) => {
    const here = folder();
    here.write('a', noise(1_000_000));
    const child = here.start(['-1', 'a']);
    let stderr = '';
    child.stderr.on('data', (data: Buffer) => {
      stderr += data.toString();
    });
    const exit = once(child, 'close');
    await temporaryAppears(here);
    truncateSync(here.at('a'), size);
    expect(await exit).toEqual([1, null]);
    expect(stderr).toMatch(/^kolmo: a: the file changed its size while it was read .* \(ERR_OPTION\)\n$/);
    expect(here.names()).toEqual(['a']);
  });
});

describe('signals', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s mid-way leaves nothing and is passed on', async (signal) => {
    const here = folder();
    const child = here.start(['-1', '-o', 'out.kolmo']);
    const appeared = temporaryAppears(here);
    child.stdin.on('error', () => {});
    child.stdin.write(noise(200_000)); /* and no end */
    await appeared;
    expect(here.names()).toEqual([`.out.kolmo.kolmo-${child.pid}.tmp`]);
    const exit = once(child, 'exit');
    child.kill(signal);
    expect(await exit).toEqual([null, signal]);
    expect(here.names()).toEqual([]);
  });

  it('a file that appears while it works is not overwritten', async () => {
    const here = folder();
    const child = here.start(['-1', '-o', 'out.kolmo']);
    const appeared = temporaryAppears(here);
    let stderr = '';
    child.stderr.on('data', (data: Buffer) => {
      stderr += data.toString();
    });
    child.stdin.write(sample(1000));
    await appeared;
    here.write('out.kolmo', 'precious');
    const exit = once(child, 'close');
    child.stdin.end();
    expect(await exit).toEqual([1, null]);
    expect(stderr).toMatch(/^kolmo: \(stdin\): out\.kolmo exists already; .* \(EEXIST\)\n$/);
    expect(here.names()).toEqual(['out.kolmo']);
    expect(readFileSync(here.at('out.kolmo'), 'utf8')).toBe('precious');
  });
});

/* util-linux's script runs a line on a terminal of its own. */
describe.skipIf(!has('script'))('on a terminal (needs script)', () => {
  const onTerminal = (here: Folder, line: string) =>
    here.sh(`script -qec '${line}' /dev/null < /dev/null`);

  it('compressed data is not written to it, unless -f', () => {
    const here = folder();
    here.write('a', sample(300));
    const refused = onTerminal(here, '$KOLMO -c a');
    expect(refused.status).toBe(1);
    expect(refused.stdout.toString()).toMatch(/will not write compressed data to a terminal.*\(ERR_OPTION\)/);
    expect(onTerminal(here, '$KOLMO a -o /dev/tty').status).toBe(1);
    expect(onTerminal(here, '$KOLMO -cf a').status).toBe(0);
  });

  it('compressed data is not read from it', () => {
    const refused = onTerminal(folder(), '$KOLMO -d');
    expect(refused.status).toBe(1);
    expect(refused.stdout.toString()).toMatch(/will not read compressed data from a terminal/);
    expect(onTerminal(folder(), '$KOLMO -l').status).toBe(1);
    expect(onTerminal(folder(), '$KOLMO -t').status).toBe(1);
  });

  it('restored text is written to it, binary data is not', () => {
    const here = folder();
    here.write('t', 'hello there\n');
    here.write('b', Buffer.from([104, 105, 0, 1]));
    expect(here.kolmo(['t', 'b']).status).toBe(0);
    expect(onTerminal(here, '$KOLMO -qdc t.kolmo')).toMatchObject({ status: 0, stdout: Buffer.from('hello there\r\n') });
    const refused = onTerminal(here, '$KOLMO -dc b.kolmo');
    expect(refused.status).toBe(1);
    expect(refused.stdout.toString()).toMatch(/not text/);
  });

  it('a bar and a summary appear, and -q and --no-progress take them away', () => {
    const here = folder();
    here.write('a', noise(600_000));
    const full = onTerminal(here, '$KOLMO -1 a').stdout.toString();
    expect(full).toMatch(/\d+ % \|/);
    expect(full).toMatch(/a: 585\.9 KiB → .* a\.kolmo\r\n$/);
    const plain = onTerminal(here, '$KOLMO -1f --no-progress a').stdout.toString();
    expect(plain).not.toContain('|');
    expect(plain).toMatch(/^a: .*\r\n$/);
    expect(onTerminal(here, '$KOLMO -1fq a').stdout.toString()).toBe('');
  });
});
