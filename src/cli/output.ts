/**
 * Where decoded and coded bytes go. A file appears whole or not at all: it is written under a temporary name in the
 * same folder, synced, and only then given its name.
 */
import * as fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { isatty } from 'node:tty';
import { promisify } from 'node:util';
import { CliError, about } from './messages.js';

const fsync = promisify(fs.fsync);

export interface Sink {
  /** As messages name it. */
  name: string;
  stream: Writable;
  /** Standard output, a device or a pipe: nothing is left that could stand in for the source. */
  direct: boolean;
  /** Completes the output; `stats` are those of the source. Errors are about the output. */
  commit(stats: fs.Stats | undefined): Promise<void>;
  /** Gives up: nothing remains of a file. Does nothing after commit(). */
  discard(): void;
}

/* ---- temporary files ---------------------------------------------------------------------------------------------- */

const temporary = new Set<string>();

/** Removes whatever is half-written; for signals and crashes, hence synchronous and never throwing. */
export function removeTemporaries(): void {
  for (const path of temporary) {
    temporary.delete(path);
    fs.rmSync(path, { force: true });
  }
}

/* The name's own part is cut so that the longest legal names get a legal temporary one. */
function temporaryName(target: string, attempt: number): string {
  let base = basename(target);
  while (Buffer.byteLength(base) > 200) base = base.slice(0, -1);
  return join(dirname(target), `.${base}.kolmo-${process.pid}${attempt === 0 ? '' : `-${attempt}`}.tmp`);
}

/* Synchronous, so that no signal can fall between the file's making and its entry in the list. */
function createTemporary(target: string, mode: number): { path: string; fd: number } {
  for (let attempt = 0; ; attempt++) {
    const path = temporaryName(target, attempt);
    try {
      const fd = fs.openSync(path, 'wx', mode);
      temporary.add(path);
      return { path, fd };
    } catch (error) {
      const left = error instanceof Error && 'code' in error && error.code === 'EEXIST'; /* by a killed process */
      if (!left || attempt === 99) throw about('write', target, error);
    }
  }
}

/* ---- naming the finished file --------------------------------------------------------------------------------------- */

const exists = (path: string): CliError =>
  new CliError(`${path} exists already; -f replaces it`, 'EEXIST');

/* File systems without hard links (FAT, some network ones) say one of these. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL']);

/* link() refuses an existing name in one step, where a test followed by rename() could replace a file made between. */
function linkNew(path: string, target: string): void {
  try {
    fs.linkSync(path, target);
    fs.unlinkSync(path);
    return;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EEXIST') throw exists(target);
    if (!NO_LINKS.has(code)) throw error;
  }
  if (fs.lstatSync(target, { throwIfNoEntry: false })) throw exists(target);
  fs.renameSync(path, target);
}

/* So that --rm can't outrun the new name on its way to the disk. Some file systems can't sync folders: no matter. */
function syncFolder(path: string): void {
  try {
    const fd = fs.openSync(dirname(path), 'r');
    try {
      fs.fsyncSync(fd);
    } finally {
      fs.closeSync(fd);
    }
  } catch {
    /* the data itself is synced */
  }
}

function writeWhole(fd: number, chunk: Buffer): void {
  for (let done = 0; done < chunk.length; ) done += fs.writeSync(fd, chunk, done);
}

/* The source's owner (where we may), permissions and times. */
function copyAttributes(fd: number, stats: fs.Stats): void {
  if (process.getuid?.() === 0) {
    try {
      fs.fchownSync(fd, stats.uid, stats.gid);
    } catch {
      /* a file system without owners */
    }
  }
  fs.fchmodSync(fd, stats.mode & 0o777);
  fs.futimesSync(fd, stats.atimeMs / 1000, stats.mtimeMs / 1000);
}

function atomicFile(target: string, force: boolean, fromFile: boolean): Sink {
  /* A copy of a private file must not be readable by others while it grows; from stdin the umask decides. */
  const { path, fd } = createTemporary(target, fromFile ? 0o600 : 0o666);
  let isOpen = true;
  let done = false;
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    fs.closeSync(fd);
  };
  const discard = (): void => {
    if (done) return;
    done = true;
    try {
      close();
    } finally {
      temporary.delete(path);
      fs.rmSync(path, { force: true });
    }
  };
  return {
    name: target,
    direct: false,
    stream: new Writable({
      write(chunk: Buffer, _encoding, callback) {
        try {
          writeWhole(fd, chunk);
        } catch (error) {
          return callback(about('write', target, error));
        }
        return callback();
      },
    }),
    async commit(stats) {
      try {
        if (stats) copyAttributes(fd, stats);
        await fsync(fd);
        close();
        if (force) fs.renameSync(path, target);
        else linkNew(path, target);
        done = true;
        temporary.delete(path);
        syncFolder(target);
      } catch (error) {
        discard();
        throw error instanceof CliError ? error : about('write', target, error);
      }
    },
    discard,
  };
}

/* ---- standard output, devices, pipes ---------------------------------------------------------------------------------- */

/* Node's own stream for a stdout that is a file ignores short writes, which is how a full disk begins. */
function stdoutStream(): Writable {
  const stats = fs.fstatSync(1);
  if (stats.isFile() || (stats.isCharacterDevice() && !isatty(1))) {
    return new Writable({
      write(chunk: Buffer, _encoding, callback) {
        try {
          writeWhole(1, chunk);
        } catch (error) {
          return callback(about('write', 'standard output', error));
        }
        return callback();
      },
    });
  }
  /* Wrapped, because a pipeline would end process.stdout, and other files may follow. */
  return new Writable({
    write(chunk: Buffer, _encoding, callback) {
      process.stdout.write(chunk, (error) => callback(error ? about('write', 'standard output', error) : null));
    },
  });
}

/* Text may go to a terminal, as with xz -dc; a NUL tells that it is none. */
function textOnly(stream: Writable): Writable {
  stream.on('error', () => {}); /* write()'s callback carries it */
  return new Writable({
    write(chunk: Buffer, encoding, callback) {
      if (chunk.includes(0)) {
        callback(new CliError('the data is not text; will not write it to a terminal (-o FILE saves it, -f forces it)'));
      } else stream.write(chunk, encoding, callback);
    },
    final(callback) {
      stream.end(callback);
    },
  });
}

const refuseTerminal = (): CliError =>
  new CliError('will not write compressed data to a terminal (-o FILE saves it, -f forces it)', 'ERR_OPTION', true);

/** Standard output. `compressed`: whether what comes is an archive. Throws CliError when that is a terminal. */
export function openStdout(compressed: boolean, force: boolean): Sink {
  const guarded = isatty(1) && !force;
  if (guarded && compressed) throw refuseTerminal();
  const stream = stdoutStream();
  return {
    name: '(stdout)',
    direct: true,
    stream: guarded ? textOnly(stream) : stream,
    commit: async () => {},
    discard: () => {},
  };
}

function openDirect(target: string, compressed: boolean, force: boolean, stats: fs.Stats): Sink {
  let stream: Writable;
  if (stats.isCharacterDevice()) {
    let fd: number;
    try {
      fd = fs.openSync(target, fs.constants.O_WRONLY);
    } catch (error) {
      throw about('write', target, error);
    }
    stream = fs.createWriteStream(target, { fd });
    if (isatty(fd) && !force) {
      if (compressed) {
        stream.destroy();
        throw refuseTerminal();
      }
      stream = textOnly(stream);
    }
  } else {
    /* Opened in the background: a pipe's opening waits for its reader, and signals must still be heard. */
    stream = fs.createWriteStream(target);
  }
  return { name: target, direct: true, stream, commit: async () => {}, discard: () => stream.destroy() };
}

/* ---- choosing ---------------------------------------------------------------------------------------------------------- */

export interface OutputOptions {
  force: boolean;
  /** What comes is an archive. */
  compressed: boolean;
  /** The name was given with -o, not derived from the source's. */
  named: boolean;
  /** Of the source, when it is a file. */
  source: fs.Stats | undefined;
}

/** Opens the output `target`. Throws CliError: it exists, is the source, is a folder, or can't be made. */
export function openOutput(target: string, options: OutputOptions): Sink {
  if (options.named && (target === '-' || target === '/dev/stdout')) return openStdout(options.compressed, options.force);
  let entry: fs.Stats | undefined;
  let file: fs.Stats | undefined;
  try {
    entry = fs.lstatSync(target, { throwIfNoEntry: false });
    file = fs.statSync(target, { throwIfNoEntry: false }); /* what a symbolic link leads to */
  } catch (error) {
    throw about('write', target, error);
  }
  if (file && options.source && file.ino === options.source.ino && file.dev === options.source.dev) {
    throw new CliError(`${target} is the source itself`);
  }
  if (file && !file.isFile()) {
    if (file.isDirectory()) {
      throw new CliError(`cannot write ${target}: it is a directory`, 'EISDIR');
    }
    if (options.named) return openDirect(target, options.compressed, options.force, file);
    throw new CliError(`${target} exists already and is not a regular file`, 'EEXIST');
  }
  if (entry && !options.force) throw exists(target);
  return atomicFile(target, options.force, options.source !== undefined);
}
