// What npm runs before it packs: dist and the addons for the package, made anew where their sources changed. KOLMO_PREBUILDS=keep packs the
// prebuilds that are there, as the release does, which gathers them from several systems.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensure, root } from './bootstrap.mjs';

try {
  ensure('ts');
  if (process.env.KOLMO_PREBUILDS !== 'keep') ensure('prebuilds');
  const host = `prebuilds/${process.platform}-${process.arch}`;
  if (!existsSync(join(root, host))) throw new Error(`${host} is missing`);
} catch (error) {
  console.error(`kolmo: ${error.message}`);
  process.exitCode = 1;
}
