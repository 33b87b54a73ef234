/** Where an archive's segments lie: by its indexes, or by reading all of its framing. */
import type { FileHandle } from 'node:fs/promises';
import { errorOf } from '../errors.js';
import type { ArchiveInfo, Segment } from '../native.js';
import { native } from '../native.js';
import { scan, scanHeader } from '../scan.js';

/** The archive: `length` bytes from `at` on, all of them. */
export type Read = (at: number, length: number) => Promise<Uint8Array>;

export interface Found {
  /** Of all members, in order. */
  readonly segments: readonly Segment[];
  /** The largest need of any member. */
  readonly memory: number;
  readonly cost: number;
  /** Whether any member's segments start from a snapshot. */
  readonly snapshot: boolean;
}

/** Larger index frames (more than half a million segments) are not read, lest a small file fill the memory: the archive is scanned instead. */
const LARGEST_INDEX = 2 ** 22;

const TAIL = 8;

/** Reads of a file, whole or not at all. */
export function readerOf(handle: FileHandle): Read {
  return async (at, length) => {
    const bytes = Buffer.allocUnsafe(length);
    for (let done = 0; done < length; ) {
      const { bytesRead } = await handle.read(bytes, done, length - done, at + done);
      if (bytesRead === 0) throw errorOf('ERR_TRUNCATED', 'the archive ends early');
      done += bytesRead;
    }
    return bytes;
  };
}

/** What a scan of the whole archive finds. */
export async function findAll(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Found & { readonly info: ArchiveInfo }> {
  const { info, segments } = await scan(chunks);
  return { segments, memory: info.memory, cost: info.cost, snapshot: info.snapshot > 0, info };
}

/** The segments of the last member of the first `end` bytes, by its index; undefined when there is none that is right. */
async function lastMember(read: Read, end: number): Promise<Segment[] | undefined> {
  if (end < TAIL) return undefined;
  const tail = Buffer.from(await read(end - TAIL, TAIL));
  const size = tail.readUInt32LE(0);
  if (tail.readUInt32BE(4) !== native().constants['INDEX_MAGIC'] || size > LARGEST_INDEX || size > end) return undefined;
  const frame = await read(end - size, size);
  try {
    return native().readIndex(frame, end - size);
  } catch {
    return undefined; // what is wrong is told by a scan
  }
}

async function* chunksOf(read: Read, end: number): AsyncGenerator<Uint8Array> {
  const chunk = 2 ** 20;
  for (let at = 0; at < end; at += chunk) yield await read(at, Math.min(chunk, end - at));
}

/**
 * The segments of an archive of `length` bytes. Members that end in an index are taken at its word, from the last one backwards; what is
 * before them is scanned.
 * @throws KolmoError as info() does
 */
export async function find(read: Read, length: number): Promise<Found> {
  const members: Segment[][] = [];
  let end = length;
  for (let member = await lastMember(read, end); member !== undefined; member = await lastMember(read, end)) {
    const [first] = member;
    if (first === undefined) break;
    members.unshift(member);
    end = first.headerAt;
  }
  let scanned: Found | undefined;
  if (end > 0) scanned = await findAll(chunksOf(read, end));
  else if (members.length === 0) scanned = await findAll([]);
  let memory = scanned?.memory ?? 0;
  let cost = scanned?.cost ?? 0;
  let snapshot = scanned?.snapshot ?? false;
  const segments = [...(scanned?.segments ?? [])];
  for (const member of members) {
    const [first] = member;
    if (first === undefined) continue;
    const header = await read(first.headerAt, first.headerBytes);
    const need = scanHeader(header);
    memory = Math.max(memory, need.memory);
    cost = Math.max(cost, need.cost);
    snapshot ||= need.snapshot > 0;
    const before = segments.at(-1);
    const rawAt = before === undefined ? 0 : before.rawAt + before.rawBytes;
    segments.push(...member.map((segment) => ({ ...segment, rawAt: segment.rawAt + rawAt })));
  }
  return { segments, memory, cost, snapshot };
}
