/** The text of native/programs/programs.c. */
import { decodeProgram, lower, programHash } from '../src/lower/index.js';
import { levels } from '../src/models/levels.js';
import { renderUpdate } from '../src/render/update.js';

const perLine = 20;

interface Shipped {
  readonly levels: readonly number[];
  readonly nodes: number;
  readonly bytes: Uint8Array;
  readonly hash: bigint;
}

/* Levels whose Programs are the same bytes share a row. */
function shipped(): readonly Shipped[] {
  const rows = new Map<bigint, Shipped>();
  for (const { level, graph } of levels) {
    const bytes = lower(graph);
    const hash = programHash(bytes);
    const row = rows.get(hash) ?? { levels: [], nodes: graph.nodes.length, bytes, hash };
    rows.set(hash, { ...row, levels: [...row.levels, level] });
  }
  return [...rows.values()];
}

const nameOf = (row: Shipped): string => `level${row.levels.join('-')}`;
const arrayOf = (row: Shipped): string => `program_${row.levels.join('_')}`;

function array(row: Shipped): string {
  const cells = Array.from(row.bytes, (byte) => `${byte},`);
  const lines = Array.from({ length: Math.ceil(cells.length / perLine) }, (_, i) => `  ${cells.slice(i * perLine, (i + 1) * perLine).join(' ')}\n`);
  const of = `level${row.levels.length > 1 ? 's' : ''} ${row.levels.join(', ')}`;
  return `/* ${of}: ${row.nodes} nodes, ${row.bytes.length} bytes */\nstatic const uint8_t ${arrayOf(row)}[] = {\n${lines.join('')}};\n`;
}

/* Update functions by their text: levels that differ in table sizes alone share one. */
class Updates {
  readonly #names = new Map<string, string>();

  /** The name of the function that runs this row's Program. */
  nameFor(row: Shipped): string {
    const program = decodeProgram(row.bytes);
    const body = renderUpdate(program, 'X');
    const name = this.#names.get(body) ?? `${row.levels[0]}`;
    this.#names.set(body, name);
    return `update_${name}`;
  }

  text(): string {
    return [...this.#names].map(([body, name]) => body.replaceAll('_X', `_${name}`)).join('\n');
  }
}

/** The text of programs.c. */
export function programsSource(): string {
  const rows = shipped();
  const updates = new Updates();
  const table = rows.map((row) => `  {0x${row.hash.toString(16).padStart(16, '0')}ull, "${nameOf(row)}", ${arrayOf(row)}, sizeof ${arrayOf(row)}, ${updates.nameFor(row)}},\n`);
  return [
    '/* Written by `npm run programs` from src/models/levels.ts; do not edit. */\n#include "core/render.h"\n#include "programs/programs.h"\n',
    ...rows.map(array),
    updates.text(),
    `const kolmo_shipped_program kolmo_shipped_programs[] = {\n${table.join('')}};\n`,
    'const size_t kolmo_shipped_program_count = sizeof kolmo_shipped_programs / sizeof kolmo_shipped_programs[0];\n',
  ].join('\n');
}
