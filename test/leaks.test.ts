/** Nothing stays behind of ten thousand jobs. In a process of its own, with the collector at hand. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const dist = new URL('../dist/index.js', import.meta.url).href;

/* Memory settles over the first jobs; what grows with each job after them would show as megabytes. */
const script = `
const { compress, compressSync, createCompress, decompress } = await import(${JSON.stringify(dist)});
const data = Buffer.alloc(300, 'job after job. ');
const archive = compressSync(data, { level: 1 });
async function jobs(count) {
  for (let i = 0; i < count; i += 20) {
    await Promise.all(Array.from({ length: 20 }, (_, k) => {
      if (k === 0) return createCompress({ level: 1, size: 300 }).destroy() && null;
      if (k === 1) return decompress(archive.subarray(0, -1)).catch(() => null);
      if (k === 2) return compress(data, { level: 1, signal: AbortSignal.abort() }).catch(() => null);
      return k % 2 ? compress(data, { level: 1 }) : decompress(archive);
    }));
  }
  gc();
  await new Promise((resolve) => setImmediate(resolve));
  gc();
  return process.memoryUsage().rss;
}
const before = await jobs(2_000);
const after = await jobs(10_000);
console.log(Math.round((after - before) / 1024));
`;

it('10,000 jobs', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', script], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  // A byte for byte leak of one 300-byte buffer a job would be 3,000 KiB; of one model, gigabytes.
  expect(Number(stdout)).toBeLessThan(20_000);
});
