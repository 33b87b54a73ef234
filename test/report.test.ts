/** What a report tells, held against the archive and against itself. */
import { readFileSync, statSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compressSync, type CompressOptions } from '../src/index.js';
import { lower } from '../src/lower/index.js';
import { checkProgram } from '../src/native.js';
import { componentsOf } from '../src/report/components.js';
import { BIT, inspect } from '../src/report/inspect.js';
import { reportOf } from '../src/report/report.js';
import { bitsOfLevel, levelsOf } from '../src/report/pack.js';
import { traceOf } from '../src/report/trace.js';
import { wordsOf } from '../src/report/units.js';
import { TEXTS } from '../src/text/texts.js';
import { eachInFolder, sample as words } from './cli-run.js';
import { graphs } from './models.js';
import { kinds, mixture } from './support/kinds.js';
import { machineCode, x86 } from './support/machine-code.js';
import { noise } from './support/noise.js';
import { type Page, pageOf } from './support/report.js';

const prose = readFileSync('test/sample/prose.txt');

async function report(data: Uint8Array, options: CompressOptions): Promise<Page & { html: string }> {
  const html = reportOf(await traceOf(data, options, () => {}), { name: 'file', command: 'kolmo file' });
  return { html, ...pageOf(html) };
}

const bitsOf = (levels: Buffer): number => levels.reduce((sum, level) => sum + bitsOfLevel(level), 0);

/* What holds of every page. */
function check(data: Uint8Array, options: CompressOptions, { summary, figures, array }: Page): void {
  expect(Object.keys(summary)).toEqual(['archiveBytes', 'payloadBytes', 'modelBits']);
  expect(summary.archiveBytes).toBe(compressSync(data, options).length);
  expect(array('data').equals(data)).toBe(true);
  expect(figures.bytes).toBe(data.length);
  const parts = figures.parts.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(parts).toBeCloseTo(summary.archiveBytes, 6);
  expect(figures.kinds.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(summary.modelBits, 4);
  expect(array('costs').length).toBe(data.length);
  expect(Math.abs(bitsOf(array('costs')) - summary.modelBits)).toBeLessThan(0.001 * summary.modelBits + 1);
  expect(array('counts').length).toBe(figures.kept.guessedAll ? figures.codedBytes : figures.kept.count);
  expect(array('guesses').length).toBe(array('counts').reduce((sum, n) => sum + n, 0));
  expect(array('said').length).toBe(figures.kept.count * figures.components.length);
  const saved = figures.components.reduce((sum, each) => sum + each.saved, figures.corrected);
  expect(8 * summary.payloadBytes).toBeCloseTo(summary.modelBits, 4);
  const [byModel, ends] = figures.parts.map(({ bytes }) => bytes);
  if (figures.blocks.every(({ stored }) => !stored) && data.length > 0) {
    expect(8 - saved).toBeCloseTo((8 * (byModel ?? 0)) / figures.codedBytes, 6);
    expect(Math.abs(ends ?? 0)).toBeLessThan(2 * figures.blocks.length); /* the coder ends within a byte or so of what the model made of it */
  }
}

describe('a report', () => {
  const cases: readonly (readonly [string, Buffer, CompressOptions])[] = [
    ['prose, words as codes', prose.subarray(0, 8_000), { level: 5 }],
    ['prose as it is, on the least level', prose, { level: 1 }],
    ['with words of the file', words(40_000), { level: 2, text: 'words' }],
    ['records, with their network', readFileSync('test/sample/records.json').subarray(0, 5_000), { level: 5 }],
    ['binary data', kinds.records, { level: 3 }],
    ['machine code', machineCode(x86, 900), { level: 2, text: 'code' }],
    ['a kind, and no network', kinds.json, { level: 5, kind: 'text', network: 'off' }],
  ];
  it.each(cases)('of %s adds up', async (_, data, options) => {
    const page = await report(data, options);
    check(data, options, page);
    expect(page.figures.view).toBe(data === kinds.records || options.text === 'code' ? 'hex' : 'text');
    expect(page.figures.curve[0]?.meanWithout !== undefined).toBe(page.figures.components.some(({ group }) => group === 'network'));
    const { time } = page.figures;
    expect(time.bytes).toBe(data.length);
    expect(time.stages.map(({ name }) => name)).toEqual(expect.arrayContaining(['SLOTS', 'MIXER', 'coder']));
  });

  it('within 0.1 % of the payload, as soon as that is more than some bytes', async () => {
    const page = await report(prose, { level: 4 });
    const { payloadBytes, modelBits } = page.summary;
    expect(payloadBytes).toBeGreaterThan(1_500);
    expect(Math.abs(modelBits / 8 / payloadBytes - 1)).toBeLessThan(0.001);
    expect(Math.abs(bitsOf(page.array('costs')) / 8 / payloadBytes - 1)).toBeLessThan(0.001);
  });

  it('gives what was coded to the bytes that it stands for', async () => {
    const data = Buffer.from('The Lantern was mended; the LANTERN was not. Schöne Wörter: naïve \u0001\u0002 \xff words, and words again.\n'.repeat(6));
    const page = await report(data, { level: 1, text: 'dict' });
    check(data, { level: 1, text: 'dict' }, page);
    const [units, coded] = [page.array('units'), page.array('coded')];
    expect(page.figures.text).toBe('dict');
    expect(units.reduce((sum, n) => sum + n, 0)).toBe(coded.length);
    const list = Buffer.from(wordsOf(TEXTS.indexOf('dict'), null)).toString().split('\n');
    let from = 0;
    for (let start = 0; start < data.length; ) {
      let end = start + 1;
      while (end < data.length && units[end] === 0) end += 1;
      const codes = [...coded.subarray(from, (from += units[start] ?? 0))].filter((byte, _, all) => all[0] !== 1 && all[0] !== 4 && byte > 3);
      const lead = codes[0] ?? 0;
      if (lead >= 128 && lead < 160) expect(data.subarray(start, end).toString().toLowerCase()).toBe(list[lead - 128]);
      else if (lead >= 160 && lead < 240) expect(data.subarray(start, end).toString().toLowerCase()).toBe(list[32 + (lead - 160) * 128 + ((codes[1] ?? 0) & 127)]);
      start = end;
    }
  });

  it('guesses: a byte among them costs what its guess says', async () => {
    const { figures, array } = await report(prose, { level: 3 });
    const [counts, guesses, chances, costs] = [array('counts'), array('guesses'), array('chances'), array('costs')];
    let [at, right, wrong] = [0, 0, 0];
    counts.forEach((count, i) => {
      for (let k = at; k < at + count; k += 1) {
        if (guesses[k] !== prose[i]) continue;
        right += k === at ? 1 : 0;
        wrong += Math.abs((chances[k] ?? 0) - (costs[i] ?? 0)) > 1 ? 1 : 0;
      }
      at += count;
    });
    expect(wrong).toBe(0);
    expect(right).toBeGreaterThan(prose.length / 3);
    expect(figures.kept.all).toBe(true);
  });

  it('of what costs next to nothing', async () => {
    const data = Buffer.alloc(100_000);
    check(data, { level: 2 }, await report(data, { level: 2 }));
  });

  it('of what is stored says that 8 bits a byte were paid', async () => {
    const data = noise(3_000);
    const page = await report(data, { level: 1 });
    check(data, { level: 1 }, page);
    expect(page.summary).toMatchObject({ payloadBytes: 3_000, modelBits: 24_000 });
    expect(page.figures.blocks).toEqual([{ at: 0, codedAt: 0, text: false, stored: true }]);
  });

  it('is of no more than a page can show', async () => {
    await expect(traceOf(Buffer.alloc(2 ** 26 + 1), { level: 1 }, () => {})).rejects.toMatchObject({ code: 'ERR_OPTION' });
  });

  it('of nothing', async () => {
    const page = await report(Buffer.alloc(0), { level: 5 });
    expect(page.summary).toMatchObject({ payloadBytes: 0, modelBits: 0 });
    expect(page.figures.curve).toEqual([]);
  });

  it('keeps all of some bytes where there are many, the costliest among them', async () => {
    const data = Buffer.concat([prose, Buffer.from(words(60_000)), noise(2_000)]);
    const page = await report(data, { level: 1 });
    check(data, { level: 1 }, page);
    const { kept } = page.figures;
    expect(kept).toMatchObject({ all: false, guessedAll: true, costly: 8_192 });
    const at = new Uint32Array(new Uint8Array(page.array('kept')).buffer);
    expect(at.every((each, i) => i === 0 || each > (at[i - 1] ?? 0))).toBe(true);
    const isKept = new Set(at);
    const noisy = Array.from({ length: 2_000 }, (_, i) => data.length - 2_000 + i).filter((i) => isKept.has(i));
    expect(noisy.length).toBeGreaterThan(1_900);
  });

  it('holds nothing that its bytes or its name could end', async () => {
    const hostile = '</script><script>alert(1)</script><!--<script>\u2028"\'&';
    const html = reportOf(await traceOf(Buffer.from(hostile.repeat(3)), { level: 1, text: 'dict' }, () => {}), { name: hostile, command: `kolmo '${hostile}'` });
    const plain = reportOf(await traceOf(Buffer.from(''), { level: 1 }, () => {}), { name: 'a', command: 'b' });
    const scripts = (text: string): number => text.match(/<script/g)?.length ?? 0;
    expect(html).not.toContain('alert(1)</script>');
    expect(scripts(html) - scripts(plain)).toBe((html.match(/id="kolmo-/g)?.length ?? 0) - (plain.match(/id="kolmo-/g)?.length ?? 0));
    expect(pageOf(html).figures.name).toBe(hostile);
    expect(pageOf(html).array('data').toString()).toBe(hostile.repeat(3));
    expect(html).not.toMatch(/(?:src|href)="(?!data:)/);
  });
});

it('looking on changes nothing, whatever the graph', async () => {
  await fc.assert(
    fc.asyncProperty(graphs, async (graph) => {
      const program = lower(graph);
      fc.pre(memoryOf(program) < 2 ** 25);
      const components = Uint16Array.from(componentsOf(graph).flatMap(({ first, count }) => [first, count]));
      const common = { program, memory: 0, text: 0, vocabulary: null, components, floor: 300 };
      const plain = await inspect({ ...common, spread: 0, costly: 0, guessAll: false }, mixture, null);
      const all = await inspect({ ...common, spread: 1, costly: 0, guessAll: true }, mixture, null);
      const some = await inspect({ ...common, spread: 9, costly: 90, guessAll: false }, mixture, null);
      expect(Buffer.from(all.costs.buffer).equals(Buffer.from(plain.costs.buffer))).toBe(true);
      expect(Buffer.from(some.costs.buffer).equals(Buffer.from(plain.costs.buffer))).toBe(true);
      const bytes = plain.costs.reduce((sum, cost) => sum + cost, 0) / BIT / 8;
      const coded = compressSync(mixture, { graph }).length - program.length;
      expect(bytes).toBeGreaterThan(Math.min(coded, mixture.length) - 60);
      expect(bytes < coded || coded >= mixture.length).toBe(true);
    }),
    { numRuns: 12 },
  );
});

/** Bytes of memory for the mixture; without limit where even the core refuses it. */
function memoryOf(program: Uint8Array): number {
  try {
    return checkProgram(program, mixture.length).memory;
  } catch {
    return Infinity;
  }
}

it('levels keep sums', () => {
  const bits = Float64Array.from({ length: 10_000 }, (_, i) => (i % 97 === 0 ? 11.3 : ((i * 7919) % 1_000) / 4_000));
  const levels = levelsOf(bits);
  let [sum, shown, most, furthest] = [0, 0, 0, 0];
  bits.forEach((value, i) => {
    sum += value;
    shown += bitsOfLevel(levels[i] ?? 0);
    most = Math.max(most, Math.abs(shown - sum));
    furthest = Math.max(furthest, Math.abs(Math.sqrt(bitsOfLevel(levels[i] ?? 0) / 64) - Math.sqrt(value / 64)));
  });
  expect(most).toBeLessThan(0.5);
  expect(furthest).toBeLessThanOrEqual(1.0001 / 255);
});

describe('kolmo report', () => {
  const folder = eachInFolder();
  it('writes a page, and replaces none', () => {
    const { write, kolmo, names, at } = folder();
    write('a.txt', prose.subarray(0, 3_000));
    expect(kolmo(['report', 'a.txt', '-1', '-o', 'page.html'])).toMatchObject({ status: 0, stderr: '' });
    const page = pageOf(readFileSync(at('page.html'), 'utf8'));
    expect(page.figures).toMatchObject({ name: 'a.txt', command: 'kolmo -1 a.txt', bytes: 3_000 });
    expect(kolmo(['report', 'a.txt', '-1', '-o', 'page.html'])).toMatchObject({ status: 1, stderr: 'kolmo: a.txt: page.html exists already; -f replaces it (EEXIST)\n' });
    expect(kolmo(['-1', 'report', 'a.txt', '-v']).stderr).toMatch(/^a\.txt: 2\.93 KiB → .* shown in a\.txt\.report\.html/);
    expect(statSync(at('page.html')).mode & 0o777).toBe(statSync(at('a.txt')).mode & 0o777);
    expect(pageOf(kolmo(['report', '-1c', 'a.txt']).stdout.toString()).figures.bytes).toBe(3_000);
    expect(names()).toEqual(['a.txt', 'a.txt.report.html', 'page.html']);
  });

  it('takes one file', () => {
    const { kolmo, write } = folder();
    write('a', 'a');
    for (const args of [['report'], ['report', '-'], ['report', 'a', 'a'], ['report', 'a', '--segment', '64K'], ['report', 'a', '--json']]) {
      expect(kolmo(args)).toMatchObject({ status: 1, stderr: expect.stringMatching(/ERR_OPTION/) as string });
    }
    expect(kolmo(['report', 'missing']).stderr).toMatch(/^kolmo: missing: .*ENOENT/);
  });
});

