/** The whole file in one strip of colours. */
import { count } from './dom.js';
import type { File } from './file.js';
import { element } from './figures.js';
import { heatOf, STEPS } from './view.js';

export class Strip {
  readonly #canvas = element<HTMLCanvasElement>('strip');
  #means = new Float64Array(0);

  constructor(
    readonly file: File,
    onGoto: (at: number) => void,
  ) {
    new ResizeObserver(() => this.draw()).observe(this.#canvas);
    this.#canvas.addEventListener('click', (event) => {
      const { left, width } = this.#canvas.getBoundingClientRect();
      onGoto(Math.floor((file.length * (event.clientX - left)) / width));
    });
    this.#canvas.addEventListener('pointermove', (event) => {
      const { left, width } = this.#canvas.getBoundingClientRect();
      this.#canvas.title = `byte ${count((file.length * (event.clientX - left)) / width)}`;
    });
  }

  #measure(columns: number): void {
    if (this.#means.length === columns) return;
    this.#means = new Float64Array(columns);
    for (let column = 0; column < columns; column += 1) {
      const start = Math.floor((this.file.length * column) / columns);
      const end = Math.max(start + 1, Math.floor((this.file.length * (column + 1)) / columns));
      this.#means[column] = this.file.costOf(start, end) / (end - start);
    }
  }

  /** With a mark at the chosen byte. */
  draw(at = 0): void {
    const canvas = this.#canvas;
    const scale = window.devicePixelRatio;
    const width = Math.max(1, Math.floor(canvas.clientWidth * scale));
    const height = Math.floor(28 * scale);
    if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
    const context = canvas.getContext('2d');
    if (context === null || this.file.length === 0) return;
    this.#measure(width);
    const style = getComputedStyle(canvas);
    const probe = document.createElement('span');
    canvas.after(probe);
    const colours = [...STEPS, 0].map((_, heat) => {
      probe.className = `h${heat}`;
      return getComputedStyle(probe).backgroundColor;
    });
    probe.remove();
    context.clearRect(0, 0, width, height);
    for (let column = 0; column < width; column += 1) {
      context.fillStyle = colours[heatOf(this.#means[column] ?? 0)] ?? 'gray';
      context.fillRect(column, 0, 1, height);
    }
    context.fillStyle = style.color;
    context.fillRect(Math.round((width * at) / this.file.length) - scale, 0, 2 * scale, height);
  }
}
