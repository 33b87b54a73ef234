/** What blocks become before they are coded; encoders are told by the number in this list, and archives say it by that, where bpe is words. */
export const TEXTS = ['none', 'dict', 'words', 'code', 'bpe'] as const;

/** By its number; none where there is none of that number. */
export const textNamed = (number: number): Text => TEXTS[number] ?? 'none';

/** So many words have codes of one byte, the next so many of two (docs/format.md §2.1). */
export const SINGLES = 32;
export const PAIRS = 80 * 128;

/**
 * none: they stay as they are; dict: words become codes by the English dictionary that kolmo ships; words: by a vocabulary learned from the data, which the
 * archive carries; code: relative addresses in machine code become absolute; bpe: as words, by pieces of words that merging pairs makes (worse; there to compare).
 */
export type Text = (typeof TEXTS)[number];
