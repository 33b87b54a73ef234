import { byte, contexts, fields, of, order, scopes, slots, word } from '../graph/build.js';
import type { ContextNode, Field, Graph, Node, RegisterName } from '../graph/types.js';
import { structuredGroups, structuredGroups2 } from './neural.js';
import { ample, standard } from './standard.js';
import { full, fullest } from './strong.js';
import type { Tables } from './tables.js';

const low = 0xff;
const cell = (what: RegisterName, mask?: number): Field => of('cells', what, mask);
const token = (what: RegisterName, mask?: number): Field => of('tokens', what, mask);
const scope = (what: RegisterName, mask?: number): Field => of('scopes', what, mask);

/** Where the next byte stands in its record, and what stood in that place before: cells of CSV, tokens of logs, paths of JSON and XML. */
const recordContexts = contexts({
  'cell-offset': [cell('field'), byte(1)],
  'cell-above': [cell('field'), cell('cell', low)],
  'cell-left': [cell('left'), cell('spelled'), cell('field', low)],
  'cell-over': [cell('over'), cell('spelled'), cell('field', low)],
  'cell-around': [cell('cell'), byte(1)],
  'token-above': [token('field'), token('cell', low)],
  'token-over': [token('over'), token('spelled')],
  'token-spelled': [token('cell', 0xffff), token('spelled')],
  'scope-o3': [scope('scope'), order(3)],
  'scope-word': [scope('scope'), word(0)],
  'path-again': [scope('path'), scope('again'), byte(1)],
  'value-over': [scope('scope'), scope('value'), scope('earlier')],
});

/* The graph for text, less some of its contexts, and the contexts of records. */
function forRecords(text: Graph, name: string): Graph {
  const dropped = ['word-o1', 'label-o3', 'label-word', 'line', 'class-1', 'class-2']; /* paths say the same, and better; their words are no codes */
  const read = new Set([...text.nodes.flatMap((node) => (node.type === 'slots' || node.type === 'recall' ? node.contexts : [])), ...structuredGroups.flat(), ...structuredGroups2.flat()]);
  const kept = (node: Node): node is ContextNode => node.type === 'context' && read.has(node.id) && !dropped.includes(node.id);
  const all = [...text.nodes.filter(kept), ...recordContexts];
  const nodes = text.nodes.flatMap((node): readonly Node[] => {
    if (node.type === 'context' || node.type === 'codes') return [];
    if (node.type !== 'slots') return [node];
    /* What has no slots there, for only the network reads it, has none here. */
    const of = all.filter((context) => node.contexts.includes(context.id) || recordContexts.includes(context));
    return [fields('cells', 'cell'), fields('tokens', 'token'), scopes('scopes'), ...all, slots(node.id, of, node.bytes, node.limit)];
  });
  return { ...text, name, nodes };
}

/** The everyday model for logs, CSV, JSON, XML and other records. */
export const structured = (tables: Tables): Graph => forRecords(standard(tables), 'structured');

/** The same with more places recalled, and a residual. */
export const ampleStructured = (tables: Tables): Graph => forRecords(ample(tables), 'ample-structured');

/** The same with a second match and more weight sets. */
export const fullStructured = (tables: Tables): Graph => forRecords(full(tables), 'full-structured');
export const fullestStructured = (tables: Tables): Graph => forRecords(fullest(tables), 'fullest-structured');
