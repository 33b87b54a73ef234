/** The addon in worker_threads and at the end of a process. Uses dist, which a Worker and a child can load as it is. */
import { spawnSync } from 'node:child_process';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';

const dist = new URL('../dist/index.js', import.meta.url).href;

function worker(code: string): Worker {
  return new Worker(`import(${JSON.stringify(dist)}).then(async (kolmo) => {
    const { parentPort } = await import('node:worker_threads');
    ${code}
  })`, { eval: true });
}

/** The first message and the exit code. */
function outcome(of: Worker): Promise<[unknown, number]> {
  return new Promise((resolve, reject) => {
    let message: unknown;
    of.once('message', (value) => (message = value));
    of.once('error', reject);
    of.once('exit', (code) => resolve([message, code]));
  });
}

it('several workers at once, again and again', async () => {
  for (let round = 0; round < 3; round++) {
    const workers = Array.from({ length: 4 }, (_, i) =>
      worker(`const text = 'worker ${i} '.repeat(500);
        const both = await Promise.all([kolmo.compress(text), kolmo.compress(text, { level: 1 })]);
        const back = await Promise.all(both.map((archive) => kolmo.decompress(archive)));
        parentPort.postMessage(back.every((bytes) => bytes.toString() === text));`),
    );
    expect(await Promise.all(workers.map(outcome))).toEqual(workers.map(() => [true, 0]));
  }
});

it('a worker that is terminated in the middle of jobs', async () => {
  const busy = worker(`for (let i = 0; i < 8; i++) void kolmo.compress(Buffer.alloc(30_000_000, 'x'), { level: 9 }).catch(() => {});
    const parts = { level: 5, segment: 65_536, snapshot: 10_000, threads: 4 };
    void kolmo.compress(Buffer.alloc(3_000_000, 'some text'), parts).catch(() => {});
    kolmo.createCompress(parts).on('error', () => {}).write(Buffer.alloc(300_000, 'more text'));
    parentPort.postMessage('started');`);
  await new Promise((resolve) => busy.once('message', resolve));
  await busy.terminate();
  const next = worker(`parentPort.postMessage((await kolmo.decompress(await kolmo.compress('after'))).toString());`);
  expect(await outcome(next)).toEqual(['after', 0]);
});

function child(code: string): { status: number | null; stdout: string; stderr: string } {
  const script = `const kolmo = await import(${JSON.stringify(dist)});\n${code}`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', timeout: 60_000 });
}

it('a process waits for its pending jobs, then ends by itself', () => {
  const code = `kolmo.compress('abc'.repeat(10000)).then((archive) => console.log(archive.length > 0));`;
  expect(child(code)).toMatchObject({ status: 0, stdout: 'true\n', stderr: '' });
});

it('process.exit in the middle of jobs', () => {
  const code = `for (let i = 0; i < 4; i++) void kolmo.compress(Buffer.alloc(30_000_000, 'x'), { level: 9 });
    setTimeout(() => process.exit(7), 20);`;
  expect(child(code)).toMatchObject({ status: 7, stderr: '' });
});

it('an idle stream does not keep a process alive', () => {
  const code = `kolmo.createCompress().write('x'); await new Promise((resolve) => setTimeout(resolve, 20)); console.log('end');`;
  expect(child(code)).toMatchObject({ status: 0, stdout: 'end\n', stderr: '' });
});

it('a forced CPU path that is not there is ERR_CPU, not a crash', () => {
  const script = `const kolmo = await import(${JSON.stringify(dist)});
    for (const call of [() => kolmo.versions.cpu, () => kolmo.compressSync('x')]) {
      try { console.log(call()); } catch (error) { console.log(error.code); }
    }`;
  const env = { ...process.env, KOLMO_CPU: 'abacus' };
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', env });
  expect([status, stdout]).toEqual([0, 'ERR_CPU\nERR_CPU\n']);
});
