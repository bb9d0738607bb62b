import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '@cchc/store/testing'
import { allPairs } from './pairs/commands.ts'
import { openPairRange } from './pairs/pair-range.ts'

/** `node tests/e2e/src/all-pairs.ts [sqlite|postgres] [NAME]`: every pair of commands at once on one store; those with NAME alone. */
const [kind = 'sqlite', only] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'cchc-pairs-'))
const postgres = kind === 'postgres' ? await startPostgres() : undefined
const range = await openPairRange()
let made = 0
const fresh = async (name: string) => {
  made += 1
  return postgres ? postgres.url(name) : `sqlite:${join(folder, `${name}-${made}.db`)}`
}

const pairs = allPairs().filter((names) => only === undefined || names.some((one) => one === only))
let wrong = 0
try {
  for (const pair of pairs) {
    const faults = await range.tried(pair, fresh)
    if (faults.length === 0) continue
    wrong += 1
    process.stderr.write(`${pair.join(' and ')}:\n${faults.map((one) => `  ${one}\n`).join('')}`)
  }
  process.stdout.write(`${pairs.length} pairs of commands on ${kind}: ${wrong} went wrong\n`)
} finally {
  await range.close()
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = wrong === 0 ? 0 : 1
