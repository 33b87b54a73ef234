// Compiling the core outside of the two builds: what scripts/isa.mjs and scripts/fuzz.mjs share.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { has, root } from './bootstrap.mjs';

/** The lines of native/flags.txt or native/sources.txt, without comments. */
export function listOf(name) {
  return readFileSync(join(root, 'native', name), 'utf8').split(/\r?\n/).filter((line) => line.trim() && !line.startsWith('#'));
}

/** The first of the commands that can be started, or undefined. */
export function firstOf(commands) {
  return commands.find((command) => has(command));
}

/** Compiles the core with more files and flags into one program; resolves to what the compiler said, empty when all is well. */
export function compile(compiler, files, output, flags = [], sources = listOf('sources.txt')) {
  const args = [...listOf('flags.txt'), ...flags, '-Inative', '-Inative/include', ...files, ...sources, '-o', output];
  return new Promise((resolve) => {
    let said = '';
    const child = spawn(compiler, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
    child.on('error', (error) => resolve(error.message));
    child.on('close', (status) => resolve(status === 0 ? '' : said || `${compiler} ended with ${status}`));
  });
}

/** Whether programs built with -fsanitize=… run here. */
export function canSanitize(compiler, sanitizers) {
  const program = join(root, 'build/can-sanitize');
  const args = [`-fsanitize=${sanitizers}`, '-x', 'c', '-', '-o', program];
  const built = spawnSync(compiler, args, { input: 'int main(void) { return 0; }\n', stdio: ['pipe', 'ignore', 'ignore'] }).status === 0;
  return built && spawnSync(program, [], { stdio: 'ignore' }).status === 0;
}

export const tool = 'native/test/isa/tool.c';
