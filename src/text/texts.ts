/** What the text transform takes words from; archives say it by the number in this list. */
export const TEXTS = ['none', 'dict', 'words'] as const;

/** none: no transform; dict: the English dictionary that kolmo ships; words: a vocabulary learned from the data, which the archive carries. */
export type Text = (typeof TEXTS)[number];
