/** Puts words that stand between like neighbours side by side, so that the first bits of their codes say what kind of word it is. */

/** A text as a sequence of numbers: of words in small letters, and of signs. */
export interface Tokens {
  readonly names: readonly string[];
  /** How often each comes. */
  readonly counts: readonly number[];
  readonly sequence: readonly number[];
}

/** The most frequent tokens: they count as neighbours, before and behind a word. */
const NEIGHBOURS = 160;
const COLUMNS = 2 * NEIGHBOURS;

/** How often a cut in two is improved. */
const ROUNDS = 4;

/** So few words are sorted by spelling: that costs less to send, and says no less. */
const LEAF = 4;

function add(to: Float32Array | Float64Array, at: number, value = 1): void {
  to[at] = (to[at] ?? 0) + value;
}

/* How often each neighbour stands before and behind each word, as the root of its share: like words have vectors at a small angle. Rows are in the order of `words`. */
function profiles(words: readonly number[], { names, counts, sequence }: Tokens): Float32Array {
  const rows = new Int32Array(names.length).fill(-1);
  words.forEach((word, row) => (rows[word] = row));
  const columns = new Int32Array(names.length).fill(-1);
  const frequent = names.map((_, token) => token).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  frequent.slice(0, NEIGHBOURS).forEach((token, column) => (columns[token] = column));
  const cells = new Float32Array(words.length * COLUMNS);
  let row = -1;
  let column = -1;
  for (const token of sequence) {
    const nextRow = rows[token] ?? -1;
    const nextColumn = columns[token] ?? -1;
    if (row >= 0 && nextColumn >= 0) add(cells, row * COLUMNS + NEIGHBOURS + nextColumn);
    if (nextRow >= 0 && column >= 0) add(cells, nextRow * COLUMNS + column);
    row = nextRow;
    column = nextColumn;
  }
  for (let i = 0; i < words.length; i++) {
    const own = cells.subarray(i * COLUMNS, (i + 1) * COLUMNS);
    const sum = own.reduce((total, cell) => total + cell, 0);
    if (sum > 0) own.forEach((cell, at) => (own[at] = Math.sqrt(cell / sum)));
  }
  return cells;
}

function sumOf(members: Uint32Array, vectors: Float32Array): Float64Array {
  const sum = new Float64Array(COLUMNS);
  for (const member of members) {
    const from = member * COLUMNS;
    for (let i = 0; i < COLUMNS; i++) add(sum, i, vectors[from + i]);
  }
  return sum;
}

/* The members' places along an axis, from low to high; ties keep the words' order. */
function sortAlong(members: Uint32Array, vectors: Float32Array, axis: Float64Array): Uint32Array {
  const dots = new Float64Array(vectors.length / COLUMNS);
  for (const member of members) {
    let dot = 0;
    const from = member * COLUMNS;
    for (let i = 0; i < COLUMNS; i++) dot += (vectors[from + i] ?? 0) * (axis[i] ?? 0);
    dots[member] = dot;
  }
  return members.slice().sort((a, b) => (dots[a] ?? 0) - (dots[b] ?? 0) || a - b);
}

/* Two halves, each nearer to itself than to the other: from those that are most and least like all, in a few rounds. */
function halves(members: Uint32Array, vectors: Float32Array): readonly [Uint32Array, Uint32Array] {
  const half = members.length >> 1;
  let order = sortAlong(members, vectors, sumOf(members, vectors));
  for (let round = 0; round < ROUNDS; round++) {
    const low = sumOf(order.subarray(0, half), vectors);
    const high = sumOf(order.subarray(half), vectors);
    order = sortAlong(order, vectors, high.map((value, i) => value / (members.length - half) - (low[i] ?? 0) / half));
  }
  return [order.subarray(0, half), order.subarray(half)];
}

/** The numbers of words, group by group, each group in another order. */
export function alike(groups: readonly (readonly number[])[], tokens: Tokens): readonly number[] {
  const words = groups.flat();
  const vectors = profiles(words, tokens);
  const nameOf = (row: number): string => tokens.names[words[row] ?? 0] ?? '';
  const place = (members: Uint32Array): number[] => {
    if (members.length <= LEAF) return [...members].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
    const [low, high] = halves(members, vectors);
    return [...place(low), ...place(high)];
  };
  let first = 0;
  return groups.flatMap((group) => {
    const rows = Uint32Array.from(group, (_, i) => first + i);
    first += group.length;
    return place(rows).map((row) => words[row] ?? 0);
  });
}
