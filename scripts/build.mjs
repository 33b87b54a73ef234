// node scripts/build.mjs [addon|ts|tools|cmake …]: builds the parts named, or what a user of the package needs
// (addon and ts). Always builds; scripts/bootstrap.mjs is what decides whether that is needed.
import { join } from 'node:path';
import { build, ensureModules, has, root, run, runBin } from './bootstrap.mjs';

const wanted = process.argv.slice(2);
const makers = {
  addon: () => build('addon'),
  ts: () => build('ts'),
  tools: () => build('tools'),
  // The other build system: core, C tests and the addon once more, in build/cm. Takes its Node-API headers from npm.
  cmake() {
    const generator = has('ninja') ? ['-G', 'Ninja'] : [];
    runBin('cmake-js', 'bin/cmake-js', ['compile', '-O', join(root, 'build/cm'), '-B', 'Release', ...generator]);
    run('ctest', ['--test-dir', 'build/cm', '--output-on-failure', '--no-tests=ignore']);
  },
};

try {
  ensureModules();
  for (const name of wanted.length > 0 ? wanted : ['addon', 'ts']) {
    const maker = makers[name];
    if (maker === undefined) throw new Error(`no part ${name}; there are ${Object.keys(makers).join(', ')}`);
    maker();
  }
} catch (error) {
  console.error(`kolmo: ${error.message}`);
  process.exitCode = 1;
}
