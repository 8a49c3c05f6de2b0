import { defineConfig } from 'vitest/config';

/** What linters for workflows say of everything that is shipped. One of them is fetched once; without Python it is skipped. */
export default defineConfig({ test: { dir: import.meta.dirname, testTimeout: 60_000, hookTimeout: 180_000 } });
