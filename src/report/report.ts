/** `kolmo report`: one HTML page that shows what each byte of a file cost, and why. The page itself is made from page/ when kolmo is built. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isBytes } from '../kinds/kinds.js';
import { packageRoot } from '../native.js';
import { textNamed } from '../text/texts.js';
import { type Costs, costsOf } from './costs.js';
import type { About, Figures, Summary } from './figures.js';
import { BIT, GUESSES } from './inspect.js';
import { escaped, json, levelOfBits, levelsOf, MOST_BITS, MOST_SAVED, MOST_WEIGHT, packed, signedLevels, words } from './pack.js';
import { archiveParts, componentFigures, curveOf, kindsOf, timesOf } from './sections.js';
import type { Trace } from './trace.js';

export function summaryOf({ frames: { archiveBytes, payloadBytes } }: Trace, { total }: Costs): Summary {
  return { archiveBytes, payloadBytes, modelBits: total };
}

/* Of each coded byte, or each kept one: how many guesses it has, which, and their costs as levels. */
function guessArrays({ inspection: { guesses } }: Trace, order: readonly number[]): Record<'counts' | 'guesses' | 'chances', Uint8Array> {
  const counts = new Uint8Array(order.length);
  const bytes: number[] = [];
  const chances: number[] = [];
  order.forEach((row, i) => {
    for (let k = row * GUESSES; k < (row + 1) * GUESSES; k += 1) {
      const p = guesses[2 * k] ?? 0;
      if (p === 0) break;
      counts[i] = (counts[i] ?? 0) + 1;
      bytes.push(guesses[2 * k + 1] ?? 0);
      chances.push(levelOfBits(16 - Math.log2(p)));
    }
  });
  return { counts, guesses: Uint8Array.from(bytes), chances: Uint8Array.from(chances) };
}

/* The kept bytes in order: which, and what each component said to each. */
function keptArrays({ inspection: { at, said }, components }: Trace, order: readonly number[]): Record<'kept' | 'said' | 'weights' | 'saved', Uint8Array> {
  const width = 3 * components.length;
  const column = (which: number): number[] => order.flatMap((row) => components.map((_, c) => said[row * width + 3 * c + which] ?? 0));
  return {
    kept: words(order.map((row) => at[row] ?? 0)),
    said: Uint8Array.from(column(0), levelOfBits),
    weights: signedLevels(column(1), MOST_WEIGHT),
    saved: signedLevels(column(2), MOST_SAVED),
  };
}

/** The arrays that a page carries, by name. */
export function arraysOf(trace: Trace, costs: Costs): Readonly<Record<string, Uint8Array>> {
  const { data, inspection, units, guessedAll } = trace;
  const { at, coded } = inspection;
  const rows = Array.from(at, (_, row) => row).sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0));
  const guessed = guessedAll ? Array.from(coded, (_, row) => row) : rows;
  const isText = trace.frames.blocks.some(({ text }) => text);
  return {
    data,
    costs: levelsOf(costs.bytes),
    ...guessArrays(trace, guessed),
    ...keptArrays(trace, rows),
    ...(isText && { units, coded, codedCosts: Uint8Array.from(costs.coded, levelOfBits), words: trace.words }),
  };
}

/** The page's other figures, for page/. */
export function figuresOf(trace: Trace, costs: Costs, about: About): Figures {
  const { data, frames, kind, graph, guessedAll, floor, spread, costly } = trace;
  const figures = componentFigures(trace);
  const codedBytes = Math.max(1, trace.inspection.coded.length);
  const saved = figures.reduce((sum, each) => sum + each.saved, 0);
  let [rawAt, codedAt] = [0, 0];
  const blocks = frames.blocks.map(({ raw, coded, text, stored }) => {
    const block = { at: rawAt, codedAt, text, stored };
    rawAt += raw;
    codedAt += coded;
    return block;
  });
  return {
    ...about,
    bytes: data.length,
    codedBytes: trace.inspection.coded.length,
    kind,
    view: isBytes(kind) ? 'hex' : 'text',
    graph: graph.name,
    text: frames.blocks.some(({ text }) => text) ? textNamed(trace.text) : 'none',
    blocks,
    kept: { all: spread === 1, count: trace.inspection.at.length, spread, costly, guessedAll, guesses: GUESSES, least: floor / 65_536 },
    components: figures,
    /* By the model's costs, also where blocks are stored. */
    corrected: 8 - trace.inspection.costs.reduce((sum, cost) => sum + cost, 0) / BIT / codedBytes - saved,
    curve: curveOf(costs),
    kinds: kindsOf(trace, costs),
    parts: archiveParts(trace, costs),
    time: timesOf(trace),
    most: { bits: MOST_BITS, weight: MOST_WEIGHT, saved: MOST_SAVED },
  };
}

const template = (): string => readFileSync(join(packageRoot(), 'dist/report/page.html'), 'utf8');

/** The page, whole. */
export function reportOf(trace: Trace, about: About): string {
  const costs = costsOf(trace);
  const arrays = Object.entries(arraysOf(trace, costs)).map(([name, bytes]) => `<script type="text/plain" id="kolmo-${name}" data-bytes="${bytes.length}">${packed(bytes)}</script>`);
  const filled: Readonly<Record<string, string>> = {
    title: escaped(about.name),
    data: [
      `<script type="application/json" id="kolmo-summary">${json(summaryOf(trace, costs))}</script>`,
      `<script type="application/json" id="kolmo-figures">${json(figuresOf(trace, costs, about))}</script>`,
      ...arrays,
    ].join('\n'),
  };
  return template().replace(/<!--kolmo:(\w+)-->/g, (_, name: string) => filled[name] ?? '');
}
