import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dayNumberOf, dayText } from '@cchc/domain'
import { smallWorld } from '@cchc/portals'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAll } from '../src/floor/read-all.ts'
import { openBenchHub, syncAll } from '../src/hub-sync.ts'
import { median } from '../src/median.ts'
import { type PageServer, servePages } from '../src/portal/page-server.ts'
import { type Format, RecordPool } from '../src/portal/record-pool.ts'
import { scaledWorld } from '../src/portal/scaled-world.ts'

const DOSSIERS = 730
const world = scaledWorld(smallWorld({ dossiers: 400 }), DOSSIERS)
const folder = mkdtempSync(join(tmpdir(), 'cchc-bench-test-'))
let server: PageServer

beforeAll(async () => {
  const pools = { json: new RecordPool(world, 'json'), xml: new RecordPool(world, 'xml') }
  server = await servePages(pools)
})

afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What both files must agree on. */
function facts(file: string): unknown[] {
  const database = new Database(file, { readonly: true })
  const rows = database
    .prepare(
      `select code, field_code, channel, status_received, received_at, due_at, finished_at,
       returned_at, received_day, finished_day, online_payment, digitised,
       service_level_received, version from dossier order by code`,
    )
    .all()
  database.close()
  return rows
}

describe.each<Format>(['json', 'xml'])('floor and hub over %s', (format) => {
  it('read the same dossiers and the same facts', async () => {
    const floor = join(folder, `floor-${format}.db`)
    const ours = join(folder, `hub-${format}.db`)
    const read = await readAll({ url: server.url, format, pageSize: 100, file: floor })
    const portal = {
      url: server.url,
      since: dayText(dayNumberOf(world.dossier(0).receivedAt)),
      now: world.now,
    }
    const brought = await syncAll(await openBenchHub({ portal, format, file: ours }))
    expect([read, brought]).toEqual([DOSSIERS, DOSSIERS])
    expect(facts(ours)).toEqual(facts(floor))
  })
})

describe('scaledWorld', () => {
  it('has as many dossiers as asked for, each with a code of its own, in order', () => {
    const dossiers = Array.from({ length: DOSSIERS }, (_, index) => world.dossier(index))
    expect(new Set(dossiers.map(({ code }) => code)).size).toBe(DOSSIERS)
    const received = dossiers.map(({ receivedAt }) => receivedAt)
    expect(received).toEqual(received.toSorted((a, b) => a - b))
  })
})

describe('median', () => {
  it('is the middle', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([7])]).toEqual([2, 2.5, 7])
  })
})
