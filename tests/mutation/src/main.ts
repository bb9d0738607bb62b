import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { Stryker } from '@stryker-mutator/core'
import { forgetSurvivors } from './known.ts'
import { MEANT_SURVIVORS } from './meant-survivors.ts'
import { reportOf } from './report.ts'

/** `npm run mutate -- FOLDER`: breaks the source there in small ways and tells which breaks no test notices. */
const [target] = process.argv.slice(2)
if (target === undefined)
  throw new Error('Name what to mutate: npm run mutate -- packages/sync/src')

const root = resolve(import.meta.dirname, '../../..')
const path = resolve(root, target)
if (!existsSync(path)) throw new Error(`${target} is no file or folder of this repository`)
const home = packageOf(path)
const name = relative(root, path)
const known = outFile('known.json')
forgetSurvivors(known)
process.chdir(home)
const mutants = await new Stryker({
  mutate: [path.endsWith('.ts') ? relative(home, path) : `${relative(home, path)}/**/*.ts`],
  mutator: { excludedMutations: ['StringLiteral'] },
  testRunner: 'vitest',
  plugins: [import.meta.resolve('@stryker-mutator/vitest-runner')],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // A mutant that takes so much longer than its tests is an endless loop, on a busy machine too.
  timeoutFactor: 5,
  timeoutMS: 60_000,
  // In the copy that is mutated, the one that it extends would be missing.
  ignorePatterns: ['tsconfig.json'],
  reporters: ['progress-append-only', 'json'],
  jsonReporter: { fileName: outFile('json') },
  incremental: true,
  incrementalFile: known,
}).runMutationTest()

const report = reportOf(
  mutants.map((mutant) => ({ ...mutant, file: relative(root, resolve(home, mutant.fileName)) })),
  { read: (file) => readFileSync(join(root, file), 'utf8'), meant: MEANT_SURVIVORS },
)
process.stdout.write(`${name}: ${report.text}`)
process.exitCode = report.isComplete ? 0 : 1

function packageOf(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : packageOf(dirname(folder))
}

function outFile(suffix: string): string {
  return join(root, 'out/mutation', `${name.replaceAll('/', '-')}.${suffix}`)
}
