/** How much of the core's comments an exported file has. */

/** all; brief: how each comment of a file, or of what takes several lines at file scope, begins; none. */
export const commentChoices = ['all', 'brief', 'none'] as const;
export type Comments = (typeof commentChoices)[number];
