/** The charts: where bits and time went. Colours are CSS variables, so that they follow the theme. */
import * as Plot from '@observablehq/plot';
import { count, figure, make } from './dom.js';
import { element, figures, summary } from './figures.js';

const WITH = 'var(--first)';
const WITHOUT = 'var(--second)';

type Figure = ReturnType<typeof Plot.plot>;

function place(id: string, label: string, draw: (width: number) => Figure): void {
  const box = element(id);
  let drawn = 0;
  const fit = (): void => {
    const width = Math.floor(box.clientWidth);
    if (width === drawn || width === 0) return;
    drawn = width;
    const chart = draw(width);
    const svg = chart.tagName.toLowerCase() === 'svg' ? chart : chart.querySelector('svg:last-of-type');
    svg?.setAttribute('role', 'img');
    svg?.setAttribute('aria-label', label);
    box.replaceChildren(chart);
  };
  new ResizeObserver(fit).observe(box);
}

interface CurveRow {
  readonly at: number;
  readonly bits: number;
  readonly model: string;
  readonly of: 'all' | 'here';
}

function curve(onGoto: (at: number) => void): void {
  const hasNetwork = figures.curve[0]?.meanWithout !== undefined;
  const names = hasNetwork ? ['with the network', 'without'] : ['the model'];
  const [own = '', less = ''] = names;
  const rows: readonly CurveRow[] = figures.curve.flatMap(({ at, here, mean, hereWithout, meanWithout }) => [
    { at, bits: here, model: own, of: 'here' as const },
    { at, bits: mean, model: own, of: 'all' as const },
    ...(hereWithout === undefined || meanWithout === undefined
      ? []
      : [{ at, bits: hereWithout, model: less, of: 'here' as const }, { at, bits: meanWithout, model: less, of: 'all' as const }]),
  ]);
  const of = (what: CurveRow['of']): readonly CurveRow[] => rows.filter((row) => row.of === what);
  const end = figures.curve.at(-1);
  const label = end === undefined ? 'an empty file' : `${figure(end.mean)} bits per byte with the network${end.meanWithout === undefined ? '' : `, ${figure(end.meanWithout)} without`}`;
  place('curve', label, (width) => {
    const chart = Plot.plot({
      width,
      height: Math.min(320, Math.max(220, width * 0.4)),
      marginLeft: 44,
      marginBottom: 40,
      x: { label: 'byte of the file', tickFormat: 's', ticks: width < 500 ? 4 : 8 },
      y: { label: 'bits per byte', grid: true, zero: true, nice: true },
      color: { domain: names, range: [WITH, WITHOUT].slice(0, names.length), legend: true },
      marks: [
        Plot.lineY(of('here'), { x: 'at', y: 'bits', z: 'model', stroke: 'model', strokeOpacity: 0.35, strokeWidth: 1 }),
        /* Where they lie one on the other, both can be seen. */
        Plot.lineY(of('all').filter(({ model }) => model === own), { x: 'at', y: 'bits', z: 'model', stroke: 'model', strokeWidth: 2.25 }),
        Plot.lineY(of('all').filter(({ model }) => model !== own), { x: 'at', y: 'bits', z: 'model', stroke: 'model', strokeWidth: 2.25, strokeDasharray: '6 6' }),
        Plot.ruleX(of('all'), Plot.pointerX({ x: 'at', stroke: 'currentColor', strokeOpacity: 0.3 })),
        Plot.tip(of('all'), Plot.pointerX({ x: 'at', y: 'bits', title: (row: CurveRow) => `up to byte ${count(row.at)}\n${figure(row.bits)} bits per byte, ${row.model}` })),
        Plot.ruleY([0]),
      ],
    });
    const svg = chart.querySelector<SVGSVGElement>('svg:last-of-type') ?? chart;
    svg.addEventListener('click', (event) => {
      const box = svg.getBoundingClientRect();
      const at = chart.scale('x')?.invert?.(((event as MouseEvent).clientX - box.left) * (width / box.width)) as number | undefined;
      if (at !== undefined) onGoto(Math.round(at));
    });
    return chart;
  });
}

/** What the network saved of what came so far. */
function gain(): void {
  const rows = figures.curve.flatMap(({ at, mean, meanWithout = 0 }) => (meanWithout > 0 ? [{ at, percent: 100 * (1 - mean / meanWithout) }] : []));
  if (rows.length === 0) return element('gain').remove();
  place('gain', `the network saved ${figure(rows.at(-1)?.percent ?? 0)} % in the end`, (width) =>
    Plot.plot({
      width,
      height: 165,
      marginLeft: 44,
      marginBottom: 40,
      x: { label: 'byte of the file', tickFormat: 's', ticks: width < 500 ? 4 : 8 },
      y: { label: 'smaller by the network, %', grid: true, zero: true, nice: true, ticks: 4 },
      marks: [
        Plot.areaY(rows, { x: 'at', y: 'percent', fill: WITH, fillOpacity: 0.2 }),
        Plot.lineY(rows, { x: 'at', y: 'percent', stroke: WITH, strokeWidth: 2 }),
        Plot.tip(rows, Plot.pointerX({ x: 'at', y: 'percent', title: (row: { at: number; percent: number }) => `up to byte ${count(row.at)}\n${figure(row.percent)} % smaller` })),
        Plot.ruleY([0]),
      ],
    }),
  );
}

interface Bar {
  readonly name: string;
  readonly value: number;
  readonly title: string;
  readonly group?: string;
}

function bars(id: string, label: string, rows: readonly Bar[], unit: string, format: (value: number) => string, groups: readonly string[] = []): void {
  const longest = Math.max(...rows.map(({ name }) => 6.8 * name.length + 1.9 * name.replaceAll(/[^A-Z]/g, '').length));
  place(id, label, (width) => {
    const marginLeft = Math.min(width * 0.42, 14 + longest);
    return Plot.plot({
      width,
      height: rows.length * 22 + 40,
      marginLeft,
      marginRight: 56,
      x: { label: unit, axis: null, nice: true },
      y: { label: null, domain: rows.map(({ name }) => name), tickSize: 0 },
      ...(groups.length > 0 && { color: { domain: groups, range: groups.map((group, i) => (group === 'stages behind' ? 'var(--soft)' : `var(--group-${i})`)) } }),
      marks: [
        Plot.barX(rows, { y: 'name', x: 'value', fill: groups.length > 0 ? 'group' : WITH, insetTop: 2, insetBottom: 2 }),
        Plot.text(rows, { y: 'name', x: (row: Bar) => Math.max(0, row.value), text: (row: Bar) => format(row.value), dx: 5, textAnchor: 'start' }),
        Plot.ruleX([0]),
        Plot.tip(rows, Plot.pointerY({ y: 'name', x: 'value', title: 'title' })),
      ],
    });
  });
}

/* By families, and part by part. */
function components(): void {
  const coded = Math.max(1, figures.codedBytes);
  const bits = (saved: number): string => saved.toFixed(Math.abs(saved) < 0.1 ? 3 : 2).replace('-', '−');
  const families = [...new Set(figures.components.map(({ group }) => group))];
  const domain = [...families, 'stages behind'];
  const inAll = (saved: number): string => `saved ${bits(saved)} bits a coded byte, ${count((saved * coded) / 8)} bytes in all`;
  const behind: Bar = { name: 'stages behind', group: 'stages behind', value: figures.corrected, title: `what APMs and clamps behind the mixers did\n${inAll(figures.corrected)}` };
  const groups = families.map((group) => {
    const parts = figures.components.filter((each) => each.group === group);
    const value = parts.reduce((sum, { saved }) => sum + saved, 0);
    return { name: group, group, value, title: `${group}: ${parts.length === 1 ? 'one part' : `${parts.length} parts`}\n${inAll(value)}` };
  });
  const each = figures.components.map(({ name, group, saved, alone, weight }) => ({
    name,
    group,
    value: saved,
    title: `${name} (${group})\n${inAll(saved)}\nalone: ${figure(alone)} bits a coded byte\nmean weight ${weight.toFixed(3)}`,
  }));
  const sorted = (rows: readonly Bar[]): readonly Bar[] => [...rows].sort((a, b) => b.value - a.value);
  const paid = (8 * summary.payloadBytes) / coded;
  element('components-note').textContent += ` Of 8 bits ${bits(8 - paid)} were saved, and ${bits(paid)} paid.`;
  bars('groups', 'bits saved by each family of parts', [...sorted(groups), behind], 'bits a coded byte', bits, domain);
  bars('components', 'bits saved by each part of the model', sorted(each), 'bits a coded byte', bits, domain);
}

function kinds(): void {
  const rows = figures.kinds
    .map(({ name, bytes, bits }) => ({ name, value: bits / 8, title: `${name}: ${count(bytes)} bytes\n${figure(bits / bytes)} bits each, ${count(bits / 8)} bytes of the archive` }))
    .sort((a, b) => b.value - a.value);
  bars('kinds', 'bytes of the archive by kind of byte', rows, 'bytes of the archive', (value) => count(value));
}

/** Ops that take less than this share of the time are one bar. */
const LITTLE = 0.01;

function time(): void {
  const { bytes, ns: all, stages } = figures.time;
  const perByte = (ns: number): number => ns / 1e3 / Math.max(1, bytes);
  const show = (ns: number): string => `${figure(perByte(ns))} µs`;
  const isLittle = ({ ns }: { ns: number }): boolean => ns < LITTLE * all;
  const little = stages.filter(isLittle);
  const rows = stages
    .filter((each) => !isLittle(each))
    .map(({ name, ns, moments }) => ({ name, value: perByte(ns), title: [`${name}: ${show(ns)} a byte`, ...(moments.length > 1 ? moments.map((each) => `${each.name} ${show(each.ns)}`) : [])].join('\n') }));
  const rest = little.reduce((sum, { ns }) => sum + ns, 0);
  if (rest > 0) rows.push({ name: `${little.length} others`, value: perByte(rest), title: little.map(({ name, ns }) => `${name} ${show(ns)}`).join('\n') });
  if (rows.length > 0) bars('time', 'microseconds a byte, by op', rows, 'µs a byte', (value) => figure(value));
  element('time-note').textContent = `${show(all)} a byte of one core, measured on the first ${count(bytes)} bytes; kolmo profile tells more.`;
}

function parts(): void {
  element('parts').replaceChildren(
    ...figures.parts
      .filter(({ bytes }) => Math.abs(bytes) > 0.005)
      .map(({ name, bytes }) => make('tr', {}, make('th', { scope: 'row' }, name), make('td', { class: 'number' }, Number.isInteger(bytes) ? count(bytes) : bytes.toLocaleString('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 })))),
    make('tr', { class: 'sum' }, make('th', { scope: 'row' }, 'archive, bytes'), make('td', { class: 'number' }, count(summary.archiveBytes))),
  );
}

/** Draws them all. @param onGoto a place on the learning curve was clicked */
export function charts(onGoto: (at: number) => void): void {
  if (figures.bytes > 0) {
    curve(onGoto);
    gain();
    kinds();
    components();
    time();
  }
  parts();
}
