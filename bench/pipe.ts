/** `bench pipe`: many bytes through `kolmo | kolmo -d`, with the memory of both looked at all the way, and what comes out compared. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contents, corpusFiles, onePerKind } from './corpora.js';
import { writeSection } from './document.js';
import { progress, progressDone } from './options.js';
import { root } from './root.js';
import { fixed, layout, thousands } from './table.js';

export interface PipeOptions {
  readonly bytes: number;
  readonly level: number;
  readonly segment?: string;
  readonly threads?: string;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly write?: boolean;
}

/** Resident bytes of a process now. */
function resident(pid: number | undefined): number {
  try {
    return 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid ?? 0}/status`, 'utf8'))?.[1]);
  } catch {
    return Number.NaN; // it has ended
  }
}

/** Text that does not repeat itself as a whole: pieces of a file in an order of their own. */
function* pieces(data: Buffer, bytes: number): Generator<Buffer> {
  const size = 65_536;
  const last = Math.max(1, data.length - size);
  let state = 1;
  for (let made = 0; made < bytes; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const at = state % last;
    const piece = data.subarray(at, at + Math.min(size, bytes - made));
    made += piece.length;
    yield piece;
  }
}

export async function pipe(options: PipeOptions): Promise<void> {
  const { bytes, level } = options;
  const [file] = onePerKind(corpusFiles(), ['wiki', 'prose']);
  if (file === undefined) throw new Error('no text to work on');
  const data = contents(file);
  const main = join(root, 'dist/cli/main.js');
  const segments = options.segment === undefined ? [] : ['--segment', options.segment, ...(options.threads === undefined ? [] : ['-T', options.threads])];
  const there = spawn(process.execPath, [main, `-${level}`, ...segments], { stdio: ['pipe', 'pipe', 'inherit'] });
  const back = spawn(process.execPath, [main, '-d'], { stdio: ['pipe', 'pipe', 'inherit'] });
  let archive = 0;
  there.stdout.on('data', (chunk: Buffer) => (archive += chunk.length));
  there.stdout.pipe(back.stdin);

  const rows: string[][] = [];
  const wanted = pieces(data, bytes);
  let [expected, at, came, next] = [Buffer.alloc(0), 0, 0, 1];
  const look = (): void => {
    rows.push([thousands(came), thousands(archive), fixed(resident(there.pid) / 1e6, 0), fixed(resident(back.pid) / 1e6, 0)]);
    progress(rows.at(-1)?.join('  ') ?? '');
  };
  const compared = (async () => {
    for await (const chunk of back.stdout as AsyncIterable<Buffer>) {
      for (let done = 0; done < chunk.length; ) {
        if (at === expected.length) [expected, at] = [wanted.next().value ?? Buffer.alloc(0), 0];
        const n = Math.min(expected.length - at, chunk.length - done);
        if (n === 0 || !expected.subarray(at, at + n).equals(chunk.subarray(done, done + n))) throw new Error(`other bytes came back at ${came + done}`);
        at += n;
        done += n;
      }
      came += chunk.length;
      if (came >= (next * bytes) / 16) {
        look();
        next = Math.floor((16 * came) / bytes) + 1;
      }
    }
  })();
  const start = performance.now();
  for (const piece of pieces(data, bytes)) if (!there.stdin.write(piece)) await new Promise((resolve) => there.stdin.once('drain', resolve));
  there.stdin.end();
  await compared;
  progressDone();
  if (came !== bytes) throw new Error(`${came} of ${bytes} bytes came back`);
  const seconds = (performance.now() - start) / 1_000;
  const head = ['bytes restored', 'archive so far', 'compressor resident MB', 'decompressor resident MB'];
  if (options.json) process.stdout.write(`${JSON.stringify({ bytes, archive, seconds, rows })}\n`);
  else process.stdout.write(`${layout([head, ...rows], options.markdown ?? false)}\nrestored exactly, ${fixed(seconds, 0)} s\n`);
  if (!options.write) return;
  const words = segments.join(' ');
  const intro = `${thousands(bytes)} bytes through \`kolmo -${level} ${words}| kolmo -d\`, compared as they came back: no difference, ${fixed(seconds, 0)} s.`;
  const command = `pipe --bytes ${bytes} --level ${level}${options.segment ? ` --segment ${options.segment}` : ''}${options.threads ? ` --threads ${options.threads}` : ''}`;
  writeSection('pipe', command, `${intro}\n\n${layout([head, ...rows], true)}`);
}
