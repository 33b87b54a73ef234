/** kolmo profile: its accounting, its JSON, its trace. No speed is judged: a clock proves nothing in a test. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { compressSync } from '../src/index.js';
import { planNodes } from '../src/lower/index.js';
import { levelOf, levels } from '../src/models/levels.js';
import { native, type NativeProfile } from '../src/native.js';
import { compareProfiles, opOf } from '../src/profile/compare.js';
import { cellNames, cellsOf, stagesOf, timesOf } from '../src/profile/read.js';
import { profile, type Profiled } from '../src/profile/run.js';
import { bitsPerMicro, compareText, profileText } from '../src/profile/text.js';
import { traceOf } from '../src/profile/trace.js';
import type { Profile, StageProfile } from '../src/profile/types.js';
import { stageWork } from '../src/profile/work.js';
import { eachInFolder } from './cli-run.js';

const prose = readFileSync(new URL('sample/prose.txt', import.meta.url)).subarray(0, 24_000);
const total = (rows: readonly StageProfile[], pick: (row: StageProfile) => number): number => rows.reduce((sum, row) => sum + pick(row), 0);

describe('a profile of level 5', () => {
  let all: Profiled;
  beforeAll(async () => {
    all = await profile('prose.txt', prose, { compress: { level: 5, kind: 'text', text: 'none' } });
  });

  it('makes the archive that is made without', () => {
    const archive = compressSync(prose, { level: 5, kind: 'text', text: 'none' });
    expect(all.archive.equals(archive)).toBe(true);
    expect(all.profile).toMatchObject({ file: 'prose.txt', level: 5, bytesIn: prose.length, bytesOut: archive.length });
  });

  it('calls each stage as often as the model does', () => {
    const { stages, instrument } = all.profile;
    expect(instrument).toMatchObject({ every: 1, modelBytes: prose.length, timedBytes: prose.length });
    const calls = (name: string): number | undefined => stages.find((stage) => stage.name === name)?.calls;
    expect(calls('slots update')).toBe(8 * prose.length);
    expect(calls('slots nibble')).toBe(2 * prose.length);
    expect(calls('slots byte')).toBe(prose.length);
    expect(calls('mix predict')).toBe(8 * prose.length);
    expect(calls('coder')).toBe(8 * prose.length);
    expect(calls('gates dense forward')).toBe(prose.length);
    expect(calls('gates dense learn')).toBe(2048 + Math.floor((prose.length - 2048 * 8) / 16)); /* windows of 8 bytes, then of 16 */
    expect(calls('checksum')).toBe(1);
    expect(calls('write')).toBe(1);
  });

  it('has every stage and op of the Program, and times for them', () => {
    const { profile: made, plan, cells } = all;
    expect(new Set(made.stages.map(({ name }) => name)).size).toBe(made.stages.length);
    const walked = cellNames(cells, plan).filter(({ op, part }) => op !== null && part === undefined);
    expect(made.stages.map(({ name }) => name)).toEqual(expect.arrayContaining(walked.map(({ name }) => name)));
    expect(made.stages.every(({ ns, calls, bytes, macs }) => ns >= 0 && calls > 0 && bytes >= 0 && macs >= 0)).toBe(true);
    expect(made.totalNs).toBeGreaterThan(0);
    expect(made.instrument.covered).toBeCloseTo(total(made.stages, ({ ns }) => ns) / made.totalNs, 3);
  });

  it('counts multiply-adds by shape and by what was learned', () => {
    const { stages } = all.profile;
    const find = (name: string): StageProfile | undefined => stages.find((stage) => stage.name === name);
    const mix = levelOf(5).graph.nodes.find(({ id }) => id === 'mix');
    const selectors = mix?.type === 'mixer' ? mix.select.length : 0;
    const inputs = all.plan.program.stages.flatMap((stage) => (stage.op === 'MIXER' ? [stage.inputs.reduce((sum, { count }) => sum + count, 0)] : []))[0] ?? 0;
    expect(find('mix predict')).toMatchObject({ macs: 8 * prose.length * selectors * inputs, precision: 'int16' });
    expect(find('mix update')?.macs).toBeGreaterThan(0);
    expect(find('mix update')?.macs).toBeLessThan(8 * prose.length * selectors * inputs); /* small errors teach nothing */
    expect(find('logits dense forward')).toMatchObject({ macs: prose.length * 256 * (4 * 32 + 96), precision: 'int8' });
    expect(find('logits dense back')?.precision).toBe('fp32');
    expect(find('gates dense back')?.precision).toBe('int16');
    expect(find('slots update')?.macs).toBe(0);
  });

  it('knows the bits that were coded, and shares out what was saved', () => {
    const { counted, profile: made } = all;
    expect(counted.bits / 8).toBeGreaterThan(0.98 * made.bytesOut - 100);
    expect(counted.bits / 8).toBeLessThan(made.bytesOut);
    const worth = (id: string): number => made.components.find(({ node }) => node === id)?.bitsSaved ?? Number.NaN;
    /* One bit of each byte is looked at: close to all of them, not equal. */
    const shared = worth('slots') + worth('recall') + worth('match') + worth('network');
    const saved = 8 * prose.length - counted.bits;
    expect(shared / saved).toBeGreaterThan(0.9);
    expect(shared / saved).toBeLessThan(1.1);
    const read = levelOf(5).graph.nodes.flatMap((node) => (node.type === 'slots' || node.type === 'recall' ? node.contexts : []));
    expect([...new Set(read)].map(worth).reduce((sum, bits) => sum + bits, 0)).toBeCloseTo(worth('slots') + worth('recall'), -2);
    expect(made.components.every(({ node, bitsSaved, ns, by }) => node !== '' && Number.isFinite(bitsSaved) && ns >= 0 && by === 'weights')).toBe(true);
    expect(bitsPerMicro({ bitsSaved: 500, ns: 2_000 })).toBe(250);
    expect(bitsPerMicro({ bitsSaved: 500, ns: 0 })).toBeUndefined();
  });

  it('measured what the machine can do', () => {
    const { peaks, path } = all.profile.machine;
    for (const rate of [peaks.int8, peaks.int16, peaks.fp32, ...peaks.reads.map(({ perNs }) => perNs)]) expect(rate).toBeGreaterThan(0);
    expect(peaks.reads.map(({ bytes }) => bytes)).toEqual([2 ** 14, 2 ** 18, 2 ** 20, 2 ** 22, 2 ** 24, 2 ** 26]);
    expect(native().cpuPaths()).toContain(path);
  });

  it('becomes a trace as Chrome reads them', () => {
    const trace = JSON.parse(JSON.stringify(traceOf(all))) as ReturnType<typeof traceOf>;
    expect(trace.traceEvents.every(({ name, ph, pid, tid, ts }) => typeof name === 'string' && 'XCM'.includes(ph) && pid > 0 && tid > 0 && Number.isFinite(ts))).toBe(true);
    const complete = trace.traceEvents.filter(({ ph }) => ph === 'X');
    expect(complete.every(({ dur, cat }) => dur !== undefined && dur >= 0 && cat !== undefined)).toBe(true);
    const bytes = complete.filter(({ cat }) => cat === 'byte');
    expect(bytes.length).toBe(5 * 64);
    /* What is drawn inside a byte lies inside of it. */
    const around = new Map(bytes.map((byte) => [byte.name, byte]));
    const inside = complete.filter(({ cat }) => cat !== 'byte');
    expect(inside.length).toBeGreaterThan(bytes.length * 100);
    expect(inside.every(({ ts, dur = 0, args }) => {
      const byte = around.get(`byte ${args?.['byte']}`);
      return byte !== undefined && ts >= byte.ts && ts + dur <= byte.ts + (byte.dur ?? 0);
    })).toBe(true);
    /* Events of a thread come in the order of time, and two of them lie one in the other or one after the other: what a viewer stacks. */
    const ends: number[] = [];
    let last = 0;
    const wrong = trace.traceEvents.filter(({ ph, tid, ts, dur = 0 }) => {
      if (ph === 'M') return ts !== 0;
      const early = ts < last;
      last = ts;
      if (ph !== 'X') return early;
      while ((ends.at(-1) ?? Infinity) <= ts) ends.pop();
      const beyond = ts + dur > (ends.at(-1) ?? Infinity);
      ends.push(ts + dur);
      return early || beyond || tid !== bytes[0]?.tid || ends.length > 2; /* a byte, and in it a stage */
    });
    expect(wrong).toEqual([]);
    const named = trace.traceEvents.filter(({ ph, name }) => ph === 'M' && name === 'thread_name');
    expect(new Set(named.map(({ tid }) => tid))).toEqual(new Set(trace.traceEvents.map(({ tid }) => tid)));
    expect(named.every(({ args }) => typeof args?.['name'] === 'string')).toBe(true);
    const counters = trace.traceEvents.filter(({ ph }) => ph === 'C');
    expect(new Set(counters.map(({ name }) => name))).toContain('bits per byte');
    expect(counters.every(({ args }) => Object.values(args ?? {}).every((value) => typeof value === 'number' && value >= 0))).toBe(true);
  });

  it('reads as text', () => {
    const text = profileText(all.profile);
    expect(text).toMatch(/^prose\.txt, level 5 \(standard\+96\), kind text, text none: 24,000 → /);
    expect(text).toMatch(/^stage +ns\/byte +share +calls\/byte +touched B\/byte +GB\/s +GMAC\/s +of peak$/m);
    expect(text).toMatch(/^slots update +[\d.]+ +[\d.]+% +8\.00 /m);
    expect(text).toMatch(/^MIXER predict /m);
    expect(text).toMatch(/^component +type +ns\/byte +bits\/byte saved +bits\/µs$/m);
    expect(text).toContain('Timed: every byte');
  });
});

describe('accounting', () => {
  const cells = cellsOf(native().constants);
  const plan = planNodes(levelOf(1).graph);
  const empty: NativeProfile = {
    ticksPerNs: 2, markTicks: 10, plainTicks: 0, plainBytes: 0, markedTicks: 0, markedBytes: 0, cpuNs: 1e6, wallNs: 1e6, bytes: 1000, timed: 250,
    interrupted: 0, bits: 0, stages: plan.program.stages.length, rendered: true, path: 'scalar', cells: new Float64Array(2 * cells.count), rows: new Float64Array(),
    rowTicks: new Float64Array(), events: new Float64Array(), credit: new Float64Array(1024), trained: new Float64Array(64), sizes: new Float64Array(128), errors: new Float64Array(2),
  };
  const filled = (fill: (set: (cell: number, ticks: number, marks: number) => void) => void, more: Partial<NativeProfile> = {}): NativeProfile => {
    const counts = new Float64Array(2 * cells.count);
    fill((cell, ticks, marks) => counts.set([ticks, marks], 2 * cell));
    return { ...empty, ...more, cells: counts };
  };

  it('takes the marks off, and scales what was timed to all bytes', () => {
    const counted = filled((set) => {
      set(4 * cells.moments, 12_000, 200); /* slots byte */
      set(cells.coder + 3, 7_000, 1); /* the text transform: nanoseconds, and whole */
    });
    const times = timesOf(counted, cells);
    expect(times).toMatchObject({ markNs: 5, markCount: 200, scale: 4 });
    const stages = stagesOf(counted, cells, plan, times);
    expect(stages.map(({ name, ns, calls }) => ({ name, ns, calls }))).toEqual([
      { name: 'slots byte', ns: ((12_000 - 2_000) / 2) * 4, calls: 800 },
      { name: 'text transform', ns: 7_000, calls: 1 },
    ]);
  });

  it('takes for the cost of a mark what bytes with marks took longer', () => {
    const marks = 100 * 8192;
    const counted = filled((set) => set(4 * cells.moments, 1e9, marks), { bytes: 16_384, timed: 8192, plainBytes: 8192, plainTicks: 8192 * 5000, markedBytes: 8192, markedTicks: 8192 * 5700 });
    expect(timesOf(counted, cells).markNs).toBeCloseTo(700 / 100 / 2, 9);
    /* Too few bytes to tell: as in a loop of marks alone. */
    expect(timesOf({ ...counted, plainBytes: 100 }, cells).markNs).toBe(5);
  });

  it('no time is below nothing', () => {
    const counted = filled((set) => set(4 * cells.moments, 100, 200));
    expect(stagesOf(counted, cells, plan, timesOf(counted, cells))[0]?.ns).toBe(0);
  });

  it('knows the work of every stage that ships, at each of its moments', () => {
    for (const { graph, kinds } of levels) {
      for (const each of [graph, ...Object.values(kinds ?? {})]) {
        const planned = planNodes(each);
        expect(planned.stageNodes.length).toBe(planned.program.stages.length);
        for (const { stage, when, part } of cellNames(cells, planned)) {
          if (stage === undefined || part !== undefined || !['byte', 'nibble', 'predict', 'update'].includes(when ?? '')) continue;
          expect(stageWork(stage, when as 'byte', 3, { trained: 2, errors: 0 }).bytes, stage.op).toBeGreaterThan(0);
        }
      }
    }
  });
});

describe('kolmo profile', () => {
  const folder = eachInFolder();

  it('--json has the keys that it is known by; --compare tells two of them apart', () => {
    const here = folder();
    here.write('a', prose.subarray(0, 6000));
    const one = here.kolmo(['profile', 'a', '-1', '--json', '--trace', 't.json']);
    expect(one).toMatchObject({ status: 0, stderr: '' });
    const made = JSON.parse(one.stdout.toString()) as Profile;
    expect(made).toMatchObject({ file: 'a', level: 1, bytesIn: 6000, bytesOut: here.kolmo(['-1', '-c', 'a']).stdout.length, totalNs: expect.any(Number) });
    for (const stage of made.stages) expect(stage).toMatchObject({ name: expect.any(String), ns: expect.any(Number), calls: expect.any(Number), bytes: expect.any(Number), macs: expect.any(Number) });
    for (const component of made.components) expect(component).toMatchObject({ node: expect.any(String), bitsSaved: expect.any(Number), ns: expect.any(Number) });
    expect(JSON.parse(readFileSync(here.at('t.json'), 'utf8'))).toMatchObject({ displayTimeUnit: 'ns', traceEvents: expect.any(Array) });

    here.write('one.json', one.stdout);
    here.write('two.json', here.kolmo(['profile', 'a', '-2', '--json', '--fenced', '--every', '2']).stdout);
    const compared = here.kolmo(['profile', '--compare', 'one.json', 'two.json']);
    expect(compared).toMatchObject({ status: 0, stderr: '' });
    expect(compared.stdout.toString()).toMatch(/^SLOTS update +[\d.]+ +[\d.]+ +[+−][\d.]+ /m);
    expect(compared.stdout.toString()).toMatch(/^APM predict +— +[\d.]+ /m);
    /* The trace is there already. */
    expect(here.kolmo(['profile', 'a', '-1', '--trace', 't.json'])).toMatchObject({ status: 1, stderr: expect.stringContaining('t.json') });
  });

  it('--ablate codes without each node', () => {
    const here = folder();
    here.write('a', prose.subarray(0, 6000));
    const ended = here.kolmo(['profile', 'a', '-1', '--ablate', '--json', '-q']);
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    const { components, bytesIn } = JSON.parse(ended.stdout.toString()) as Profile;
    expect(components.every(({ by }) => by === 'ablation')).toBe(true);
    const slots = components.find(({ node }) => node === 'slots');
    expect(slots?.bitsSaved).toBeGreaterThan(bytesIn); /* without them it has matches alone */
    expect((slots?.bitsSaved ?? 1) % 8).toBe(0);
    expect(slots?.bitsByWeights).toEqual(expect.any(Number));
    expect(components.map(({ node }) => node)).toContain('o2');
  });

  it('makes the same archive on every CPU path', () => {
    const here = folder();
    here.write('a', prose.subarray(0, 4000));
    const made = native().cpuPaths().map((path) => {
      const ended = here.sh(`KOLMO_CPU=${path} $KOLMO profile a -5 --json`);
      expect(ended).toMatchObject({ status: 0, stderr: '' });
      return JSON.parse(ended.stdout.toString()) as Profile;
    });
    for (const { machine, instrument } of made) expect(instrument.rendered).toBe(machine.path !== 'scalar');
    expect(new Set(made.map(({ bytesOut, components }) => JSON.stringify([bytesOut, components.map(({ node, bitsSaved }) => [node, bitsSaved])]))).size).toBe(1);
  });

  it('refuses what makes no sense', () => {
    const here = folder();
    here.write('a', 'text');
    for (const args of [['profile'], ['profile', 'a', 'a'], ['profile', '-'], ['profile', '--compare', 'a'], ['profile', '--segment', '64K', 'a'], ['--trace', 't', 'a'], ['--ablate', 'a']]) {
      expect(here.kolmo(args), args.join(' ')).toMatchObject({ status: 1, stderr: expect.stringContaining('ERR_OPTION') });
    }
    expect(here.kolmo(['profile', '--compare', 'a', 'a'])).toMatchObject({ status: 1, stderr: expect.stringContaining('a is not JSON') });
    expect(here.kolmo(['profile', 'absent'])).toMatchObject({ status: 1, stderr: expect.stringContaining('ENOENT') });
  });
});

describe('comparing', () => {
  const stage = (name: string, op: string | null, when: string | null, ns: number): StageProfile => ({ name, node: null, op, when, ns, calls: 10, bytes: 0, macs: 0, precision: null });
  const made = (stages: readonly StageProfile[], totalNs: number): Profile => ({
    file: 'a', level: 5, bytesIn: 100, bytesOut: 50, totalNs, stages, components: [], model: { graph: 'g', kind: 'text', text: 'none', nodes: 1 },
    machine: { cpu: 'c', path: 'scalar', node: '20', kolmo: '0', peaks: { int8: 1, int16: 1, fp32: 1, reads: [] } },
    instrument: { rendered: true, fenced: false, every: 1, modelBytes: 100, timedBytes: 100, marks: 1, markNs: 1, cpuNs: totalNs, overheadNs: 0, interruptedNs: 0, covered: 1 },
  });
  const before = made([stage('one predict', 'MIXER', 'predict', 1000), stage('two predict', 'MIXER', 'predict', 500), stage('coder', null, null, 100)], 1600);
  const after = made([stage('one predict', 'MIXER', 'predict', 700), stage('s byte', 'SLOTS', 'byte', 50), stage('coder', null, null, 100)], 850);

  it('adds up ops, the largest change first', () => {
    expect(compareProfiles(before, after, opOf)).toMatchObject([
      { name: 'MIXER predict', before: 15, after: 7, calls: { before: 20, after: 10 } },
      { name: 'SLOTS byte', before: undefined, after: 0.5 },
      { name: 'coder', before: 1, after: 1 },
    ]);
  });

  it('reads as text, and says when machines differ', () => {
    const text = compareText(before, after);
    expect(text).toMatch(/^MIXER predict +15\.0 +7\.0 +−8\.0 +0\.467 +−10$/m);
    expect(text).not.toContain('!!');
    expect(compareText(before, { ...after, machine: { ...after.machine, path: 'avx2' } })).toContain('!! not of one machine');
  });
});
