import { pagesOf, recordsOf } from '@cchc/connector-kit/conformance'
import { type PortalFigure, Procedure } from '@cchc/domain'
import { smallWorld } from '@cchc/portals'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { simulate } from './simulated.ts'

const world = smallWorld({ dossiers: 300 })
const { open, requests, server } = simulate(world)

test.each(['xml', 'json'])(
  'reads the catalogue with the services of each agency, over %s',
  async (format) => {
    const { streams } = open({ config: { format } })
    const records = await recordsOf(streams.procedures.read({ cursor: undefined }))
    const services = new Map(records.map((record) => [record.code, Procedure.parse(record)]))
    expect(services.size).toBe(world.procedures.length)
    for (const procedure of world.procedures) {
      const read = services.get(procedure.code)
      expect(read).toMatchObject({ name: procedure.name, fieldCode: procedure.fieldCode })
      expect(read?.fees).toEqual(
        procedure.feeAmount === 0 ? [] : [{ kind: 'unknown', amount: procedure.feeAmount }],
      )
      expect(read?.services?.map((service) => service.levelReceived)).toEqual(
        procedure.services.map((service) => String(service.level)),
      )
    }
  },
)

test('one procedure under two codes becomes one record', async () => {
  const { streams } = open()
  const rows = ['1.001612', '1.001612.000.00.00.H48', '1.001612.02'].map(
    (code, i) =>
      `<data><serviceInfoId>${i}</serviceInfoId><serviceCode>${code}</serviceCode><serviceName>Tên</serviceName><maxLevel>${i + 2}</maxLevel></data>`,
  )
  server.use(
    http.get(
      '*/serviceinfos',
      () => new HttpResponse(`<data><total>3</total>${rows.join('')}</data>`),
    ),
  )
  const records = await recordsOf(streams.procedures.read({ cursor: undefined }))
  expect(records).toMatchObject([{ code: '1.001612', variantOf: null }])
  expect(records[0]?.services?.map((service) => service.levelReceived)).toEqual(['2', '3', '4'])
})

const figuresOf = async (request: object, today = '2022-12-31') => {
  const { streams } = open({ today, config: { since: '2022-01-01', pageSize: 100 } })
  return pagesOf(streams.figures.read({ cursor: undefined, ...request }))
}

test('keeps one row of each agency and month, however many roll-ups there are', async () => {
  const pages = await figuresOf({ from: '2022-05-10', to: '2022-06-02' })
  const figures: PortalFigure[] = pages.flatMap((page) => page.records)
  const received = figures.filter(({ measure }) => measure === 'opencps-statistics.receivedCount')
  const total = (from: string, to: string) =>
    received
      .filter((figure) => figure.from === from && figure.to === to)
      .reduce((sum, figure) => sum + (figure.value ?? 0), 0)
  const receivedIn = (month: string) =>
    Array.from({ length: 300 }, (_, i) => world.dossier(i)).filter(
      ({ receivedAt, status }) =>
        new Date(receivedAt + 7 * 3_600_000).toISOString().startsWith(month) && status !== 'denied',
    ).length
  expect(total('2022-05-01', '2022-05-31')).toBe(receivedIn('2022-05'))
  expect(total('2022-06-01', '2022-06-30')).toBe(receivedIn('2022-06'))
  expect(receivedIn('2022-05')).toBeGreaterThan(0)
  expect(new Set(figures.map((figure) => figure.from)).size).toBe(2)
  expect(figures.every((figure) => figure.organisationCode.startsWith('H99'))).toBe(true)
})

test('marks the month that has not ended, and a rate of nothing', async () => {
  const [page] = await figuresOf({ from: '2022-12-01' })
  expect(page?.records.every((figure) => figure.provisional)).toBe(true)
  const [past] = await figuresOf({ from: '2022-11-01', to: '2022-11-30' })
  expect(past?.records.every((figure) => !figure.provisional)).toBe(true)
  const row = { month: 3, year: 2022, govAgencyCode: 'H99.03', system: '0', releaseCount: 0 }
  const { streams } = open({ config: { pageSize: 100 } })
  server.use(
    http.get('*/o/rest/statistics', () =>
      HttpResponse.json({
        total: 2,
        data: [
          { ...row, ontimePercentage: 100, receivedCount: null },
          { ...row, system: '', ontimePercentage: 1 },
        ],
      }),
    ),
  )
  const march = { cursor: undefined, from: '2022-03-01', to: '2022-03-31' }
  const figures = await recordsOf(streams.figures.read(march))
  expect(figures).toMatchObject([
    { measure: 'opencps-statistics.receivedCount', value: null, quality: null },
    { measure: 'opencps-statistics.releaseCount', value: 0 },
    { measure: 'opencps-statistics.ontimePercentage', value: 100, quality: 'nothing released' },
  ])
})

test('a later pass reads the months of the last year again, and no older ones', async () => {
  const cursor = { next: null, readTo: '2022-12' }
  const { streams } = open({ today: '2023-02-15', config: { since: '2020-01-01', pageSize: 100 } })
  const pages = await pagesOf(streams.figures.read({ cursor }))
  const months = requests.map(({ searchParams: q }) => `${q.get('year')}-${q.get('month')}`)
  expect(new Set(months).size).toBe(15)
  expect(months[0]).toBe('2021-12')
  expect(pages.at(-1)?.cursor).toEqual({ next: null, readTo: '2023-02' })
})
