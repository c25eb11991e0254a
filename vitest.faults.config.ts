import { defineConfig } from 'vitest/config';

/**
 * Tests that kill processes, one at a time, with time: `FAULTS=all` takes every gap, otherwise a sample by a printed seed. And
 * those of `test/slow/`, which wait for outages or reckon through every zone: too long for `npm test`.
 */
export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts', 'test/slow/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: process.env.FAULTS === 'all' ? 5_400_000 : 1_500_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
