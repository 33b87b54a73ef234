import {
  above, brackets, byte, classes, codeClasses, codes, column, contexts, firstByte, firstMixer, follows, indirect, lastMixer, lines, masked, match, matchByte, matchLength,
  order, outline, partial, recall, select, selectShape, selectWord, shape, size, slots, word, words,
} from '../graph/build.js';
import type { ContextNode, Graph, MixerNode } from '../graph/types.js';
import { corrector, everyday, everydayApms, everydaySelectors, networkContexts, recalled } from './standard.js';
import type { Tables } from './tables.js';

/* Longer orders and words, sparse and masked bytes for records. */
const more = contexts({
  o7: [order(7)],
  o10: [order(10)],
  trigram: [word(0), word(1), word(2)],
  'last-word-o1': [word(1), byte(1)],
  'last-word-o2': [word(1), order(2)],
  'skip-1-long': [byte(2), byte(3), byte(4)],
  'skip-2': [byte(3), byte(4)],
  'third-byte': [byte(3)],
  'fourth-byte': [byte(4), byte(1)],
  /* The top bits tell letters of either case, digits and UTF-8 apart, and large numbers from small ones. */
  'high-bits': [1, 2, 3, 4, 5, 6].map((i) => masked(i, 0xe0)),
  'high-nibbles': [1, 2, 3, 4].map((i) => masked(i, 0xf0)),
  'shape4-o2': [shape(4), order(2)],
  'first-o2': [firstByte(), order(2)],
  'column-o1': [column(), byte(1)],
  'above-o2': [above(), order(2)],
  'indirect2-o2': [follows(2, 2), order(2)],
  'expected-long': [matchByte('long'), matchLength('long'), byte(1)],
});

const evenMore = contexts({ 'class-3': codeClasses(3) });

type Selectors = MixerNode['select'];

const common: Selectors = [...everydaySelectors, [byte(2), byte(3)], [matchLength('long'), matchLength()], [selectWord()]];
const selectors: Selectors = [...common, [matchByte()]];

/* What the smallest archives choose weight sets by as well, 0.2 % for a fifteenth of the time. */
const andMore: Selectors = [[matchByte(), partial], [order(3)], [selectWord(1)], [selectShape(4), partial]];

/** The everyday contexts, a second match and more weight sets: at level 5's contexts these bring more than contexts do. */
export const full = (tables: Tables): Graph => model('full', tables, { contexts: everyday, recalled, select: selectors });
export const fullest = (tables: Tables): Graph => model('fullest', tables, { contexts: everyday, recalled, select: [...selectors, ...andMore] });

/** The same with more contexts. */
export const strong = (tables: Tables): Graph => model('strong', tables, { contexts: [...everyday, ...more], recalled, select: selectors });

/** And weights chosen by words' classes, too; more places recalled. */
export const strongest = (tables: Tables): Graph =>
  model('strongest', tables, {
    contexts: [...everyday, ...more, ...evenMore],
    recalled: [...recalled, 'class-1', 'class-2', 'o3', 'label-o3', 'column', 'skip-1', 'indirect2'],
    select: [...common, ...andMore, [select('codes', 'classes', 16), byte(1)]],
    selectLast: [[select('codes', 'classes', 8)]],
    perByte: 8,
  });

interface Parts {
  readonly contexts: readonly ContextNode[];
  /** Which of these are looked up where they last stood. */
  readonly recalled: readonly string[];
  /** What chooses weight sets; what chooses the last mixer's besides what always does. */
  readonly select: Selectors;
  readonly selectLast?: Selectors;
  /** log2 of the bytes of slots that a byte of input is given. */
  readonly perByte?: number;
}

function model(name: string, tables: Tables, { contexts: of, recalled: places, select: chosenBy, selectLast = [], perByte = 7 }: Parts): Graph {
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
      match('match', 5, size(10, tables.match, 0), 1023),
      match('long', 16, size(10, tables.match, 0), 1023),
      ...networkContexts,
      ...of,
      slots('slots', of, size(18, tables.slots, perByte), 1023),
      recall('recall', places, size(10, tables.match, 0)),
      firstMixer(
        'mix',
        ['match', 'long', 'slots', 'recall'],
        chosenBy,
        { sets: size(9, 16, -4) }, /* sixteen selectors: with more sets short inputs would take more than 10 MB */
      ),
      lastMixer('final', ['mix'], [[matchLength()], [partial], [byte(1)], [selectShape(2)], ...selectLast], chosenBy.length),
      ...everydayApms,
      corrector,
    ],
    output: [corrector.id],
  };
}
