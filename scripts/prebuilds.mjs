// npm run prebuilds [-- --host]: the addons that the package brings, in prebuilds/: for this machine, and on linux-x64 for linux-arm64 too where
// Debian's cross compiler is (g++-aarch64-linux-gnu). Others are made on their own systems: .github/workflows/release.yml.
// Built in a folder of its own, for node-gyp empties build/ before it begins.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureModules, has, nodedir, onAllCores, root, runBin } from './bootstrap.mjs';

const { platform, arch } = process;

/** Every addon that this machine can make. */
const targets = [
  { platform, arch, available: true, env: {}, args: ['--tag-libc'] },
  {
    platform: 'linux',
    arch: 'arm64',
    available: platform === 'linux' && arch === 'x64' && has('aarch64-linux-gnu-g++'),
    why: 'no aarch64-linux-gnu-g++ (Debian: g++-aarch64-linux-gnu)',
    env: { CC: 'aarch64-linux-gnu-gcc', CXX: 'aarch64-linux-gnu-g++' },
    args: ['--tag-libc', 'glibc', '--strip-bin', 'aarch64-linux-gnu-strip'],
  },
];

/** The newest versions of the C and C++ libraries that a Linux addon asks for, as text; C++ is linked in, so only glibc may be there. */
function libraries(file) {
  const { stdout, error } = spawnSync('objdump', ['-T', file], { encoding: 'utf8' });
  if (error || !stdout) return 'unknown (no objdump)';
  if (/GLIBCXX_/.test(stdout)) throw new Error(`${file} needs the system's libstdc++`);
  const versions = [...stdout.matchAll(/GLIBC_([\d.]+)/g)].map(([, version]) => version);
  const newest = versions.sort((a, b) => a.localeCompare(b, undefined, { numeric: true })).at(-1);
  return newest === undefined ? 'no glibc' : `glibc ${newest}`;
}

function make(target, stage) {
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(join(stage, 'scripts'), { recursive: true });
  for (const name of ['package.json', 'binding.gyp', 'native', 'scripts/list.mjs']) cpSync(join(root, name), join(stage, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(stage, 'node_modules'), 'junction');
  const folder = join(root, 'prebuilds', `${target.platform}-${target.arch}`);
  rmSync(folder, { recursive: true, force: true });
  const env = { ...onAllCores, ...target.env, npm_config_nodedir: nodedir() };
  runBin('prebuildify', 'bin.js', ['--napi', '--strip', '--arch', target.arch, '--cwd', stage, '--out', root, ...target.args], { env, cwd: stage });
  for (const name of readdirSync(folder)) {
    const needs = platform === 'linux' ? `, needs ${libraries(join(folder, name))}` : '';
    console.error(`kolmo: prebuilds/${target.platform}-${target.arch}/${name}${needs}`);
  }
}

/** Makes what can be made; with `hostOnly` that for this machine. */
export function prebuilds({ hostOnly = false } = {}) {
  ensureModules();
  for (const target of hostOnly ? targets.slice(0, 1) : targets) {
    const name = `${target.platform}-${target.arch}`;
    if (target.platform === platform && target.arch === arch && target.args.length > 1) continue; // this machine's own, again
    if (target.available) make(target, join(root, 'build/prebuild'));
    else console.error(`kolmo: prebuilds/${name} SKIPPED: ${target.why}`);
  }
  rmSync(join(root, 'build/prebuild'), { recursive: true, force: true });
}

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? '')).href) {
  try {
    prebuilds({ hostOnly: process.argv.includes('--host') });
  } catch (error) {
    console.error(`kolmo: ${error.message}`);
    process.exitCode = 1;
  }
}
