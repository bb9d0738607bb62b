import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { breakReports } from './broken-reports.ts'
import { NOBODY, provinceConfiguration } from './configuration.ts'
import { startPortals } from './portals.ts'
import { questionsOf } from './questions.ts'
import { runCommand } from './run-command.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const FIXTURES = join(import.meta.dirname, '../fixtures')

/** What the province shows at the first sync, which comes twelve days later: portals lag. */
const FIRST_SHOWN = '2022-09-08T17:00:00+07:00'
const FIRST_SYNC = '2022-09-20T08:00:00+07:00+'
const SECOND_SYNC = '2023-01-10T08:00:00+07:00+'
const DONE_OR_PARTIAL: readonly (number | null)[] = [0, 3]

/** Makes the folder that is recorded from: a store with a year's history, what people entered, and written reports. */
export async function prepare(folder: string): Promise<void> {
  if (existsSync(join(folder, 'cchc.db'))) throw new Error(`${folder} holds a store already`)
  mkdirSync(folder, { recursive: true })
  cpSync(FIXTURES, folder, { recursive: true })
  await syncPortals(folder, { clock: FIRST_SYNC, words: ['sync'], shownAt: FIRST_SHOWN })
  await runSteps(folder, 'after-first-sync')
  await syncPortals(folder, { clock: SECOND_SYNC, words: ['sync', '--full'] })
  writeFileSync(join(folder, 'cchc.config.yaml'), provinceConfiguration(NOBODY))
  await runSteps(folder, 'after-second-sync')
  await breakReports(folder)
  rmSync(join(folder, '.cchc'), { recursive: true, force: true })
}

interface Sync {
  readonly clock: string
  readonly words: readonly string[]
  readonly shownAt?: string
}

async function syncPortals(folder: string, { clock, words, shownAt }: Sync): Promise<void> {
  const portals = await startPortals(shownAt)
  try {
    writeFileSync(join(folder, 'cchc.config.yaml'), provinceConfiguration(portals.addresses))
    await step(folder, { clock, words })
  } finally {
    portals.stop()
  }
}

async function runSteps(folder: string, group: string): Promise<void> {
  for (const question of questionsOf(group, FIRST_SYNC)) await step(folder, question)
}

async function step(
  folder: string,
  { words, clock }: { readonly words: readonly string[]; readonly clock: string },
): Promise<void> {
  process.stderr.write(`${clock} cchc ${words.join(' ')}\n`)
  const { code, stderr } = await runCommand(words, { checkout: ROOT, folder, clock })
  if (!DONE_OR_PARTIAL.includes(code)) throw new Error(`ended with ${code}: ${stderr}`)
}
