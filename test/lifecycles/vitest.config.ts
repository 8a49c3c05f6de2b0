import { defineConfig } from 'vitest/config';

/** Whole lives of pull requests against a stand-in of GitHub, with the bundled actions as processes of their own. */
export default defineConfig({
  test: {
    include: ['test/lifecycles/**/*.test.ts'],
    pool: 'forks',
    // The processes that a lifecycle starts use the other core.
    maxConcurrency: 2,
    testTimeout: 60_000,
    hookTimeout: 30_000,
  },
});
