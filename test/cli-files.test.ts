import { chmodSync, linkSync, lstatSync, mkdirSync, readFileSync, readlinkSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eachInFolder, has, isRoot, noise, sample } from './cli-run.js';

const folder = eachInFolder();

describe('one file', () => {
  it('goes to FILE.kolmo and back, with mode and time, and is kept', () => {
    const here = folder();
    const text = sample(20_000);
    here.write('a.txt', text);
    chmodSync(here.at('a.txt'), 0o640);
    utimesSync(here.at('a.txt'), 1_000_000_000, 1_234_567_890);
    expect(here.kolmo(['a.txt'])).toMatchObject({ status: 0, stderr: '' });
    expect(here.names()).toEqual(['a.txt', 'a.txt.kolmo']);
    const archive = statSync(here.at('a.txt.kolmo'));
    expect(archive.size).toBeLessThan(text.length / 2);
    expect(archive.mode & 0o7777).toBe(0o640);
    expect(archive.mtimeMs).toBe(1_234_567_890_000);
    expect(here.kolmo(['-d', '-f', '--rm', 'a.txt.kolmo'])).toMatchObject({ status: 0, stderr: '' });
    expect(here.names()).toEqual(['a.txt']);
    expect(readFileSync(here.at('a.txt')).equals(text)).toBe(true);
    expect(statSync(here.at('a.txt')).mode & 0o7777).toBe(0o640);
    expect(statSync(here.at('a.txt')).mtimeMs).toBe(1_234_567_890_000);
  });

  it.each([0, 1, 2, 65_536, 100_000])('of %i random bytes', (n) => {
    const here = folder();
    here.write('r', noise(n));
    expect(here.kolmo(['-1', 'r']).status).toBe(0);
    expect(statSync(here.at('r.kolmo')).size).toBeLessThanOrEqual(n * 1.001 + 32);
    expect(here.kolmo(['-t', 'r.kolmo'])).toMatchObject({ status: 0, stderr: '' });
    expect(here.kolmo(['-dc', 'r.kolmo']).stdout.equals(noise(n))).toBe(true);
  });

  it('is not replaced without -f', () => {
    const here = folder();
    here.write('a', sample(500));
    here.write('a.kolmo', 'precious');
    const refused = here.kolmo(['a']);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/^kolmo: a: a\.kolmo exists already; .* \(EEXIST\)\n$/);
    expect(readFileSync(here.at('a.kolmo'), 'utf8')).toBe('precious');
    expect(here.kolmo(['-f', 'a']).status).toBe(0);
    expect(here.kolmo(['-d', 'a.kolmo']).stderr).toContain('(EEXIST)');
    expect(here.kolmo(['-df', 'a.kolmo']).status).toBe(0);
    expect(here.names()).toEqual(['a', 'a.kolmo']);
  });

  it('with the longest legal name', () => {
    const here = folder();
    const name = 'n'.repeat(249);
    here.write(name, 'x');
    expect(here.kolmo([name]).status).toBe(0);
    expect(here.names()).toEqual([name, `${name}.kolmo`]);
    here.write(`${name}1`, 'x');
    expect(here.kolmo([`${name}1`]).stderr).toContain('(ENAMETOOLONG)');
    expect(here.names()).toHaveLength(3);
  });

  it('whose size is not told (/proc) is compressed whole', () => {
    const here = folder();
    const { status, stdout } = here.kolmo(['-c', '/proc/version']);
    expect(status).toBe(0);
    expect(here.kolmo(['-d'], stdout).stdout.equals(readFileSync('/proc/version'))).toBe(true);
  });

  it('needs the suffix to be restored, unless told where to', () => {
    const here = folder();
    here.write('x.bin', here.kolmo(['-c'], sample(500)).stdout);
    const { status, stderr } = here.kolmo(['-d', 'x.bin']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^kolmo: x\.bin: .*\.kolmo.*-o FILE.*\(ERR_OPTION\)\n$/);
    here.write('.kolmo', 'x');
    expect(here.kolmo(['-d', '.kolmo']).status).toBe(1);
    expect(here.kolmo(['-d', 'x.bin', '-o', 'y']).status).toBe(0);
    expect(readFileSync(here.at('y')).equals(sample(500))).toBe(true);
    expect(here.kolmo(['-dc', 'x.bin']).stdout.equals(sample(500))).toBe(true);
  });

  it('--rm removes the source only when its output is a complete file', () => {
    const here = folder();
    here.write('a', sample(500));
    here.kolmo(['--rm', '-c', 'a']);
    here.kolmo(['--rm', 'a', '-o', '/dev/null']);
    here.kolmo(['--rm', '-k', 'a', '-o', 'kept']);
    here.write('a.kolmo', 'in the way');
    expect(here.kolmo(['--rm', 'a']).status).toBe(1);
    expect(here.names()).toEqual(['a', 'a.kolmo', 'kept']);
    expect(here.kolmo(['-k', '--rm', '-f', 'a']).status).toBe(0);
    expect(here.names()).toEqual(['a.kolmo', 'kept']);
    const archive = readFileSync(here.at('a.kolmo'));
    here.write('a.kolmo', archive.subarray(0, -3));
    expect(here.kolmo(['-d', '--rm', 'a.kolmo']).stderr).toContain('(ERR_TRUNCATED)');
    expect(here.names()).toEqual(['a.kolmo', 'kept']);
  });
});

describe('several files', () => {
  it('are all done, whatever happens to one of them', () => {
    const here = folder();
    here.write('a', sample(300));
    here.write('c', sample(400));
    const { status, stderr } = here.kolmo(['a', 'b', 'c']);
    expect(status).toBe(1);
    expect(stderr).toBe('kolmo: b: no such file or directory (ENOENT)\n');
    expect(here.names()).toEqual(['a', 'a.kolmo', 'c', 'c.kolmo']);
    here.write('a.kolmo', 'no archive');
    expect(here.kolmo(['-t', 'a.kolmo', 'c.kolmo'])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^kolmo: a\.kolmo: .* \(ERR_NOT_KOLMO\)\n$/),
    });
  });

  it('with -c make one archive that decodes to both', () => {
    const here = folder();
    here.write('a', sample(300));
    here.write('b', noise(400));
    here.write('ab', here.kolmo(['-c', 'a', 'b']).stdout);
    expect(here.kolmo(['-dc', 'ab']).stdout.equals(Buffer.concat([sample(300), noise(400)]))).toBe(true);
    expect(here.kolmo(['a', 'b']).status).toBe(0);
    expect(here.kolmo(['-dc', 'a.kolmo', 'b.kolmo']).stdout.equals(Buffer.concat([sample(300), noise(400)]))).toBe(true);
  });
});

describe('sources that are no regular files', () => {
  it('are refused', () => {
    const here = folder();
    mkdirSync(here.at('folder'));
    expect(here.kolmo(['folder'])).toMatchObject({ status: 1, stderr: expect.stringMatching(/^kolmo: folder: is a directory.* \(EISDIR\)\n$/) });
    expect(here.kolmo(['/dev/null'])).toMatchObject({ status: 1, stderr: expect.stringMatching(/a device, not a regular file/) });
    expect(here.names()).toEqual(['folder']);
  });

  it.skipIf(!has('mkfifo'))('a pipe is refused at once, without a writer', () => {
    const here = folder();
    here.sh('mkfifo pipe');
    expect(here.kolmo(['pipe']).stderr).toMatch(/a pipe, not a regular file/);
  });
});

describe('outputs', () => {
  it('that are the source are refused, even with -f and by another name', () => {
    const here = folder();
    here.write('a', sample(300));
    linkSync(here.at('a'), here.at('hard'));
    symlinkSync('a', here.at('soft'));
    for (const name of ['a', './a', 'hard', 'soft']) {
      expect(here.kolmo(['-f', 'a', '-o', name])).toMatchObject({ status: 1, stderr: expect.stringContaining('is the source itself') });
    }
    expect(readFileSync(here.at('a')).equals(sample(300))).toBe(true);
  });

  it('replace a symbolic link, never what it leads to', () => {
    const here = folder();
    here.write('a', sample(300));
    here.write('other', 'precious');
    symlinkSync('other', here.at('a.kolmo'));
    symlinkSync('nowhere', here.at('dangling'));
    expect(here.kolmo(['a']).stderr).toContain('(EEXIST)');
    expect(here.kolmo(['a', '-o', 'dangling']).stderr).toContain('(EEXIST)');
    expect(readlinkSync(here.at('dangling'))).toBe('nowhere');
    expect(here.kolmo(['-f', 'a']).status).toBe(0);
    expect(lstatSync(here.at('a.kolmo')).isFile()).toBe(true);
    expect(readFileSync(here.at('other'), 'utf8')).toBe('precious');
    expect(here.names()).toEqual(['a', 'a.kolmo', 'dangling', 'other']);
  });

  it('--rm keeps a source that is a symbolic link', () => {
    const here = folder();
    here.write('a', sample(300));
    symlinkSync('a', here.at('link'));
    expect(here.kolmo(['--rm', 'link']).status).toBe(1);
    expect(here.names()).toEqual(['a', 'link', 'link.kolmo']);
    expect(here.kolmo(['--rm', '-f', 'link']).status).toBe(0);
    expect(here.names()).toEqual(['a', 'link.kolmo']);
  });

  it('that can not be made are errors that name them', () => {
    const here = folder();
    here.write('a', sample(300));
    mkdirSync(here.at('folder'));
    expect(here.kolmo(['a', '-o', 'a/b']).stderr).toMatch(/^kolmo: a: cannot write a\/b: .* \(ENOTDIR\)\n$/);
    expect(here.kolmo(['a', '-o', 'no/b']).stderr).toMatch(/^kolmo: a: cannot write no\/b: .* \(ENOENT\)\n$/);
    expect(here.kolmo(['-f', 'a', '-o', 'folder']).stderr).toMatch(/^kolmo: a: cannot write folder: it is a directory \(EISDIR\)\n$/);
    mkdirSync(here.at('a.kolmo'));
    expect(here.kolmo(['-f', 'a']).status).toBe(1);
    expect(here.names()).toEqual(['a', 'a.kolmo', 'folder']);
  });

  it('in a folder without write permission are errors', () => {
    const here = folder();
    mkdirSync(here.at('closed'));
    chmodSync(here.at('closed'), 0o555);
    here.write('a', sample(300));
    // Root may write anywhere, but for a root without capabilities.
    const plain = isRoot ? 'setpriv --bounding-set=-all --inh-caps=-all ' : '';
    expect(here.sh(`${plain}$KOLMO a -o closed/b`).stderr).toContain('(EACCES)');
  });

  it('go straight into devices', () => {
    const here = folder();
    here.write('a', sample(300));
    expect(here.kolmo(['a', '-o', '/dev/null'])).toMatchObject({ status: 0, stderr: '' });
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
    const full = here.kolmo(['a', '-o', '/dev/full']);
    expect(full.status).toBe(1);
    expect(full.stderr).toMatch(/no space left on device.*\(ENOSPC\)/);
  });

  it.skipIf(!has('mkfifo'))('go straight into pipes', () => {
    const here = folder();
    here.write('a', sample(300));
    const { status, stdout } = here.sh('mkfifo pipe && { cat pipe & } && $KOLMO a -o pipe && wait');
    expect(status).toBe(0);
    expect(here.kolmo(['-d'], stdout).stdout.equals(sample(300))).toBe(true);
  });

  it('that outgrow what may be written leave nothing', () => {
    const here = folder();
    here.write('r', noise(300_000));
    const { status, stderr } = here.sh('ulimit -f 64; $KOLMO -1 r');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^kolmo: r: cannot write r\.kolmo: .* \(EFBIG\)\n$/);
    expect(here.names()).toEqual(['r']);
  });
});
