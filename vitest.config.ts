import { configDefaults, defineConfig } from 'vitest/config'

const perPackage = [
  'packages/*/test/**/*.test.ts',
  'packages/connectors/*/test/**/*.test.ts',
  'apps/*/test/**/*.test.ts',
  'tests/answers/test/**/*.test.ts',
  'tests/{mutation,portals}/test/**/*.test.ts',
  'bench/test/**/*.test.ts',
  'docs/*/test/**/*.test.ts',
]

/** They replace modules of Node, or touch what belongs to the whole process. */
const withOwnModules = [
  'packages/sync/test/heap-growth.test.ts',
  'packages/connectors/kit/test/network.test.ts',
]

// No test asserts a time; these only end one that hangs, however busy the machine is.
const PATIENCE = { testTimeout: 600_000, hookTimeout: 600_000 }
const MORE_PATIENCE = { testTimeout: 3_600_000, hookTimeout: 3_600_000 }

export default defineConfig({
  test: {
    // Most of the time a test waits for processes that it started; a worker for each core keeps them all at work.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'packages',
          include: perPackage,
          exclude: [...configDefaults.exclude, ...withOwnModules],
          // Modules are loaded once for all files of a worker: a quarter of the time of the pure packages.
          isolate: false,
          ...PATIENCE,
        },
      },
      { test: { name: 'own modules', include: withOwnModules, ...PATIENCE } },
      {
        test: {
          name: 'e2e',
          include: ['tests/{e2e,packages,simulation}/test/**/*.test.ts'],
          ...MORE_PATIENCE,
        },
      },
    ],
  },
})
