/** What an exported program is made of: the C that is rendered for a model, and how the core's files become one. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { steady } from '../src/graph/build.js';
import { setParam, type Graph } from '../src/graph/index.js';
import { decodeProgram, lower } from '../src/lower/index.js';
import { graphFor, levelOf, levels } from '../src/models/levels.js';
import { amalgamate } from '../src/render/amalgamate.js';
import { renderModel } from '../src/render/model.js';
import { renderStandalone, type StandaloneOptions } from '../src/render/standalone.js';
import { packageRoot } from '../src/native.js';

const options: StandaloneOptions = { name: 'level1', memory: 0, segment: 0, snapshot: 0, text: 'none', comments: 'brief', title: ['a test'] };
const native = `${packageRoot()}/native`;
const textOf = (graph: Graph, more: Partial<StandaloneOptions> = {}): string => renderStandalone(native, lower(graph), { ...options, ...more });

/** Files by name, as an amalgamation reads them. */
const join = (files: Readonly<Record<string, string>>, more: { keep?: readonly string[]; open?: readonly string[] } = {}): string =>
  amalgamate({
    root: 'root.c',
    find: (name) => {
      const text = files[name];
      return text === undefined ? undefined : { name, text };
    },
    keep: more.keep ?? ['main'],
    open: more.open ?? [],
    never: ['__cplusplus'],
  });

describe('the rendered C of a tiny model', () => {
  it('is as it was (vitest -u where it should not be)', async () => {
    const graph: Graph = {
      name: 'tiny',
      history: { min: 16, max: 22, offset: 0 },
      nodes: [
        { id: 'o1', type: 'context', of: [{ bytes: 1 }] },
        { id: 'o2', type: 'context', of: [{ bytes: 2 }] },
        { id: 'match', type: 'match', minLength: 5, entries: { min: 10, max: 20, offset: 0 }, limit: 255 },
        { id: 'slots', type: 'slots', contexts: ['o1', 'o2'], bytes: { min: 16, max: 24, offset: 4 }, limit: 255 },
        { id: 'rows', type: 'rows', contexts: ['o1', 'o2'], rate: 250_000, boost: 4 },
        { id: 'gates', type: 'dense', from: ['rows'], width: 48, rank: 0, mask: 'none', kept: 16, init: 20_000, rate: 50_000 },
        { id: 'memory', type: 'recurrence', from: ['gates'] },
        { id: 'logits', type: 'dense', from: ['rows', 'memory'], width: 256, rank: 0, mask: 'none', kept: 16, init: 6_000, rate: 50_000 },
        { id: 'network', type: 'bits', from: ['logits'], rows: { min: 12, max: 20, offset: 4 }, precision: 'int8', window: 8, warm: 10, steps: 31, decay: 13, epsilon: 17, train: steady, when: 'always' },
        { id: 'mix', type: 'mixer', inputs: ['match', 'slots', 'network'], select: [[{ partial: true }]], sets: { min: 8, max: 16, offset: 0 }, weight: 16384, mean: 0, rateMax: 1500, rateMin: 300, decay: 64, skip: 0 },
        { id: 'sse', type: 'apm', inputs: ['mix'], context: [{ byte: 1 }, { partial: true }], entries: { min: 10, max: 16, offset: 0 }, limit: 255 },
      ],
      output: ['mix', 'sse'],
    };
    const all = new Set(['history', 'match', 'slots', 'network', 'mixer', 'apm'].flatMap((op) => ['reset', 'state_bytes', 'table_bytes'].map((name) => `kolmo_${op}_${name}`)));
    for (const missing of ['kolmo_history_reset', 'kolmo_history_state_bytes', 'kolmo_match_reset', 'kolmo_mixer_reset', 'kolmo_apm_reset']) all.delete(missing);
    const { stages, step, layout } = renderModel(decodeProgram(lower(graph)), (name) => all.has(name));
    await expect(`${stages}\n${step}\n${layout}`).toMatchFileSnapshot('rendered/tiny.c');
  });
});

describe('an exported file', () => {
  it('has nothing that reads Programs, and no bytes of one that archives only name', () => {
    for (const { level, graph } of levels) {
      const text = textOf(graph, { name: `level${level}` });
      expect(text).not.toMatch(/kolmo_parse_|kolmo_find_op|kolmo_model_interpret|kolmo_net_layout|KOLMO_NET_ROWS:|net_norm|net_precise/);
      expect(text).toContain('static const uint8_t model_bytes[1] = {0};');
    }
  });

  it('has the ops of its model and no others', () => {
    const text = textOf(levelOf(1).graph);
    expect(text).toContain('kolmo_slots_update');
    expect(text).not.toMatch(/brackets|kolmo_apm_|net_learn|scopes/);
    expect(textOf(graphFor(levelOf(9), 'binary'))).toContain('kolmo_instructions_byte');
  });

  it('carries the Program where archives do', () => {
    const graph = setParam(levelOf(1).graph, 'match.minLength', '7');
    const bytes = lower(graph);
    const text = textOf(graph, { name: undefined });
    expect(text).toContain(`#define MODEL_CARRIED ${bytes.length}\n`);
    expect(text.replace(/\s+/g, ' ')).toContain(`model_bytes[] = { ${Array.from(bytes, (byte) => `${byte},`).join(' ')} }`);
  });

  it('has no encoder where only the decoder is asked for', () => {
    const whole = textOf(levelOf(1).graph);
    const decoder = textOf(levelOf(1).graph, { only: 'decoder' });
    expect(whole).toMatch(/kolmo_encoder_open/);
    expect(decoder).not.toMatch(/kolmo_encoder_open|kolmo_encode_bit|KOLMO_COMP\b/);
    expect(decoder).toContain('KOLMO_DECOMP');
  });

  it('has comments, or how they begin, or none', () => {
    const none = textOf(levelOf(1).graph, { comments: 'none' });
    expect(none.match(/\/\*[^]*?\*\//g)).toEqual(['/* a test */']);
    const words = (text: string): readonly string[] => text.replace(/\/\*[^]*?\*\//g, '').match(/\w+/g) ?? [];
    const brief = textOf(levelOf(1).graph);
    const all = textOf(levelOf(1).graph, { comments: 'all' });
    expect(words(none)).toEqual(words(brief));
    expect(words(all)).toEqual(words(brief));
    expect(all).toMatch(/\/\* ---- core\/arena.h ---- \*\/\n\/\* One zeroed mapping/);
    expect(brief).toMatch(/\/\* ---- core\/arena.h ---- \*\/\n(?!\/\* One zeroed mapping)/);
    for (const [comment] of brief.matchAll(/^\/\* (?!a test|----)[^]*?\*\//gm)) expect(comment).not.toMatch(/\n|[.:;] [A-Z]/);
  });

  it('packs into 40,000 bytes at level 8, as it is written by default', () => {
    const { status, stdout } = spawnSync('xz', ['-9e', '-c'], { input: textOf(levelOf(8).graph) });
    if (status === 0) expect(stdout.length).toBeLessThanOrEqual(40_000);
  });
});

describe('joining C files', () => {
  it('reads each included file once, and leaves out what nothing leads to', () => {
    const text = join({
      'root.c': '#include "a.h"\n#include "b.h"\nint main(void) { return used(1) + LIMIT; }\n',
      'a.h': '#ifndef KOLMO_A_H\n#define KOLMO_A_H\n/* Used. */\nstatic inline int used(int x) { return x; }\nstatic int unused(void) { return 2; }\n#endif\n',
      'b.h': '#include "a.h"\nenum { FEW, LIMIT = 3 };\nenum { MANY };\nstruct never { int a; };\n',
    });
    expect(text.match(/used\(int x\)/g)).toHaveLength(1);
    expect(text).toContain('/* Used. */');
    expect(text).toContain('enum { FEW, LIMIT = 3 };');
    expect(text).not.toMatch(/unused|MANY|never|KOLMO_A_H/);
  });

  it('decides conditionals of ours, and leaves the compiler its own', () => {
    const text = join(
      {
        'root.c': `#define KOLMO_YES
#ifdef KOLMO_YES
int a(void);
#else
int b(void);
#endif
#if defined(KOLMO_NO)
int c(void);
#elif defined(__clang__) || defined(KOLMO_NO)
int d(void);
#elif defined(KOLMO_YES)
int e(void);
#else
int f(void);
#endif
#ifdef KOLMO_ASKED
int g(void);
#endif
#ifdef __cplusplus
extern "C" {
#endif
int main(void) { return a() + b() + c() + d() + e() + f() + g(); }
`,
      },
      { open: ['KOLMO_ASKED'] },
    );
    expect(text.replace(/static |\n+/g, (found) => (found.startsWith('\n') ? '\n' : ''))).toBe(`/* ---- root.c ---- */
int a(void);
#if defined(__clang__)
int d(void);
#else
int e(void);
#endif
#ifdef KOLMO_ASKED
int g(void);
#endif
int main(void) { return a() + b() + c() + d() + e() + f() + g(); }
`);
  });

  it('keeps apart what two files call by one name, but not members, comments and texts', () => {
    const text = join({
      'root.c': '#include "one.c"\n#include "two.c"\nint main(void) { return first() + second(); }\n',
      'one.c': 'static int work(void) { return 1; }\nint first(void) { return work(); }\n',
      'two.c': '/* Another. */\n\n/* work */\nstatic int work(void) { return puts("work"), it->work + it.work; }\nint second(void) { return work(); }\n',
    });
    expect(text).toContain('static int one_work(void) { return 1; }');
    expect(text).toContain('/* work */\nstatic int two_work(void) { return puts("work"), it->work + it.work; }');
    expect(text).toContain('static int second(void) { return two_work(); }');
  });

  it('names what is not there', () => {
    expect(() => join({ 'root.c': '#include "gone.h"\n' })).toThrow('root.c includes gone.h, which is not there');
  });
});
