import { defineConfig } from 'vitest/config';

/** Tests that replace the clock, the network or a module of their process, start servers or processes, or look at what a process holds. */
const alone = [
  'test/architecture/**',
  'test/cards/{hostile-text,pictures}.test.ts',
  'test/cli/**',
  'test/emulator/**',
  'test/faults/**',
  'test/feishu/**',
  'test/fuzz/**',
  'test/jobs/**',
  'test/monitoring/**',
  'test/readme.test.ts',
  'test/reply/**',
  'test/rights/matrix.test.ts',
  'test/scenarios/{crash,hardening,import,secrets,stop}.test.ts',
  'test/soak/**',
  'test/store/**',
  'test/webhook/**',
];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'alone', include: alone.map((path) => path.replace(/\/\*\*$/, '/**/*.test.ts')) },
      },
      // The others share their worker: loading the house anew for each file took a third of the time.
      {
        extends: true,
        test: { name: 'together', include: ['test/**/*.test.ts'], exclude: alone, isolate: false },
      },
    ],
  },
});
