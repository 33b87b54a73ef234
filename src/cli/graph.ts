/** `kolmo graph -5`: prints a model graph. */
import { printGraph } from '../graph/index.js';
import { levelOf } from '../models/levels.js';
import { bytes } from './messages.js';
import { graphOf } from './model.js';
import type { Settings } from './options.js';
import { print } from './print.js';

export async function graph(settings: Settings): Promise<void> {
  const graph = await graphOf(settings);
  if (settings.json) {
    await print(`${JSON.stringify(graph, null, 2)}\n`);
    return;
  }
  const text = printGraph(graph).replace(/\n*$/, '\n');
  /* Only of a level as it ships is the need known without asking the core. */
  if (settings.graph !== undefined || settings.set.length > 0) return print(text);
  const { level, meaning, memory, budget } = levelOf(settings.level);
  return print(`level ${level} (${meaning}): at most ${bytes(memory)}, meant to take ${budget} µs/byte\n\n${text}`);
}
