/** What the core says of the Programs that lower() makes: it takes all of them, and levels need what their table says; as the README does. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compressSync, decompressSync } from '../src/index.js';
import { lower, programHash } from '../src/lower/index.js';
import { DEFAULT_LEVEL, levels } from '../src/models/levels.js';
import { checkProgram } from '../src/native.js';
import { graphs } from './models.js';

describe('levels', () => {
  it.each(levels.map((row) => [row.level, row] as const))('level %i is shipped and keeps to its memory', (level, row) => {
    const program = lower(row.graph);
    const info = checkProgram(program, undefined);
    expect(info.name).toMatch(new RegExp(`^level(\\d-)*${level}(-\\d)*$`));
    expect(BigInt(`0x${info.hash}`)).toBe(programHash(program));
    expect(info.memory).toBeLessThanOrEqual(row.memory);
    expect(info.memory).toBeGreaterThan(row.memory / 4);
  });

  it('needs at most 8 MB for 1 kB at the default level', () => {
    const row = levels[DEFAULT_LEVEL - 1];
    expect(row?.level).toBe(DEFAULT_LEVEL);
    if (row !== undefined) expect(checkProgram(lower(row.graph), 1000).memory).toBeLessThanOrEqual(8e6);
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
        contexts: String(graph.nodes.filter(({ type }) => type === 'context').length),
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
