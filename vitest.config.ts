import { defineConfig } from 'vitest/config'

const perPackage = [
  'packages/*/test/**/*.test.ts',
  'packages/connectors/*/test/**/*.test.ts',
  'apps/*/test/**/*.test.ts',
  'tests/{mutation,portals}/test/**/*.test.ts',
  'bench/test/**/*.test.ts',
  'docs/*/test/**/*.test.ts',
]

export default defineConfig({
  test: {
    // Most of the time a test waits for processes that it started; a worker for each core keeps them all at work.
    maxWorkers: '100%',
    projects: [
      { test: { name: 'packages', include: perPackage, testTimeout: 30_000, hookTimeout: 60_000 } },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/test/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
