import { defineConfig } from 'vitest/config';

/** Real processes that are killed and run again: a minute or two, because leases and doubts take their time. */
export default defineConfig({
  test: {
    dir: import.meta.dirname,
    pool: 'forks',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    maxConcurrency: 4,
  },
});
