import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { smallWorld } from '@cchc/portals'
import { type PostgresServer, startPostgres } from '@cchc/store/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sync } from '../src/actions/sync.ts'
import { initFrom, openHub } from '../src/index.ts'
import { dossierStatistics } from '../src/questions/dossier-statistics.ts'
import { reference } from './config-text.ts'
import { CANARY, exportWorld } from './exported-world.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'exports-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const postgres: PostgresServer[] = []
afterEach(() => Promise.all(postgres.splice(0).map((server) => server.stop())))

const STORES = {
  SQLite: async () => 'sqlite:cchc.db',
  PostgreSQL: async () => {
    const server = await startPostgres()
    postgres.push(server)
    return server.url('exports')
  },
}

test.each(Object.entries(STORES))(
  'a folder of exports in four formats gives the figures of its province, and nobody in it: %s',
  async (_, start) => {
    const world = smallWorld({ dossiers: 120 })
    const count = exportWorld(world, join(folder, 'exports'))
    const path = join(folder, 'cchc.config.yaml')
    const found = await initFrom(path, {
      folder: join(folder, 'exports'),
      now: world.now,
      language: 'vi',
    })
    expect(found.units.filter(({ isOwn }) => isOwn)).toEqual([])
    const written = readFileSync(path, 'utf8')
    writeFileSync(path, written.replace('sqlite:cchc.db', reference('env:STORE')))
    const env = { STORE: await start() }
    const hub = await openHub({ configPath: path, cwd: folder, env, now: () => world.now })
    const { runs } = await hub.act(sync, {})
    expect(runs).toMatchObject([
      { status: 'done', streams: { dossiers: { new: count, refused: 0 } }, failures: [] },
    ])
    const { from, to, byLevel } = world.totals
    const asked = { period: `${from}..${to}`, by: ['level' as const], partial: true }
    const { rows } = await hub.ask(dossierStatistics, asked)
    for (const [level, totals] of Object.entries(byLevel)) {
      const row = rows.find(({ group }) => group.level?.code === level)
      expect([level, own(row?.statistics)]).toEqual([level, totals])
    }
    await hub.close()
    const stored = readdirSync(folder).filter((name) => !name.startsWith('exports'))
    const bytes = stored.map((name) => readFileSync(join(folder, name)).toString()).join('\n')
    const told = `${bytes}${JSON.stringify([runs, found])}`
    for (const canary of [CANARY.name, CANARY.phone]) expect(told).not.toContain(canary)
  },
)

type Statistics = Readonly<Record<string, number | null>> | undefined

/** The columns that the world states of itself. */
function own(statistics: Statistics) {
  const sum = (...columns: readonly string[]) =>
    columns.reduce((all, column) => all + (statistics?.[column] ?? Number.NaN), 0)
  return {
    carriedOver: sum('carriedOver'),
    received: sum('receivedOnline', 'receivedDirectPost'),
    online: sum('receivedOnline'),
    resolved: sum('resolvedTotal'),
    onTime: sum('resolvedEarly', 'resolvedOnTime'),
    pending: sum('pendingTotal'),
  }
}
