// A log that is rotated by size: what is full is archived beside the work, one member after the other in one file, which decodes as a whole.
import assert from 'node:assert/strict';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createCompress, decompress, info } from 'kolmo';

class RotatedLog {
  #path;
  #limit;
  #stream;
  #bytes = 0;
  #count = 0;
  #archiving = Promise.resolve();

  constructor(path, limit) {
    this.#path = path;
    this.#limit = limit;
    this.#stream = createWriteStream(path);
  }

  async write(line) {
    this.#bytes += Buffer.byteLength(line);
    if (!this.#stream.write(line)) await new Promise((resolve) => this.#stream.once('drain', resolve));
    if (this.#bytes >= this.#limit) await this.#rotate();
  }

  async #rotate() {
    await new Promise((resolve) => this.#stream.end(resolve));
    const full = `${this.#path}.${++this.#count}`;
    await rename(this.#path, full);
    this.#stream = createWriteStream(this.#path);
    this.#bytes = 0;
    // One after the other, so that members stand in order; not waited for, so that logging goes on.
    this.#archiving = this.#archiving.then(() => this.#archive(full));
  }

  async #archive(full) {
    const { size } = await stat(full);
    await pipeline(createReadStream(full), createCompress({ level: 3, size }), createWriteStream(`${this.#path}.kolmo`, { flags: 'a' }));
    await rm(full); // only now: what is not archived stays
  }

  async close() {
    await new Promise((resolve) => this.#stream.end(resolve));
    await this.#archiving;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'kolmo-log-'));
try {
  const path = join(folder, 'server.log');
  const log = new RotatedLog(path, 20_000);
  let all = '';
  for (let i = 0; i < 1_500; i++) {
    const line = `${new Date(1.7e12 + 1_000 * i).toISOString()} INFO request ${i} took ${(i * 37) % 90} ms\n`;
    all += line;
    await log.write(line);
  }
  await log.close();
  const archive = await readFile(`${path}.kolmo`);
  const restored = (await decompress(archive)).toString() + (await readFile(path, 'utf8'));
  assert.equal(restored, all);
  const { members, rawBytes } = info(archive);
  console.log(`${members} parts archived: ${rawBytes} bytes in ${archive.length}`);
} finally {
  rmSync(folder, { recursive: true });
}
