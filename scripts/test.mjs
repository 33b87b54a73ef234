// npm test: lint, types, vitest, bench/sizes.csv where it is quick to check, the C tests (again under sanitizers), fuzzing for a few seconds and the core on other CPUs, from a
// bare checkout too. Ends with one line that counts them all.
// Arguments go to vitest (npm test -- test/api.test.ts), and then only vitest runs.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensure, has, root } from './bootstrap.mjs';
import { fuzz } from './fuzz.mjs';
import { isa } from './isa.mjs';
import { canSanitize } from './native.mjs';
import { testPackage } from './package.mjs';

const total = { passed: 0, failed: 0, skipped: 0 };
const skips = [];
const failures = [];
const only = process.argv.slice(2);

function count(part, { passed, failed, skipped }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  if (failed > 0) failures.push(`${part}: ${failed}`);
}

function start(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  if (error) console.error(`kolmo: ${command}: ${error.message}`);
  return status === 0;
}

/** A command that is one check by itself. */
function check(name, script, args) {
  console.log(`\n== ${name}`);
  const ok = start(process.execPath, [join(root, script), ...args]);
  console.log(`${name}: ${ok ? 'passed' : 'FAILED'}`);
  count(name, { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });
}

function vitest() {
  console.log('\n== vitest');
  const file = join(root, 'build/vitest.json');
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', `--reporter=${join(root, 'scripts/vitest-reporter.mjs')}`];
  const args = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...reporters, ...only];
  const ok = start(process.execPath, args, { KOLMO_COUNTS: file });
  let counts;
  try {
    counts = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    counts = { passed: 0, failed: 1, skipped: 0, skips: [] };
  }
  if (!ok && counts.failed === 0) counts.failed = 1;
  skips.push(...counts.skips);
  count('vitest', counts);
}

/** A part that is left out as a whole. */
function skip(reason) {
  skips.push(reason);
  count(reason, { passed: 0, failed: 0, skipped: 1 });
}

function cTests(title, folder, sanitizers = '') {
  console.log(`\n== ${title}`);
  if (!has('cmake') || !has('ctest')) return skip(`${title}: cmake is missing (Debian: cmake)`);
  if (sanitizers && !canSanitize('cc', sanitizers)) return skip(`${title}: cc lacks -fsanitize=${sanitizers} (Debian: gcc, libasan8, libubsan1)`);
  const report = join(root, folder, 'ctest.xml');
  rmSync(report, { force: true });
  const generator = has('ninja') ? ['-G', 'Ninja'] : [];
  const built =
    start('cmake', ['-S', '.', '-B', folder, ...generator, '-Wno-dev', `-DKOLMO_SANITIZE=${sanitizers}`]) &&
    start('cmake', ['--build', folder, '--parallel', '2']);
  const ran = built && start('ctest', ['--test-dir', folder, '--parallel', '2', '--output-on-failure', '--output-junit', 'ctest.xml']);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  if (existsSync(report)) {
    for (const [, name, status, body] of readFileSync(report, 'utf8').matchAll(
      /<testcase name="([^"]*)"[^>]*status="(\w+)"[^>]*>([\s\S]*?)<\/testcase>/g,
    )) {
      if (status === 'run') counts.passed++;
      else if (status === 'notrun' || status === 'disabled') {
        counts.skipped++;
        const said = /<system-out>([\s\S]*?)<\/system-out>/.exec(body)?.[1]?.trim().split('\n').at(-1);
        skips.push(`${title}, ${name}: ${said ?? 'said no reason'}`);
      } else counts.failed++;
    }
  }
  if (!ran && counts.failed === 0) counts.failed = 1;
  count(title, counts);
}

/** A part that counts by itself. */
async function part(title, run) {
  console.log(`\n== ${title}`);
  const counts = await run();
  skips.push(...counts.skips);
  count(title, counts);
}

try {
  ensure('addon', 'ts');
  mkdirSync(join(root, 'build'), { recursive: true });
  if (only.length === 0) {
    check('lint', 'node_modules/oxlint/bin/oxlint', ['--deny-warnings']);
    check('types', 'node_modules/typescript/bin/tsc', ['-p', 'tsconfig.json', '--noEmit']);
    check('types of the report page', 'node_modules/typescript/bin/tsc', ['-p', 'page/tsconfig.json']);
  }
  vitest();
  if (only.length === 0) {
    check('sizes of small files', 'scripts/tool.mjs', ['bench/main', 'sizes', '--check', '--levels', '1,5,9', '--no-instructions']);
    cTests('C tests', 'build/c');
    cTests('C tests under sanitizers', 'build/c-sanitized', 'address,undefined');
    await part('fuzzing, 10 s a target', () => fuzz({ seconds: 10, seed: 1, fresh: true }));
    await part('the core on other CPUs and by other compilers', isa);
    await part('the package, installed', testPackage);
  }
} catch (error) {
  console.error(`kolmo: ${error.message}`);
  count(error.message, { passed: 0, failed: 1, skipped: 0 });
}
console.log('');
/* Said again where a reader of a long log looks first. */
for (const failure of failures) console.log(`FAILED ${failure}`);
for (const skip of skips) console.log(`SKIPPED ${skip}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
