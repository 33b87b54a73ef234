/** New graphs from old ones: for --set, and for experiments that take a node away or put it in twice. */
import { checkGraph } from './check.js';
import { reached } from './order.js';
import { fail } from './fail.js';
import { readFrom, sourceOf } from './fields.js';
import { registersOf, signalsOf } from './schema.js';
import type { ApmNode, ContextNode, Field, Graph, Node } from './types.js';

function nodeOf(graph: Graph, id: string): Node {
  const node = graph.nodes.find((entry) => entry.id === id);
  if (node === undefined) fail(`node "${id}"`, `does not exist; there are ${graph.nodes.map((entry) => entry.id).join(', ')}`);
  return node;
}

/* `within` with the value at `path` replaced; `at` names the place for messages. */
function replaced(within: unknown, path: readonly string[], value: unknown, at: string): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(within)) {
    const index = /^\d+$/.test(key) ? Number(key) : -1;
    if (index < 0 || index >= within.length) fail(at, `has no entry ${key}; it has ${within.length}`);
    return within.map((entry: unknown, i) => (i === index ? replaced(entry, rest, value, `${at}[${key}]`) : entry));
  }
  if (typeof within !== 'object' || within === null) fail(at, `is a value; there is no "${key}" in it`);
  const known: unknown = Object.hasOwn(within, key) ? (within as { readonly [name: string]: unknown })[key] : undefined;
  if (rest.length > 0 && known === undefined) fail(at, `has no "${key}"; it has ${Object.keys(within).join(', ')}`);
  return { ...within, [key]: replaced(known, rest, value, `${at}.${key}`) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * Sets one parameter: "slots.limit", deeper "slots.bytes.max" or "mix.select.0", and "history.max" or "output" of the graph itself.
 * @param value JSON if it parses as that, otherwise the text itself
 * @throws KolmoError ERR_OPTION naming the node: no such node or parameter, or a graph that fails checkGraph
 */
export function setParam(graph: Graph, name: string, value: string): Graph {
  const [id = '', ...path] = name.split('.');
  if (id === 'history' || id === 'output' || id === 'name') return checkGraph(replaced(graph, [id, ...path], parsed(value), 'graph'));
  const node = nodeOf(graph, id);
  const [first] = path;
  if (first === undefined || first === 'id' || first === 'type')
    fail(`node "${id}"`, `set one of ${Object.keys(node).filter((key) => key !== 'id' && key !== 'type').join(', ')} as ${id}.PARAMETER`);
  const changed = replaced(node, path, parsed(value), `node "${id}"`);
  return checkGraph({ ...graph, nodes: graph.nodes.map((entry) => (entry === node ? changed : entry)) });
}

/* `ids` with `id` replaced by `by`, nothing twice. */
function swap(ids: readonly string[], id: string, by: readonly string[]): readonly string[] {
  return [...new Set(ids.flatMap((entry) => (entry === id ? by : [entry])))];
}

function mapInputs(node: Node, change: (ids: readonly string[]) => readonly string[]): Node {
  return 'inputs' in node ? { ...node, inputs: change(node.inputs) } : node;
}

function mapContexts(node: Node, change: (ids: readonly string[]) => readonly string[]): Node {
  return 'contexts' in node ? { ...node, contexts: change(node.contexts) } : node;
}

function mapFrom(node: Node, change: (ids: readonly string[]) => readonly string[]): Node {
  return 'from' in node ? { ...node, from: change(node.from) } : node;
}

function withoutFields(node: Node, source: string): Node {
  const keep = (fields: readonly Field[]): readonly Field[] => fields.filter((field) => sourceOf(field) !== source);
  switch (node.type) {
    case 'context':
      return { ...node, of: keep(node.of) };
    case 'mixer':
      return { ...node, select: node.select.map(keep) };
    case 'apm':
      return { ...node, context: keep(node.context) };
    case 'words':
    case 'classes':
    case 'lines':
    case 'outline':
    case 'codes':
    case 'brackets':
    case 'indirect':
    case 'records':
    case 'instructions':
    case 'fields':
    case 'scopes':
    case 'match':
    case 'slots':
    case 'recall':
    case 'residual':
    case 'rows':
    case 'dense':
    case 'recurrence':
    case 'attention':
    case 'lstm':
    case 'norm':
    case 'act':
      return node;
    case 'bits':
      return node.when !== 'always' && node.when.of === source ? { ...node, when: 'always' } : node;
  }
}

/* A list that a node cannot do without. */
function starved(node: Node): boolean {
  if (node.type === 'context') return node.of.length === 0;
  if ('contexts' in node) return node.contexts.length === 0;
  if ('from' in node) return node.from.length === 0;
  return 'inputs' in node && node.inputs.length === 0;
}

/**
 * The graph without a node. Whoever read a mixer, an apm or a residual takes its inputs instead; fields of a node
 * vanish with it; a node left with nothing to read is dropped in turn. A selector may become empty: one weight set.
 * @throws KolmoError ERR_OPTION: no such node, nothing left to predict with, or too many signals in one place
 */
export function dropNode(graph: Graph, id: string): Graph {
  const drop = (from: Graph, gone: Node): Graph => {
    const without = (ids: readonly string[]): readonly string[] => swap(ids, gone.id, []);
    const by = 'inputs' in gone ? gone.inputs : [];
    const nodes = from.nodes
      .filter((node) => node !== gone)
      .map((node) => mapFrom(mapContexts(mapInputs(node, (ids) => swap(ids, gone.id, by)), without), without))
      .map((node) => withoutFields(node, gone.id));
    const rest: Graph = { ...from, nodes, output: swap(from.output, gone.id, by) };
    const next = rest.nodes.find(starved);
    return next === undefined ? rest : drop(rest, next);
  };
  const rest = drop(graph, nodeOf(graph, id));
  if (rest.output.length === 0) fail(`node "${id}"`, 'cannot be dropped: without it nothing predicts');
  return checkGraph(rest);
}

function freshId(graph: Graph, id: string): string {
  for (let n = 2; ; n += 1) {
    const name = `${id}~${n}`;
    if (!graph.nodes.some((node) => node.id === name)) return name;
  }
}

/* `graph` with `copy` right behind the node `id`, and in every list that names `id`. */
function insert(graph: Graph, id: string, copy: Node): Graph {
  const beside = (ids: readonly string[]): readonly string[] => swap(ids, id, [id, copy.id]);
  return {
    ...graph,
    nodes: graph.nodes.flatMap((node) => {
      const reader = mapFrom(mapContexts(mapInputs(node, beside), beside), beside);
      return node.id === id ? [reader, copy] : [reader];
    }),
    output: beside(graph.output),
  };
}

/* A feature node, or a match node whose signals nobody takes, works only through fields: its copy gets copies of its readers. */
function copyReaders(graph: Graph, id: string, copy: string): Graph {
  const moved = (fields: readonly Field[]): readonly Field[] => fields.map((field) => (sourceOf(field) === id ? readFrom(field, copy) : field));
  const reads = (fields: readonly Field[]): boolean => fields.some((field) => sourceOf(field) === id);

  const contexts = graph.nodes.filter((node): node is ContextNode => node.type === 'context' && reads(node.of));
  if (contexts.length > 0)
    return contexts.reduce((sum, node) => insert(sum, node.id, { ...node, id: freshId(sum, node.id), of: moved(node.of) }), graph);
  const selected = graph.nodes.map((node) =>
    node.type === 'mixer' ? { ...node, select: [...node.select, ...node.select.filter(reads).map(moved)] } : node,
  );
  if (selected.some((node, i) => signalsOf(node) !== signalsOf(graph.nodes[i] as Node))) return { ...graph, nodes: selected };
  const apms = graph.nodes.filter((node): node is ApmNode => node.type === 'apm' && reads(node.context));
  return apms.reduce((sum, node) => insert(sum, node.id, { ...node, id: freshId(sum, node.id), context: moved(node.context) }), graph);
}

/**
 * The graph with a node twice: the copy, ID~2, goes wherever the original goes. A node that writes only registers is
 * read through fields, so its copy comes with a copy of each context (or else selector, or else apm) that reads it.
 * @throws KolmoError ERR_OPTION: no such node, or a graph too large with the copy
 */
export function duplicateNode(graph: Graph, id: string): Graph {
  const node = nodeOf(graph, id);
  const copy = freshId(graph, id);
  const twice = insert(graph, id, { ...node, id: copy });
  const asSignal = [...graph.nodes.flatMap((entry) => ('inputs' in entry ? entry.inputs : [])), ...graph.output].includes(id);
  return checkGraph(registersOf(node) > 0 && !asSignal ? copyReaders(twice, id, copy) : twice);
}

/** How a graph's networks run: with products in int8 or in 32-bit floats, or not at all. */
export const networkChoices = ['int8', 'fp32', 'off'] as const;
export type NetworkChoice = (typeof networkChoices)[number];

/**
 * The graph with all its networks at one precision, or without them and what only they read.
 * @throws KolmoError ERR_OPTION: without its networks the graph predicts nothing
 */
export function setNetworks(graph: Graph, choice: NetworkChoice): Graph {
  if (choice !== 'off')
    return checkGraph({ ...graph, nodes: graph.nodes.map((node) => (node.type === 'bits' ? { ...node, precision: choice } : node)) });
  const rest = graph.nodes.filter((node) => node.type === 'bits').reduce((from, { id }) => dropNode(from, id), graph);
  const before = reached(graph);
  const after = reached(rest);
  return checkGraph({ ...rest, nodes: rest.nodes.filter(({ id }) => after.has(id) || !before.has(id)) });
}
