import { writeFileSync } from 'node:fs';

/**
 * A vitest reporter that leaves the counts and every skipped test with its reason in the file that
 * MERGECAST_TEST_SUMMARY names: what was skipped must be seen, not scrolled past.
 */
export default class TestSummary {
  onTestRunEnd(modules, unhandled) {
    const summary = { passed: 0, failed: unhandled.length, skipped: [] };
    for (const module of modules) {
      // A file that fails before its first test, such as by an import, has no tests that could fail.
      if (module.state() === 'failed' && module.errors().length > 0) summary.failed += 1;
      for (const test of module.children.allTests()) count(test, module.relativeModuleId, summary);
    }
    const file = process.env.MERGECAST_TEST_SUMMARY;
    if (file !== undefined) writeFileSync(file, JSON.stringify(summary));
  }
}

function count(test, file, summary) {
  const { state, note } = test.result();
  if (state === 'passed') summary.passed += 1;
  else if (state === 'skipped')
    summary.skipped.push(`${file}: ${test.fullName}${note === undefined ? '' : ` (${note})`}`);
  else summary.failed += 1;
}
