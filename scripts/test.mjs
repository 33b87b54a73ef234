// npm test: lint, types, vitest and the C tests, from a bare checkout too. Ends with one line that counts them all.
// Arguments go to vitest (npm test -- test/api.test.ts), and then only vitest runs.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensure, has, root } from './bootstrap.mjs';

const total = { passed: 0, failed: 0, skipped: 0 };
const skips = [];
const only = process.argv.slice(2);

function count({ passed, failed, skipped }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

function start(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  if (error) console.error(`kolmo: ${command}: ${error.message}`);
  return status === 0;
}

/** A command that is one check by itself. */
function check(name, script, args) {
  console.log(`\n== ${name}`);
  const ok = start(process.execPath, [join(root, 'node_modules', script), ...args]);
  console.log(`${name}: ${ok ? 'passed' : 'FAILED'}`);
  count({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });
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
  count(counts);
}

function cTests() {
  console.log('\n== C tests');
  if (!has('cmake') || !has('ctest')) {
    skips.push('C tests: cmake is missing');
    return count({ passed: 0, failed: 0, skipped: 1 });
  }
  const folder = 'build/c';
  const report = join(root, folder, 'ctest.xml');
  rmSync(report, { force: true });
  const generator = has('ninja') ? ['-G', 'Ninja'] : [];
  const built =
    start('cmake', ['-S', '.', '-B', folder, ...generator, '-Wno-dev']) && start('cmake', ['--build', folder, '--parallel', '2']);
  const ran = built && start('ctest', ['--test-dir', folder, '--output-on-failure', '--output-junit', 'ctest.xml']);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  if (existsSync(report)) {
    for (const [, name, status, body] of readFileSync(report, 'utf8').matchAll(
      /<testcase name="([^"]*)"[^>]*status="(\w+)"[^>]*>([\s\S]*?)<\/testcase>/g,
    )) {
      if (status === 'run') counts.passed++;
      else if (status === 'notrun' || status === 'disabled') {
        counts.skipped++;
        const said = /<system-out>([\s\S]*?)<\/system-out>/.exec(body)?.[1]?.trim().split('\n').at(-1);
        skips.push(`C test ${name}: ${said ?? 'said no reason'}`);
      } else counts.failed++;
    }
  }
  if (!ran && counts.failed === 0) counts.failed = 1;
  count(counts);
}

try {
  ensure('addon', 'ts');
  mkdirSync(join(root, 'build'), { recursive: true });
  if (only.length === 0) {
    check('lint', 'oxlint/bin/oxlint', ['--deny-warnings']);
    check('types', 'typescript/bin/tsc', ['-p', 'tsconfig.json', '--noEmit']);
  }
  vitest();
  if (only.length === 0) cTests();
} catch (error) {
  console.error(`kolmo: ${error.message}`);
  count({ passed: 0, failed: 1, skipped: 0 });
}
console.log('');
for (const skip of skips) console.log(`SKIPPED ${skip}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
