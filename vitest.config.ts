import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Their files share the modules of a worker, which are loaded once: a quarter of the time of the pure packages. */
const sharing = [
  'packages/*/test/**/*.test.ts',
  'tests/mutation/test/**/*.test.ts',
  'docs/*/test/**/*.test.ts',
]

/** They start the command many times, from a bundle that is made once. */
const commands = ['packages/cli/test/**/*.test.ts', 'tests/answers/test/**/*.test.ts']

/** They replace modules of Node, the network of the process, or what else belongs to all of it. */
const withOwnModules = [
  'packages/connectors/*/test/**/*.test.ts',
  'packages/sync/test/heap-growth.test.ts',
  'apps/*/test/**/*.test.ts',
  'tests/portals/test/**/*.test.ts',
  'bench/test/**/*.test.ts',
]

const BUNDLE = 'tests/command/src/set-up.ts'

// No test asserts a time; these only end one that hangs, however busy the machine is.
const PATIENCE = { testTimeout: 600_000, hookTimeout: 600_000 }
const MORE_PATIENCE = { testTimeout: 3_600_000, hookTimeout: 3_600_000 }

export default defineConfig({
  test: {
    globalSetup: 'tests/scratch-folder.ts',
    // Most of the time a test waits for processes that it started; one worker more than cores keeps them all at work.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        test: {
          name: 'packages',
          include: sharing,
          exclude: ['**/node_modules/**', ...withOwnModules, ...commands],
          isolate: false,
          ...PATIENCE,
        },
      },
      {
        test: {
          name: 'commands',
          include: commands,
          globalSetup: BUNDLE,
          isolate: false,
          ...PATIENCE,
        },
      },
      { test: { name: 'own modules', include: withOwnModules, ...PATIENCE } },
      {
        test: {
          name: 'e2e',
          include: ['tests/{e2e,packages,simulation}/test/**/*.test.ts'],
          globalSetup: BUNDLE,
          ...MORE_PATIENCE,
        },
      },
    ],
  },
})
