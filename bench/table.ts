/** Numbers to tables: the arithmetic and the layout that every bench shares. */
export { fixed, layout, signed, sum, thousands } from '../src/cli/table.js';

/** The middle value, or the mean of the two middle ones. Throws on an empty list. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.ceil(sorted.length / 2) - 1];
  if (low === undefined || high === undefined) throw new Error('there is no median of nothing');
  return (low + high) / 2;
}

/**
 * How many times the reference's cost: the median of the quotients of each run with the SAME run of the reference, so that
 * a machine that is slow for a while is slow for both.
 */
export function pairedRatio(costs: readonly number[], reference: readonly number[]): number {
  if (costs.length !== reference.length) throw new Error(`${costs.length} runs cannot be compared with ${reference.length}`);
  return median(costs.map((cost, run) => cost / (reference[run] ?? Number.NaN)));
}
