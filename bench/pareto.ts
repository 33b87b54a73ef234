/** Size against time, drawn: one panel for each kind of data, each compressor a dot, and a line through those that no other beats in both. */
import * as Plot from '@observablehq/plot';
import domino from 'domino';
import { sum } from './table.js';

/** What a dot is made of; lists hold a number per run. */
export interface Measured {
  readonly compressor: string;
  readonly kind: string;
  readonly bytes: number;
  readonly archive: number;
  /** CPU seconds. */
  readonly compress: readonly number[];
}

export interface Dot {
  readonly name: string;
  readonly kind: string;
  /** Microseconds a byte, compressing. */
  readonly time: number;
  /** Bits a byte. */
  readonly size: number;
  readonly ours: boolean;
}

/** One dot for each compressor and kind; files of one kind are added up. Times are means over the runs: there are few. */
export function dotsOf(results: readonly Measured[]): readonly Dot[] {
  const firsts = results.filter(({ kind, compressor }, i) => results.findIndex((result) => result.kind === kind && result.compressor === compressor) === i);
  return firsts.map(({ compressor, kind }) => {
    const of = results.filter((result) => result.kind === kind && result.compressor === compressor);
    const bytes = sum(of.map((result) => result.bytes));
    const seconds = sum(of.map(({ compress }) => sum(compress) / compress.length));
    return {
      name: compressor.replace(/^kolmo /, '').replace(/^node:/, ''),
      kind,
      time: (1e6 * seconds) / bytes,
      size: (8 * sum(of.map((result) => result.archive))) / bytes,
      ours: compressor.startsWith('kolmo'),
    };
  });
}

/** The dots of one kind that no other is both smaller and faster than, fastest first. */
export function frontOf(dots: readonly Dot[]): readonly Dot[] {
  const front: Dot[] = [];
  for (const dot of dots.toSorted((a, b) => a.time - b.time || a.size - b.size)) if (dot.size < (front.at(-1)?.size ?? Number.POSITIVE_INFINITY)) front.push(dot);
  return front;
}

const COLUMNS = 2;
const PANEL = { width: 560, height: 380 };
const HEAD = 34;
const OURS = '#c2410c';
const OTHERS = '#475569';
/** Names come from a user's file, too. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const color = (dot: Dot): string => (dot.ours ? OURS : OTHERS);

interface Label {
  readonly dot: Dot;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Names beside their dots, where they cover no other name and no dot; the others show when a pointer rests on the dot. */
function labelsOf(dots: readonly Dot[], at: (dot: Dot) => readonly [number, number]): readonly Label[] {
  type Box = readonly [left: number, top: number, right: number, bottom: number];
  const taken: Box[] = dots.map((dot) => {
    const [x, y] = at(dot);
    return [x - 3, y - 3, x + 3, y + 3];
  });
  const free = ([left, top, right, bottom]: Box): boolean => taken.every(([l, t, r, b]) => right < l || left > r || bottom < t || top > b);
  const labels: Label[] = [];
  for (const dot of dots.toSorted((a, b) => Number(b.ours) - Number(a.ours) || a.size - b.size)) {
    const [x, y] = at(dot);
    const width = 5.4 * dot.name.length;
    const places: readonly (readonly [number, number, Label['anchor'], number])[] = [
      [x, y - 8, 'middle', x - width / 2], [x + 6, y + 3, 'start', x + 6], [x - 6, y + 3, 'end', x - 6 - width], [x, y + 14, 'middle', x - width / 2],
    ];
    for (const [tx, ty, anchor, left] of places) {
      const box: Box = [left, ty - 8, left + width, ty + 1];
      if (left < 0 || left + width > PANEL.width || !free(box)) continue;
      taken.push(box);
      labels.push({ dot, x: tx, y: ty, anchor });
      break;
    }
  }
  return labels;
}

const DIGITS = [
  [1, 2, 5],
  [1, 2, 3, 4, 5, 6, 7, 8, 9],
  Array.from({ length: 90 }, (_, i) => 1 + i / 10),
] as const;

/** 1, 2 and 5 times powers of ten, as far as values go; more digits where those are fewer than three. */
export function ticksOf(values: readonly number[]): readonly number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const powers = Array.from({ length: 12 }, (_, i) => i - 6);
  const choices = DIGITS.map((digits) => powers.flatMap((power) => digits.map((digit) => Number(`${digit}e${power}`))).filter((tick) => tick >= least && tick <= most));
  return choices.find(({ length }) => length >= 3) ?? choices.at(-1) ?? [];
}

function panelOf(kind: string, dots: readonly Dot[], x: number, y: number): string {
  const panel = Plot.plot({
    document: domino.createDocument('<body></body>'),
    ...PANEL,
    marginTop: 46,
    marginLeft: 44,
    marginRight: 28,
    inset: 14,
    x: { type: 'log', label: 'µs/byte →', grid: true, ticks: ticksOf(dots.map(({ time }) => time)), tickFormat: (value: number) => String(value) },
    y: { type: 'log', label: '↑ bits/byte', grid: true, ticks: ticksOf(dots.map(({ size }) => size)), tickFormat: (value: number) => String(value) },
    marks: [
      Plot.line(frontOf(dots), { x: 'time', y: 'size', curve: 'step-after', stroke: '#94a3b8', strokeDasharray: '3,3' }),
      Plot.dot(dots, { x: 'time', y: 'size', r: (dot: Dot) => (dot.ours ? 4 : 3), fill: color, title: 'name' }),
    ],
  });
  const [across, down] = [panel.scale('x'), panel.scale('y')];
  const labels = labelsOf(dots, (dot) => [Number(across?.apply(dot.time)), Number(down?.apply(dot.size))]).map(
    (label) =>
      `<text x="${label.x.toFixed(1)}" y="${label.y.toFixed(1)}" text-anchor="${label.anchor}" fill="${color(label.dot)}"${label.dot.ours ? ' font-weight="bold"' : ''}>${escaped(label.dot.name)}</text>`,
  );
  panel.setAttribute('x', String(x));
  panel.setAttribute('y', String(y));
  const title = `<text x="96" y="14" font-size="14" font-weight="bold" text-anchor="start">${escaped(kind)}</text>`;
  return panel.outerHTML.replace(/<\/svg>$/, `${title}${labels.join('')}</svg>`);
}

const LEGEND = ['kolmo, by level', ' and others: compression time and size, both logarithmic; the dashed line joins what nothing else beats in both'] as const;

/**
 * The chart as an SVG document.
 * @param legend of the dots whose names begin with kolmo, and of the rest
 */
export function pareto(results: readonly Measured[], [ours, others]: readonly [string, string] = LEGEND): string {
  const dots = dotsOf(results);
  const kinds = [...new Set(dots.map(({ kind }) => kind))];
  const panels = kinds.map((kind, index) =>
    panelOf(kind, dots.filter((dot) => dot.kind === kind), (index % COLUMNS) * PANEL.width, HEAD + Math.floor(index / COLUMNS) * PANEL.height),
  );
  const [width, height] = [COLUMNS * PANEL.width, HEAD + Math.ceil(kinds.length / COLUMNS) * PANEL.height];
  const legend = `<text x="44" y="20" font-size="13"><tspan fill="${OURS}" font-weight="bold">${ours}</tspan><tspan fill="${OTHERS}">${others}</tspan></text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" color="#0f172a"><rect width="100%" height="100%" fill="#ffffff"/>${legend}${panels.join('')}</svg>\n`;
}
