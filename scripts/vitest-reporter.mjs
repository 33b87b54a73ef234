// Writes what vitest counted, with the reason of every skip, to the file that KOLMO_COUNTS names. scripts/test.mjs reads it.
import { writeFileSync } from 'node:fs';

export default class CountingReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0, skips: [] };
    for (const module of modules) {
      // A file that could not even be collected has no tests to count.
      counts.failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') counts.passed++;
        else if (result.state === 'failed') counts.failed++;
        else {
          counts.skipped++;
          counts.skips.push(`${module.relativeModuleId}: ${test.fullName}${result.note ? `: ${result.note}` : ''}`);
        }
      }
    }
    if (process.env.KOLMO_COUNTS) writeFileSync(process.env.KOLMO_COUNTS, JSON.stringify(counts));
  }
}
