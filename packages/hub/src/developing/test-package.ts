import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { type AppError, ConfigError, say } from '@cchc/domain'
import { z } from 'zod'

/** One check of the conformance suite, as it came out for a connector. */
export interface CheckResult {
  readonly connector: string
  readonly subject: string
  readonly check: string
  readonly passed: boolean
  /** What was expected, what came and what to do, where it failed. */
  readonly told: string | null
}

const LIMIT_MS = 15 * 60_000

/**
 * Runs the conformance tests of a package by its own vitest and returns what each check of `testConnector` said. Throws
 * ConfigError where the folder is no package, lacks vitest, has tests that cannot be run or none of a connector.
 */
export async function testPackage(
  folder: string,
  { signal }: { readonly signal: AbortSignal },
): Promise<readonly CheckResult[]> {
  const files = await vitestResults(
    folder,
    AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]),
  )
  const broken = files.find(({ assertionResults }) => assertionResults.length === 0)
  if (broken) throw unrunnable(relative(folder, broken.name), folder)
  const checks = files.flatMap(({ assertionResults }) => assertionResults.flatMap(checkOf))
  if (checks.length === 0) throw noConformance(folder)
  return checks
}

const Results = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(
        z.object({
          ancestorTitles: z.array(z.string()),
          title: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).default([]),
        }),
      ),
    }),
  ),
})
type FileResults = z.output<typeof Results>['testResults'][number]

async function vitestResults(folder: string, signal: AbortSignal): Promise<FileResults[]> {
  const program = vitestOf(folder)
  const out = await mkdtemp(join(tmpdir(), 'cchc-conformance-'))
  try {
    const file = join(out, 'results.json')
    const words = ['run', '--root', folder, '--reporter=json', `--outputFile=${file}`]
    const child = spawn(process.execPath, [program, ...words], { stdio: 'ignore', signal })
    await once(child, 'close')
    const text = await readFile(file, 'utf8').catch(() => undefined)
    if (text === undefined) throw unrunnable('vitest', folder)
    return Results.parse(JSON.parse(text)).testResults
  } catch (thrown) {
    if (signal.aborted) throw stopped(thrown)
    throw thrown
  } finally {
    await rm(out, { recursive: true, force: true })
  }
}

function vitestOf(folder: string): string {
  try {
    const own = join(folder, 'package.json')
    accessSync(own)
    return join(dirname(createRequire(own).resolve('vitest/package.json')), 'vitest.mjs')
  } catch (cause) {
    throw new ConfigError(say('There is no package with vitest at {folder}', { folder }), {
      cause,
      fix: say('Name the folder of a connector, and run npm install in it.'),
    })
  }
}

const SUITE = /^connector (.+)$/

function checkOf(result: FileResults['assertionResults'][number]): CheckResult[] {
  const [suite = '', subject = ''] = result.ancestorTitles
  const connector = SUITE.exec(suite)?.[1]
  if (connector === undefined) return []
  const [message = ''] = result.failureMessages
  const passed = result.status === 'passed'
  const told = passed ? null : (message.split(/\n\s+at /)[0] ?? '').replace(/^\w*Error: /, '')
  return [{ connector, subject, check: result.title, passed, told }]
}

function unrunnable(name: string, folder: string): AppError {
  return new ConfigError(say('{name} cannot be run', { name }), {
    fix: say('See what npx vitest run says in {folder}.', { folder }),
  })
}

function noConformance(folder: string): AppError {
  return new ConfigError(say('No test in {folder} proves a connector', { folder }), {
    fix: say('Call testConnector of @cchc/connector-kit/conformance in one of its tests.'),
  })
}

function stopped(cause: unknown): AppError {
  return new ConfigError(say('The tests were stopped before they ended'), {
    cause,
    fix: say('They may take 15 minutes at most.'),
  })
}
