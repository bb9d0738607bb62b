import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ServedPortals, servePortals, smallWorld } from '@cchc/portals'
import { BOTH_DATABASES, type TestDatabases } from '@cchc/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorkplace, type Workplace } from '../src/workplace.ts'

const world = smallWorld({ dossiers: 1500 })
const divergence = {
  from: '2022-05-01',
  to: '2022-05-31',
  lateSynchronisation: [{ organisation: 'H99.03', count: 3 }],
  nullChannel: [{ organisation: 'H99.31.02', count: 4 }],
}

const reporting = { since: 2022, until: 2022, periods: ['year', 'month'] }

interface Statistics {
  readonly rows: readonly {
    readonly group: { readonly level: { readonly code: string } }
    readonly statistics: Readonly<Record<string, number>>
  }[]
}

function totalsOf(row: Statistics['rows'][number]['statistics']) {
  const { carriedOver = 0, receivedTotal = 0, resolvedEarly = 0, resolvedOnTime = 0 } = row
  return {
    carriedOver,
    received: receivedTotal - carriedOver,
    online: row.receivedOnline,
    resolved: row.resolvedTotal,
    onTime: resolvedEarly + resolvedOnTime,
    pending: row.pendingTotal,
  }
}

interface Reconciled {
  readonly lines: readonly {
    readonly source: string
    readonly organisation: { readonly code: string }
    readonly period: { readonly from: string }
    readonly measure: string
    readonly channel: string | null
    readonly verdict: string
    readonly causes: readonly { readonly code: string; readonly dossiers: number }[]
  }[]
}

describe.each(BOTH_DATABASES)('a province with iGate, on %s', (_, startDatabases) => {
  let portals: ServedPortals
  let workplace: Workplace
  let databases: TestDatabases

  beforeAll(async () => {
    databases = await startDatabases()
    // The tokens run out while the first pass goes on.
    portals = await servePortals({ world, divergence, igate: { tokenSeconds: 3 } })
    workplace = openWorkplace(portals, { oneStop: 'igate', reporting, pageSize: 100 })
    workplace.useStore(await databases.url('igate'))
    const { code, stdout, stderr } = await workplace.run('sync', '--verbose')
    const told = (stdout + stderr).split('\n').filter((line) => !line.includes(' debug '))
    expect(code, told.join('\n')).toBe(0)
    expect(stdout + stderr).not.toContain('CANARY')
  })
  afterAll(async () => {
    workplace.remove()
    await portals.close()
    await databases.stop()
  })

  test('counts what the world holds, level by level', async () => {
    const words = ['stats', 'dossiers', '--org', 'H99', '--period', '2022', '--by', 'level']
    const { rows } = await workplace.ask<Statistics>(...words)
    const counted = rows.map(({ group, statistics }) => [group.level.code, totalsOf(statistics)])
    expect(Object.fromEntries(counted)).toEqual(world.totals.byLevel)
  })

  test('says why the national portal and the system itself state other figures', async () => {
    const words = ['reconcile', '--period', '2022-M05', '--org', 'H99', '--all']
    const { lines } = await workplace.ask<Reconciled>(...words)
    const causes = (code: string, channel: string | null) =>
      lines
        .filter(
          (line) =>
            line.source === 'dvcqg' &&
            line.organisation.code === code &&
            line.measure === 'received' &&
            line.channel === channel &&
            line.verdict !== 'equal',
        )
        .flatMap((line) => line.causes.map((cause) => [cause.code, cause.dossiers]))
    expect(causes('H99.03', null)).toEqual([['late_synchronisation', 3]])
    expect(causes('H99.31', 'direct')).toEqual([['null_channel', 4]])
    const own = lines.filter(({ source }) => source === 'one-stop')
    expect(own.length).toBeGreaterThan(20)
    expect(own.filter(({ verdict }) => verdict !== 'equal')).toEqual([])
  })

  test('reads again and changes nothing', async () => {
    const before = await workplace.ask('stats', 'dossiers', '--period', '2022')
    const { code, stderr } = await workplace.run('sync')
    expect(code, stderr).toBe(0)
    expect(await workplace.ask('stats', 'dossiers', '--period', '2022')).toEqual(before)
  })

  test('keeps nothing of the people', () => {
    for (const name of readdirSync(workplace.folder)) {
      const text = readFileSync(join(workplace.folder, name), 'latin1')
      expect(text.includes('CANARY'), name).toBe(false)
      expect(text.includes(portals.igate.password), name).toBe(false)
    }
  })
})
