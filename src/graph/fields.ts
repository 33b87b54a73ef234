/** Fields: what contexts and selectors read of history. */
import { placeOfRegister } from './schema.js';
import type { Condition, Field, Node, RegisterName } from './types.js';

/** What a condition compares. */
export const conditionField = ({ of, what, bits }: Condition): Extract<Field, { readonly what: RegisterName }> => (bits === undefined ? { of, what } : { of, what, bits });

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
      return [];
    case 'bits':
      return node.when === 'always' ? [] : [conditionField(node.when)];
  }
}

/** The node behind a field; undefined when it is plain history. */
export function sourceOf(field: Field): string | undefined {
  return 'of' in field ? field.of : undefined;
}

/** The same field, reading another node. */
export function readFrom(field: Field, id: string): Field {
  return 'of' in field ? { ...field, of: id } : field;
}

/* A field's registers, by any names that differ. */
function sources(field: Field): readonly string[] {
  if ('bytes' in field) return Array.from({ length: Math.ceil(field.bytes / 4) }, (_, i) => `history ${i}`);
  if ('byte' in field) return [`history ${(field.byte - 1) >> 2}`];
  if ('word' in field) return [`word ${field.word} ${field.of}`];
  return 'what' in field ? [`${field.what} ${field.of}`] : [];
}

/** How many registers a context of these fields reads. */
export function registersRead(fields: readonly Field[]): number {
  return new Set(fields.flatMap(sources)).size;
}

/** Bits that a field fills in a selector. */
export function widthOf(field: Field): number {
  if ('bytes' in field) return 8 * field.bytes;
  if ('partial' in field) return 8;
  if ('what' in field) return field.bits ?? placeOfRegister(field.what).width;
  return field.top ?? ('byte' in field ? 8 : 32);
}

const masked = (mask: number | undefined): string => (mask === undefined ? '' : ` & 0x${mask.toString(16).padStart(2, '0')}`);

/** A field in the short form that the printer uses: "bytes 1-3", "byte 2 & 0xe0", "words[1] top 8", "lines.column", "partial". */
export function fieldText(field: Field): string {
  if ('partial' in field) return 'partial';
  if ('bytes' in field) return field.bytes === 1 ? 'byte 1' : `bytes 1-${field.bytes}`;
  if ('what' in field) return `${field.of}.${field.what}${masked(field.mask)}${field.bits === undefined ? '' : ` low ${field.bits}`}`;
  const top = field.top === undefined ? '' : ` top ${field.top}`;
  if ('word' in field) return `${field.of}[${field.word}]${top}`;
  return field.mask === 0 ? 'nothing' : `byte ${field.byte}${masked(field.mask)}${top}`;
}
