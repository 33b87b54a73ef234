/** Networks: gradients against finite differences, the core against test/reference, and what derivation leaves out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compressSync, decompressSync } from '../src/index.js';
import { dropNode, type Graph, setNetworks, setParam } from '../src/graph/index.js';
import { kinds as dataKinds } from '../src/kinds/kinds.js';
import { graphFor, levels } from '../src/models/levels.js';
import { checkProgram, native, Op } from '../src/native.js';
import { decodeProgram, lower, type Stage } from '../src/lower/index.js';
import { encode } from './reference/encode.js';
import { Machine } from './reference/machine.js';
import { network } from './reference/ops/network.js';
import { costOf, type NetworkStage, parseProgram, sourcesOf } from './reference/program.js';
import { corrected, networked, networks } from './models.js';
import { kinds } from './support/kinds.js';

const stageOf = (graph: Graph): NetworkStage => parseProgram(lower(graph)).find((stage): stage is NetworkStage => stage.op === 'NETWORK') as NetworkStage;
const plannedOf = (graph: Graph): Extract<Stage, { readonly op: 'NETWORK' }> =>
  decodeProgram(lower(graph)).stages.find((stage) => stage.op === 'NETWORK') as Extract<Stage, { readonly op: 'NETWORK' }>;

/* An error E stays as it is while something is moved: then the gradients are the derivatives of the sum of E times logits. */
function expectGradients(stage: NetworkStage): void {
  const machine = new Machine(12);
  const run = network(stage, machine, 12);
  const { window, logits } = stage;
  let seed = 1;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const byte = (value: number): void => {
    machine.last = value;
    machine.position++;
    machine.registers[1] = ((machine.registers[1] ?? 0) << 8) | value;
    run.byte?.();
    run.nibble?.();
  };
  run.byte?.();
  run.nibble?.();
  /* One window to move the weights from where they begin, one to look at. */
  for (let i = 0; i < 2 * window - 1; i++) byte(97 + next(4));
  run.note(97);
  run.goBack();
  const errors = run.steps.map(({ gradients }) => Float64Array.from(gradients[logits] ?? []));
  /* From the step `from` on, with `delta` added to one number of a vector there. */
  const loss = (from: number, vector = -1, i = 0, delta = 0): number => {
    let total = 0;
    for (let t = 0; t < window; t++) {
      if (t >= from) {
        for (const values of run.steps[t]?.values ?? []) values.fill(0);
        const moved = run.steps[t]?.values[vector];
        if (t === from && moved !== undefined) moved[i] = delta;
        run.runStep(t);
      }
      const x = run.steps[t]?.values[logits];
      errors[t]?.forEach((e, o) => {
        total += e * (x?.[o] ?? 0);
      });
    }
    return total;
  };
  /* What bends sharply (a norm of little, a relu) wants small steps; what is large wants large ones, for floats are coarse. */
  const expectSlope = (gradient: number, at: (delta: number) => number, what: string): void => {
    const deltas = [0.02, 0.002, 0.0002];
    const moved = deltas.map((delta) => [at(delta), at(-delta)] as const);
    const here = at(0);
    /* From both sides and from each: a relu that is given 0 has two slopes. */
    const slopes = moved.flatMap(([up, down], i) => [(up - down) / 2, up - here, here - down].map((difference) => difference / (deltas[i] ?? 1)));
    const error = Math.min(...slopes.map((slope) => Math.abs(gradient - slope) / (0.3 + Math.abs(slope))));
    expect(error, `${what}: ${gradient} should be one of ${slopes.join(', ')}`).toBeLessThan(0.03);
  };
  /* Vectors all of whose readers pass on what they are given: others' gradients are parts of sums. */
  const silent = stage.ops.flatMap((op, number) => (stage.back.includes(number) ? [] : sourcesOf(op)));
  const passing = stage.widths.map((_, vector) => vector).filter((vector) => vector !== logits && !silent.includes(vector) && stage.ops.some((op) => sourcesOf(op).includes(vector)));
  for (const vector of passing)
    for (let k = 0; k < 2; k++) {
      const t = next(window);
      const i = next(stage.widths[vector] ?? 1);
      expectSlope(run.steps[t]?.gradients[vector]?.[i] ?? 0, (delta) => loss(t, vector, i, delta), `step ${t} of vector ${vector}[${i}]`);
    }
  /* Weights: what the first update of a row makes of its gradient G is rate · G / (R + 1/2), with an epsilon of 1/2, R being the root of the mean of G²;
   * by SGD, rate · G. */
  const before = stage.ops.map((_, number) => run.weightsOf(number).map(({ w }) => w.slice()));
  const wanted: ((gradientOf: (number: number, row: number, i: number) => number) => void)[] = [];
  for (const number of stage.learn)
    for (let k = 0; k < 2 && run.weightsOf(number).length > 0; k++) {
      const rows = run.weightsOf(number);
      const row = next(rows.length);
      const w = rows[row]?.w ?? new Float32Array(1);
      const i = next(w.length);
      const start = w[i] ?? 0;
      const slopes = new Map<number, number>();
      for (const delta of [0.02, -0.02, 0.002, -0.002, 0.0002, -0.0002, 0]) {
        w[i] = start + delta;
        slopes.set(delta, loss(0));
      }
      w[i] = start;
      wanted.push((gradientOf) => expectSlope(gradientOf(number, row, i), (delta) => slopes.get(delta) ?? 0, `op ${number}, weight ${row}, ${i}`));
    }
  loss(0);
  for (const number of stage.learn)
    for (const weights of run.weightsOf(number)) {
      weights.moment = 0;
      weights.age = 0;
    }
  run.learn();
  for (const check of wanted)
    check((number, row, i) => {
      const op = stage.ops[number];
      const rate = op !== undefined && 'rate' in op ? (op.rate / 2 ** 24) * Math.min(1, 2 / stage.warm) : 0;
      const after = run.weightsOf(number)[row]?.w ?? new Float32Array(1);
      const moved = Array.from(after, (w, j) => ((before[number]?.[row]?.[j] ?? 0) - w) / rate);
      const root = stage.sgd ? 0.5 : Math.sqrt(moved.reduce((sum, u) => sum + u * u, 0) / moved.length);
      return (0.5 * (moved[i] ?? 0)) / (1 - root);
    });
}

/* In floats, with weights far from their limits but none so small that norms of norms make them thousands of times larger (what floats tell of a
 * slope is lost then), and updates large enough to see. */
const measurable = (graph: Graph): NetworkStage => {
  const stage = stageOf(setNetworks(setParam(setParam(graph, 'bytes.epsilon', '1'), 'bytes.decay', '4'), 'fp32'));
  const ops = stage.ops.map((op) => ('rate' in op && op.rate > 0 ? { ...op, rate: 20_000 } : op));
  return { ...stage, clip: 0, fall: undefined, delay: 0, replay: 0, credit: 1, doublings: 0, when: undefined, ops: ops.map((op) => ('span' in op ? { ...op, init: Math.max(op.init, 2 ** 14) } : op)) };
};

describe('gradients', () => {
  it('are the derivatives, through every op', () => {
    const stage = measurable(networked);
    expect(new Set(stage.ops.map(({ op }) => op))).toEqual(new Set(['ROWS', 'DENSE', 'BIAS', 'ACT', 'RECUR', 'NORM', 'DELAY', 'MASKED', 'ATTEND']));
    expectGradients(stage);
    expectGradients(measurable(setParam(networked, 'logits.width', '272')));
  });

  /* Always the same fifty: one in some hundreds has norms of norms so steep that a difference of floats is mostly rounding. */
  it('are the derivatives in random networks', () => {
    fc.assert(fc.property(networks('fp32'), (graph) => expectGradients(measurable(graph))), { seed: 1, numRuns: 50, endOnFailure: true });
  });
});

describe('training', () => {
  /* How far the rows of weights moved at the end of the first window, as roots of mean squares. */
  const moves = (stage: NetworkStage): readonly number[] => {
    const machine = new Machine(12);
    const run = network(stage, machine, 12);
    const before = stage.learn.map((number) => run.weightsOf(number).map(({ w }) => w.slice()));
    for (let i = 0; i <= stage.window; i++) {
      machine.last = 97 + (i % 5);
      run.byte?.();
      run.nibble?.();
    }
    return stage.learn.flatMap((number, k) =>
      run.weightsOf(number).map(({ w }, row) => Math.sqrt(w.reduce((sum, value, i) => sum + (value - (before[k]?.[row]?.[i] ?? 0)) ** 2, 0) / w.length)),
    );
  };
  const sgd = { ...measurable(networked), sgd: true, warm: 1 };
  const rate = 20_000 / 2 ** 24;
  const largest = (stage: NetworkStage): number => Math.max(...moves(stage));

  it('clips gradients', () => {
    expect(largest(sgd)).toBeGreaterThan(0.2 * rate);
    expect(largest({ ...sgd, clip: 6_554 }) / rate).toBeCloseTo(0.1, 3);
    expect(moves({ ...sgd, clip: 2 ** 24 })).toEqual(moves(sgd));
  });

  it('slows down by a schedule', () => {
    const share = (linear: boolean, after: number, over: number, least: number): number => largest({ ...sgd, fall: { linear, after, over, least } }) / largest(sgd);
    expect(share(true, 0, 4 * sgd.window, 0)).toBeCloseTo(0.75, 3);
    expect(share(true, 0, sgd.window, 0.25)).toBeCloseTo(0.25, 3);
    expect(share(false, sgd.window / 2, sgd.window / 6, 0)).toBeCloseTo(0.5, 3);
    expect(share(false, sgd.window, 1, 0)).toBe(1);
  });
});

describe('credit', () => {
  type Run = ReturnType<typeof network>;
  /* Without attention, whose gradients stay within a window; rows are 0 at first, biases here are not. */
  const timely = measurable(setParam(networked, 'norm.from', '["cell","lstm"]'));
  /* Sixteen steps, to the point where the last byte's error is noted. */
  const begun = (stage: NetworkStage): Run => {
    const machine = new Machine(12);
    const run = network(stage, machine, 12);
    stage.ops.forEach(({ op }, number) => op === 'BIAS' && run.weightsOf(number)[0]?.w.forEach((_, i, w) => (w[i] = Math.sin(i + number))));
    run.byte?.();
    run.nibble?.();
    for (let i = 1; i < 16; i++) {
      machine.last = 97 + ((i * i) % 7);
      machine.position++;
      machine.registers[1] = ((machine.registers[1] ?? 0) << 8) | machine.last;
      run.byte?.();
      run.nibble?.();
    }
    run.note(97);
    return run;
  };
  const gradientsOf = (run: Run): readonly (readonly number[])[] =>
    run.steps.slice(0, 8).flatMap(({ gradients }) => gradients.filter((_, v) => v !== timely.logits).map((g) => Array.from(g)));

  it.each([0, 1])('goes on as if two windows were one (precision %i)', (precision) => {
    const stage = { ...timely, precision, learn: [] };
    const two = begun({ ...stage, window: 8, credit: 2 });
    two.goBack();
    two.goBack(true);
    const one = begun({ ...stage, window: 16 });
    for (const { gradients } of one.steps.slice(0, 8)) gradients[stage.logits]?.fill(0);
    one.goBack();
    const gradients = gradientsOf(two);
    expect(gradients).toEqual(gradientsOf(one));
    expect(gradients.flat().filter((g) => g !== 0).length).toBeGreaterThan(1000);
  });

  it('teaches what lies below', () => {
    const stage = { ...timely, sgd: true, warm: 1, window: 8 };
    const [one, two] = [1, 2].map((credit) => {
      const run = begun({ ...stage, credit });
      run.learn();
      return run;
    });
    let moved = 0;
    for (const number of stage.learn) {
      const op = stage.ops[number];
      if (op === undefined || op.to === stage.logits || (op.op !== 'DENSE' && op.op !== 'BIAS')) continue;
      const read = (values: readonly Float32Array[], i: number): number => (op.op === 'BIAS' ? 1 : (sourcesOf(op).flatMap((v) => Array.from(values[v] ?? []))[i] ?? 0));
      const gradient = (o: number, i: number): number => two?.steps.reduce((sum, { values, gradients }) => sum + (gradients[op.to]?.[o] ?? 0) * read(values, i), 0) ?? 0;
      one?.weightsOf(number).forEach(({ w }, row) =>
        w.forEach((weight, i) => {
          const more = ((two?.weightsOf(number)[row]?.w[i] ?? 0) - weight) / -(op.rate / 2 ** 24);
          expect(Math.abs(more - gradient(op.op === 'BIAS' ? i : row, i))).toBeLessThan(0.001);
          moved = Math.max(moved, Math.abs(more));
        }),
      );
    }
    expect(moved).toBeGreaterThan(0.01);
  });
});

describe('random networks', () => {
  const data = Buffer.concat([kinds.prose.subarray(0, 2_000), kinds.records.subarray(0, 1_000), kinds.repeats.subarray(0, 1_000)]);
  it.each(['int8', 'fp32'] as const)('restore 4 kB in %s', (precision) => {
    fc.assert(
      fc.property(networks(precision), (graph) => {
        expect(decompressSync(compressSync(data, { graph })).equals(data)).toBe(true);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  it.each(['int8', 'fp32'] as const)('code as test/reference does in %s', (precision) => {
    fc.assert(
      fc.property(networks(precision), (graph) => {
        const part = data.subarray(0, 150);
        expect(compressSync(part, { graph }).equals(encode(part, { program: lower(graph), shipped: false }))).toBe(true);
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });
});

describe('derive', () => {
  it('goes back through what teaches, and no further', () => {
    const opsOf = (graph: Graph): { readonly back: readonly string[]; readonly learn: readonly string[] } => {
      const { ops, back, learn } = plannedOf(graph);
      const name = (i: number): string => ops[i]?.op ?? '';
      return { back: back.map(name), learn: learn.map(name) };
    };
    const chain = (rate: number): Graph => {
      const one = setParam(setParam(networked, 'logits.from', '["cell"]'), 'memory.rate', String(rate));
      return one;
    };
    expect(opsOf(chain(1000))).toEqual({ back: ['DENSE', 'RECUR', 'DENSE'], learn: ['ROWS', 'DENSE', 'BIAS', 'DENSE', 'BIAS'] });
    /* With rows that stay as they are, nothing below the gates' own weights learns. */
    expect(opsOf(chain(0))).toEqual({ back: ['DENSE', 'RECUR'], learn: ['DENSE', 'BIAS', 'DENSE', 'BIAS'] });
    expect(opsOf(setParam(chain(0), 'gates.rate', '0'))).toEqual({ back: [], learn: ['DENSE', 'BIAS'] });
  });

  it('finds the way back through time', () => {
    const { ops, back } = plannedOf(setParam(networked, 'logits.from', '["lstm"]'));
    expect(back.map((i) => ops[i]?.op)).toEqual(['DENSE', 'RECUR', 'DENSE', 'DELAY']);
  });
});

describe('setNetworks', () => {
  it('off leaves the graph that there was without them', () => {
    const off = setNetworks(networked, 'off');
    expect(off.nodes).toEqual(corrected.nodes);
    expect(Buffer.from(lower(off)).equals(Buffer.from(lower(corrected)))).toBe(true);
  });

  it('fp32 and int8 are different Programs, which code the same data', () => {
    const data = kinds.json.subarray(0, 3_000);
    for (const choice of ['int8', 'fp32'] as const) {
      const graph = setNetworks(networked, choice);
      expect(decompressSync(compressSync(data, { graph })).equals(data)).toBe(true);
    }
    expect(plannedOf(setNetworks(networked, 'fp32')).precision).toBe(1);
    expect(plannedOf(setNetworks(networked, 'int8')).precision).toBe(0);
  });

  it('off is smaller by all that only the network read', () => {
    const shipped = levels.filter(({ level }) => level >= 5).flatMap((row) => dataKinds.map((kind) => [row, kind] as const));
    expect(shipped).toHaveLength(20);
    for (const [row, kind] of shipped) {
      const graph = graphFor(row, kind);
      const off = graphFor(row, kind, 'off');
      expect(off.nodes.some(({ type }) => ['rows', 'dense', 'recurrence', 'lstm', 'bits'].includes(type))).toBe(false);
      expect(off.nodes.length).toBeLessThan(graph.nodes.length);
      const without = graph.nodes.filter(({ type }) => type === 'bits').reduce((rest, { id }) => dropNode(rest, id), graph);
      expect(lower(without)).toEqual(lower(off));
    }
  });
});

describe('Programs that somebody changed', () => {
  const programs = [lower(networked), lower(setParam(networked, 'logits.width', '272'))];
  const verdict = (judge: () => unknown): string => {
    try {
      judge();
      return 'taken';
    } catch (error) {
      return (error as { readonly code?: string }).code ?? String(error);
    }
  };

  it('are refused by the core where the reference refuses them, and cost the same where not', () => {
    const seen = new Set<string>();
    const change = fc.record({ at: fc.nat(), value: fc.integer({ min: 0, max: 255 }) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), (changes) => {
        const bytes = (programs[changes.length - 1] ?? new Uint8Array()).slice();
        for (const { at, value } of changes) bytes[at % bytes.length] = value;
        const core = verdict(() => checkProgram(bytes, undefined));
        expect(core).toBe(verdict(() => parseProgram(bytes)));
        if (core === 'taken') expect(checkProgram(bytes, undefined).cost).toBe(costOf(parseProgram(bytes)));
        seen.add(core);
      }),
      { numRuns: 3000 },
    );
    expect(seen).toEqual(new Set(['taken', 'ERR_PROGRAM']));
  });

  it('are run alike by both', () => {
    const data = kinds.prose.subarray(0, 40);
    let taken = 0;
    fc.assert(
      fc.property(fc.constantFrom(...programs), fc.nat(), fc.integer({ min: 0, max: 255 }), (whole, at, value) => {
        const program = whole.with(at % whole.length, value);
        if (verdict(() => parseProgram(program)) !== 'taken' || checkProgram(program, data.length).cost > 60_000) return;
        const encoder = new (native().Encoder)({ program, length: data.length, memory: 0, segment: 0, snapshot: 0, outputLimit: 0 });
        const { code, output } = encoder.runSync(data, Op.finish, 0, null);
        encoder.close();
        expect(code).toBe('OK');
        expect(output.equals(encode(data, { program, shipped: false }))).toBe(true);
        taken++;
      }),
      { numRuns: 60 },
    );
    expect(taken).toBeGreaterThan(5);
  });
});
