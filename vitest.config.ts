import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/faults/**', 'test/slow/**', 'node_modules/**'],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Many tests wait (for a log-in, a pause, a process): more of them than cores.
    maxWorkers: 4,
    // Files of one worker share what they load: the language model and Bolt are read once instead of a hundred times.
    isolate: false,
  },
});
