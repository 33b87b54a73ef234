/** Numbers to tables of plain text, or Markdown. */

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
