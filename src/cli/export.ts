/** `kolmo export`: a model as one C program, and what a judge would say of it. */
import { existsSync, readdirSync } from 'node:fs';
import { writeExport } from '../export/files.js';
import { reportText } from '../export/report.js';
import { RunError } from '../export/run.js';
import { verify } from '../export/verify.js';
import { about, CliError, say, shown } from './messages.js';
import { graphOf } from './model.js';
import type { Settings } from './options.js';
import { print } from './print.js';
import { modelWords, quoted } from './words.js';

/* Which model, as it would be asked for again. */
function commandOf(settings: Settings): string {
  const parts = [...(settings.decoder ? ['--decoder'] : []), ...(settings.comments === undefined ? [] : ['--comments', settings.comments])];
  return ['kolmo', 'export', ...modelWords(settings), ...parts].map(quoted).join(' ');
}

export async function exportModel(settings: Settings): Promise<void> {
  const [, folder] = settings.files;
  if (folder !== undefined && settings.input !== undefined) return verifyExport(folder, settings.input, settings);
  const { output = '', memory = 0, segment = 0, snapshot = 0, decoder, comments = 'brief' } = settings;
  if (existsSync(output) && !settings.force && readdirSync(output).length > 0) throw new CliError(`${shown(output)} is not empty (-f writes into it all the same)`);
  const { text = 'none' } = settings;
  if (text !== 'none' && text !== 'dict') throw new CliError(`--text ${text}: an exported program takes none or dict, for it looks at no data before it begins`);
  const graph = await graphOf(settings);
  let files: readonly string[];
  try {
    files = writeExport(output, { graph, memory, segment, snapshot, text, decoder, comments, command: commandOf(settings) });
  } catch (error) {
    throw error instanceof Error && 'errno' in error ? about('write to', output, error) : error;
  }
  if (!settings.quiet) say(`${shown(output)}: ${files.join(', ')}`);
}

async function verifyExport(folder: string, input: string, settings: Settings): Promise<void> {
  let report;
  try {
    report = verify({ folder, input, score: settings.score, say: settings.quiet ? () => {} : say });
  } catch (error) {
    if (error instanceof RunError) throw new CliError(error.message, 'ERR_VERIFY');
    throw error;
  }
  await print(settings.json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
}
