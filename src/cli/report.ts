/** `kolmo report FILE -o report.html`: a page that shows what each byte cost. */
import { once } from 'node:events';
import type { Stats } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { reportOf } from '../report/report.js';
import { traceOf } from '../report/trace.js';
import { openSource } from './files.js';
import { bytes, percent, shown } from './messages.js';
import { modelOf } from './model.js';
import type { Settings } from './options.js';
import { openOutput, openStdout } from './output.js';
import { startProgress, summarize } from './progress.js';
import { modelWords, quoted } from './words.js';

/** The file that a report of this one goes to unless told otherwise. */
export const reportName = (file: string): string => `${file}.report.html`;

/* Whoever may not read the file may not read its report; but that is of now. */
function from(stats: Stats): Stats {
  const now = Date.now();
  return Object.assign(Object.create(stats) as Stats, { atimeMs: now, mtimeMs: now });
}

export async function report(file: string, settings: Settings): Promise<void> {
  const source = await openSource(file); /* for its checks: a folder, a pipe */
  await source.close();
  const { output, force, memory } = settings;
  const sink = settings.stdout ? openStdout(false, force) : openOutput(output ?? reportName(file), { force, compressed: false, named: output !== undefined, source: source.stats });
  try {
    const data = await readFile(file);
    const passes = startProgress(settings, file, data.length);
    const model = await modelOf(settings);
    const trace = await traceOf(data, { ...model, memory }, (done, made) => passes.update(Math.round(done), made)).finally(() => passes.stop());
    const page = Buffer.from(reportOf(trace, { name: shown(basename(file)), command: ['kolmo', ...modelWords(settings), shown(basename(file))].map(quoted).join(' ') }));
    if (!sink.stream.write(page)) await once(sink.stream, 'drain');
    await new Promise<void>((resolve, reject) => {
      sink.stream.once('error', reject);
      sink.stream.end(resolve);
    });
    await sink.commit(source.stats && from(source.stats));
    summarize(settings, `${shown(file)}: ${bytes(data.length)} → ${bytes(trace.archive.length)} (${percent(trace.archive.length, data.length)}), shown in ${shown(sink.name)} (${bytes(page.length)})`);
  } catch (error) {
    sink.discard();
    throw error;
  }
}
