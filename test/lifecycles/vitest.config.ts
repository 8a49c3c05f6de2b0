import { defineConfig } from 'vitest/config';

/** Whole lives of pull requests against a stand-in of GitHub, with the bundled actions as processes of their own. */
export default defineConfig({
  test: {
    include: ['test/lifecycles/**/*.test.ts'],
    pool: 'forks',
    // Two files, two cores. More at once and the sandbox's short leases run out while processes start.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 30_000,
  },
});
