/** Graph -> Program: which stages, in which order, with which registers and signals. */
import { conditionField } from '../graph/fields.js';
import { reached, schedule } from '../graph/order.js';
import { placeOfRegister, registersOf, signalsOf } from '../graph/schema.js';
import type { Field, Graph, Node } from '../graph/types.js';
import { derive } from './derive.js';
import { planNetwork } from './network.js';
import type { Bits, Program, Selector, Span, Stage, Term } from './program.js';

const schedules = ['constant', 'linear', 'root'] as const;
const PARTIAL = 0;
const HISTORY = 1; /* four registers; the last byte is the first one's low byte */

type Places = ReadonlyMap<string, { readonly register: number; readonly out: number }>;

/* The place of a checked reference, which is always planned before its reader. */
function placeOf(places: Places, id: string): { readonly register: number; readonly out: number } {
  const place = places.get(id);
  if (place === undefined) throw new Error(`node "${id}" is read before it runs`);
  return place;
}

/* Where a field's register lies, and how many of its bits are ever set. */
function registerOf(places: Places, field: Extract<Field, { readonly what: string }>): { readonly register: number; readonly width: number } {
  const { index, width } = placeOfRegister(field.what);
  return { register: placeOf(places, field.of).register + index, width };
}

const lowMask = (bits: number): number => 0xffffffff >>> (32 - bits);

/* Where the i-th last byte lies. */
const byteRegister = (i: number): number => HISTORY + ((i - 1) >> 2);
const byteShift = (i: number): number => 8 * ((i - 1) & 3);

function termsOf(places: Places, field: Field): readonly Term[] {
  if ('bytes' in field)
    return Array.from({ length: Math.ceil(field.bytes / 4) }, (_, i) => ({
      register: HISTORY + i,
      mask: 0xffffffff >>> (8 * Math.max(0, 4 * (i + 1) - field.bytes)),
    }));
  if ('byte' in field) return [{ register: byteRegister(field.byte), mask: ((field.mask ?? 0xff) << byteShift(field.byte)) >>> 0 }];
  if ('word' in field) return [{ register: placeOf(places, field.of).register + field.word, mask: 0xffffffff }];
  if ('what' in field) {
    const { register, width } = registerOf(places, field);
    return [{ register, mask: field.mask ?? lowMask(width) }];
  }
  return []; /* partial: checkGraph keeps it out of contexts */
}

/* Fields of one register are one term: each term costs a multiplication per byte. */
function contextTerms(places: Places, fields: readonly Field[]): readonly Term[] {
  const masks = new Map<number, number>();
  for (const { register, mask } of fields.flatMap((field) => termsOf(places, field)))
    masks.set(register, ((masks.get(register) ?? 0) | mask) >>> 0);
  return [...masks].map(([register, mask]) => ({ register, mask }));
}

/* The top `wanted` bits of a piece that is `width` bits wide and starts at `shift`. */
function top(register: number, shift: number, width: number, wanted: number | undefined): Bits {
  const taken = wanted ?? width;
  return { register, shift: shift + width - taken, bits: taken };
}

function bitsOf(places: Places, field: Field): Bits {
  if ('partial' in field) return { register: PARTIAL, shift: 0, bits: 8 };
  if ('bytes' in field) return { register: HISTORY, shift: 0, bits: 8 * field.bytes };
  if ('byte' in field) return top(byteRegister(field.byte), byteShift(field.byte), 8, field.top);
  if ('word' in field) return top(placeOf(places, field.of).register + field.word, 0, 32, field.top);
  const { register, width } = registerOf(places, field);
  return { register, shift: 0, bits: field.bits ?? width };
}

/** A Program, and what in it is which node's. */
export interface Plan {
  readonly program: Program;
  /** Of each stage, the id of its node; undefined of the first and the last one. */
  readonly stageNodes: readonly (string | undefined)[];
  /** Of each stage that is a network, the ids of its ops' nodes. */
  readonly opNodes: ReadonlyMap<number, readonly string[]>;
  /** The first signal that each node writes. */
  readonly signals: ReadonlyMap<string, number>;
}

/** The Program of a checked graph. Nodes that the output does not depend on are left out. */
export function planProgram(graph: Graph): Program {
  return planNodes(graph).program;
}

/** The same, with where its nodes went. */
export function planNodes(graph: Graph): Plan {
  const used = reached(graph);
  const order = schedule(graph).order.filter((node) => used.has(node.id));
  const byId = new Map(order.map((node) => [node.id, node]));
  const stageNodes: (string | undefined)[] = [undefined];
  const opNodes = new Map<number, readonly string[]>();
  const places = new Map<string, { readonly register: number; readonly out: number }>();
  let register = HISTORY + 4;
  let out = 0;

  const selector = (fields: readonly Field[]): Selector => fields.map((field) => bitsOf(places, field));
  const spans = (ids: readonly string[]): readonly Span[] => {
    const merged: Span[] = [];
    for (const id of ids) {
      const node = byId.get(id);
      const span = { start: placeOf(places, id).out, count: node === undefined ? 0 : signalsOf(node) };
      const last = merged.at(-1);
      if (last !== undefined && last.start + last.count === span.start) merged[merged.length - 1] = { start: last.start, count: last.count + span.count };
      else merged.push(span);
    }
    return merged;
  };

  const terms = (id: string): readonly Term[] => {
    const context = byId.get(id);
    return context?.type === 'context' ? contextTerms(places, context.of) : [];
  };

  /* None for a context: the slots and networks that use it hash it. */
  const stagesOf = (node: Node): readonly Stage[] => {
    switch (node.type) {
      case 'words':
        return [{ op: 'WORDS', count: node.count, alphabet: node.alphabet === 'letters' ? 0 : 1, register }];
      case 'classes':
        return [{ op: 'CLASSES', register }];
      case 'lines':
        return [{ op: 'LINES', register }];
      case 'outline':
        return [{ op: 'OUTLINE', register }];
      case 'codes':
        return [{ op: 'CODES', register }];
      case 'brackets':
        return [{ op: 'BRACKETS', register }];
      case 'indirect':
        return [{ op: 'INDIRECT', register }];
      case 'records':
        return [{ op: 'RECORDS', register }];
      case 'instructions':
        return [{ op: 'INSTRUCTIONS', register }];
      case 'fields':
        return [{ op: 'FIELDS', unit: node.unit === 'cell' ? 0 : 1, register }];
      case 'scopes':
        return [{ op: 'SCOPES', register }];
      case 'match':
        return [{ op: 'MATCH', size: node.entries, minLength: node.minLength, limit: node.limit, out, register }];
      case 'context':
        return [];
      case 'slots':
        return [{ op: 'SLOTS', size: node.bytes, limit: node.limit, contexts: node.contexts.map(terms), out }];
      case 'recall':
        return [{ op: 'RECALL', size: node.entries, limit: node.limit, contexts: node.contexts.map(terms), out }];
      case 'bits': {
        const { rows: size, window, warm, steps, decay, epsilon } = node;
        const { optimizer, clip, schedule, after, over, least, delay, replay, credit, doublings } = node.train;
        const between = doublings === 0 ? 0 : node.train.between;
        const fall = schedules.indexOf(schedule);
        const falling = fall === 0 ? { after: 0, over: 0, least: 0 } : { after, over, least };
        const training = { window, warm, steps, decay, epsilon, sgd: optimizer === 'sgd' ? 1 : 0, clip, fall, ...falling, delay, replay, credit, doublings, between };
        const when = node.when === 'always' ? undefined : { ...bitsOf(places, conditionField(node.when)), below: node.when.below };
        const { widths, logits, ops, nodes } = planNetwork(graph, node, terms);
        opNodes.set(stages.length, nodes);
        const precision = node.precision === 'int8' ? 0 : 1;
        return [{ op: 'NETWORK', size, precision, ...training, when, widths: widths.map((width) => width / 16), logits, ops, ...derive(ops, logits), out, register }];
      }
      case 'rows':
      case 'dense':
      case 'recurrence':
      case 'attention':
      case 'lstm':
      case 'norm':
      case 'act':
        return []; /* parts of the network of the bits node that reads them */
      case 'mixer': {
        const { sets: size, weight, mean, rateMax, rateMin, decay, skip } = node;
        return [{ op: 'MIXER', inputs: spans(node.inputs), selectors: node.select.map(selector), size, out, weight, rateMax, rateMin, decay, skip, mean }];
      }
      case 'apm': {
        const { entries: size, limit } = node;
        return [{ op: 'APM', inputs: spans(node.inputs), selector: selector(node.context), size, limit, out }];
      }
      case 'residual': {
        const { hidden, init, rate, rateOut, skip } = node;
        return [{ op: 'RESIDUAL', inputs: spans(node.inputs), hidden, init, rate, rateOut, skip, out }];
      }
    }
  };

  const stages: Stage[] = [{ op: 'HISTORY', size: graph.history, register: HISTORY }];
  for (const node of order) {
    const own = stagesOf(node);
    stages.push(...own);
    stageNodes.push(...own.map(() => node.id));
    places.set(node.id, { register, out });
    register += registersOf(node);
    out += signalsOf(node);
  }
  stages.push({ op: 'OUTPUT', inputs: spans(graph.output) });
  stageNodes.push(undefined);
  return { program: { stages }, stageNodes, opNodes, signals: new Map([...places].map(([id, place]) => [id, place.out])) };
}
