/** How much of the core's comments an exported file has. */

/** all; brief: how each comment of what takes seven lines or more at file scope begins; none. */
export const commentChoices = ['all', 'brief', 'none'] as const;
export type Comments = (typeof commentChoices)[number];
