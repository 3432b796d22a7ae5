import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 20_000 } },
      { test: { name: 'contract', include: ['tests/contract/**/*.test.ts'], testTimeout: 20_000 } },
      // Real reports beside the project; each says so where they are absent.
      {
        test: { name: 'corpora', include: ['tests/corpora/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
      },
      // Each file starts engines of its own, and waits for them most of the time: two files at once leave them the machine.
      {
        test: {
          name: 'engine',
          include: ['tests/engine/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
