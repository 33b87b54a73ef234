/** checkGraph: from unknown JSON to a Graph that can be lowered, or an error that names the node and the parameter. */
import { fail } from './fail.js';
import { fieldsOf, registersRead, sourceOf, widthOf } from './fields.js';
import { reached, readsOf, schedule } from './order.js';
import { checkNetworks, isVector } from './network.js';
import { historySize, limits, type Param, placeOfRegister, registerNames, registersOf, schema, signalRefs, signalsOf } from './schema.js';
import type { Condition, Field, Graph, Node, NodeType, Size } from './types.js';

type Json = { readonly [key: string]: unknown };

const idPattern = /^[A-Za-z][A-Za-z0-9_~-]{0,62}$/;
/* setParam's names for what is not a node. */
const reserved = new Set(['name', 'history', 'output', 'nodes']);

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}

function object(value: unknown, at: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(at, `must be an object, not ${show(value)}`);
  return value as Json;
}

function list(value: unknown, at: string, min: number, max: number): readonly unknown[] {
  if (!Array.isArray(value)) fail(at, `must be a list, not ${show(value)}`);
  if (value.length < min || value.length > max) fail(at, `must have ${min} to ${max} entries, not ${value.length}`);
  return value as readonly unknown[];
}

function integer(value: unknown, at: string, min: number, max: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max)
    fail(at, `must be an integer from ${min} to ${max}, not ${show(value)}`);
  return value + 0; /* -0, which JSON can hold, becomes 0 */
}

function choice<T extends string>(value: unknown, at: string, of: readonly T[]): T {
  const found = of.find((name) => name === value);
  if (found === undefined) fail(at, `must be ${of.map((name) => `"${name}"`).join(' or ')}, not ${show(value)}`);
  return found;
}

/* All of `required` and some of `optional`, nothing else. */
function keys(value: Json, at: string, required: readonly string[], optional: readonly string[] = []): void {
  for (const key of Object.keys(value))
    if (!required.includes(key) && !optional.includes(key)) fail(at, `has no parameter "${key}"; it has ${[...required, ...optional].join(', ')}`);
  for (const key of required) if (!Object.hasOwn(value, key)) fail(at, `misses parameter "${key}"`);
}

function size(value: unknown, at: string, low: number, high: number): Size {
  const given = object(value, at);
  keys(given, at, ['min', 'max', 'offset']);
  const min = integer(given['min'], `${at}.min`, low, high);
  const max = integer(given['max'], `${at}.max`, low, high);
  if (min > max) fail(`${at}.min`, `must not exceed max: ${min} > ${max}`);
  return { min, max, offset: integer(given['offset'], `${at}.offset`, -128, 127) };
}

function ids(value: unknown, at: string, max: number): readonly string[] {
  const seen = new Set<string>();
  list(value, at, 1, max).forEach((id, i) => {
    if (typeof id !== 'string') fail(`${at}[${i}]`, `must be a node's id, not ${show(id)}`);
    if (seen.has(id)) fail(`${at}[${i}]`, `names "${id}" a second time`);
    seen.add(id);
  });
  return [...seen];
}

type Reader = 'context' | 'selector';

/* How many bits a selector takes of a field that is `width` bits wide: its top or its low ones, as `name` says. */
function taken<Name extends 'top' | 'bits'>(given: Json, at: string, name: Name, width: number): { readonly [N in Name]?: number } {
  const value = given[name];
  const bits: { [N in Name]?: number } = {};
  if (value !== undefined) bits[name] = integer(value, `${at}.${name}`, 1, Math.min(width, limits.selectorBits));
  return bits;
}

function reference(value: unknown, at: string): string {
  if (typeof value !== 'string') fail(at, `must be a node's id, not ${show(value)}`);
  return value;
}

const fieldKinds = ['bytes', 'byte', 'word', 'what', 'partial'] as const;

function field(value: unknown, at: string, reader: Reader): Field {
  const given = object(value, at);
  const kind = fieldKinds.find((name) => Object.hasOwn(given, name));
  const selecting = reader === 'selector';
  switch (kind) {
    case 'bytes':
      keys(given, at, ['bytes']);
      return { bytes: integer(given['bytes'], `${at}.bytes`, 1, selecting ? 3 : limits.historyBytes) };
    case 'byte': {
      keys(given, at, ['byte'], selecting ? ['top'] : ['mask']);
      const byte = integer(given['byte'], `${at}.byte`, 1, limits.historyBytes);
      if (given['mask'] !== undefined) return { byte, mask: integer(given['mask'], `${at}.mask`, 0, 255) };
      return { byte, ...taken(given, at, 'top', 8) };
    }
    case 'word': {
      /* A selector that took all 32 bits of a hash would be too wide, so it must say how many. */
      keys(given, at, ['word', 'of', ...(selecting ? ['top'] : [])]);
      return { word: integer(given['word'], `${at}.word`, 0, 7), of: reference(given['of'], `${at}.of`), ...taken(given, at, 'top', 32) };
    }
    case 'what': {
      const what = choice(given['what'], `${at}.what`, registerNames);
      const { width } = placeOfRegister(what);
      /* As with words: what is wider than a selector may be must say how many bits. */
      if (!selecting) keys(given, at, ['of', 'what'], ['mask']);
      else if (width > limits.selectorBits) keys(given, at, ['of', 'what', 'bits']);
      else keys(given, at, ['of', 'what'], ['bits']);
      const field = { of: reference(given['of'], `${at}.of`), what };
      if (given['mask'] !== undefined) return { ...field, mask: integer(given['mask'], `${at}.mask`, 0, 2 ** width - 1) };
      return { ...field, ...taken(given, at, 'bits', width) };
    }
    case 'partial':
      keys(given, at, ['partial']);
      if (reader === 'context') fail(at, 'contexts are evaluated between bytes, where "partial" is always empty; only selectors read it');
      if (given['partial'] !== true) fail(`${at}.partial`, `must be true, not ${show(given['partial'])}`);
      return { partial: true };
    case undefined:
      return fail(at, `is no field: ${show(value)}; a field has one of ${fieldKinds.join(', ')}`);
  }
}

function selector(value: unknown, at: string): readonly Field[] {
  const fields = list(value, at, 0, limits.selectorFields).map((entry, i) => field(entry, `${at}[${i}]`, 'selector'));
  const bits = fields.reduce((sum, entry) => sum + widthOf(entry), 0);
  if (bits > limits.selectorBits) fail(at, `must have at most ${limits.selectorBits} bits, not ${bits}`);
  return fields;
}

function context(value: unknown, at: string): readonly Field[] {
  const fields = list(value, at, 1, 32).map((entry, i) => field(entry, `${at}[${i}]`, 'context'));
  const terms = registersRead(fields);
  if (terms > limits.contextTerms) fail(at, `must read at most ${limits.contextTerms} registers, not ${terms} (four bytes of history, a word, or any other register are one each)`);
  return fields;
}

function condition(value: unknown, at: string, max: number): 'always' | Condition {
  if (value === 'always') return value;
  const { below, ...rest } = object(value, at);
  const read = field(rest, at, 'selector');
  if (!('what' in read)) return fail(at, `must read a register of a node, not ${show(value)}`);
  const { of, what } = read;
  return { of, what, ...('bits' in read ? { bits: read.bits } : {}), below: integer(below, `${at}.below`, 1, max) };
}

function param(value: unknown, at: string, rule: Param): unknown {
  switch (rule.kind) {
    case 'integer': {
      const number = integer(value, at, rule.min, rule.max);
      if (rule.step !== undefined && number % rule.step !== 0) fail(at, `must be a multiple of ${rule.step}, not ${number}`);
      return number;
    }
    case 'choice':
      return choice(value, at, rule.of);
    case 'size':
      return size(value, at, rule.min, rule.max);
    case 'nodes':
      return ids(value, at, rule.max);
    case 'record': {
      const given = object(value, at);
      keys(given, at, Object.keys(rule.of));
      return Object.fromEntries(Object.entries(rule.of).map(([name, part]) => [name, param(given[name], `${at}.${name}`, part)]));
    }
    case 'condition':
      return condition(value, at, rule.max);
    case 'context':
      return context(value, at);
    case 'selector':
      return selector(value, at);
    case 'selectors':
      return list(value, at, 1, rule.max).map((entry, i) => selector(entry, `${at}[${i}]`));
  }
}

function node(value: unknown, at: string): Node {
  const given = object(value, at);
  const id = given['id'];
  if (typeof id !== 'string' || !idPattern.test(id) || reserved.has(id))
    fail(`${at}.id`, `must be a letter, then letters, digits, "_", "-" or "~" (63 at most, not ${[...reserved].join(', ')}), not ${show(id)}`);
  const here = `node "${id}"`;
  const type = choice(given['type'], `${here}: type`, Object.keys(schema) as NodeType[]);
  const rules = Object.entries<Param>(schema[type]);
  keys(given, here, ['id', 'type', ...rules.map(([name]) => name)]);
  const params = rules.map(([name, rule]) => [name, param(given[name], `${here}: ${name}`, rule)] as const);
  const made = { id, type, ...Object.fromEntries(params) } as Node; /* schema is typed by Node's own parameters */
  if (made.type === 'mixer' && made.rateMin > made.rateMax) fail(`${here}: rateMin`, `must not exceed rateMax: ${made.rateMin} > ${made.rateMax}`);
  return made;
}

/* Every reference names a node of a right kind; fields name a register of that kind, and a word that is remembered. */
function checkReferences(graph: Graph): void {
  const byId = new Map(graph.nodes.map((entry) => [entry.id, entry]));
  const expect = (id: string, types: readonly NodeType[], at: string): Node => {
    const found = byId.get(id);
    if (found === undefined) fail(at, `there is no node "${id}"`);
    if (!types.includes(found.type)) fail(at, `"${id}" is a ${found.type} node; it must be ${types.join(' or ')}`);
    return found;
  };
  for (const entry of graph.nodes) {
    const here = `node "${entry.id}"`;
    for (const [name, rule] of Object.entries<Param>(schema[entry.type]))
      if (rule.kind === 'nodes') for (const id of entry[name as keyof Node] as unknown as readonly string[]) expect(id, rule.types, `${here}: ${name}`);
    const place = entry.type === 'context' ? 'of' : entry.type === 'mixer' ? 'select' : entry.type === 'bits' ? 'when' : 'context';
    for (const read of fieldsOf(entry)) {
      const source = sourceOf(read);
      if (source === undefined) continue;
      const found = expect(source, ['what' in read ? placeOfRegister(read.what).type : 'words'], `${here}: ${place}`);
      if ('word' in read && found.type === 'words' && read.word >= found.count)
        fail(`${here}: ${place}`, `reads word ${read.word} of "${source}", which remembers ${found.count} (0 is the current one)`);
    }
  }
  for (const id of graph.output) expect(id, signalRefs.types, 'output');
}

function checkCycles(graph: Graph): void {
  const stuck = new Map(schedule(graph).stuck.map((entry) => [entry.id, entry]));
  const first = [...stuck.keys()][0];
  if (first === undefined) return;
  /* Each stuck node reads a stuck one, so following them ends on the cycle. */
  const path: string[] = [];
  let id = first;
  while (!path.includes(id)) {
    path.push(id);
    const reads: readonly string[] = readsOf(stuck.get(id) as Node);
    id = reads.find((read) => stuck.has(read)) as string;
  }
  const cycle = [...path.slice(path.indexOf(id)), id];
  fail(`node "${id}"`, `reads itself: ${cycle.join(' <- ')}`);
}

/* What a Program cannot hold. The node named is the first that no longer fits. */
function checkTotals(graph: Graph): void {
  const writes = new Map(graph.nodes.map((entry) => [entry.id, signalsOf(entry)]));
  const terms = new Map(graph.nodes.map((entry) => [entry.id, entry.type === 'context' ? registersRead(entry.of) : 0]));
  const checkSignals = (ids: readonly string[], at: string, more = 0): void => {
    const count = ids.reduce((sum, id) => sum + (writes.get(id) ?? 0), more);
    if (count > limits.stageInputs) fail(at, `are ${count} signals; at most ${limits.stageInputs} meet in one place`);
  };
  let stages = 0;
  let signals = 0;
  let registers = 0;
  let fields = 0;
  let reads = graph.output.length;
  for (const entry of graph.nodes) {
    const here = `node "${entry.id}"`;
    if (entry.type !== 'context' && !isVector(entry)) stages += 1;
    signals += signalsOf(entry);
    registers += registersOf(entry);
    if ('contexts' in entry) fields += entry.contexts.reduce((sum, id) => sum + (terms.get(id) ?? 0), 0);
    else if (entry.type !== 'context') fields += fieldsOf(entry).length;
    if ('inputs' in entry) reads += entry.inputs.length;
    if (stages > limits.stages) fail(here, `is one too many: a graph has at most ${limits.stages} nodes besides contexts`);
    if (signals > limits.signals) fail(here, `makes ${signals} signals; a graph has at most ${limits.signals}`);
    if (registers > limits.registers) fail(here, `makes ${registers} registers; a graph has at most ${limits.registers}`);
    if (fields > limits.fields) fail(here, `reads ${fields} registers with those before it; a graph's contexts and selectors read at most ${limits.fields}`);
    if (reads > limits.inputs) fail(`${here}: inputs`, `are ${reads} with those before it; a graph has at most ${limits.inputs}`);
    if ('inputs' in entry) checkSignals(entry.inputs, `${here}: inputs`, entry.type === 'mixer' && entry.mean > 0 ? 1 : 0);
  }
  checkSignals(graph.output, 'output');
  checkHeard(graph);
}

/* A residual hears all signals before it. */
function checkHeard(graph: Graph): void {
  const used = reached(graph);
  let before = 0;
  for (const entry of schedule(graph).order) {
    if (!used.has(entry.id)) continue;
    if (entry.type === 'residual' && before >= limits.stageInputs) fail(`node "${entry.id}"`, `hears ${before} signals; at most ${limits.stageInputs - 1} may come before it`);
    before += signalsOf(entry);
  }
}

/**
 * Validates anything, say parsed JSON, as a model graph.
 * @returns a new Graph with nothing in it but the known parameters, in the schema's order
 * @throws KolmoError ERR_OPTION; the message names the node and the parameter
 */
export function checkGraph(value: unknown): Graph {
  const given = object(value, 'graph');
  keys(given, 'graph', ['name', 'history', 'nodes', 'output']);
  const name = given['name'];
  if (typeof name !== 'string' || name === '' || name.length > 64) fail('graph: name', `must be a text of 1 to 64 characters, not ${show(name)}`);
  const nodes = list(given['nodes'], 'graph: nodes', 1, limits.signals).map((entry, i) => node(entry, `nodes[${i}]`));
  const graph: Graph = {
    name,
    history: size(given['history'], 'history', historySize.min, historySize.max),
    nodes,
    output: ids(given['output'], 'output', signalRefs.max),
  };
  const seen = new Set<string>();
  for (const { id } of nodes) {
    if (seen.has(id)) fail(`node "${id}"`, 'exists twice; ids must differ');
    seen.add(id);
  }
  checkReferences(graph);
  checkCycles(graph);
  checkNetworks(graph);
  checkTotals(graph);
  return graph;
}
