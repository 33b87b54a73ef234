/** What can be wrong with an archive; `code` is the one that docs/format.md names for it. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const corrupt = (message: string): ArchiveError => new ArchiveError('ERR_CORRUPT', message);
