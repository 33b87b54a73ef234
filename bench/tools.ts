/** The C tools of bench/native: built on first use, by the CMake list that links them with the core as it ships. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.js';

export type Tool = 'measure' | 'instructions' | 'counted' | 'kernels';

const folder = join(root, 'build/bench');
const built = new Map<Tool, string>();

function cmake(args: readonly string[]): void {
  const { status, error, stdout, stderr } = spawnSync('cmake', args, { cwd: root, encoding: 'utf8' });
  if (error) throw new Error(`cmake: ${error.message} (Debian package cmake)`);
  if (status !== 0) throw new Error(`cmake ${args.join(' ')} failed:\n${stdout}${stderr}`);
}

/** The path of a tool's executable. Throws when it cannot be built. */
export function tool(name: Tool): string {
  let path = built.get(name);
  if (path === undefined) {
    mkdirSync(folder, { recursive: true });
    cmake(['-S', 'bench/native', '-B', folder, '-Wno-dev']);
    cmake(['--build', folder, '--target', name]);
    path = join(folder, name);
    built.set(name, path);
  }
  return path;
}

/** Whether a program can be started at all. */
export function installed(program: string): boolean {
  return !spawnSync(program, ['--version'], { stdio: 'ignore' }).error;
}
