/** `kolmo -b5 FILE`: what a level makes of a file, in memory, without Node's start-up. */
import { readFile } from 'node:fs/promises';
import { compress, decompress, info, type CompressOptions } from '../index.js';
import { bytes, CliError, shown } from './messages.js';
import { modelOf } from './model.js';
import type { Settings } from './options.js';
import { print } from './print.js';

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const start = process.hrtime.bigint();
  const result = await work();
  return { result, seconds: Number(process.hrtime.bigint() - start) / 1e9 };
}

export async function bench(name: string, settings: Settings): Promise<void> {
  if (name === '-') throw new CliError('-b takes a FILE');
  const data = await readFile(name);
  const { segment, snapshot, memory, threads } = settings;
  const options: CompressOptions = { ...(await modelOf(settings)), segment, snapshot, memory, threads: segment === undefined ? 1 : threads };
  const packed = await timed(() => compress(data, options));
  const archive = packed.result;
  const { memory: need, cost } = info(archive);
  const unpacked = await timed(() => decompress(archive, { threads, memory: Math.max(need * threads, 1), maxCost: Math.max(cost, 1) }));
  if (!data.equals(unpacked.result)) throw new CliError('other bytes came back', 'ERR_CORRUPT');
  const result = {
    file: name,
    level: settings.graph === undefined && settings.set.length === 0 ? settings.level : null,
    bytes: data.length,
    archiveBytes: archive.length,
    compressSeconds: packed.seconds,
    decompressSeconds: unpacked.seconds,
    memory: need,
    threads,
  };
  if (settings.json) return print(`${JSON.stringify(result)}\n`);
  const perByte = (seconds: number): string => (data.length === 0 ? '-' : `${((1e6 * seconds) / data.length).toFixed(3)} µs/byte`);
  const rate = (seconds: number): string => `${(data.length / 1e6 / Math.max(seconds, 1e-9)).toFixed(3)} MB/s`;
  const ratio = data.length === 0 ? '-' : `${((8 * archive.length) / data.length).toFixed(3)} bits/byte`;
  return print(
    `${shown(name)}: ${data.length} → ${archive.length} (${ratio}), compress ${rate(packed.seconds)} (${perByte(packed.seconds)}), ` +
      `decompress ${rate(unpacked.seconds)} (${perByte(unpacked.seconds)}), ${bytes(need)}, restored exactly\n`,
  );
}
