// JSON lines in one archive, with the offset of each record beside it: single records are read without decoding the rest.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compress, openArchive } from 'kolmo';

const records = Array.from({ length: 4_000 }, (_, i) => ({ id: i, name: `record ${i}`, tags: ['a', 'b', 'c'].slice(i % 3), value: (i * 7_919) % 1_000 }));

const folder = mkdtempSync(join(tmpdir(), 'kolmo-lines-'));
try {
  // Writing: offsets[i] is where record i starts; the last one is the end.
  const offsets = [0];
  let text = '';
  for (const record of records) {
    text += `${JSON.stringify(record)}\n`;
    offsets.push(text.length); // all ASCII here: characters are bytes
  }
  const path = join(folder, 'records.kolmo');
  // Segments start from what the first 32 KiB taught: such records are much alike.
  writeFileSync(path, await compress(text, { level: 3, segment: 65_536, snapshot: 32_768, threads: 2 }));

  // Reading: the segment that holds a record, and nothing else.
  const archive = await openArchive(path, { memory: 256 * 2 ** 20 });
  for (const i of [0, 1_234, 3_999]) {
    const line = await archive.read(offsets[i], offsets[i + 1]);
    assert.deepEqual(JSON.parse(line.toString()), records[i]);
  }
  console.log(`${records.length} records, ${archive.length} bytes in ${archive.segments.length} segments; three read by themselves`);
  await archive.close();
} finally {
  rmSync(folder, { recursive: true });
}
