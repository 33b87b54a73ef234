// Standard input into an object store, which takes parts of a fixed size, as S3's multipart upload does: `some-dump | node stdin-to-storage.mjs`.
// The store here is an array in memory; put() and complete() are where yours would be called.
import assert from 'node:assert/strict';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createCompress, decompressIterable } from 'kolmo';

const PART = 16 * 1024; // S3 wants 5 MiB at least

/** A Writable that gathers bytes to parts and uploads them one by one: a slow store slows the compressor, and that its source. */
class PartSink extends Writable {
  parts = [];
  #waiting = [];
  #bytes = 0;

  async #put(body) {
    await new Promise((resolve) => setTimeout(resolve, 1)); // the network
    this.parts.push(body);
  }

  async #uploadParts(all) {
    if (this.#bytes < PART && !all) return;
    let gathered = Buffer.concat(this.#waiting);
    for (; gathered.length >= PART; gathered = gathered.subarray(PART)) await this.#put(Buffer.from(gathered.subarray(0, PART)));
    if (all && gathered.length > 0) await this.#put(Buffer.from(gathered));
    this.#waiting = all ? [] : [gathered];
    this.#bytes = all ? 0 : gathered.length;
  }

  async #upload(all, callback) {
    try {
      await this.#uploadParts(all);
    } catch (error) {
      return callback(error);
    }
    return callback();
  }

  _write(chunk, _encoding, callback) {
    this.#waiting.push(chunk);
    this.#bytes += chunk.length;
    void this.#upload(false, callback);
  }

  _final(callback) {
    void this.#upload(true, callback);
  }
}

const bundled = Readable.from(Array.from({ length: 3_000 }, (_, i) => `INSERT INTO items VALUES (${i}, 'item ${(i * 31) % 977}', ${(i * i) % 4_096});\n`));
const input = process.stdin.isTTY || process.argv.includes('--sample') ? bundled : process.stdin;

const stop = new AbortController();
process.once('SIGTERM', () => stop.abort()); // the upload is given up, not left half-way

const sink = new PartSink();
const compressor = createCompress({ level: 3, memory: 128 * 2 ** 20, segment: 2 ** 20, snapshot: 2 ** 18 });
await pipeline(input, compressor, sink, { signal: stop.signal });

let restored = 0;
for await (const piece of decompressIterable(sink.parts)) restored += piece.length;
assert.equal(restored, compressor.bytesIn);
console.log(`${compressor.bytesIn} bytes stored as ${sink.parts.length} parts, ${compressor.bytesOut} bytes`);
