/** The order of codes: words that are used alike are neighbours, so that their codes' first bits say what kind of word it is. */

const RARE = 10; // neighbours: a word seen with fewer is placed rather by what it ends in

/**
 * Parts the words in two again and again, each part nearer to itself than to the other, where their codes' highest differing bit changes: so what the parts
 * are is what the codes' bits say.
 * @param members numbers of words
 * @param vectors all words' vectors
 * @param code the first of their codes, which follow one another
 * @returns the numbers, neighbours alike
 */
export function byLikeness(members, vectors, dimensions, code) {
  if (members.length <= 1) return [...members];
  const last = code + members.length - 1;
  const bit = 1 << (31 - Math.clz32(code ^ last));
  const half = (last & ~(bit - 1)) - code;
  const axis = mainAxis(members, vectors, dimensions);
  let order = sortedAlong(members, vectors, dimensions, axis);
  for (let round = 0; round < 6; round++) {
    const [low, high] = [centre(order.slice(0, half), vectors, dimensions), centre(order.slice(half), vectors, dimensions)];
    const next = sortedAlong(order, vectors, dimensions, high.map((value, d) => value - low[d]));
    const lower = new Set(order.slice(0, half));
    const same = next.slice(0, half).every((word) => lower.has(word));
    order = next;
    if (same) break;
  }
  return [...byLikeness(order.slice(0, half), vectors, dimensions, code), ...byLikeness(order.slice(half), vectors, dimensions, code + half)];
}

function centre(members, vectors, dimensions) {
  const sum = new Float64Array(dimensions);
  for (const word of members) for (let d = 0; d < dimensions; d++) sum[d] += vectors[word * dimensions + d];
  return sum.map((value) => value / members.length);
}

function sortedAlong(members, vectors, dimensions, axis) {
  const keyed = members.map((word) => {
    let dot = 0;
    for (let d = 0; d < dimensions; d++) dot += vectors[word * dimensions + d] * axis[d];
    return [dot, word];
  });
  return keyed.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, word]) => word);
}

/* The direction in which the words differ most, by power iteration. */
function mainAxis(members, vectors, dimensions) {
  const mean = centre(members, vectors, dimensions);
  let axis = Float64Array.from({ length: dimensions }, (_, d) => 1 + ((d * 7919) % 101) / 101);
  for (let round = 0; round < 20; round++) {
    const next = new Float64Array(dimensions);
    for (const word of members) {
      let dot = 0;
      for (let d = 0; d < dimensions; d++) dot += (vectors[word * dimensions + d] - mean[d]) * axis[d];
      for (let d = 0; d < dimensions; d++) next[d] += dot * (vectors[word * dimensions + d] - mean[d]);
    }
    const length = Math.sqrt(next.reduce((sum, value) => sum + value * value, 0));
    if (length < 1e-12) break;
    axis = next.map((value) => value / length);
  }
  return axis;
}

/**
 * Draws the vectors of words that were hardly seen towards those of words of the same kind that end alike.
 * @param kindOf what is told apart besides the ending
 */
export function smoothed(words, vectors, seen, dimensions, kindOf) {
  const endings = [1, 2, 3, 4].map(() => new Map());
  const key = (word, n) => `${kindOf(word)}${word.slice(-n)}`;
  words.forEach((word, i) => {
    if (seen[i] < 2 * RARE) return;
    endings.forEach((map, n) => {
      const group = map.get(key(word, n + 1)) ?? { count: 0, sum: new Float64Array(dimensions) };
      for (let d = 0; d < dimensions; d++) group.sum[d] += vectors[i * dimensions + d];
      group.count++;
      map.set(key(word, n + 1), group);
    });
  });
  const result = new Float64Array(vectors.length);
  words.forEach((word, i) => {
    let prior = new Float64Array(dimensions);
    endings.forEach((map, n) => {
      const group = map.get(key(word, n + 1));
      if (group !== undefined) prior = prior.map((value, d) => (group.sum[d] + 3 * value) / (group.count + 3));
    });
    let length = 0;
    for (let d = 0; d < dimensions; d++) {
      const value = (seen[i] * vectors[i * dimensions + d] + RARE * prior[d]) / (seen[i] + RARE);
      result[i * dimensions + d] = value;
      length += value * value;
    }
    length = Math.sqrt(length) || 1;
    for (let d = 0; d < dimensions; d++) result[i * dimensions + d] /= length;
  });
  return result;
}
