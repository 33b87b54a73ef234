/** `kolmo profile FILE`: where the time of coding goes, and what it buys. */
import { availableParallelism } from 'node:os';
import { readFile, writeFile } from 'node:fs/promises';
import { ablate } from '../profile/ablate.js';
import { checkProfile } from '../profile/compare.js';
import { componentsOf, nodeNs } from '../profile/read.js';
import { profile, type Profiled } from '../profile/run.js';
import { compareText, profileText } from '../profile/text.js';
import { traceOf } from '../profile/trace.js';
import type { Profile } from '../profile/types.js';
import { about, CliError, say, shown } from './messages.js';
import { modelOf, textOf } from './model.js';
import type { Settings } from './options.js';
import { print } from './print.js';

async function read(name: string): Promise<Buffer> {
  try {
    return await readFile(name);
  } catch (error) {
    throw about('read', name, error);
  }
}

async function readProfile(name: string): Promise<Profile> {
  const text = (await read(name)).toString();
  try {
    return checkProfile(JSON.parse(text), shown(name));
  } catch (error) {
    throw new CliError(error instanceof SyntaxError ? `${shown(name)} is not JSON: ${error.message}` : error instanceof Error ? error.message : String(error));
  }
}

/* The profile with what each node saves in place of what its weights say. */
async function ablated(profiled: Profiled, data: Uint8Array, settings: Settings): Promise<Profile> {
  const { graph, weights } = profiled;
  const { memory, quiet } = settings;
  const bits = await ablate(graph, data, { memory, text: textOf(settings) }, availableParallelism(), (id, done, of) => {
    if (!quiet) say(`without ${id} (${done} of ${of})`);
  });
  return { ...profiled.profile, components: componentsOf(graph, nodeNs(graph, profiled.profile.stages), weights, bits) };
}

export async function profileFile(settings: Settings): Promise<void> {
  const { files, json, trace, every, fenced, memory } = settings;
  const [name = '-', other = ''] = files;
  if (settings.compare) return print(compareText(await readProfile(name), await readProfile(other)));
  const data = await read(name);
  const profiled = await profile(name, data, { compress: { ...(await modelOf(settings)), memory }, every, fenced });
  const result = settings.ablate ? await ablated(profiled, data, settings) : profiled.profile;
  if (trace !== undefined) {
    try {
      await writeFile(trace, `${JSON.stringify(traceOf(profiled))}\n`, { flag: settings.force ? 'w' : 'wx' });
    } catch (error) {
      throw about('write', trace, error);
    }
  }
  await print(json ? `${JSON.stringify(result, null, 1)}\n` : profileText(result));
}
