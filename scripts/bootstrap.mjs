// What lets `npm test` and `npm run demo` work straight after git clone: installs and builds what is missing or stale, in
// plain Node with no package needed. A part is stale when the contents of its sources changed, whatever their times say.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Runs a command in the root with its output on stderr; throws when it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  if (error) throw new Error(`${command}: ${error.code === 'ENOENT' ? 'not installed' : error.message}`);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: exit code ${status}`);
}

/** What node-gyp is started with: it compiles one file at a time unless JOBS says more. */
export const onAllCores = { ...process.env, JOBS: process.env.JOBS ?? String(availableParallelism()) };

/** Runs the bin script of an installed package with this very Node. */
export function runBin(name, script, args, options) {
  run(process.execPath, [join(root, 'node_modules', name, script), ...args], options);
}

/** Whether a command can be started at all. */
export function has(command, args = ['--version']) {
  return !spawnSync(command, args, { stdio: 'ignore' }).error;
}

/** The files at or under a path, in one order everywhere. */
function filesAt(path) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return [path];
  return readdirSync(join(root, path)).sort().flatMap((name) => filesAt(`${path}/${name}`));
}

function fingerprint(paths) {
  const hash = createHash('sha256').update(process.version + process.arch + sanitizers);
  for (const path of paths.flatMap(filesAt)) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

/** KOLMO_SANITIZE=address (or undefined) npm run build:addon makes an instrumented addon. */
const sanitizers = process.env.KOLMO_SANITIZE ?? '';

const settings = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];

/** The parts that can be built: what they come from, what proves that they are there, how to make them. */
const parts = {
  addon: {
    sources: ['native/include', 'native/core', 'native/kernels', 'native/programs', 'native/addon', 'native/sources.txt', 'native/profile.txt',
      'native/flags.txt', 'binding.gyp', 'package-lock.json'],
    proof: 'build/Release/kolmo.node',
    make() {
      // Not `rebuild`: that empties build/, where the other parts live too.
      const common = ['--loglevel=warn', `--nodedir=${nodedir()}`];
      runBin('node-gyp', 'bin/node-gyp.js', ['configure', ...common, '--', `-Dsanitize=${sanitizers}`]);
      runBin('node-gyp', 'bin/node-gyp.js', ['build', ...common], { env: onAllCores });
    },
  },
  ts: {
    sources: ['src', 'page', 'scripts/page.mjs', ...settings],
    proof: 'dist/report/page.html',
    make() {
      rmSync(join(root, 'dist'), { recursive: true, force: true });
      runBin('typescript', 'bin/tsc', ['-p', 'tsconfig.build.json']);
      chmodSync(join(root, 'dist/cli/main.js'), 0o755);
      run(process.execPath, [join(root, 'scripts/page.mjs')]); // a process of its own, for that script needs this one
    },
  },
  // What npm packs. A process of its own, for that script needs this one.
  prebuilds: {
    sources: ['native/include', 'native/core', 'native/kernels', 'native/programs', 'native/addon', 'native/sources.txt', 'native/profile.txt',
      'native/flags.txt', 'binding.gyp', 'scripts/prebuilds.mjs', 'package-lock.json'],
    proof: `prebuilds/${process.platform}-${process.arch}`,
    make: () => run(process.execPath, [join(root, 'scripts/prebuilds.mjs')]),
  },
  tools: {
    sources: ['src', 'bench', 'scripts', 'test', 'vitest.config.ts', ...settings],
    proof: 'build/ts/src/index.js',
    make() {
      rmSync(join(root, 'build/ts'), { recursive: true, force: true });
      runBin('typescript', 'bin/tsc', ['-p', 'tsconfig.json']);
    },
  },
};

/** Where this Node's headers are, for node-gyp; without an answer it downloads them. */
export function nodedir() {
  const prefix = resolve(process.execPath, '../..');
  for (const folder of [prefix, '/usr', '/usr/local']) {
    const header = join(folder, 'include/node/node_version.h');
    if (!existsSync(header)) continue;
    const major = /#define NODE_MAJOR_VERSION (\d+)/.exec(readFileSync(header, 'utf8'))?.[1];
    if (folder === prefix || major === process.versions.node.split('.')[0]) return folder;
  }
  const fallback = process.env.npm_config_nodedir;
  if (fallback) return fallback;
  console.error(`kolmo: no Node headers beside ${process.execPath}; node-gyp will download them`);
  return '';
}

/** Installs node_modules as package-lock.json says, unless they are there. Never runs install scripts. */
export function ensureModules() {
  if (modulesMatch()) return;
  console.error('kolmo: installing node_modules (npm ci --ignore-scripts)');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  if (npm && /\.c?js$/.test(npm)) run(process.execPath, [npm, ...args]);
  else run('npm', args, { shell: process.platform === 'win32' });
}

function modulesMatch() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const there = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    return path === '' || optional === true || there[path]?.version === version;
  });
}

/** Builds a part, always. */
export function build(name) {
  const part = parts[name];
  console.error(`kolmo: building ${name}`);
  const stamp = fingerprint(part.sources); // before: a file that changes during the build makes it stale
  part.make();
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(join(root, `build/${name}.stamp`), stamp);
}

/** Builds the parts that are missing or older than their sources. */
export function ensure(...names) {
  ensureModules();
  for (const name of names) {
    const stamp = join(root, `build/${name}.stamp`);
    const fresh = existsSync(join(root, parts[name].proof)) && existsSync(stamp);
    if (!fresh || readFileSync(stamp, 'utf8') !== fingerprint(parts[name].sources)) build(name);
  }
}
