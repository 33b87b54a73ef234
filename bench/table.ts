/** Numbers to tables: the arithmetic and the layout that every bench shares. */

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

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** 1234567 → "1,234,567" */
export function thousands(value: number): string {
  return value.toLocaleString('en-US');
}

/** "—" for what was not measured. */
export function fixed(value: number | undefined, digits: number): string {
  return value === undefined || !Number.isFinite(value) ? '—' : value.toFixed(digits).replace('-', '−');
}

/** +1,234 or −1,234: a difference. */
export function signed(value: number, digits = 0): string {
  const size = Math.abs(value).toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return value < 0 ? `−${size}` : `+${size}`;
}

/**
 * Lays out rows of cells; the first row is the head. The first column is aligned to the left, the others to the right.
 * @param markdown a Markdown table in place of plain columns
 */
export function layout(rows: readonly (readonly string[])[], markdown: boolean): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const cells = rows.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? ''));
  const widths = Array.from({ length: columns }, (_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))),
  );
  if (!markdown) return lines.map((row) => row.join('  ').trimEnd()).join('\n');
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return lines.toSpliced(1, 0, rule).map((row) => `| ${row.join(' | ')} |`).join('\n');
}
