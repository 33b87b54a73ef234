/** The texts of native/programs/programs.c and rendered.h. */
import { kinds, type Kind } from '../src/kinds/kinds.js';
import { decodeProgram, lower, programHash } from '../src/lower/index.js';
import { graphFor, levels } from '../src/models/levels.js';
import { renderUpdate } from '../src/render/update.js';

const perLine = 20;

interface Shipped {
  readonly levels: readonly number[];
  readonly kind: Kind;
  readonly nodes: number;
  readonly bytes: Uint8Array;
  readonly hash: bigint;
}

/* Levels whose Programs are the same bytes share a row. */
function shipped(): readonly Shipped[] {
  const rows = new Map<bigint, Shipped>();
  for (const kind of kinds) for (const row of levels) {
    if (kind !== 'text' && row.kinds === undefined) continue;
    const graph = graphFor(row, kind);
    const bytes = lower(graph);
    const hash = programHash(bytes);
    const shared = rows.get(hash) ?? { levels: [], kind, nodes: graph.nodes.length, bytes, hash };
    rows.set(hash, { ...shared, levels: [...shared.levels, row.level] });
  }
  return [...rows.values()];
}

/* The graph for text goes by the level's name alone. */
const nameOf = (row: Shipped): string => `level${[...row.levels, ...(row.kind === 'text' ? [] : [row.kind])].join('-')}`;
const arrayOf = (row: Shipped): string => `program_${[...row.levels, ...(row.kind === 'text' ? [] : [row.kind])].join('_')}`;
/* An update function goes by the first that runs it. */
const updateOf = ({ levels: [first], kind }: Shipped): string => `level${first}${kind === 'text' ? '' : `_${kind}`}`;

function array(row: Shipped): string {
  const cells = Array.from(row.bytes, (byte) => `${byte},`);
  const lines = Array.from({ length: Math.ceil(cells.length / perLine) }, (_, i) => `  ${cells.slice(i * perLine, (i + 1) * perLine).join(' ')}\n`);
  const of = `level${row.levels.length > 1 ? 's' : ''} ${row.levels.join(', ')}${row.kind === 'text' ? '' : ` for ${row.kind} data`}`;
  return `/* ${of}: ${row.nodes} nodes, ${row.bytes.length} bytes */\nstatic const uint8_t ${arrayOf(row)}[] = {\n${lines.join('')}};\n`;
}

/* Update functions by their text: levels that differ in table sizes alone share one. */
class Updates {
  readonly #bodies = new Map<string, Shipped>();

  /** The number of the function that runs this row's Program. */
  numberFor(row: Shipped): number {
    const body = renderUpdate(decodeProgram(row.bytes), 'X');
    if (!this.#bodies.has(body)) this.#bodies.set(body, row);
    return [...this.#bodies.keys()].indexOf(body);
  }

  text(): string {
    const all = [...this.#bodies];
    const of = (text: boolean): readonly string[] =>
      all.filter(([, { kind }]) => (kind === 'text') === text).map(([body, row]) => body.replaceAll('_X', `_${updateOf(row)}`));
    const names = all.map(([, row]) => (row.kind === 'text' ? `update_${updateOf(row)}` : `OF_OTHER_KIND(update_${updateOf(row)})`));
    return [
      ...of(true),
      '#ifdef KOLMO_TEXT_ALONE /* the other kinds are interpreted: where only text is tried, and compiling the rest takes minutes */',
      '#define OF_OTHER_KIND(update) NULL',
      '#else',
      '#define OF_OTHER_KIND(update) update\n',
      ...of(false),
      '#endif',
      `static void (*const rendered_updates[])(kolmo_model *m, unsigned bit) = {${names.join(', ')}};\n`,
    ].join('\n');
  }
}

const written = '/* Written by `npm run programs` from src/models/levels.ts; do not edit. */\n';

/** The texts of programs.c and rendered.h. */
export function programsSource(): { readonly programs: string; readonly rendered: string } {
  const rows = shipped();
  const updates = new Updates();
  const table = rows.map((row) => `  {0x${row.hash.toString(16).padStart(16, '0')}ull, "${nameOf(row)}", ${arrayOf(row)}, sizeof ${arrayOf(row)}, ${updates.numberFor(row)}},\n`);
  const programs = [
    `${written}#include "programs/programs.h"\n`,
    ...rows.map(array),
    `const kolmo_shipped_program kolmo_shipped_programs[] = {\n${table.join('')}};\n`,
    'const size_t kolmo_shipped_program_count = sizeof kolmo_shipped_programs / sizeof kolmo_shipped_programs[0];\n',
  ].join('\n');
  return { programs, rendered: `${written}/* Included by kernels/path.h, once for each CPU path. */\n${updates.text()}` };
}
