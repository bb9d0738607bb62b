import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { startPostgres } from '@cchc/store/testing'
import { killPoints, openKillRange } from './kill-matrix.ts'

/** `node tests/e2e/src/many-kills.ts [COUNT] [sqlite|postgres]`: the kill test with as many kills as one has time for. */
const [count = '300', kind = 'sqlite'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'cchc-killed-'))
const postgres = kind === 'postgres' ? await startPostgres() : undefined
const range = await openKillRange({ dossiers: 600 })

async function fresh(name: string): Promise<string> {
  return postgres ? postgres.url(name) : `sqlite:${join(folder, `${name}.db`)}`
}

let wrong = 0
try {
  const reference = await range.undisturbed(await fresh('reference'))
  for (const [index, point] of killPoints(Number(count), range.requests).entries()) {
    const content = await range.killed(await fresh(`killed_${index}`), point)
    if (isDeepStrictEqual(content, reference)) continue
    wrong += 1
    process.stderr.write(
      `differs when killed after ${point.afterRequests} answers and ${point.thenMs} ms\n`,
    )
  }
  process.stdout.write(
    `${count} kills on ${kind}: ${wrong} left something else than an undisturbed sync\n`,
  )
} finally {
  await range.close()
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = wrong === 0 ? 0 : 1
