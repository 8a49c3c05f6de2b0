import { defineConfig } from 'vitest/config';

/** Tests against a real Gitea: a minute rather than seconds, and only where it can be built (Go). */
export default defineConfig({
  test: { dir: import.meta.dirname, testTimeout: 120_000, hookTimeout: 900_000, fileParallelism: false, pool: 'forks' },
});
