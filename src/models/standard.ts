import {
  above, apm, brackets, byte, classes, codeClasses, codes, column, contexts, firstMixer, follows, head, indirect, label, lastMixer, lines, match, matchByte,
  matchLength, openBracket, opening, order, ordinal, outline, parent, partial, prefix, recall, residual, selectColumn, selectOpen, selectShape, selectWord, shape,
  size, slots, word, words,
} from '../graph/build.js';
import type { ContextNode, Graph, Node } from '../graph/types.js';
import type { Tables } from './tables.js';

/** Only networks read these, and recall: with slots they would tell what their neighbours do, and archives would not be smaller. */
export const networkContexts = contexts({
  o1: [order(1)],
  o6: [order(6)],
  'word-o1': [word(0), byte(1)],
});

/** Where these last stood tells more than where the last five bytes did: what came after a word came after it again, whatever stood before. */
export const recalled = ['word', 'bigram', 'shape8', 'o2', 'o1'];

/** The contexts of the everyday model; the strong one adds to them. */
export const everyday = contexts({
  o0: [order(0)],
  o2: [order(2)],
  o3: [order(3)],
  o4: [order(4)],
  o5: [order(5)],
  o8: [order(8)],
  word: [word(0)],
  bigram: [word(0), word(1)],
  'word-gap': [word(0), word(2)],
  'skip-1': [byte(2), byte(3)],
  'second-byte': [byte(2)],
  shape8: [shape(8)],
  'shape6-o1': [shape(6), byte(1)],
  'shape-word': [shape(4), word(0)],
  'bracket-o1': [opening(), byte(1)],
  'bracket-o3': [openBracket(), order(3)],
  'bracket-word': [openBracket(), word(0)],
  column: [column(), above()],
  indirect1: [follows(1, 2), byte(1)],
  indirect2: [follows(2, 2), byte(1)],
  expected: [matchByte(), byte(1)],
  'expected-o2': [matchByte(), matchLength(), order(2)],
  'label-o3': [label(), order(3)],
  'label-parent-o2': [label(), parent(), order(2)],
  'label-word': [label(), word(0)],
  'ordinal-o1': [head(), ordinal(), byte(1)],
  line: [prefix(), parent()],
  'class-1': codeClasses(1),
  'class-2': codeClasses(2),
});

/** What chooses the weight sets of the first layer. The byte's bits so far make most selectors worth more. */
export const everydaySelectors = [
  [matchLength(), partial],
  [byte(1), partial],
  [order(2)],
  [selectShape(3)],
  [selectShape(6)],
  [selectShape(2), partial],
  [selectOpen(), partial],
  [selectColumn(), partial],
];

/** What corrects the last mixer's prediction: order 1 and 2, the text's shape, the word, the match's expectation. */
export const everydayApms = [
  apm('sse-o1', ['final'], [byte(1), partial]),
  apm('sse-o2', ['final'], [order(2), partial]),
  apm('sse-shape', ['final'], [selectShape(3), partial]),
  apm('sse-word', ['final'], [selectWord(), partial]),
  apm('sse-match', ['final'], [matchByte(), matchLength()]),
];

/** What is left to correct when all has been said. */
export const corrector = residual('rest', everydayApms.map(({ id }) => id));

/* Without these, and with one place recalled, a row of weights is two cache lines, not three: contexts that others say nearly all of. */
const dispensable = ['o5', 'bracket-o3', 'bracket-word', 'line', 'second-byte'];
const forNetwork = everyday.filter(({ id }) => id === 'o5' || id === 'bracket-word');

/** The everyday model: orders 0 to 8, words, the text's shape, lines and labels, brackets, followers and the match's expectation under two mixer layers. */
export function standard(tables: Tables): Graph {
  const contexts = everyday.filter(({ id }) => !dispensable.includes(id));
  return model('standard', tables, [...networkContexts, ...forNetwork], contexts, ['word'], everydayApms, everydayApms.map(({ id }) => id));
}

/** The same with all contexts, more places recalled, and a residual. */
export const ample = (tables: Tables): Graph => model('ample', tables, networkContexts, everyday, recalled, [...everydayApms, corrector], [corrector.id]);

function model(
  name: string,
  tables: Tables,
  read: readonly ContextNode[],
  of: readonly ContextNode[],
  places: readonly string[],
  last: readonly Node[],
  output: readonly string[],
): Graph {
  return {
    name,
    history: size(16, tables.history, 0),
    nodes: [
      words('words', 3),
      classes('classes'),
      lines('lines'),
      brackets('brackets'),
      indirect('indirect'),
      outline('outline'),
      codes('codes'),
      match('match', 6, size(10, tables.match, 0), 1023),
      ...read,
      ...of,
      slots('slots', of, size(18, tables.slots, 7), 1023),
      recall('recall', places, size(10, tables.match, 0)),
      firstMixer('mix', ['match', 'slots', 'recall'], everydaySelectors),
      lastMixer('final', ['mix'], [[matchLength()], [partial], [byte(1)]], 8),
      ...last,
    ],
    output,
  };
}
