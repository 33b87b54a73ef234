/** Fields: what contexts and selectors read of history. */
import type { Field, Node } from './types.js';

/** Every field that a node reads, in order. */
export function fieldsOf(node: Node): readonly Field[] {
  switch (node.type) {
    case 'context':
      return node.of;
    case 'mixer':
      return node.select.flat();
    case 'apm':
      return node.context;
    case 'words':
    case 'match':
    case 'slots':
      return [];
  }
}

/** The words or match node behind a field; undefined when it is plain history. */
export function sourceOf(field: Field): string | undefined {
  if ('word' in field) return field.of;
  return 'match' in field ? field.match : undefined;
}

/** The same field, reading another words or match node. */
export function readFrom(field: Field, id: string): Field {
  if ('word' in field) return { ...field, of: id };
  return 'match' in field ? { ...field, match: id } : field;
}

/* A field's registers, by any names that differ. */
function registerNames(field: Field): readonly string[] {
  if ('bytes' in field) return Array.from({ length: Math.ceil(field.bytes / 4) }, (_, i) => `history ${i}`);
  if ('byte' in field) return [`history ${(field.byte - 1) >> 2}`];
  if ('word' in field) return [`word ${field.word} ${field.of}`];
  return 'match' in field ? [`match ${field.what} ${field.match}`] : [];
}

/** How many registers a context of these fields reads. */
export function registersRead(fields: readonly Field[]): number {
  return new Set(fields.flatMap(registerNames)).size;
}

/** Bits that a field fills in a selector. */
export function widthOf(field: Field): number {
  if ('bytes' in field) return 8 * field.bytes;
  if ('partial' in field) return 8;
  if (field.bits !== undefined) return field.bits;
  if ('byte' in field) return 8;
  if ('match' in field) return field.what === 'length' ? 4 : 8;
  return 32;
}

/** A field in the short form that the printer and messages use: "bytes 3", "byte 2 & 0xe0", "words[1]", "partial". */
export function fieldText(field: Field): string {
  if ('partial' in field) return 'partial';
  if ('bytes' in field) return field.bytes === 1 ? 'byte 1' : `bytes 1-${field.bytes}`;
  const top = field.bits === undefined ? '' : ` top ${field.bits}`;
  if ('word' in field) return `${field.of}[${field.word}]${top}`;
  if ('match' in field) return `${field.match}.${field.what}${top}`;
  if (field.mask === 0) return 'nothing';
  const mask = field.mask === undefined ? '' : ` & 0x${field.mask.toString(16).padStart(2, '0')}`;
  return `byte ${field.byte}${mask}${top}`;
}
