/** What src/report/ writes into a page, read back. */
import type { Figures, Summary } from '../src/report/figures.js';

/** The element of this id; the page has it. */
export function element<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no ${id}`);
  return found as T;
}

const json = <T>(id: string): T => JSON.parse(element(id).textContent ?? '') as T;

export const summary = json<Summary>('kolmo-summary');
export const figures = json<Figures>('kolmo-figures');

const NOTHING = new Uint8Array(0);

/** The array of this name, inflated; empty where the page has none. */
export async function array(name: string): Promise<Uint8Array> {
  const holder = document.getElementById(`kolmo-${name}`);
  if (holder === null) return NOTHING;
  const text = atob(holder.textContent ?? '');
  holder.remove(); /* megabytes that nobody reads again */
  const deflated = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) deflated[i] = text.charCodeAt(i);
  const stream = new Blob([deflated]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
