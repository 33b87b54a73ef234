#!/usr/bin/env node
/** The command's entry: reads the arguments, does one file after the other, and answers for signals and the exit status. */
import { versions } from '../index.js';
import { bench } from './bench.js';
import { compress } from './compress.js';
import { decompress } from './decompress.js';
import { expand } from './folders.js';
import { graph } from './graph.js';
import { help } from './help.js';
import { listFiles } from './list.js';
import { codeOf, complain, CliError } from './messages.js';
import { modelOf } from './model.js';
import { parse, type Settings } from './options.js';
import { removeTemporaries } from './output.js';
import { print } from './print.js';
import { stopProgress } from './progress.js';
import { test } from './test.js';

/** Prints the error; answers whether going on makes sense. A reader that left is no error worth a message. */
function failed(file: string | undefined, error: unknown): boolean {
  process.exitCode = 1;
  if (codeOf(error) === 'EPIPE') return false;
  complain(file, error);
  if (error instanceof CliError && error.usage) process.stderr.write('kolmo --help lists what can be asked for\n');
  return true;
}

async function each(files: readonly string[], work: (file: string) => Promise<void>): Promise<void> {
  for (const file of files) {
    try {
      await work(file);
    } catch (error) {
      if (!failed(file, error)) return;
    }
  }
}

async function printVersion(settings: Settings): Promise<void> {
  const { version, cpu, paths } = versions;
  await print(settings.json ? `${JSON.stringify({ version, cpu, paths })}\n` : `kolmo ${version}\n`);
}

async function main(): Promise<void> {
  const settings = parse(process.argv.slice(2));
  if (settings === undefined) return;
  if (settings.version) return printVersion(settings);
  if (settings.recursive) settings.files = await expand(settings, (file, error) => failed(file, error));
  switch (settings.mode) {
    case 'graph':
      return graph(settings);
    case 'export':
      return (await import('./export.js')).exportModel(settings); /* what it needs is a lot for each start */
    case 'report':
      return each(settings.files, async (file) => (await import('./report.js')).report(file, settings));
    case 'profile':
      return (await import('./profile.js')).profileFile(settings);
    case 'help':
      return help(settings.files);
    case 'bench':
      return each(settings.files, (file) => bench(file, settings));
    case 'list':
      return listFiles(settings, (file, error) => failed(file, error));
    case 'test':
      return each(settings.files, (file) => test(file, settings));
    case 'decompress':
      return each(settings.files, (file) => decompress(file, settings));
    case 'compress': {
      const model = await modelOf(settings);
      return each(settings.files, (file) => compress(file, settings, model));
    }
  }
}

/** Leaves nothing half-written, then dies of the same signal, as whoever sent it expects. */
function onSignal(signal: NodeJS.Signals): void {
  removeTemporaries();
  stopProgress();
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
/* Failed writes are reported where they are made; a closed stderr must not stop the work. */
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

function onCrash(error: unknown): void {
  removeTemporaries();
  stopProgress();
  if (codeOf(error) !== 'EPIPE') {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`kolmo: internal error: ${text}\n`);
  }
  process.exit(1);
}

process.on('uncaughtException', onCrash);
process.on('unhandledRejection', onCrash);

try {
  await main();
} catch (error) {
  failed(undefined, error);
}
