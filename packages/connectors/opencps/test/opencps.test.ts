import { createHttp, type Log } from '@cchc/connector-kit'
import { Dossier, dayNumber, type PortalFigure, Procedure, startOfDay } from '@cchc/domain'
import { type OpenCpsQuirks, openCpsHandlers, smallWorld } from '@cchc/portals'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openCps } from '../src/index.ts'

const baseUrl = 'http://opencps.test'
const access = { baseUrl, username: 'cchc', password: 's3cret-pass', groupId: '55301' }
const world = smallWorld({ dossiers: 300 })
const server = setupServer()
const requests: URL[] = []

beforeAll(() => {
  server.events.on('request:start', ({ request }) => {
    requests.push(new URL(request.url))
  })
  server.listen({ onUnhandledFrame: 'error' })
})
afterEach(() => {
  server.resetHandlers()
  requests.length = 0
})
afterAll(() => server.close())

const log: Log = { debug() {}, info() {}, warn() {} }

function opened(settings: { config?: object; quirks?: OpenCpsQuirks; today?: string } = {}) {
  server.use(...openCpsHandlers(world, { ...access, quirks: settings.quirks }))
  const config = openCps.config.parse({
    ...access,
    since: '2021-09-01',
    pageSize: 20,
    windowDays: 31,
    ...settings.config,
  })
  const signal = new AbortController().signal
  const now = () => startOfDay(dayNumber(settings.today ?? '2023-01-01')) + 3_600_000
  const sleep = async () => {}
  const http = createHttp({ baseUrl, signal, log, now, sleep })
  const io = { http, log, now, signal }
  return { streams: openCps.open(config, io), check: () => openCps.check(config, io) }
}

async function all<T>(pages: AsyncIterable<{ readonly records: readonly T[] }>): Promise<T[]> {
  const records: T[] = []
  for await (const page of pages) records.push(...page.records)
  return records
}

test.each(['xml', 'json'])('reads every dossier once, over %s', async (format) => {
  const { streams } = opened({ config: { format } })
  const records = await all(streams.dossiers.read({ cursor: undefined }))
  const codes = Array.from({ length: world.dossierCount }, (_, i) => world.dossier(i).code)
  expect(records.map((record) => record.code)).toEqual(codes)
  for (const [i, record] of records.entries()) {
    const simulated = world.dossier(i)
    expect(Dossier.parse(record)).toMatchObject({
      procedureCode: simulated.procedure.code,
      organisationCode: simulated.organisation.code,
      fieldCode: simulated.procedure.fieldCode,
      channel: simulated.channel,
      receivedAt: simulated.receivedAt,
      dueAt: simulated.dueAt,
      finishedAt: simulated.releasedAt,
      returnedAt: simulated.finishedAt,
      statusReceived: simulated.status,
      version: simulated.modifiedAt,
      serviceLevelReceived: String(simulated.serviceLevel),
    })
  }
  expect(JSON.stringify(records)).not.toContain('CANARY')
})

test('checks login and rights', async () => {
  await opened().check()
})

test('reads the catalogue with its services', async () => {
  const records = await all(opened().streams.procedures.read({ cursor: undefined }))
  expect(records).toHaveLength(world.procedures.length)
  for (const record of records) Procedure.parse(record)
  const offered = world.procedures.find((procedure) => procedure.services.length > 1)
  const read = records.find((record) => record.code === offered?.code)
  expect(read?.services).toHaveLength(offered?.services.length ?? -1)
})

test("reads the system's own counts", async () => {
  const { streams } = opened({ config: { pageSize: 500 } })
  const records: PortalFigure[] = await all(streams.figures.read({ cursor: undefined }))
  expect(records.length).toBeGreaterThan(0)
})
