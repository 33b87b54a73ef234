/** §5.4: the states of bit histories, what follows each, and the probability that each starts from. */

interface History {
  readonly n0: number;
  readonly n1: number;
  readonly h: number;
}

const bounds = [40, 40, 30, 20, 12, 9];
const discounts = [0, 1, 2, 2, 3, 3, 4, 5, 6];

function allowed(n0: number, n1: number): boolean {
  const bound = bounds[Math.min(n0, n1)];
  return bound !== undefined && Math.max(n0, n1) <= bound;
}

function after({ n0, n1, h }: History, bit: number): History {
  let same = (bit ? n1 : n0) + 1;
  let other = bit ? n0 : n1;
  let order = 2 * h + bit;
  if (n0 + n1 >= 2) {
    other = discounts[Math.min(other, 8)] ?? 0;
    while (!allowed(same, other)) {
      if (same > other) same--;
      else other--;
    }
    order = other > 0 ? bit : 0;
  }
  return bit ? { n0: other, n1: same, h: order } : { n0: same, n1: other, h: order };
}

function allStates(): History[] {
  const found: History[] = [{ n0: 0, n1: 0, h: 0 }];
  const key = ({ n0, n1, h }: History): string => `${n0} ${n1} ${h}`;
  const seen = new Set(found.map(key));
  for (const state of found)
    for (const bit of [0, 1]) {
      const reached = after(state, bit);
      if (seen.has(key(reached))) continue;
      seen.add(key(reached));
      found.push(reached);
    }
  return found.sort((a, b) => a.n0 + a.n1 - (b.n0 + b.n1) || a.n1 - b.n1 || a.h - b.h);
}

const states = allStates();

function numberOf(wanted: History): number {
  const number = states.findIndex(({ n0, n1, h }) => n0 === wanted.n0 && n1 === wanted.n1 && h === wanted.h);
  if (number < 0 || number > 255) throw new Error(`no state for ${wanted.n0} zeros and ${wanted.n1} ones`);
  return number;
}

const next = states.map((state) => [numberOf(after(state, 0)), numberOf(after(state, 1))] as const);

/** The state that follows `state` when `bit` comes. */
export function nextState(state: number, bit: number): number {
  const row = next[state];
  if (row === undefined) throw new Error(`there is no state ${state}`);
  return bit ? row[1] : row[0];
}

/** The adaptive probability that each state starts with. */
export const statePriors = Uint32Array.from(states, ({ n0, n1 }) => {
  const q = Math.floor(((5 * n1 + 2) * 2 ** 22) / (5 * (n0 + n1) + 4));
  return q * 1_024 + 6;
});
