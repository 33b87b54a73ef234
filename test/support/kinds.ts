/** Small inputs of several kinds, the same on every machine. */
import { readFileSync } from 'node:fs';
import { noise } from './noise.js';

/* From the project's root, not from this file: `npm run golden` runs a compiled copy of it. */
const file = (name: string, start: number): Buffer => {
  const bytes = readFileSync(`test/sample/${name}`).subarray(start, start + 4_000);
  if (bytes.length !== 4_000) throw new Error(`test/sample/${name} is too short`);
  return bytes;
};

/** Rows of 16 bytes: a counter, a random walk, a small enumeration, a constant. */
function records(): Buffer {
  const rows = Buffer.alloc(4_000);
  const random = noise(rows.length / 16, 3);
  let walk = 1_000_000;
  for (let i = 0; i < rows.length / 16; i++) {
    walk += (random[i] ?? 0) - 120;
    rows.writeUInt32LE(i, 16 * i);
    rows.writeInt32BE(walk, 16 * i + 4);
    rows.writeDoubleLE(((random[i] ?? 0) % 5) + 0.5, 16 * i + 8);
  }
  return rows;
}

export const kinds = {
  prose: file('prose.txt', 5_000),
  json: file('records.json', 3_000),
  records: records(),
  zeros: Buffer.alloc(4_000),
  noise: noise(4_000),
  /* Long matches that end here and there. */
  repeats: Buffer.concat([file('server.log', 0).subarray(0, 700), noise(40), file('server.log', 0).subarray(0, 650), file('server.log', 0).subarray(100, 700), Buffer.from('é — ÿ 0123 ABC abc')]),
} as const;

/** A little of everything, for what costs more. */
export const mixture = Buffer.concat([kinds.prose.subarray(0, 500), Buffer.alloc(150), kinds.records.subarray(0, 200), noise(100, 5), kinds.prose.subarray(100, 400)]);
