/** What the text transform takes words from; archives say it by the number in this list. */
export const TEXTS = ['none', 'dict', 'words'] as const;

/** So many words have codes of one byte, the next so many of two (docs/format.md §2.1). */
export const SINGLES = 32;
export const PAIRS = 80 * 128;

/** none: no transform; dict: the English dictionary that kolmo ships; words: a vocabulary learned from the data, which the archive carries. */
export type Text = (typeof TEXTS)[number];
