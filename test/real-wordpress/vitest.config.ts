import { defineConfig } from 'vitest/config';

/** Tests against a real WordPress: minutes rather than seconds, and only where PHP is. */
export default defineConfig({
  test: { dir: import.meta.dirname, testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false },
});
