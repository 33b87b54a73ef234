// npm run demo: compresses the bundled sample, restores it, compares, and prints a table beside the usual compressors. Every
// number is measured in this run.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants as zlib, gunzipSync, gzipSync } from 'node:zlib';
import { ensure, root } from './bootstrap.mjs';

const big = { input: undefined, maxBuffer: 2 ** 30 };

/** A compressor of this machine, or undefined when it is not installed. */
function command(name, program, pack, unpack) {
  if (spawnSync(program, ['--version'], { stdio: 'ignore' }).error) return undefined;
  const filter = (args) => (input) => {
    const { status, stdout, stderr } = spawnSync(program, args, { ...big, input });
    if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  return { name, pack: filter(pack), unpack: filter(unpack) };
}

function timed(work) {
  const start = process.hrtime.bigint();
  const result = work();
  return { result, ms: Number(process.hrtime.bigint() - start) / 1e6 };
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) {
    console.log(row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '));
  }
}

try {
  ensure('addon', 'ts');
  const kolmo = await import('../dist/index.js');
  const folder = join(root, 'test/sample');
  const files = readdirSync(folder).sort();
  const sample = Buffer.concat(files.map((file) => readFileSync(join(folder, file))));
  console.log(`sample: ${files.join(' + ')} = ${sample.length.toLocaleString('en')} bytes`);
  console.log(`kolmo ${kolmo.versions.version}, CPU path ${kolmo.versions.cpu}\n`);

  const quality = { params: { [zlib.BROTLI_PARAM_QUALITY]: 11, [zlib.BROTLI_PARAM_LGWIN]: 24 } };
  const all = [
    { name: 'gzip -9', pack: (data) => gzipSync(data, { level: 9 }), unpack: gunzipSync },
    { name: 'brotli -q 11', pack: (data) => brotliCompressSync(data, quality), unpack: brotliDecompressSync },
    command('bzip2 -9', 'bzip2', ['-9c'], ['-dc']),
    command('xz -9e', 'xz', ['-9ec'], ['-dc']),
    command('zstd -19', 'zstd', ['-19', '-qc'], ['-dqc']),
    command('bzip3', 'bzip3', ['-ec'], ['-dc']),
    ...[1, 5, 9].map((level) => ({
      name: `kolmo -${level}`,
      pack: (data) => kolmo.compressSync(data, { level }),
      unpack: kolmo.decompressSync,
    })),
  ].filter((compressor) => compressor !== undefined);

  const rows = [['', 'bytes', 'of gzip', 'pack ms', 'unpack ms', 'restored']];
  let gzip = 0;
  for (const { name, pack, unpack } of all) {
    const packed = timed(() => pack(sample));
    const unpacked = timed(() => unpack(packed.result));
    const exact = sample.equals(unpacked.result);
    if (!exact) process.exitCode = 1;
    const bytes = packed.result.length;
    gzip ||= bytes;
    const share = `${((100 * bytes) / gzip).toFixed(1)}%`;
    rows.push([name, bytes.toLocaleString('en'), share, packed.ms.toFixed(0), unpacked.ms.toFixed(0), exact ? 'exactly' : 'NO']);
  }
  table(rows);
  console.log('\nTimes are of one run, and of a whole process for programs of this machine. The sample is made-up text, small and more');
  console.log('regular than real data: npm run bench -- suite measures on yours.');
} catch (error) {
  console.error(`kolmo: ${error.message}`);
  process.exitCode = 1;
}
