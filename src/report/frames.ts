/** Where an archive's bytes are: header, frames and payload of an archive of one member and one segment (docs/format.md §2). */
import { native, Op, typed } from '../native.js';
import { errorOf } from '../errors.js';

export interface Block {
  /** Bytes of the input, and of what the text transform makes of them: as many where there is none. */
  readonly raw: number;
  readonly coded: number;
  /** Bytes in the archive that stand for them. */
  readonly payload: number;
  /** Kept as it is, for coding would not make it smaller. */
  readonly stored: boolean;
  /** It went through the text transform. */
  readonly text: boolean;
}

export interface Frames {
  readonly archiveBytes: number;
  readonly headerBytes: number;
  /** Of all blocks. */
  readonly payloadBytes: number;
  readonly blocks: readonly Block[];
}

const tags: ReadonlyMap<number, Pick<Block, 'stored' | 'text'>> = new Map([
  [0x10, { stored: false, text: false }],
  [0x11, { stored: true, text: false }],
  [0x12, { stored: false, text: true }],
  [0x13, { stored: true, text: true }],
]);

/** Throws what a scan of the archive does. */
export function framesOf(archive: Uint8Array): Frames {
  const decoder = new (native().Decoder)({ memory: 0, maxCost: 0, outputLimit: 0, scan: true });
  const { code, message } = typed(() => decoder.runSync(archive, Op.finish, 0, null));
  const [segment, ...others] = code === 'OK' ? decoder.segments() : [];
  decoder.close();
  if (code !== 'OK') throw errorOf(code, message);
  if (segment === undefined || others.length > 0) throw new Error('a report is of an archive of one segment');
  let at = segment.archiveAt;
  const varint = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = archive[at++] ?? 0;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  const blocks: Block[] = [];
  for (let tag = tags.get(archive[at] ?? 0); tag !== undefined; tag = tags.get(archive[at] ?? 0)) {
    at += 1;
    const raw = varint();
    const coded = tag.text ? varint() : raw;
    const payload = tag.stored ? coded : varint();
    at += 4 + payload; /* behind the checksum */
    blocks.push({ raw, coded, payload, ...tag });
  }
  const payloadBytes = blocks.reduce((sum, { payload }) => sum + payload, 0);
  return { archiveBytes: archive.length, headerBytes: segment.headerBytes, payloadBytes, blocks };
}
