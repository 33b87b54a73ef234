/** Real data, where KOLMO_CORPORA names some: every file restores at the lowest, the default and the highest level. */
import { expect, it } from 'vitest';
import { contents, realFiles } from '../bench/corpora.js';
import { compress, decompress } from '../src/index.js';

/* Of each file; `npm run bench -- sizes --verify` restores them whole. */
const BYTES = 10_000;

const files = realFiles();

it.skipIf(files === undefined)(`the first ${BYTES} bytes of every file restore at levels 1, 5 and 9 (KOLMO_CORPORA is not set)`, { timeout: 300_000 }, async () => {
  for (const file of files ?? []) {
    const data = contents(file).subarray(0, BYTES);
    const restore = async (level: number): Promise<void> => {
      const archive = await compress(data, { level });
      expect(data.equals(await decompress(archive)), `${file.name} at level ${level}`).toBe(true);
      expect(archive.length, `${file.name} at level ${level}`).toBeLessThanOrEqual(Math.ceil(data.length * 1.001) + 32);
    };
    await Promise.all([9, 5, 1].map(restore));
  }
});
