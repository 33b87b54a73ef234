/** The arithmetic and the files of bench/. Nothing here is timed: a clock proves nothing in a test. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bitsPerMicro, rowsOf as ablateRows, type Worth } from '../bench/ablate.js';
import { chosenFiles, kindOf, onePerKind, sampleFiles } from '../bench/corpora.js';
import { withSection } from '../bench/document.js';
import { instructionSample, parseTotals } from '../bench/instructions.js';
import { parseKernels, roofline, rowsOf as kernelRows } from '../bench/kernels.js';
import { parseReport } from '../bench/measure.js';
import { parseLevels } from '../bench/options.js';
import { dotsOf, frontOf, pareto, ticksOf } from '../bench/pareto.js';
import { kolmo, peers, peersOf, REFERENCE } from '../bench/peers.js';
import { countedStages, parseCounted, withInstructions } from '../bench/stages.js';
import { emptySizes, formatSizes, parseSizes, type SizesTable, totals, withoutLevels, withPrograms, withSize } from '../bench/sizes-table.js';
import { added, type Result, rowsOf as suiteRows } from '../bench/suite.js';
import { allowance, type AutoRow, costsTooMuch, tableOf as autoTable } from '../bench/auto.js';
import { type Coding, formatCodings, growthOf, networkAlone, parseCodings, tableOf } from '../bench/text.js';
import { fixed, layout, median, pairedRatio, signed, thousands } from '../bench/table.js';
import { dropNode } from '../src/graph/index.js';
import { compressSync, decompressSync } from '../src/index.js';
import { lower } from '../src/lower/index.js';
import { levelOf } from '../src/models/levels.js';
import { comparableBytes } from '../src/profile/ablate.js';
import type { CellName } from '../src/profile/read.js';
import type { Profile } from '../src/profile/types.js';

describe('numbers', () => {
  it('median', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([7])).toBe(7);
    expect(() => median([])).toThrow('median of nothing');
  });

  it('ratios pair the runs', () => {
    // A slow moment of the machine hits both: it is no news about either.
    expect(pairedRatio([2, 4, 2], [1, 2, 1])).toBe(2);
    expect(pairedRatio([2, 40, 2.5], [1, 20, 1])).toBe(2);
    expect(() => pairedRatio([1], [1, 2])).toThrow('cannot be compared');
  });

  it('as text', () => {
    expect(thousands(1_234_567)).toBe('1,234,567');
    expect(fixed(Number.NaN, 2)).toBe('—');
    expect(fixed(-0.125, 2)).toMatch(/^−0\.1[23]$/);
    expect(signed(-1234)).toBe('−1,234');
    expect(signed(0.5, 2)).toBe('+0.50');
  });

  it('in columns and in Markdown', () => {
    const rows = [['name', 'n'], ['a', '1'], ['long one', '1,000']];
    expect(layout(rows, false)).toBe('name          n\na             1\nlong one  1,000');
    expect(layout(rows, true)).toBe('| name     |     n |\n| -------- | ----: |\n| a        |     1 |\n| long one | 1,000 |');
  });
});

describe('options', () => {
  it('levels', () => {
    expect(parseLevels('1,5,9')).toEqual([1, 5, 9]);
    expect(parseLevels('9, 2-4')).toEqual([2, 3, 4, 9]);
    for (const wrong of ['0', '10', 'a', '', '1-', '1.5']) expect(() => parseLevels(wrong), wrong).toThrow(/level/);
  });
});

describe('corpora', () => {
  it('kinds by name', () => {
    expect(kindOf('wiki/enwik8.first3000000')).toBe('wiki');
    expect(kindOf('modern/three.module.min.js')).toBe('minified');
    expect(kindOf('modern/rxjs-src.tar')).toBe('source');
    expect(kindOf('modern/twitter.json')).toBe('json');
    expect(kindOf('modern/loghub-HPC_2k.log')).toBe('log');
    expect(kindOf('standard/obj1')).toBe('binary');
  });

  it('one per kind, and by pattern', () => {
    const files = sampleFiles();
    expect(files.map(({ name }) => name)).toEqual(['sample/prose.txt', 'sample/records.json', 'sample/server.log', 'sample/weather.csv']);
    expect(onePerKind(files).map(({ kind }) => kind)).toEqual(['prose', 'json', 'log', 'csv']);
    expect(onePerKind(files, ['log']).map(({ name }) => name)).toEqual(['sample/server.log']);
    expect(chosenFiles(files, '*.json,weather').map(({ kind }) => kind)).toEqual(['json', 'csv']);
    expect(() => chosenFiles(files, 'weather,absent')).toThrow('nothing matches absent');
  });
});

describe('peers', () => {
  it('have one name each, a package, and commands that use the names given', () => {
    expect(new Set(peers.map(({ name }) => name)).size).toBe(peers.length);
    expect(peers.map(({ name }) => name)).toContain(REFERENCE);
    for (const peer of [...peers, kolmo(5)]) {
      const pack = peer.compress('input', 'the-archive');
      const unpack = peer.decompress('the-archive', 'the-output');
      expect(pack[0]).toBe(peer.program);
      expect(unpack[0]).toBe(peer.program);
      expect(pack).toContain('input');
      expect(pack.includes('the-archive')).toBe(peer.stdout !== 'both');
      expect(unpack).toContain('the-archive');
      expect(unpack.includes('the-output')).toBe(peer.stdout === 'none');
      expect(peer.package === undefined).toBe(peer.program === process.execPath);
    }
  });

  it('of a file of their own, a line each', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kolmo-peers-'));
    try {
      const path = join(folder, 'peers.jsonl');
      writeFileSync(path, '# mine\n{"name":"copy","compress":"cp -f {input} {archive}","decompress":"cp -f {archive} {output}"}\n\n');
      const [peer, ...more] = peersOf(path);
      expect(more).toEqual([]);
      expect(peer?.name).toBe('copy');
      expect(peer?.compress('a', 'b')).toEqual(['cp', '-f', 'a', 'b']);
      expect(peer?.decompress('b', 'c')).toEqual(['cp', '-f', 'b', 'c']);
      writeFileSync(path, '{"name":"x","compress":"x {input} {archive}","decompress":"x -d {archive}"}');
      expect(() => peersOf(path)).toThrow(/line 1: "decompress" does not say where \{output\} goes/);
      writeFileSync(path, '\n{"name":');
      expect(() => peersOf(path)).toThrow(/line 2: /);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('reports of measure', () => {
    expect(parseReport('1500000 250000 2000000 1024\n')).toEqual({ cpu: 1.75, wall: 2, resident: 1_048_576 });
    expect(() => parseReport('1 2 3')).toThrow('not a report');
    expect(() => parseReport('1 2 3 x')).toThrow('not a report');
  });
});

describe('suite', () => {
  const result = (compressor: string, archive: number, compress: readonly number[], restored = true): Result => ({
    compressor,
    file: 'a',
    kind: 'wiki',
    bytes: 1_000_000,
    archive,
    compress,
    decompress: compress.map((cpu) => cpu / 2),
    resident: 50e6,
    restored,
  });

  it('rows tell times as multiples of the reference', () => {
    const rows = suiteRows([result('kolmo -5', 250_000, [3, 6]), result(REFERENCE, 200_000, [2, 4]), result('other', 1, [1, 2], false)]);
    expect(rows[1]).toEqual(['kolmo -5', '250,000', '2.000', '4.500', '1.50', '2.250', '0.50', '50', '—', 'exactly']);
    expect(rows[2]?.[4]).toBe('1.00');
    expect(rows[3]?.at(-1)).toBe('NO');
    expect(suiteRows([result('alone', 1, [1])])[1]?.[4]).toBe('—');
  });

  it('sums keep the runs apart', () => {
    const total = added([result('x', 10, [1, 2]), { ...result('x', 20, [10, 20]), file: 'b', resident: 60e6, restored: false }]);
    expect(total).toMatchObject({ archive: 30, bytes: 2_000_000, compress: [11, 22], resident: 60e6, restored: false, file: '2 files' });
    expect(total.inProcess).toBeUndefined();
  });
});

describe('the chart', () => {
  const measured = (compressor: string, archive: number, seconds: number, kind = 'wiki') => ({ compressor, kind, bytes: 1_000_000, archive, compress: [seconds, seconds] });

  it('joins what nothing beats in both time and size', () => {
    const dots = dotsOf([measured('kolmo -5', 200_000, 5), measured('slow', 300_000, 6), measured('fast', 400_000, 1), measured('fast', 200_000, 3)]);
    expect(dots).toHaveLength(3);
    expect(dots.find(({ name }) => name === 'fast')).toMatchObject({ time: 2, size: 2.4, ours: false });
    expect(frontOf(dots).map(({ name }) => name)).toEqual(['fast', '-5']);
  });

  it('has a panel for each kind and a dot for each compressor', () => {
    expect(ticksOf([0.3, 4, 0.04])).toEqual([0.05, 0.1, 0.2, 0.5, 1, 2]);
    expect(ticksOf([3.5, 8.2])).toEqual([4, 5, 6, 7, 8]);
    expect(ticksOf([1.18, 1.42])).toEqual([1.2, 1.3, 1.4]);
    const svg = pareto([measured('kolmo -5', 200_000, 5), measured('a<b', 300_000, 6), measured('kolmo -5', 200_000, 5, 'log')]);
    expect(svg.match(/<circle/g)).toHaveLength(3);
    expect(svg.match(/<title>/g)).toHaveLength(3);
    expect(svg).toContain('>log</text>');
    expect(svg).not.toContain('a<b');
  });
});

describe('text transforms', () => {
  const coding = (text: Coding['text'], model: Coding['model'], archive: number): Coding => ({ sample: 'a', bytes: 20 * 2 ** 20, text, model, archive, seconds: 40, until: [archive / 4, archive / 2, archive] });
  const codings = [coding('none', 'CM alone', 4_000_000), coding('none', 'both', 3_900_000), coding('dict', 'both', 3_705_000)];

  it('are kept as they were measured, by op-set revision', () => {
    expect(parseCodings(formatCodings(codings))).toEqual(codings);
    expect(parseCodings(formatCodings(codings).replace(/\d+/, '0'))).toEqual([]);
    expect(() => parseCodings(formatCodings(codings).replace('dict', 'abc'))).toThrow('abc');
  });

  it('stand beside none; what is not measured is a dash', () => {
    const rows = tableOf((sample, text, model) => codings.find((each) => each.sample === sample && each.text === text && each.model === model), ['a', 'b']);
    expect(rows[0]).toEqual(['model', '`--text`', 'a', 'b']);
    expect(rows[1]).toEqual(['both', 'none', '3,900,000 · 1.9 µs', '—']);
    expect(rows[2]).toEqual(['both', 'dict', '3,705,000 (−5.0%) · 1.9 µs', '—']);
    expect(rows[6]).toEqual(['CM alone', 'dict', '—', '—']);
  });

  it('the gain of the network, offset by offset', () => {
    const [alone, both] = codings;
    if (alone === undefined || both === undefined) throw new Error('two codings');
    expect(growthOf(alone, both)).toEqual([
      ['the first', 'CM alone', 'with the network', 'gain'],
      ['5,242,880', '1,000,000', '975,000', '−2.50%'],
      ['10,485,760', '2,000,000', '1,950,000', '−2.50%'],
      ['20,971,520', '4,000,000', '3,900,000', '−2.50%'],
    ]);
  });

  it('auto may cost a twentieth of a percent, or 16 bytes', () => {
    const row = (auto: number, none = 10_000): AutoRow => ({ level: 5, file: 'wiki/a', bytes: 40_000, text: 'dict', none, auto });
    expect([allowance(10_000), allowance(100_000)]).toEqual([16, 50]);
    expect([row(10_016), row(10_017), row(100_050, 100_000), row(100_051, 100_000)].map(costsTooMuch)).toEqual([false, true, false, true]);
    expect(autoTable([row(9_500), { ...row(10_000), text: 'none' }])).toEqual([
      ['file', 'level', 'bytes', 'takes', 'none', 'auto', 'change'],
      ['wiki/a', '5', '40,000', 'dict', '10,000', '9,500', '−5.00%'],
      ['1 others', '', '', 'none', '', '', '0'],
    ]);
  });

  it('the network alone is a graph that restores', () => {
    const data = Buffer.from('the network alone, the network alone; '.repeat(20));
    const graph = networkAlone(levelOf(5).graph);
    expect(graph.nodes.find(({ type }) => type === 'mixer')).toMatchObject({ inputs: ['network'] });
    expect(decompressSync(compressSync(data, { graph })).equals(data)).toBe(true);
  });
});

describe('ablation', () => {
  it('compares archives as if neither carried its Program', () => {
    const { graph } = levelOf(5);
    const data = Buffer.from('to be or not to be, that is the question. '.repeat(20));
    const named = compressSync(data, { graph });
    expect(comparableBytes(named, lower(graph))).toBe(named.length);
    // Other table sizes only, beyond what so little data takes: the same coding under an embedded Program.
    const same = { ...graph, nodes: graph.nodes.map((node) => (node.type === 'slots' ? { ...node, bytes: { ...node.bytes, max: 30 } } : node)) };
    const carried = compressSync(data, { graph: same });
    expect(carried.length).toBeGreaterThan(named.length + 50);
    expect(comparableBytes(carried, lower(same))).toBe(named.length);
    const less = compressSync(data, { graph: dropNode(graph, 'slots') });
    expect(comparableBytes(less, lower(dropNode(graph, 'slots')))).toBeGreaterThan(named.length);
  });

  it('sorts nodes by the mean of their shares', () => {
    const worth = (node: string, file: string, bytes: number, micros: number): Worth => ({ node, file, kind: file, raw: 1000, bytes, micros });
    const worths = [worth('small', 'text', 1, 0.5), worth('small', 'log', 0, 0.5), worth('big', 'text', 20, 2), worth('big', 'log', 10, -1)];
    const base = new Map([['text', { bytes: 400, micros: 5 }], ['log', { bytes: 100, micros: 5 }]]);
    const rows = ablateRows(worths, base);
    expect(rows.map(([node]) => node)).toEqual(['without', 'big', 'small']);
    expect(rows[1]).toEqual(['big', '+5.00%', '+10.00%', '+7.50%', '+30', '+0.500', '0.240']);
    expect(ablateRows(worths, base, new Map([['big', 12.34]])).map((row) => row.at(-1))).toEqual(['instructions/byte saved', '+12.3', '—']);
    expect(bitsPerMicro([worth('free', 'text', 5, -0.1)])).toBeUndefined();
  });
});

describe('sizes.csv', () => {
  const table: SizesTable = {
    programs: new Map([[1, 'aa.1'], [5, 'bb.1']]),
    instructions: new Map([[1, 1234.5]]),
    counted: 'scalar gcc 12',
    rows: [
      { file: 'a', bytes: 100, sizes: new Map([[1, 50], [5, 40]]) },
      { file: 'b', bytes: 200, sizes: new Map([[1, 60]]) },
    ],
  };

  it('says what it was told, and the sums that are whole', () => {
    expect(parseSizes(formatSizes(table))).toEqual(table);
    expect(parseSizes(formatSizes(emptySizes))).toEqual(emptySizes);
    expect([...totals(table.rows)]).toEqual([[1, 110]]);
    expect(formatSizes(table)).toContain('\n#total,300,110,,,,,,,,\na,100,50,');
  });

  it('refuses what is no such table', () => {
    expect(() => parseSizes('')).toThrow('not a table');
    expect(() => parseSizes('file,bytes,level1\n')).toThrow('not a table');
    expect(() => parseSizes(`${formatSizes(table)}c,1,2\n`)).toThrow('3 cells in the row c');
    expect(() => parseSizes(formatSizes(table).replace('a,100,50', 'a,100,many'))).toThrow('many is no number');
  });

  it('one size put in', () => {
    const added = withSize(table, 'b', 200, 5, 55);
    expect([...totals(added.rows)]).toEqual([[1, 110], [5, 95]]);
    // The file is another one now: what was known of the old is gone.
    expect(withSize(table, 'b', 201, 5, 55).rows.find(({ file }) => file === 'b')?.sizes).toEqual(new Map([[5, 55]]));
    expect(withSize(table, 'c', 1, 1, 9).rows).toHaveLength(3);
  });

  it('a level with another Program starts anew', () => {
    const moved = withPrograms(table, new Map([[1, 'aa.1'], [5, 'bb.2']]));
    expect(moved.programs).toEqual(new Map([[1, 'aa.1'], [5, 'bb.2']]));
    expect(moved.rows.map(({ sizes }) => [...sizes])).toEqual([[[1, 50]], [[1, 60]]]);
    expect(moved.instructions).toEqual(table.instructions);
    expect(withoutLevels(table, [1]).instructions.size).toBe(0);
    expect(withoutLevels(table, [1]).rows.map(({ sizes }) => [...sizes])).toEqual([[[5, 40]], []]);
    expect(withPrograms(table, table.programs)).toEqual(table);
  });
});

describe('what other programs print', () => {
  it('callgrind', () => {
    expect(parseTotals('events: Ir\nfn=main\n3 4\ntotals: 65536\n')).toBe(65_536);
    expect(() => parseTotals('events: Ir\n')).toThrow('counted nothing');
    expect(instructionSample()).toHaveLength(65_536);
  });

  it('callgrind, at marks', () => {
    const cells = { moments: 5, coder: 320, profile: 326, network: 327, ops: 64, networkCells: 194, count: 1103 };
    const counted = parseCounted('4 800 96000\n1103 1 20\n320 800 40000\n9 1 30\n', '==1== done\ncounted 1000 100\n==1== end\n');
    expect(counted).toMatchObject({ bytes: 1000, timed: 100 });
    const named = (cell: number, name: string, op: string | null, when: string | null): CellName => ({ cell, name, node: null, op, when });
    /* 100 bytes of 1,000 that the model saw were counted, of 2,000 in the file; each call less a mark's 20 instructions. */
    const rows = countedStages(counted, [named(4, 'slots update', 'SLOTS', 'update'), named(5, 'mix predict', 'MIXER', 'predict'), named(320, 'coder', null, null)], cells, 2000);
    expect(rows).toEqual([
      { name: 'slots update', op: 'SLOTS update', calls: 4, instructions: 400 },
      { name: 'coder', op: 'coder', calls: 4, instructions: 120 },
    ]);
    const graph = levelOf(1).graph;
    const profile = { bytesIn: 10, stages: [{ name: 'slots update', ns: 1 }, { name: 'write', ns: 1 }], model: { graph: graph.name } } as unknown as Profile;
    expect(withInstructions(profile, rows, graph).stages).toEqual([{ name: 'slots update', ns: 1, instructions: 4000 }, { name: 'write', ns: 1 }]);
    expect(() => withInstructions(profile, rows, levelOf(5).graph)).toThrow('the profile is of');
    expect(() => parseCounted('4 800\n', 'counted 1 1')).toThrow('not a line of counts');
    expect(() => parseCounted('4 800 1\n', 'valgrind: no such program')).toThrow('no such program');
  });

  it('kernels', () => {
    const { rows, peaks } = parseKernels('peak avx2 100 50 25 16384:200 262144:80\nkernel dot avx2 64x4 1 3.20 256 0 512 int8 400\nkernel dot scalar 64x4 0 9 256 0 512 int8 400\n');
    expect(rows).toEqual([
      { kernel: 'dot', path: 'avx2', shape: '64x4', same: true, ns: 3.2, macs: 256, divisions: 0, bytes: 512, numbers: 'int8', reading: 400 },
      { kernel: 'dot', path: 'scalar', shape: '64x4', same: false, ns: 9, macs: 256, divisions: 0, bytes: 512, numbers: 'int8', reading: 400 },
    ]);
    expect(peaks.get('avx2')).toEqual({ int8: 100, int16: 50, fp32: 25, reads: [{ bytes: 16_384, perNs: 200 }, { bytes: 262_144, perNs: 80 }] });
    expect(kernelRows({ rows, peaks }).slice(1)).toEqual([
      ['dot', '64x4', 'avx2', 'yes', '3.2', '2.8×', '80.0', '160.0', 'int8', '80%'],
      ['dot', '64x4', 'scalar', 'NO', '9.0', '1.0×', '28.4', '56.9', '—', '—'],
    ]);
    expect(() => parseKernels('kernel dot avx2 64')).toThrow('not a line');
  });

  it('a roofline is what takes longest: multiplying, dividing, or reading', () => {
    const peaks = { int8: 100, int16: 50, fp32: 25, reads: [] };
    expect(roofline({ macs: 1000, divisions: 0, bytes: 1000, numbers: 'int8', reading: 200 }, peaks, 0)).toEqual({ bound: 'int8', least: 10 });
    expect(roofline({ macs: 1000, divisions: 0, bytes: 1000, numbers: 'int8', reading: 80 }, peaks, 0)).toEqual({ bound: 'reading', least: 12.5 });
    expect(roofline({ macs: 0, divisions: 0, bytes: 1000, numbers: 'fp32', reading: 80 }, peaks, 0)).toEqual({ bound: 'reading', least: 12.5 });
    expect(roofline({ macs: 100, divisions: 20, bytes: 100, numbers: 'fp32', reading: 80 }, peaks, 2)).toEqual({ bound: 'division', least: 10 });
  });

  it('every kernel has a case', () => {
    const scalar = ['lanes.h', 'mixer.h'].map((name) => readFileSync(new URL(`../native/kernels/scalar/${name}`, import.meta.url), 'utf8')).join('');
    const cases = readFileSync(new URL('../native/kernels/cases.h', import.meta.url), 'utf8');
    const math = readFileSync(new URL('../native/core/network/math.h', import.meta.url), 'utf8');
    /* What works on arrays of any length, and functions of sixteen numbers. */
    const arrays = scalar.matchAll(/^(?:KOLMO_OP|static KOLMO_APART) \w+ (\w+)\([^)]*\bsize_t\b[^)]*\) \{/gm);
    const found = [...arrays, ...math.matchAll(/^KOLMO_OP \w+ (\w+)\(lanes16 x\) \{/gm)].map(([, name]) => name);
    expect(found).toEqual(expect.arrayContaining(['mixer_dot', 'mixer_train', 'int8_dots', 'pair_products', 'f_exp', 'f_rounded']));
    for (const name of found) expect(cases, name).toContain(` KERNEL(${name}, `);
  });
});

describe('documents', () => {
  it('replace what stands between the markers, and nothing else', () => {
    const text = 'before\n<!-- bench:a -->\nold\n<!-- /bench:a -->\nafter\n';
    const once = withSection(text, 'a', 'new\ntable');
    expect(once).toBe('before\n<!-- bench:a -->\nnew\ntable\n<!-- /bench:a -->\nafter\n');
    expect(withSection(once ?? '', 'a', 'new\ntable')).toBe(once);
    expect(withSection(text, 'b', 'x')).toBeUndefined();
    expect(withSection('<!-- /bench:a -->\n<!-- bench:a -->', 'a', 'x')).toBeUndefined();
  });
});
