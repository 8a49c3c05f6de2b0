import { defineConfig } from 'vitest/config';

/** The tests of every day: seconds, no service, nothing but node and git. Slower suites have configurations of their own. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['test/real-*/**', 'test/crash/**', 'test/lifecycles/**', 'test/workflows/**'],
    // Tests of git change environment variables, which threads of one process would share with what they start.
    pool: 'forks',
    // Left alone it leaves one core idle, which on two of them doubles the wait.
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 30_000,
    coverage: { include: ['src/**/*.ts'], exclude: ['src/generated/**', '**/*.test.ts'] },
  },
});
