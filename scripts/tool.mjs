// node scripts/tool.mjs bench/main suite …: compiles the TypeScript tools where needed and runs one of them from build/ts.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensure, root } from './bootstrap.mjs';

const [tool, ...args] = process.argv.slice(2);
try {
  // scripts/ holds what makes sources of the addon, so it cannot wait for the addon.
  ensure(...(tool.startsWith('scripts/') ? ['tools'] : ['addon', 'ts', 'tools']));
  const script = join(root, 'build/ts', `${tool}.js`);
  const { status, signal } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
  if (signal) console.error(`kolmo: ${tool} was ended by ${signal}`);
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(`kolmo: ${error.message}`);
  process.exitCode = 1;
}
