/** Puts words that stand between like neighbours side by side, so that the first bits of their codes say what kind of word it is. */

/** Words and signs that count as neighbours, before and behind. */
const NEIGHBOURS = 160;
const COLUMNS = 2 * NEIGHBOURS;
/** Of NEIGHBOURS, those that are signs. */
const SIGNS = 32;

/** How often a cut in two is improved. */
const ROUNDS = 8;

/** So few words are sorted by spelling: that costs less to send, and says nothing less. */
const LEAF = 8;

const tokens = /[A-Za-z\x80-\xff]+|[^\sA-Za-z\x80-\xff]/g;

function add(to: Float32Array | Float64Array, at: number, value = 1): void {
  to[at] = (to[at] ?? 0) + value;
}

/* How often each neighbour stands before and behind each word, as the root of its share: like words have vectors at a small angle. */
function profiles(words: readonly string[], all: readonly string[], text: string): Float32Array {
  const numbers = new Map(words.map((word, i) => [word, i]));
  const columns = new Map(all.slice(0, NEIGHBOURS - SIGNS).map((word, i) => [word, i]));
  const cells = new Float32Array(words.length * COLUMNS);
  const signAt = (sign: string): number => NEIGHBOURS - SIGNS + (sign.charCodeAt(0) % SIGNS);
  let column = -1;
  let number = -1;
  for (const [token] of text.matchAll(tokens)) {
    const word = token.length === 1 && !/[A-Za-z\x80-\xff]/.test(token) ? undefined : token.toLowerCase();
    const next = word === undefined ? signAt(token) : (columns.get(word) ?? -1);
    const nextNumber = word === undefined ? -1 : (numbers.get(word) ?? -1);
    if (number >= 0 && next >= 0) add(cells, number * COLUMNS + NEIGHBOURS + next);
    if (nextNumber >= 0 && column >= 0) add(cells, nextNumber * COLUMNS + column);
    column = next;
    number = nextNumber;
  }
  for (let row = 0; row < words.length; row++) {
    const cellsOf = cells.subarray(row * COLUMNS, (row + 1) * COLUMNS);
    const sum = cellsOf.reduce((total, cell) => total + cell, 0);
    if (sum > 0) for (let i = 0; i < COLUMNS; i++) cellsOf[i] = Math.sqrt((cellsOf[i] ?? 0) / sum);
  }
  return cells;
}

/* The members' places along an axis, from low to high; ties keep the words' order. */
function sortAlong(members: Uint32Array, vectors: Float32Array, axis: Float64Array): Uint32Array {
  const dots = new Float64Array(vectors.length / COLUMNS);
  for (const member of members) {
    let dot = 0;
    const row = member * COLUMNS;
    for (let i = 0; i < COLUMNS; i++) dot += (vectors[row + i] ?? 0) * (axis[i] ?? 0);
    dots[member] = dot;
  }
  return members.slice().sort((a, b) => (dots[a] ?? 0) - (dots[b] ?? 0) || a - b);
}

function sumOf(members: Uint32Array, vectors: Float32Array): Float64Array {
  const sum = new Float64Array(COLUMNS);
  for (const member of members) {
    const row = member * COLUMNS;
    for (let i = 0; i < COLUMNS; i++) add(sum, i, vectors[row + i]);
  }
  return sum;
}

/* Two halves, each nearer to itself than to the other; from any cut to a good one in a few rounds. */
function halves(members: Uint32Array, vectors: Float32Array): readonly [Uint32Array, Uint32Array] {
  const half = members.length >> 1;
  /* The first axis: from the word that the most are like to the one that is least like it. */
  let axis = sumOf(members, vectors);
  let order = sortAlong(members, vectors, axis);
  for (let round = 0; round < ROUNDS; round++) {
    const low = sumOf(order.subarray(0, half), vectors);
    const high = sumOf(order.subarray(half), vectors);
    axis = high.map((value, i) => value / (members.length - half) - (low[i] ?? 0) / half);
    order = sortAlong(order, vectors, axis);
  }
  return [order.subarray(0, half), order.subarray(half)];
}

/**
 * The words in another order.
 * @param all the words that count as neighbours, the most frequent first
 * @param text what they were found in, a character a byte
 */
export function alike(words: readonly string[], all: readonly string[], text: string): string[] {
  if (words.length < 3) return [...words];
  const vectors = profiles(words, all, text);
  const place = (members: Uint32Array): number[] => {
    if (members.length <= LEAF) return [...members].sort((a, b) => ((words[a] ?? '') < (words[b] ?? '') ? -1 : 1));
    const [low, high] = halves(members, vectors);
    return [...place(low), ...place(high)];
  };
  return place(Uint32Array.from(words, (_, i) => i)).map((i) => words[i] ?? '');
}
