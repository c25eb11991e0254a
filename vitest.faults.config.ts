import { defineConfig } from 'vitest/config';

/** Tests that kill processes: one at a time, with time. `FAULTS=all` takes every gap, otherwise a sample by a printed seed. */
export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts'],
    testTimeout: process.env.FAULTS === 'all' ? 5_400_000 : 1_500_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
