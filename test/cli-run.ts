/** Runs the built command in folders of its own, for the cli tests. */
import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach } from 'vitest';

export const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
if (!existsSync(main)) throw new Error('dist/cli/main.js is missing: npm run build');

export interface Ended {
  status: number | null;
  signal: NodeJS.Signals | null;
  stdout: Buffer;
  stderr: string;
}

export interface Folder {
  path: string;
  /** Absolute name of a file in it. */
  at(name: string): string;
  write(name: string, data: string | Uint8Array): void;
  /** Sorted names in it. */
  names(): string[];
  /** Runs the command there, `input` on its standard input (empty unless given). */
  kolmo(args: readonly string[], input?: Uint8Array): Ended;
  /** Runs a line of sh there; "$KOLMO" is the command. */
  sh(line: string): Ended;
  start(args: readonly string[]): ChildProcessWithoutNullStreams;
}

function open(path: string): Folder {
  const env = { ...process.env, KOLMO: `${process.execPath} ${main}`, LC_ALL: 'C' };
  const finish = (command: string, args: readonly string[], input: Uint8Array = new Uint8Array()): Ended => {
    const { status, signal, stdout, stderr, error } = spawnSync(command, args, { cwd: path, env, input, maxBuffer: 1 << 28 });
    if (error && !('code' in error && error.code === 'EPIPE')) throw error;
    return { status, signal, stdout, stderr: stderr.toString() };
  };
  return {
    path,
    at: (name) => join(path, name),
    write: (name, data) => writeFileSync(join(path, name), data),
    names: () => readdirSync(path).sort(),
    kolmo: (args, input) => finish(process.execPath, [main, ...args], input),
    sh: (line) => finish('bash', ['-c', line]),
    start: (args) => spawn(process.execPath, [main, ...args], { cwd: path, env }),
  };
}

/** An empty folder for each test, removed after it. */
export function eachInFolder(): () => Folder {
  let path = '';
  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'kolmo-cli-'));
  });
  afterEach(() => rmSync(path, { recursive: true, force: true }));
  return () => open(path);
}

/** Text of `n` bytes that compresses as text does, the same in every run. */
export function sample(n: number): Buffer {
  const words = 'the house of bytes and words learns while it codes; a model is a graph, and every node earns its place'.split(' ');
  let state = 1;
  let text = '';
  while (text.length < n) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    text += `${words[(state >>> 16) % words.length] ?? ''}${state >>> 29 === 0 ? '.\n' : ' '}`;
  }
  return Buffer.from(text.slice(0, n), 'latin1');
}

/** Bytes that no model shrinks, the same in every run. */
export function noise(n: number): Buffer {
  const data = Buffer.alloc(n);
  let state = 0x9e3779b9;
  for (let i = 0; i < n; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    data[i] = state >>> 24;
  }
  return data;
}

/** Whether the shell finds a program of this name. */
export function has(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}

export const isRoot = process.getuid?.() === 0;
