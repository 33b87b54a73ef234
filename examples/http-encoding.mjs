// A server and a client that speak Content-Encoding: kolmo to each other; everybody else gets gzip or nothing.
import assert from 'node:assert/strict';
import { createServer, get } from 'node:http';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { createCompress, createDecompress } from 'kolmo';

const report = JSON.stringify(Array.from({ length: 500 }, (_, i) => ({ id: i, state: i % 7 ? 'done' : 'open', owner: `user${i % 12}` })));

/** The coder for what a client accepts; kolmo is named by those who know it. */
function encoderFor(accepted = '') {
  const names = accepted.split(',').map((name) => name.trim().split(';')[0]);
  // Level 1 and little memory: a server has many of these at once.
  if (names.includes('kolmo')) return ['kolmo', createCompress({ level: 1, size: Buffer.byteLength(report) })];
  if (names.includes('gzip')) return ['gzip', createGzip()];
  return [undefined, undefined];
}

const server = createServer(async (request, response) => {
  const [name, encoder] = encoderFor(request.headers['accept-encoding']);
  response.setHeader('Content-Type', 'application/json');
  response.setHeader('Vary', 'Accept-Encoding');
  if (encoder === undefined) return response.end(report);
  response.setHeader('Content-Encoding', name);
  encoder.end(report);
  await pipeline(encoder, response).catch(() => response.destroy()); // the client left
});

/** Limits on what a stranger sends: output, memory and work. */
const decoders = {
  kolmo: () => createDecompress({ maxOutputLength: 10_000_000, memory: 64 * 2 ** 20, maxCost: 20_000 }),
  gzip: () => createGunzip({ maxOutputLength: 10_000_000 }),
};

function fetchReport(port, accepted) {
  return new Promise((resolve, reject) => {
    get({ port, headers: { 'Accept-Encoding': accepted } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk) => (bytes += chunk.length));
      const decoder = decoders[response.headers['content-encoding']]?.();
      const body = decoder === undefined ? response : response.pipe(decoder);
      text(body).then((received) => resolve({ received, bytes }), reject);
    }).on('error', reject);
  });
}

await new Promise((resolve) => server.listen(0, resolve));
const { port } = server.address();
const sizes = {};
for (const accepted of ['kolmo, gzip', 'gzip', 'identity']) {
  const { received, bytes } = await fetchReport(port, accepted);
  assert.equal(received, report);
  sizes[accepted] = bytes;
}
server.close();
console.log(`bytes on the wire: ${Object.entries(sizes).map(([name, bytes]) => `${name} ${bytes}`).join('; ')}`);
