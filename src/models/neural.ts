import { bits, dense, lstm, recurrence, rows, select, size, steady } from '../graph/build.js';
import type { BitsNode, ContextNode, Graph, Node } from '../graph/types.js';

/** How large a network is. */
export interface NetworkShape {
  /** Cells of each of its memories: a multiple of 16. */
  readonly cells: number;
  /** How many memories it has, each but the first reading the one before as well. */
  readonly memories: number;
  /** What they are. */
  readonly cell: 'recurrence' | 'lstm';
  /** Bytes between two updates, when they have stopped growing: FIRST_WINDOW or twice, four, eight times that. */
  readonly window: number;
  /** Which of the graph's contexts have rows: each group's are summed to one vector. */
  readonly groups: readonly (readonly string[])[];
}

/** What level 4's network reads, whatever the kind of data. */
export const briskerGroups = [
  ['o1', 'o2', 'o3', 'word'],
  ['o4', 'o5', 'o6', 'bigram'],
  ['shape6-o1', 'expected-o2', 'indirect2', 'bracket-o1'],
];

/** What the network of text reads. */
export const textGroups = [
  ['o1', 'o2', 'o3', 'word-o1'],
  ['o4', 'o5', 'o6', 'bigram'],
  ['word', 'word-gap', 'label-word'],
  ['shape8', 'expected-o2', 'bracket-word', 'indirect2'],
];

/** Of records. */
export const structuredGroups = [
  ['o1', 'o2', 'o3', 'o4'],
  ['o5', 'o6', 'word', 'cell-above'],
  ['token-above', 'scope-o3', 'path-again', 'expected-o2'],
];

/** Of binary data. */
export const binaryGroups = [
  ['o1', 'o2', 'o3', 'o4'],
  ['o6', 'expected', 'above-two', 'column'],
  ['code', 'code-1', 'code-2', 'operand'],
];

/** Of machine code. */
export const machineGroups = [
  ['o1', 'o2', 'o3', 'place-o1'],
  ['code', 'form', 'form-2', 'form-3'],
  ['form-gap', 'form-gap-2', 'displaced', 'immediate'],
];

/** The same contexts grouped otherwise, for a second network: two that differ err differently. */
export const textGroups2 = [
  ['o1', 'o2', 'word', 'shape8'],
  ['o3', 'o4', 'word-o1', 'expected-o2'],
  ['o5', 'bigram', 'label-word', 'indirect2'],
  ['o6', 'word-gap', 'bracket-word', 'skip-1'],
];
export const structuredGroups2 = [
  ['o1', 'o3', 'word', 'token-above'],
  ['o2', 'o4', 'cell-above', 'path-again'],
  ['o5', 'o6', 'scope-o3', 'expected-o2'],
];
export const binaryGroups2 = [
  ['o1', 'o3', 'expected', 'code'],
  ['o2', 'o4', 'above-two', 'code-1'],
  ['o6', 'column', 'code-2', 'operand'],
];
export const machineGroups2 = [
  ['o1', 'form', 'form-gap-2', 'displaced'],
  ['o2', 'code', 'form-3', 'immediate'],
  ['o3', 'place-o1', 'form-2', 'form-gap'],
];

/* A group more, for levels that have the time; what the classes of words tell is known to the first network. */
const wordy = ['trigram', 'last-word-o1', 'shape-word'];
export const strongGroups = [...textGroups, [...wordy, 'skip-1', 'class-1', 'class-2']];
export const strongGroups2 = [...textGroups2, [...wordy, 'label-o3']];

/** And for a third one: words of several lengths, shapes, each with an order and a class. */
export const strongGroups3 = [
  ['word', 'bigram', 'trigram', 'o1', 'class-1'],
  ['word-gap', 'last-word-o1', 'label-word', 'o2', 'class-2'],
  ['shape8', 'shape-word', 'shape6-o1', 'o3', 'class-3'],
  ['indirect2', 'expected-o2', 'skip-1', 'o4'],
];

/** And for a fourth one: two or three a group, most alike in how long they are. */
export const strongGroups4 = [
  ['o1', 'o2', 'o3'],
  ['o4', 'o5', 'word-o1'],
  ['o6', 'bigram', 'word'],
  ['word-gap', 'label-word', 'shape-word'],
  ['shape8', 'expected-o2', 'skip-1'],
  ['bracket-word', 'indirect2', 'trigram'],
];

/* What is new is learned fast by short windows; long ones take less time, and less noise into what is known. */
const FIRST_WINDOW = 8;

/* Behind 128 equal bytes the match is all but sure of the next one, and a network's time is saved. */
const untilLongMatch = { of: 'match', what: 'length', below: 13 } as const;

/* One network's nodes; the last is its bits node. */
function network(graph: Graph, { cells, memories, cell, window, groups }: NetworkShape, most: number, suffix: string, when: BitsNode['when']): readonly Node[] {
  const contextOf = (id: string): ContextNode => {
    const found = graph.nodes.find((node) => node.id === id);
    if (found?.type !== 'context') throw new Error(`${graph.name} has no context "${id}"`);
    return found;
  };
  const vectors = groups.map((group, i) => rows(`rows-${i + 1}${suffix}`, group.map(contextOf)));
  const read = vectors.map(({ id }) => id);
  const layers: Node[] = [];
  let below: readonly string[] = [];
  for (let i = 1; i <= memories; i++) {
    const memory = `memory${i === 1 ? '' : `-${i}`}${suffix}`;
    const gates = `gates${i === 1 ? '' : `-${i}`}${suffix}`;
    const from = [...read, ...below.slice(-1)];
    if (cell === 'lstm') layers.push(lstm(memory, from, cells, 0.3));
    else layers.push(dense(gates, from, 3 * cells, 0.3), recurrence(memory, [gates]));
    below = [...below, memory];
  }
  return [
    ...vectors,
    ...layers,
    dense(`logits${suffix}`, [...read, ...below], 256, 0.1),
    bits(`network${suffix}`, [`logits${suffix}`], size(16, most, 8), { window, when, train: { ...steady, doublings: Math.log2(window / FIRST_WINDOW) } }),
  ];
}

/**
 * The graph, named NAME+CELLS, with networks beside its predictors: their signals join those that the mixer `mix` takes. With `last`, those that `final` takes
 * as well, and how sure the first network is chooses its weights, too; without, networks rest where a match is long.
 * @param most log2 of the bytes of the networks' rows, at most, one after the other
 */
export function withNetworks(graph: Graph, shapes: readonly NetworkShape[], most: readonly number[], last: boolean): Graph {
  const networks = shapes.map((shape, i) => network(graph, shape, most[i] ?? 0, i === 0 ? '' : `~${i + 1}`, last ? 'always' : untilLongMatch));
  const ends = networks.flatMap((nodes) => nodes.filter(({ type }) => type === 'bits').map(({ id }) => id));
  const wired = graph.nodes.map((node): Node => {
    if (node.type !== 'mixer') return node;
    if (node.id === 'mix') return { ...node, inputs: [...node.inputs, ...ends] };
    if (node.id === 'final' && last) return { ...node, inputs: [...node.inputs, ...ends], select: [...node.select, [select('network', 'sure', 4)]] };
    return node;
  });
  return {
    ...graph,
    name: [graph.name, ...shapes.map(({ cells, memories }) => cells * memories)].join('+'),
    nodes: [...wired, ...networks.flat()],
  };
}
