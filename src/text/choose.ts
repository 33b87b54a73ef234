/** Which text transform, by the first bytes of an input. */
import { isBytes, type Kind, SAMPLE } from '../kinds/kinds.js';
import { native, typed } from '../native.js';
import { LEARN, learnWords } from './learn.js';
import { learnPieces } from './merge.js';
import { type Text, TEXTS } from './texts.js';

/** What the addon's encoder takes. */
export interface ChosenText {
  /** Its number in TEXTS. */
  readonly text: number;
  /** Of 'words' and 'bpe'; else null. */
  readonly vocabulary: Uint8Array | null;
}

const numbered = (text: Text, vocabulary: Uint8Array | null = null): ChosenText => ({ text: TEXTS.indexOf(text), vocabulary });

const NONE = numbered('none');
const DICT = numbered('dict');
const CODE = numbered('code');

/** How many of the first bytes decide. */
export const sampleOf = (text: Text | 'auto'): number => (text === 'words' || text === 'bpe' ? LEARN : text === 'auto' ? SAMPLE : 0);

/* Where words of the dictionary make up less of a text, its markup, numbers and names lose as much as they win; measured in docs/experiments.md. */
const COVERED = 0.4;

/* English, mostly: judged by how much of it the dictionary has, in a millisecond or two. */
function isEnglish(sample: Uint8Array): boolean {
  const { covered } = typed(() => native().measureText(DICT.text, null, sample));
  return covered >= COVERED * sample.length;
}

/**
 * The transform of an input, a function of its first bytes and of what was asked for alone.
 * @param head the first sampleOf(text) bytes, or all there are; more do not matter
 */
export function chooseText(text: Text | 'auto', kind: Kind, head: Uint8Array): ChosenText {
  if (text === 'dict') return DICT;
  if (text === 'words' || text === 'bpe') {
    const vocabulary = (text === 'words' ? learnWords : learnPieces)(head.subarray(0, LEARN));
    return vocabulary.length === 0 ? NONE : numbered(text, vocabulary);
  }
  if (text === 'code' || (text === 'auto' && isBytes(kind))) return CODE; // blocks without machine code stay as they are
  if (text === 'none' || kind !== 'text') return NONE;
  return isEnglish(head.subarray(0, SAMPLE)) ? DICT : NONE;
}
