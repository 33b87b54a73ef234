/** Words as vectors: alike where the words stand between like neighbours. Plain arithmetic on doubles, so that every machine makes the same. */

const NEIGHBOURS = 1000;
const DIMENSIONS = 64;
const ROUNDS = 8;
const signs = ['.', '!', '?', ';', ':', ',', '(', ')'];

/**
 * @param words the words, by how often they come; at most 2^20
 * @param lines iterables of lines of text
 * @returns vectors[words.length × DIMENSIONS] of length 1 (or all 0), and how many neighbours each word was seen with
 */
export function embed(words, lines) {
  const columns = NEIGHBOURS + signs.length + 2; // … and a line's end, and any other word
  const index = new Map(words.map((word, i) => [word, i]));
  const signAt = new Map(signs.map((sign, i) => [sign, NEIGHBOURS + i]));
  const cells = new Map(); // word · 2 columns + neighbour → count
  const end = NEIGHBOURS + signs.length;
  const count = (word, column) => {
    const key = word * 2 * columns + column;
    cells.set(key, (cells.get(key) ?? 0) + 1);
  };
  for (const text of lines) {
    for (const line of text) {
      let before = end;
      let beforeWord = -1;
      const see = (column, word) => {
        if (beforeWord >= 0) count(beforeWord, columns + column);
        if (word >= 0) count(word, before);
        before = column;
        beforeWord = word;
      };
      for (const [token] of line.matchAll(/[A-Za-z]+|[.!?;:,()]/g)) {
        const sign = signAt.get(token);
        const word = sign === undefined ? (index.get(token.toLowerCase()) ?? -1) : -1;
        see(sign ?? (word >= 0 && word < NEIGHBOURS ? word : end + 1), word);
      }
      see(end, -1);
    }
  }
  const matrix = informations(cells, words.length, 2 * columns);
  return { vectors: project(matrix, words.length, 2 * columns), seen: matrix.rowSums, dimensions: DIMENSIONS };
}

/* A logarithm of a positive double to a thousandth, of multiplications alone: what Math.log returns may differ between engines. */
function log2(x) {
  let whole = 0;
  for (; x >= 2; whole++) x /= 2;
  for (; x < 1; whole--) x *= 2;
  let fraction = 0;
  for (let bit = 0.5; bit > 0.0005; bit /= 2) {
    x *= x;
    if (x < 2) continue;
    x /= 2;
    fraction += bit;
  }
  return whole + fraction;
}

/* Positive pointwise mutual information, as a sparse matrix in rows. */
function informations(cells, rows, columns) {
  const rowSums = new Float64Array(rows);
  const columnSums = new Float64Array(columns);
  const keys = Float64Array.from(cells.keys()).sort();
  for (const key of keys) {
    const n = cells.get(key);
    rowSums[Math.floor(key / columns)] += n;
    columnSums[key % columns] += n;
  }
  const weights = columnSums.map((sum) => Math.sqrt(sum) * Math.sqrt(Math.sqrt(sum))); // rare neighbours say less
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const starts = new Uint32Array(rows + 1);
  const at = [];
  const values = [];
  for (const key of keys) {
    const row = Math.floor(key / columns);
    const column = key % columns;
    const ratio = (cells.get(key) * total) / (rowSums[row] * weights[column]);
    if (ratio <= 1) continue;
    at.push(column);
    values.push(log2(ratio));
    starts[row + 1] = at.length;
  }
  for (let row = 0; row < rows; row++) starts[row + 1] = Math.max(starts[row + 1], starts[row]);
  return { rowSums, starts, at: Uint32Array.from(at), values: Float64Array.from(values) };
}

/* The rows along the main directions of all, found by subspace iteration. */
function project({ starts, at, values }, rows, columns) {
  let random = 1;
  let basis = Float64Array.from({ length: columns * DIMENSIONS }, () => ((random = (random * 48271) % 2147483647) / 2147483647 - 0.5));
  const vectors = new Float64Array(rows * DIMENSIONS);
  let sizes = new Float64Array(DIMENSIONS);
  for (let round = 0; ; round++) {
    sizes = orthonormal(basis, columns);
    vectors.fill(0);
    for (let row = 0; row < rows; row++)
      for (let i = starts[row]; i < starts[row + 1]; i++)
        for (let d = 0; d < DIMENSIONS; d++) vectors[row * DIMENSIONS + d] += values[i] * basis[at[i] * DIMENSIONS + d];
    if (round === ROUNDS) break;
    const next = new Float64Array(columns * DIMENSIONS);
    for (let row = 0; row < rows; row++)
      for (let i = starts[row]; i < starts[row + 1]; i++)
        for (let d = 0; d < DIMENSIONS; d++) next[at[i] * DIMENSIONS + d] += values[i] * vectors[row * DIMENSIONS + d];
    basis = next;
  }
  // sizes are the squares of the directions' strengths: divided by the square root of a strength, none drowns the others.
  for (let row = 0; row < rows; row++) {
    let length = 0;
    for (let d = 0; d < DIMENSIONS; d++) {
      const value = vectors[row * DIMENSIONS + d] / Math.sqrt(Math.sqrt(Math.max(sizes[d], 1e-9)));
      vectors[row * DIMENSIONS + d] = value;
      length += value * value;
    }
    length = Math.sqrt(length);
    if (length > 0) for (let d = 0; d < DIMENSIONS; d++) vectors[row * DIMENSIONS + d] /= length;
  }
  return vectors;
}

/* Gram and Schmidt on the columns of basis[n × DIMENSIONS]; returns the lengths that they had. */
function orthonormal(basis, n) {
  const lengths = new Float64Array(DIMENSIONS);
  for (let d = 0; d < DIMENSIONS; d++) {
    for (let e = 0; e < d; e++) {
      let dot = 0;
      for (let i = 0; i < n; i++) dot += basis[i * DIMENSIONS + d] * basis[i * DIMENSIONS + e];
      for (let i = 0; i < n; i++) basis[i * DIMENSIONS + d] -= dot * basis[i * DIMENSIONS + e];
    }
    let length = 0;
    for (let i = 0; i < n; i++) length += basis[i * DIMENSIONS + d] ** 2;
    lengths[d] = Math.sqrt(length);
    for (let i = 0; i < n; i++) basis[i * DIMENSIONS + d] /= lengths[d] || 1;
  }
  return lengths;
}
