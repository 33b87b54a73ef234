/** The file as coloured text or hex. Only the rows that can be seen are there. */
import { characterAt } from './characters.js';
import { make, hex } from './dom.js';
import type { File } from './file.js';
import { element } from './figures.js';
import { hexLayout, type Layout, textLayout } from './layout.js';

export type Mode = 'text' | 'hex';

/** From so many bits on a byte has the next colour. */
export const STEPS = [0.02, 0.1, 0.3, 0.7, 1.3, 2.2, 3.5, 5.5, 8] as const;

export function heatOf(bits: number): number {
  let heat = 0;
  while (heat < STEPS.length && bits >= (STEPS[heat] ?? Infinity)) heat += 1;
  return heat;
}

/* Browsers can't lay out more than some ten million pixels; what is taller is scrolled through faster. */
const TALLEST = 6_000_000;
const BESIDE = 4; /* rows drawn above and below those that are seen */
const printable = (byte: number): string => (byte > 31 && byte < 127 ? String.fromCharCode(byte) : '·');

export class View {
  readonly #box = element('view');
  readonly #space = element('space');
  readonly #rows = element('rows');
  #layout: Layout = hexLayout(0, 16);
  #mode: Mode = 'text';
  #rowHeight = 20;
  #columns = 0;
  #drawn = new Map<number, HTMLElement>();
  #selected = 0;

  /** @param onSelect a byte was chosen; onHover: it is pointed at (undefined: no more) */
  constructor(
    readonly file: File,
    readonly onSelect: (at: number) => void,
    readonly onHover: (at: number | undefined) => void,
  ) {
    this.#box.addEventListener('scroll', () => requestAnimationFrame(() => this.#draw()));
    this.#rows.addEventListener('pointerover', (event) => {
      if (event.pointerType === 'mouse') this.onHover(this.#pointed(event));
    });
    this.#box.addEventListener('pointerleave', () => this.onHover(undefined));
    this.#rows.addEventListener('click', (event) => {
      const at = this.#pointed(event);
      if (at !== undefined) this.select(at, false);
    });
    new ResizeObserver(() => this.#fit(false)).observe(this.#box);
  }

  get mode(): Mode {
    return this.#mode;
  }

  get selected(): number {
    return this.#selected;
  }

  show(mode: Mode): void {
    this.#mode = mode;
    this.#box.dataset['mode'] = mode;
    this.#fit(true);
  }

  /** Makes it the chosen byte and brings it into sight. */
  select(at: number, middle: boolean): void {
    if (this.file.length === 0) return;
    this.#selected = Math.max(0, Math.min(this.file.length - 1, at));
    this.#reveal(middle);
    this.#mark();
    this.onSelect(this.#selected);
  }

  /** By rows, at about the same column. */
  moveRows(rows: number): void {
    const { rowOf, start, rows: all } = this.#layout;
    const row = rowOf(this.#selected);
    const to = Math.max(0, Math.min(all - 1, row + rows));
    this.select(Math.min(start(to) + this.#selected - start(row), Math.max(start(to), start(to + 1) - 1)), false);
  }

  toRowEnd(end: boolean): void {
    const { rowOf, start } = this.#layout;
    const row = rowOf(this.#selected);
    this.select(end ? start(row + 1) - 1 : start(row), false);
  }

  get rowsSeen(): number {
    return Math.max(1, Math.floor(this.#box.clientHeight / this.#rowHeight) - 1);
  }

  #pointed(event: Event): number | undefined {
    const at = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-at]')?.dataset['at'] : undefined;
    return at === undefined ? undefined : Number(at);
  }

  /* Rows for the width that there is. */
  #fit(anew: boolean): void {
    const probe = make('div', { class: 'row' }, make('span', {}, '0'.repeat(100)));
    this.#rows.append(probe);
    const { width, height } = (probe.firstElementChild ?? probe).getBoundingClientRect();
    this.#rowHeight = probe.getBoundingClientRect().height || height || 20;
    probe.remove();
    const room = Math.floor((this.#box.clientWidth - 20) / (width / 100 || 8));
    const columns = this.#mode === 'hex' ? (room >= 10 + 16 * 4 + 2 ? 16 : 8) : Math.max(16, Math.min(room, 160));
    if (!anew && columns === this.#columns) return this.#draw();
    this.#columns = columns;
    const first = this.#layout.start(Math.ceil(this.#top())); /* stays where it is */
    this.#layout = this.#mode === 'hex' ? hexLayout(this.file.length, columns) : textLayout(this.file.data, columns);
    this.#space.style.height = `${Math.min(TALLEST, this.#layout.rows * this.#rowHeight)}px`;
    this.#drawn.clear();
    this.#rows.replaceChildren();
    this.#scrollTo(this.#layout.rowOf(first));
  }

  #scrollTo(row: number): void {
    const { clientHeight } = this.#box;
    const tall = this.#layout.rows * this.#rowHeight;
    this.#box.scrollTop = tall <= TALLEST ? row * this.#rowHeight : (row / (this.#layout.rows - clientHeight / this.#rowHeight)) * (TALLEST - clientHeight);
    this.#draw();
  }

  /* How many rows are above the window: a fraction where one is cut. */
  #top(): number {
    const { scrollTop, clientHeight } = this.#box;
    const tall = this.#layout.rows * this.#rowHeight;
    if (tall <= TALLEST) return scrollTop / this.#rowHeight;
    return (scrollTop / (TALLEST - clientHeight)) * (this.#layout.rows - clientHeight / this.#rowHeight);
  }

  #reveal(middle: boolean): void {
    const row = this.#layout.rowOf(this.#selected);
    const { clientHeight } = this.#box;
    const seen = clientHeight / this.#rowHeight;
    const top = this.#top();
    if (row >= Math.ceil(top) && row + 1 <= top + seen) return this.#draw();
    this.#scrollTo(Math.max(0, middle ? row - seen / 2 : row < top ? row : row + 1 - seen));
  }

  #draw(): void {
    const top = this.#top();
    const first = Math.max(0, Math.floor(top) - BESIDE);
    const last = Math.min(this.#layout.rows, Math.ceil(top + this.#box.clientHeight / this.#rowHeight) + BESIDE);
    for (const [row, drawn] of this.#drawn) {
      if (row >= first && row < last) continue;
      drawn.remove();
      this.#drawn.delete(row);
    }
    for (let row = first; row < last; row += 1) {
      let drawn = this.#drawn.get(row);
      if (drawn === undefined) {
        drawn = this.#mode === 'hex' ? this.#hexRow(row) : this.#textRow(row);
        this.#drawn.set(row, drawn);
        this.#rows.append(drawn);
      }
      drawn.style.top = `${(row - first) * this.#rowHeight}px`;
    }
    this.#rows.style.transform = `translateY(${this.#box.scrollTop - (top - first) * this.#rowHeight}px)`;
    this.#mark();
  }

  /* The chosen byte's element: its own, or that of the character which it is in. */
  #mark(): void {
    for (const marked of this.#rows.querySelectorAll('.chosen')) marked.classList.remove('chosen');
    const row = this.#drawn.get(this.#layout.rowOf(this.#selected));
    if (row === undefined) return;
    for (const set of [row.querySelectorAll<HTMLElement>('.hex [data-at]'), row.querySelectorAll<HTMLElement>('.text [data-at]')]) {
      let found: HTMLElement | undefined;
      for (const candidate of set) if (Number(candidate.dataset['at']) <= this.#selected) found = candidate;
      found?.classList.add('chosen');
    }
  }

  #cell(at: number, end: number, text: string, sign: boolean): HTMLElement {
    const heat = heatOf(this.file.costOf(at, end) / (end - at));
    return make('span', { class: `h${heat}${sign ? ' sign' : ''}`, 'data-at': String(at) }, text);
  }

  #textRow(row: number): HTMLElement {
    const { data } = this.file;
    const line = make('span', { class: 'text' });
    const end = this.#layout.start(row + 1);
    for (let at = this.#layout.start(row); at < end; ) {
      const { length, text, sign } = characterAt(data, at);
      line.append(this.#cell(at, at + length, text, sign));
      at += length;
    }
    return make('div', { class: 'row' }, line);
  }

  #hexRow(row: number): HTMLElement {
    const { data } = this.file;
    const [start, end] = [this.#layout.start(row), this.#layout.start(row + 1)];
    const bytes = make('span', { class: 'hex' });
    const text = make('span', { class: 'text' });
    for (let at = start; at < end; at += 1) {
      const byte = data[at] ?? 0;
      bytes.append(this.#cell(at, at + 1, hex(byte), false), ' ');
      text.append(this.#cell(at, at + 1, printable(byte), byte < 32 || byte > 126));
    }
    bytes.append(' '.repeat(3 * (this.#columns - (end - start))));
    return make('div', { class: 'row' }, make('span', { class: 'offset' }, start.toString(16).toUpperCase().padStart(8, '0')), ' ', bytes, text);
  }
}
