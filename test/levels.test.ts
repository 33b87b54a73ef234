/** What the core says of the Programs that lower() makes: it takes all of them, and levels need what their table says; as the README does. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compressSync, decompressSync } from '../src/index.js';
import { lower, programHash } from '../src/lower/index.js';
import { kinds } from '../src/kinds/kinds.js';
import { DEFAULT_LEVEL, graphFor, levels } from '../src/models/levels.js';
import { checkProgram } from '../src/native.js';
import { graphs } from './models.js';

describe('levels', () => {
  const graphs = levels.flatMap((row) => (row.kinds === undefined ? (['text'] as const) : kinds).map((kind) => [row.level, kind, row] as const));
  it.each(graphs)('level %i for %s is shipped and keeps to its memory', (level, kind, row) => {
    const program = lower(graphFor(row, kind));
    const info = checkProgram(program, undefined);
    expect(info.name).toMatch(new RegExp(`^level(\\d-)*${level}(-\\d)*${kind === 'text' ? '' : `-${kind}`}$`));
    expect(BigInt(`0x${info.hash}`)).toBe(programHash(program));
    expect(info.memory).toBeLessThanOrEqual(row.memory);
    expect(info.memory).toBeGreaterThan(row.memory / 4);
  });

  it('needs at most 8 MB for 1 kB at the default level', () => {
    const row = levels[DEFAULT_LEVEL - 1];
    expect(row?.level).toBe(DEFAULT_LEVEL);
    if (row !== undefined) for (const kind of kinds) expect(checkProgram(lower(graphFor(row, kind)), 1000).memory).toBeLessThanOrEqual(8e6);
  });

  it('takes 120 bytes at most for a million zeros at the default level', () => {
    const archive = compressSync(Buffer.alloc(1_000_000));
    expect(archive.length).toBeLessThanOrEqual(120);
    expect(decompressSync(archive).equals(Buffer.alloc(1_000_000))).toBe(true);
  });

  it('are in the README as in the table', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const rows = readme.split('\n').flatMap((line) => {
      const [level, meaning, model, contexts, budget, memory] = line.split('|').slice(1, -1).map((cell) => cell.replace(/[*`]/g, '').trim());
      return /^[1-9]$/.test(level ?? '') ? [{ level, meaning: meaning?.split(';')[0], model, contexts, budget: budget?.split(' ')[0], memory }] : [];
    });
    expect(rows).toEqual(
      levels.map(({ level, meaning, graph, budget, memory }) => ({
        level: String(level),
        meaning,
        model: graph.name,
        contexts: String(graph.nodes.reduce((sum, node) => sum + (node.type === 'slots' ? node.contexts.length : 0), 0)),
        budget: String(budget),
        memory: `${memory / 2 ** 20} MiB`,
      })),
    );
  });
});

describe('random graphs', () => {
  it('are Programs that the core takes', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const program = lower(graph);
        expect(BigInt(`0x${checkProgram(program, undefined).hash}`)).toBe(programHash(program));
      }),
    );
  });
});
