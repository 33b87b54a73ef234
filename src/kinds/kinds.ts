/** Kinds of data: each level from 5 on has a graph for each, and the first bytes tell which one is taken. */

export const kinds = ['text', 'structured', 'machine', 'binary'] as const;

/** text: prose, markup, source; structured: records in lines or trees, as logs, CSV, JSON and XML; machine: programs and libraries of x86;
 * binary: anything else. */
export type Kind = (typeof kinds)[number];

/** Whether it is bytes that nobody reads as they are. */
export const isBytes = (kind: Kind): boolean => kind === 'machine' || kind === 'binary';

/** How many bytes at most tell an input's kind. */
export const SAMPLE = 2 ** 16;
