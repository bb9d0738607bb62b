import {
  type Divergence,
  REQUEST_FAULTS,
  type ServedPortals,
  servePortals,
  sharesOf,
  smallWorld,
} from '@cchc/portals'
import { BOTH_DATABASES, type TestDatabases } from '@cchc/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorkplace, type Workplace } from '../src/workplace.ts'

const world = smallWorld({ dossiers: 1500 })
const divergence: Divergence = {
  from: '2022-05-01',
  to: '2022-05-31',
  inMinistrySystem: [
    { organisation: 'H99.03', count: 3 },
    { organisation: 'H99.31', count: 5 },
  ],
  inBothSystems: [{ organisation: 'H99.12', count: 2 }],
  unexplained: [{ organisation: 'H99.32', count: 1 }],
}
const ministry = { name: 'Bộ Tư pháp', code: 'G15' }
const reporting = { since: 2022, until: 2022, periods: ['month'] }

/** Faults may end a run; the next one goes on. */
const MOST_RUNS = 20

interface Reconciled {
  readonly lines: readonly {
    readonly source: string
    readonly organisation: { readonly code: string }
    readonly measure: string
    readonly channel: string | null
    readonly here: number
    readonly inMinistries?: number
    readonly there: number
    readonly unexplained: number
    readonly causes: readonly { readonly code: string; readonly dossiers: number }[]
  }[]
}

describe.each(BOTH_DATABASES)('a ministry’s central system, on %s', (_, startDatabases) => {
  let portals: ServedPortals
  let workplace: Workplace
  let databases: TestDatabases

  beforeAll(async () => {
    databases = await startDatabases()
    const faults = sharesOf(Object.values(REQUEST_FAULTS), 0.01, 7)
    portals = await servePortals({ world, divergence, faults })
    workplace = openWorkplace(portals, { ministry, reporting, pageSize: 100, timeoutSeconds: 1 })
    workplace.useStore(await databases.url('ministry'))
    for (let runs = 1; ; runs += 1) {
      const { code, stderr } = await workplace.run('sync')
      if (code === 0) break
      if (runs === MOST_RUNS) throw new Error(`run ${runs} ended with ${code}: ${stderr}`)
    }
  })
  afterAll(async () => {
    workplace.remove()
    await portals.close()
    await databases.stop()
  })

  test('province and ministry are the whole, each dossier once', async () => {
    const words = ['stats', 'dossiers', '--org', 'H99', '--period', '2022', '--by', 'level']
    const { rows } = await workplace.ask<{
      readonly rows: readonly {
        readonly group: { readonly level: { readonly code: 'department' | 'district' | 'commune' } }
        readonly statistics: Readonly<Record<string, number>>
      }[]
    }>(...words)
    expect(rows).toHaveLength(3)
    for (const { group, statistics } of rows) {
      const { received, carriedOver, resolved, pending } = world.totals.byLevel[group.level.code]
      expect(statistics).toMatchObject({
        receivedTotal: received + carriedOver,
        resolvedTotal: resolved,
        pendingTotal: pending,
      })
    }
  })

  test('the national portal is explained by it, down to what nothing explains', async () => {
    const words = ['reconcile', '--period', '2022-M05', '--org', 'H99', '--all']
    const { lines } = await workplace.ask<Reconciled>(...words)
    const national = lines.filter((line) => line.source === 'dvcqg' && line.channel === null)
    const received = (code: string) =>
      national.find((line) => line.organisation.code === code && line.measure === 'received')
    expect(received('H99.03')?.causes).toMatchObject([
      { code: 'handled_in_ministry_system', dossiers: 3 },
    ])
    expect(received('H99')).toMatchObject({ inMinistries: 8, unexplained: 0 })
    for (const line of national.filter(({ measure }) => measure === 'received')) {
      expect(line.here + (line.inMinistries ?? 0)).toBe(line.there)
    }
    const open = national.filter(({ unexplained }) => unexplained !== 0)
    expect(open.map(({ organisation, measure }) => [organisation.code, measure])).toEqual([
      ['H99', 'onTime'],
      ['H99.32', 'onTime'],
    ])
  })

  test('people read it in their words', async () => {
    const table = await workplace.run('reconcile', '--period', '2022-M05', '--org', 'H99.03')
    expect(table.stdout).toContain('Giải quyết trên hệ thống của bộ (Bộ Tư pháp): 3 hồ sơ')
    const stats = await workplace.run('stats', 'dossiers', '--org', 'H99.03', '--period', '2022')
    expect(stats.stdout).toMatch(/Hệ thống của Bộ Tư pháp \(bo\): tiếp nhận 3.*có tính vào số liệu/)
    expect(stats.stdout).toContain('3 hồ sơ')
    expect(stats.stdout + table.stdout).not.toContain('CANARY')
  })
})
