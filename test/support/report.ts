/** A report's page, taken apart as its own program does. */
import { inflateSync } from 'node:zlib';
import type { Figures, Summary } from '../../src/report/figures.js';

export interface Page {
  readonly summary: Summary;
  readonly figures: Figures;
  /** By name; empty where the page has none. */
  array(name: string): Buffer;
}

export function pageOf(html: string): Page {
  const text = (id: string): string | undefined => new RegExp(`<script type="(?:application/json|text/plain)" id="kolmo-${id}"[^>]*>([^<]*)</script>`).exec(html)?.[1];
  return {
    summary: JSON.parse(text('summary') ?? '') as Summary,
    figures: JSON.parse(text('figures') ?? '') as Figures,
    array: (name) => {
      const packed = text(name);
      return packed === undefined ? Buffer.alloc(0) : inflateSync(Buffer.from(packed, 'base64'));
    },
  };
}
