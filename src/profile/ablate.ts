/** Coding without a node: what it saves, to the byte. */
import { dropNode, type Graph } from '../graph/index.js';
import { compress, type CompressOptions, info } from '../index.js';
import { lower } from '../lower/index.js';

function varintLength(value: number): number {
  return value < 128 ? 1 : 1 + varintLength(Math.floor(value / 128));
}

/**
 * An archive's bytes as if its Program were one that kolmo ships: a changed graph is embedded, and would seem worse by
 * hundreds of bytes that say nothing about the model.
 */
export function comparableBytes(archive: Uint8Array, program: Uint8Array): number {
  if (!info(archive).embedded) return archive.length;
  const hash = 8;
  return archive.length - varintLength(program.length) - program.length + hash;
}

/** A graph without one of its nodes. */
export interface Without {
  readonly id: string;
  readonly graph: Graph;
}

/**
 * The nodes that can be taken away; the one that the prediction hangs on cannot.
 * @param wanted ids; all unless given
 * @param refused hears of a node that can't be, and why
 */
export function droppable(graph: Graph, wanted: readonly string[] | undefined, refused: (why: string) => void): readonly Without[] {
  const ids = graph.nodes.map(({ id }) => id);
  const unknown = wanted?.find((id) => !ids.includes(id));
  if (unknown !== undefined) throw new Error(`--node: no node ${unknown}; there are ${ids.join(', ')}`);
  return (wanted ?? ids).flatMap((id) => {
    try {
      return [{ id, graph: dropNode(graph, id) }];
    } catch (error) {
      refused(error instanceof Error ? error.message : String(error));
      return [];
    }
  });
}

/** What graphs are coded with besides themselves. */
export type Rest = Pick<CompressOptions, 'text' | 'memory'>;

/**
 * Bits by which the archive grows without each node.
 * @param threads how many are coded at a time
 * @param told hears of each that is done
 */
export async function ablate(graph: Graph, data: Uint8Array, rest: Rest, threads: number, told: (id: string, done: number, of: number) => void): Promise<ReadonlyMap<string, number>> {
  const sizeOf = async (changed: Graph): Promise<number> => comparableBytes(await compress(data, { ...rest, graph: changed }), lower(changed));
  const changes = [...droppable(graph, undefined, () => {})];
  const whole = await sizeOf(graph);
  const bits = new Map<string, number>();
  const work = async (): Promise<void> => {
    for (let next = changes.shift(); next !== undefined; next = changes.shift()) {
      bits.set(next.id, 8 * ((await sizeOf(next.graph)) - whole));
      told(next.id, bits.size, graph.nodes.length);
    }
  };
  await Promise.all(Array.from({ length: threads }, work));
  return bits;
}
