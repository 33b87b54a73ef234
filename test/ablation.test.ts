/** Every node of the default level works: without it, doubled or retuned, the archive is another one, and still restores. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dropNode, duplicateNode, type Graph } from '../src/graph/index.js';
import { compressSync, decompressSync } from '../src/index.js';
import { DEFAULT_LEVEL, levelOf } from '../src/models/levels.js';
import { retune } from './models.js';

/* 4 kB with words, digits, records, and (the first part again) a long repeat. */
const sample = (name: string): Buffer => readFileSync(new URL(`sample/${name}`, import.meta.url)).subarray(0, 1792);
const data = Buffer.concat([sample('prose.txt'), sample('records.json'), sample('prose.txt').subarray(0, 512)]);

describe(`level ${DEFAULT_LEVEL}`, () => {
  const { graph } = levelOf(DEFAULT_LEVEL);
  const archiveOf = (of: Graph): Buffer => {
    const archive = compressSync(data, { graph: of });
    expect(decompressSync(archive).equals(data)).toBe(true);
    return archive;
  };
  /* The end of an archive: coded bits and the checksum of the original. The whole differs in any case, by the Program in it. */
  const coded = (of: Graph): Buffer => archiveOf(of).subarray(-192);
  const plain = coded(graph);

  /* The mean of a signal and its equal is that signal: a mixer that only apms read, each alone, can be doubled in vain. */
  const neutral = (id: string): boolean =>
    !graph.output.includes(id) &&
    graph.nodes.every((node) => !('inputs' in node) || !node.inputs.includes(id) || (node.type === 'apm' && node.inputs.length === 1));

  it('compares coded bits', () => {
    expect(data).toHaveLength(4096);
    /* What is compared starts behind the header, which names the level's Program; those of other graphs stand in front of it, too. */
    expect(archiveOf(graph).length).toBeGreaterThan(192 + 64);
    expect(coded({ ...graph, name: 'same' }).equals(plain)).toBe(true);
  });

  for (const node of graph.nodes) {
    it(`${node.id} dropped`, () => expect(coded(dropNode(graph, node.id)).equals(plain)).toBe(false));
    it(`${node.id} doubled`, () => {
      const doubled = duplicateNode(graph, node.id);
      expect(coded(doubled).equals(plain)).toBe(node.type === 'mixer' && neutral(node.id));
      expect(archiveOf(doubled).equals(archiveOf(graph))).toBe(false);
    });
    it(`${node.id} retuned`, () => expect(coded(retune(graph, node)).equals(plain)).toBe(false));
  }
});
