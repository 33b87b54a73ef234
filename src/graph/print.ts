/** printGraph: a graph for people, one line a node and one drawing of the flow. */
import { steady } from './build.js';
import { conditionField, fieldText } from './fields.js';
import { readsOf, reached, schedule } from './order.js';
import { type Param, schema, signalsOf } from './schema.js';
import type { Field, Graph, Node, Size, Training } from './types.js';

/* log2 as people say it: 4 KiB, 16 M entries. */
function power(log2: number, unit: 'bytes' | 'entries'): string {
  const prefix = ['', 'Ki', 'Mi', 'Gi'][Math.floor(log2 / 10)] ?? '';
  const count = 2 ** (log2 % 10);
  return unit === 'bytes' ? `${count} ${prefix}B` : `${count}${prefix}`;
}

/** "256 KiB to 64 MiB, input x 512" */
function sizeText({ min, max, offset }: Size, unit: 'bytes' | 'entries'): string {
  const end = unit === 'entries' ? ' entries' : '';
  if (min === max) return power(min, unit) + end;
  const scale = offset === 0 ? 'input' : offset > 0 ? `input x ${2 ** offset}` : `input / ${2 ** -offset}`;
  return `${power(min, unit)} to ${power(max, unit)}${end}, ${scale}`;
}

const fieldsText = (fields: readonly Field[]): string => (fields.length === 0 ? 'nothing' : fields.map(fieldText).join(', '));

/* What is not as in steady training. */
function trainingText(training: Training): readonly string[] {
  return Object.entries(training).flatMap(([name, value]) => (value === steady[name as keyof Training] ? [] : [`${name} ${String(value)}`]));
}

/* The size column is apart, so that tables stand under each other. */
function columns(node: Node): readonly [size: string, params: string, reads: string] {
  let table = '';
  const params: string[] = [];
  for (const [name, rule] of Object.entries<Param>(schema[node.type])) {
    const value: unknown = node[name as keyof Node];
    if (rule.kind === 'size') table = sizeText(value as Size, rule.unit);
    else if (rule.kind === 'integer' || rule.kind === 'choice') params.push(`${name} ${String(value)}`);
    else if (rule.kind === 'record') params.push(...trainingText(value as Training));
  }
  return [table, params.join(', '), readsText(node)];
}

function readsText(node: Node): string {
  switch (node.type) {
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
      return 'history';
    case 'context':
      return fieldsText(node.of);
    case 'slots':
    case 'recall':
    case 'rows':
      return node.contexts.join(' ');
    case 'dense':
    case 'recurrence':
    case 'attention':
    case 'lstm':
    case 'norm':
    case 'act':
      return node.from.join(' ');
    case 'bits':
      return node.from.join(' ') + (node.when === 'always' ? '' : `; while ${fieldText(conditionField(node.when))} is below ${node.when.below}`);
    case 'mixer':
      return `${node.inputs.join(' ')}; a weight set for each of ${node.select.map((fields) => `(${fieldsText(fields)})`).join(' ')}`;
    case 'residual':
      return `${node.inputs.join(' ')}; hears every signal before it`;
    case 'apm':
      return `${node.inputs.join(' ')}; in ${fieldsText(node.context)}`;
  }
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
}

/* Nodes stand in columns by how many signals-makers lie before them; contexts are a count in their slots' line. */
function flow(graph: Graph, order: readonly Node[]): readonly string[] {
  const depth = new Map<string, number>();
  const layers: string[][] = [['history']];
  const used = reached(graph);
  for (const node of order) {
    if (!used.has(node.id)) continue;
    const before = readsOf(node).map((id) => depth.get(id) ?? 0);
    /* A context is no column of its own: it stands where what it reads stands. */
    const own = Math.max(0, ...before) + (node.type === 'context' ? 0 : 1);
    depth.set(node.id, own);
    if (node.type === 'context') continue;
    const signals = signalsOf(node);
    const from = 'contexts' in node ? `${node.contexts.length} contexts: ` : '';
    (layers[own] ??= []).push(signals === 0 ? node.id : `${from}${node.id} (${signals})`);
  }
  layers.push(['output']);
  const height = Math.max(...layers.map((layer) => layer.length));
  const widths = layers.map((layer) => Math.max(...layer.map((cell) => cell.length)));
  return Array.from({ length: height }, (_, row) =>
    layers.map((layer, column) => (layer[row] ?? '').padEnd(widths[column] ?? 0)).join(row === 0 ? ' -> ' : '    ').trimEnd(),
  );
}

/**
 * A graph as text: its sizes, one line a node (what it is, its table, its parameters, what it reads) in the order in
 * which nodes run, and the flow with each node's count of signals. Lines end in "\n".
 */
export function printGraph(graph: Graph): string {
  const { order } = schedule(graph);
  const used = reached(graph);
  const rows = order.map((node) => [node.id, used.has(node.id) ? node.type : `${node.type} (unused)`, ...columns(node)]);
  const lines = [
    `${graph.name}: ${graph.nodes.length} nodes; history ${sizeText(graph.history, 'bytes')}; output is the mean of ${graph.output.join(', ')}`,
    '',
    ...aligned([['node', 'type', 'table', 'parameters', 'reads'], ...rows]),
    '',
    ...flow(graph, order),
  ];
  return `${lines.join('\n')}\n`;
}
