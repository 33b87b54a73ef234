/** A file cut into rows. */
import { characterAt } from './characters.js';

export interface Layout {
  readonly rows: number;
  /** Offset of a row's first byte; the file's length behind the last row. */
  start(row: number): number;
  rowOf(at: number): number;
}

const NEWLINE = 10;
const SPACE = 32;

/** So many bytes a row. */
export function hexLayout(length: number, width: number): Layout {
  return { rows: Math.max(1, Math.ceil(length / width)), start: (row) => Math.min(length, row * width), rowOf: (at) => Math.floor(at / width) };
}

/** Lines, cut behind a space where they are longer than `columns`. */
export function textLayout(data: Uint8Array, columns: number): Layout {
  let starts = new Uint32Array(1024);
  let rows = 1;
  const begin = (at: number): void => {
    if (rows === starts.length) {
      const more = new Uint32Array(2 * starts.length);
      more.set(starts);
      starts = more;
    }
    starts[rows] = at;
    rows += 1;
  };
  let column = 0;
  let gap = 0; /* behind the row's last space, and the columns up to there */
  let gapColumn = 0;
  for (let at = 0; at < data.length; ) {
    const { length, columns: wide } = characterAt(data, at);
    const byte = data[at] ?? 0;
    if (column + wide > columns && byte !== NEWLINE && byte !== SPACE) {
      const cut = gapColumn > columns / 2 ? gap : at;
      column -= cut === gap ? gapColumn : column;
      begin(cut);
      gapColumn = 0;
    }
    at += length;
    column += wide;
    if (byte === SPACE) [gap, gapColumn] = [at, column];
    if (byte === NEWLINE && at < data.length) {
      begin(at);
      column = gapColumn = 0;
    }
  }
  const start = (row: number): number => (row < rows ? (starts[row] ?? 0) : data.length);
  const rowOf = (at: number): number => {
    let [low, high] = [0, rows - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (start(middle) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return { rows, start, rowOf };
}
