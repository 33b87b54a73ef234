/** Sources: named files and standard input as streams, and the names that outputs get. */
import { constants, unlinkSync, lstatSync, type Stats } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { isatty } from 'node:tty';
import { CliError } from './messages.js';

export const SUFFIX = '.kolmo';

/* Small enough that progress moves at the slowest level, large enough that a read costs nothing beside coding it. */
const CHUNK = 1 << 16;

export interface Source {
  name: string;
  stream: Readable;
  /** Of a named file, when it was opened. */
  stats: Stats | undefined;
  /** Bytes that will come, when that is known. */
  size: number | undefined;
  close(): Promise<void>;
}

async function* readAll(handle: FileHandle, size: number | undefined): AsyncGenerator<Buffer> {
  let position = 0;
  for (;;) {
    const buffer = Buffer.allocUnsafe(CHUNK);
    const { bytesRead } = await handle.read(buffer, 0, CHUNK, position);
    if (bytesRead === 0) break;
    position += bytesRead;
    if (size !== undefined && position > size) break;
    yield bytesRead === CHUNK ? buffer : buffer.subarray(0, bytesRead);
  }
  if (size !== undefined && position !== size) {
    throw new CliError(`the file changed its size while it was read (it had ${size} bytes)`);
  }
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return 'a directory';
  if (stats.isFIFO()) return 'a pipe';
  if (stats.isSocket()) return 'a socket';
  return 'a device';
}

/** Opens a regular file, or standard input for `-`. Throws CliError or the system's error. */
export async function openSource(name: string): Promise<Source> {
  if (name === '-') {
    /* Destroyed at the end: a pipe that stays open must not keep the command from ending once it has failed. */
    const close = async (): Promise<void> => {
      process.stdin.destroy();
    };
    return { name, stream: process.stdin, stats: undefined, size: undefined, close };
  }
  const before = await stat(name); /* before opening: opening a pipe without a writer would wait for one */
  const special = (stats: Stats): CliError =>
    stats.isDirectory()
      ? new CliError('is a directory; kolmo compresses single files (tar makes one of many)', 'EISDIR')
      : new CliError(`is ${kindOf(stats)}, not a regular file; give its data on standard input`);
  if (!before.isFile()) throw special(before);
  const handle = await open(name, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw special(stats);
    /* Files in /proc and the like say 0 and hold more: their length is unknown. */
    const more = stats.size === 0 && (await handle.read(Buffer.alloc(1), 0, 1, 0)).bytesRead > 0;
    const size = more ? undefined : stats.size;
    const stream = Readable.from(readAll(handle, size), { objectMode: false, highWaterMark: CHUNK });
    return { name, stream, stats, size, close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Compressed data comes from no keyboard. Throws CliError. */
export function refuseTerminalInput(name: string, force: boolean): void {
  if (name === '-' && !force && isatty(0)) {
    throw new CliError('will not read compressed data from a terminal (name a FILE; -f forces it)', 'ERR_OPTION', true);
  }
}

export function compressedName(name: string): string {
  return name + SUFFIX;
}

/** The name without `.kolmo`. Throws CliError where there is no such suffix or nothing before it. */
export function restoredName(name: string): string {
  const base = name.slice(name.lastIndexOf('/') + 1);
  if (!base.endsWith(SUFFIX) || base === SUFFIX) {
    throw new CliError(`the name does not end in ${SUFFIX}; say where the output goes with -o FILE or -c`);
  }
  return name.slice(0, -SUFFIX.length);
}

/** Removes a source whose output is complete, unless the name has come to mean another file since. */
export function removeSource(source: Source, force: boolean): void {
  if (source.stats === undefined) return;
  const now = lstatSync(source.name);
  if (now.isSymbolicLink()) {
    if (!force) throw new CliError('kept: it is a symbolic link (--rm with -f removes the link)');
  } else if (now.ino !== source.stats.ino || now.dev !== source.stats.dev || now.mtimeMs !== source.stats.mtimeMs) {
    throw new CliError('kept: the file changed while it was read');
  }
  unlinkSync(source.name);
}
