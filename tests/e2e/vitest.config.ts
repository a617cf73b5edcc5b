import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Real browsers, one file at a time: they share two cores and the clock. */
export default defineConfig({
  resolve: { alias: { '@': join(import.meta.dirname, '..', '..') } },
  define: { __E2E__: 'true' },
  test: {
    include: ['tests/e2e/**/*.e2e.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // A shared machine stalls now and then; what fails twice has failed. The first failure is printed all the same.
    retry: process.env.CI ? 1 : 0,
  },
});
