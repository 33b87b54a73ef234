/** Settings as the words that ask for them again. */
import type { Settings } from './options.js';

/** Plain words stay as they are; others are quoted as sh wants it. */
export const quoted = (word: string): string => (/^[\w./=:,+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** Which model. */
export function modelWords({ level, kind, graph, set, network, text, memory, segment, snapshot }: Settings): readonly string[] {
  const words: string[] = [];
  if (graph === undefined) words.push(`-${level}`);
  if (graph === undefined && kind !== 'auto') words.push('--kind', kind);
  if (graph !== undefined) words.push('--graph', graph);
  for (const change of set) words.push('--set', change);
  if (network !== undefined) words.push('--network', network);
  if (text !== undefined) words.push('--text', text);
  for (const [name, value] of Object.entries({ memory, segment, snapshot })) if (value !== undefined) words.push(`--${name}`, String(value));
  return words;
}
