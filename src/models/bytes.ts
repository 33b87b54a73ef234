/** What the models of data that is no text have in common: all of theirs but what is known of the data. */
import {
  apm, byte, firstMixer, indirect, instructions, lastMixer, match, matchByte, matchLength, order, partial, recall, records, residual, size, slots,
} from '../graph/build.js';
import type { ApmNode, ContextNode, Graph, MixerNode, Node } from '../graph/types.js';
import type { Tables } from './tables.js';

export interface Known {
  readonly contexts: readonly ContextNode[];
  /** Which of these are looked up where they last stood. */
  readonly recalled: readonly string[];
  /** What chooses weight sets besides the match, the last three bytes and order 2. */
  readonly select: MixerNode['select'];
  /** What corrects the last mixer's prediction besides orders 1 and 2 and the match. */
  readonly apms: readonly ApmNode[];
  /** Features besides followers, records and instructions. */
  readonly features?: readonly Node[];
  /** Whether there is a residual. */
  readonly corrected: boolean;
}

export function bytesModel(name: string, tables: Tables, { contexts, recalled, select, apms: own, features = [], corrected }: Known): Graph {
  const apms = [
    apm('sse-o1', ['final'], [byte(1), partial]),
    apm('sse-o2', ['final'], [order(2), partial]),
    ...own,
    apm('sse-match', ['final'], [matchByte(), matchLength()]),
  ];
  const rest = corrected ? [residual('rest', apms.map(({ id }) => id))] : [];
  const selectors: MixerNode['select'] = [[matchLength(), partial], [byte(1), partial], [byte(2), partial], [byte(3), partial], [order(2)], ...select];
  return {
    name,
    history: size(16, tables.history, 0),
    nodes: [
      ...features,
      indirect('indirect'),
      records('records'),
      instructions('instructions'),
      match('match', 5, size(10, tables.match, 0), 1023),
      ...contexts,
      slots('slots', contexts, size(18, tables.slots, 7), 1023),
      recall('recall', recalled, size(10, tables.match, 0)),
      /* Wide selectors are many here: half as many sets as for text keep a level within its memory. */
      firstMixer('mix', ['match', 'slots', 'recall'], selectors, { sets: size(10, 15, -4) }),
      lastMixer('final', ['mix'], [[matchLength()], [partial], [byte(1)]], selectors.length),
      ...apms,
      ...rest,
    ],
    output: (corrected ? rest : apms).map(({ id }) => id),
  };
}
