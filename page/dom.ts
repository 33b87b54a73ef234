/** Elements, made of text and of each other: nothing that a file holds is ever read as HTML. */

export type Child = Node | string | undefined;

export function make<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Readonly<Record<string, string>> = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** 1234567 → "1,234,567" */
export const count = (n: number): string => Math.round(n).toLocaleString('en-US');

/** Three figures or so, without an exponent. */
export const figure = (n: number, digits = 3): string => {
  if (n === 0) return '0';
  const decimals = Math.max(0, Math.min(6, digits - 1 - Math.floor(Math.log10(Math.abs(n)))));
  return n.toLocaleString('en-US', { minimumFractionDigits: Math.min(decimals, 3), maximumFractionDigits: decimals });
};

/** 0.0312 → "3.1 %" */
export const percent = (part: number): string => (part >= 0.9995 && part < 1 ? '> 99.9 %' : part < 0.0005 ? '< 0.1 %' : `${(100 * part).toFixed(part < 0.1 ? 1 : part < 0.995 ? 0 : 1)} %`);

export const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0');
