/** Kinds of data: what the first bytes are taken for, and that every way of compressing agrees on it. */
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { compress, type CompressOptions, compressSync, createCompress, decompressSync, info } from '../src/index.js';
import { kindOf } from '../src/kinds/detect.js';
import { kinds, SAMPLE } from '../src/kinds/kinds.js';
import { parse } from '../src/cli/options.js';
import { noise } from './support/data.js';
import { kinds as inputs } from './support/kinds.js';
import { arm64, machineCode, x86 } from './support/machine-code.js';
import { flushed } from './support/streams.js';

const sample = (name: string): Buffer => readFileSync(new URL(`sample/${name}`, import.meta.url));
const prose = sample('prose.txt').toString();
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

/* So many bytes that are no text, with numbers of 32 bits at places. */
function header(size: number, numbers: readonly (readonly [number, number])[]): Buffer {
  const bytes = Buffer.alloc(size, 0x90);
  for (const [at, value] of numbers) bytes.writeUInt32LE(value, at);
  return bytes;
}

describe('kindOf', () => {
  it.each<[string, string, Uint8Array]>([
    ['nothing', 'text', Buffer.alloc(0)],
    ['prose', 'text', Buffer.from(prose)],
    ['prose cut within a character', 'text', Buffer.from(`${prose.slice(0, 900)}é`).subarray(0, -1)],
    ['UTF-16 of either byte order', 'text', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(prose, 'utf16le')])],
    ['UTF-16, high bytes first', 'text', utf16be(prose)],
    ['an 8-bit code page', 'text', Buffer.from(prose.replaceAll('e', 'é'), 'latin1')],
    ['a source in an archive that fills up with NULs', 'text', Buffer.concat([Buffer.from(prose), Buffer.alloc(9_000), Buffer.from(prose)])],
    ['a log', 'structured', sample('server.log')],
    ['CSV', 'structured', sample('weather.csv')],
    ['JSON', 'structured', sample('records.json')],
    ['JSON in one line', 'structured', Buffer.from(JSON.stringify(JSON.parse(sample('records.json').toString())))],
    ['packed source code', 'text', Buffer.from('function a(b,c){return b<c?d(b):{e:c,f:[b]}}for(var g=0;g<9;g++)a(g,h(g));if(i(g)){j({k:"l"})}')],
    ['packed style sheets', 'structured', Buffer.from('a{color:red;margin:0}b{border:1px solid;width:calc(1em + 2px)}td,th{padding:0;text-align:left}')],
    ['XML', 'structured', Buffer.from('<list><item id="1"><name>a</name></item><item id="2"><name>b c</name></item></list>')],
    ['records', 'binary', inputs.records],
    ['calls of places that were called before', 'machine', machineCode(x86, 600)],
    ['machine code of ARM', 'binary', machineCode(arm64, 600)],
    ['a Linux program of x86-64', 'machine', header(64, [[0, 0x464c_457f], [18, 62]])],
    ['a Linux program of ARM64', 'binary', header(64, [[0, 0x464c_457f], [18, 183]])],
    ['a Windows program of x86', 'machine', header(300, [[0, 0x5a4d], [60, 200], [200, 0x4550], [204, 0x14c]])],
    ['a Windows program whose header is not there', 'binary', header(300, [[0, 0x5a4d], [60, 0xffff_fff0]])],
    ['a macOS program of x86-64', 'machine', header(64, [[0, 0xfeed_facf], [4, 0x0100_0007]])],
    ['a macOS program of ARM64', 'binary', header(64, [[0, 0xfeed_facf], [4, 0x0100_000c]])],
    ['noise', 'binary', noise(4_000)],
    ['pixels brighter than any letter', 'binary', noise(4_000).map((byte) => 0x80 | byte)],
    ['samples of 16 bits', 'binary', Buffer.from(Int16Array.from({ length: 2_000 }, (_, i) => 300 * (i % 31)).buffer)],
  ])('%s: %s', (_, kind, bytes) => {
    expect(kindOf(bytes)).toBe(kind);
  });

  it('looks at the first bytes alone', () => {
    const head = Buffer.concat([sample('server.log'), sample('server.log'), sample('server.log'), sample('server.log')]).subarray(0, SAMPLE);
    expect(head).toHaveLength(SAMPLE);
    expect(kindOf(Buffer.concat([head, noise(2 * SAMPLE)]))).toBe('structured');
  });
});

const named = { text: 'level5', structured: 'level5-structured', machine: 'level5-machine', binary: 'level5-binary' } as const;
const examples = { text: sample('prose.txt'), structured: sample('server.log'), machine: machineCode(x86, 2_000), binary: inputs.records } as const;

async function streamed(bytes: Buffer, piece: number, options: CompressOptions): Promise<Buffer> {
  const stream = createCompress(options);
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, i) => bytes.subarray(i * piece, (i + 1) * piece));
  const archive = buffer(stream);
  Readable.from(pieces, { objectMode: false }).pipe(stream);
  return archive;
}

describe.each(kinds)('%s', (kind) => {
  const data = examples[kind];

  it('is what the archive names, and restores', () => {
    const archive = compressSync(data);
    expect(info(archive).program).toBe(named[kind]);
    expect(decompressSync(archive).equals(data)).toBe(true);
    expect(compressSync(data, { kind }).equals(archive)).toBe(true);
    expect(compressSync(data, { kind: 'auto' }).equals(archive)).toBe(true);
  });

  it('is the same for promises and for streams cut in any way', async () => {
    const archive = compressSync(data);
    expect((await compress(data)).equals(archive)).toBe(true);
    for (const piece of [1_000, data.length]) expect((await streamed(data, piece, { size: data.length })).equals(archive)).toBe(true);
  });

  it('can be said of any data', () => {
    for (const other of kinds) {
      const archive = compressSync(data, { kind: other, level: 9 });
      expect(info(archive).program).toMatch(new RegExp(other === 'text' ? '^level(\\d-)*9$' : `^level(\\d-)*9-${other}$`));
      expect(decompressSync(archive).equals(data)).toBe(true);
    }
  });

  it('makes no difference at levels that have one graph', () => {
    const archive = compressSync(data, { level: 2 });
    expect(info(archive).program).toBe('level2');
    expect(compressSync(data, { level: 2, kind }).equals(archive)).toBe(true);
  });
});

describe('streams', () => {
  it('decide once the sample is there, whatever follows', async () => {
    const data = Buffer.concat([...Array.from({ length: 5 }, () => examples.structured), noise(20_000)]);
    expect(data.length).toBeGreaterThan(SAMPLE);
    const [fine, coarse] = await Promise.all([streamed(data, 900, { size: data.length }), streamed(data, data.length, { size: data.length })]);
    expect(info(fine).program).toBe('level5-structured');
    expect(fine.equals(coarse)).toBe(true);
    expect(fine.equals(compressSync(data))).toBe(true);
  });

  it('decide by what was written before the first flush', async () => {
    const { structured, text } = examples;
    expect(info(await flushed([structured, text], {})).program).toBe('level5-structured');
    expect(info(await flushed([text, structured], {})).program).toBe('level5');
    expect(info(await flushed([Buffer.alloc(0), structured], {})).program).toBe('level5-structured');
  });

  it('keep a copy of what waits', async () => {
    const stream = createCompress();
    const archive = buffer(stream);
    const chunk = Buffer.from('the first words');
    await new Promise<void>((resolve) => stream.write(chunk, () => resolve()));
    chunk.fill(0);
    stream.end();
    expect(decompressSync(await archive).toString()).toBe('the first words');
  });

  it('can be destroyed before they decided', async () => {
    const stream = createCompress();
    stream.write('x');
    await new Promise<void>((resolve) => stream.once('close', resolve).destroy());
    expect(stream.destroyed).toBe(true);
  });
});

describe('options', () => {
  it('kind is one of the four, or auto', () => {
    expect(() => compressSync('x', { kind: 'prose' as 'text' })).toThrow('kind must be "auto" or "text" or "structured" or "machine" or "binary", not "prose"');
  });

  it('kind and graph exclude each other', async () => {
    const { levels } = await import('../src/models/levels.js');
    expect(() => compressSync('x', { kind: 'text', graph: levels[0]?.graph })).toThrow('kind and graph are given both');
    expect(() => parse(['--kind', 'text', '--graph', 'x.json'])).toThrow('--kind and --graph exclude each other');
  });

  it('the command knows --kind', () => {
    expect(parse(['--kind', 'binary', 'x'])?.kind).toBe('binary');
    expect(parse(['x'])?.kind).toBe('auto');
    expect(() => parse(['--kind', 'prose', 'x'])).toThrow(/Allowed choices are auto, text, structured, machine, binary/);
  });
});
