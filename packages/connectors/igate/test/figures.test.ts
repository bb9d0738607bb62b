import { unreadableReason } from '@cchc/connector-kit'
import { errorOf, pagesOf, recordsOf } from '@cchc/connector-kit/conformance'
import { PortalFigure } from '@cchc/domain'
import { smallWorld } from '@cchc/portals'
import { HttpResponse, http } from 'msw'
import { describe, expect, test } from 'vitest'
import { config } from './access.ts'
import { simulate } from './simulated.ts'

const world = smallWorld({ dossiers: 300 })
const { open, requests, server } = simulate(world)
const statistics = (own: object) => ({ config: { statistics: { ...config.statistics, ...own } } })

const sum = (figures: readonly PortalFigure[], measure: string) =>
  figures
    .filter((figure) => figure.measure === measure)
    .reduce((total, { value }) => total + (value ?? 0), 0)

describe('figures of iGate', () => {
  test('are asked for by local days with a literal Z, month by month', async () => {
    const pages = await pagesOf(open().streams.figures.read({ cursor: undefined }))
    const asked = requests.filter(({ pathname }) => pathname.endsWith('-kgg'))
    expect(asked.map(({ searchParams }) => searchParams.get('from-date')).slice(0, 2)).toEqual([
      '2021-09-01T00:00:00.000Z',
      '2021-10-01T00:00:00.000Z',
    ])
    expect(asked[0]?.searchParams.get('to-date')).toBe('2021-09-30T23:59:59.999Z')
    expect(pages.length).toBe(17)
    const received = Array.from({ length: world.dossierCount }, (_, i) => world.dossier(i)).filter(
      ({ status }) => status !== 'denied',
    )
    const figures = pages.flatMap(({ records }) => records)
    expect(sum(figures, 'igate-agency.received')).toBe(received.length)
    expect(pages.at(-1)?.cursor).toEqual({ next: null, readTo: '2023-01' })
  })

  test('of a later pass are those of the last months', async () => {
    const cursor = { next: null, readTo: '2022-12' }
    const pages = await pagesOf(open().streams.figures.read({ cursor }))
    expect(pages.map(({ records }) => records[0]?.from.slice(0, 7))).toEqual([
      '2022-10',
      '2022-11',
      '2022-12',
      undefined,
    ])
  })

  test('of reports that know agencies by their names find their codes', async () => {
    const { streams } = open(statistics({ reports: ['online', 'digitisation'] }))
    const records = await recordsOf(streams.figures.read({ cursor: undefined }))
    expect(records.filter(unreadableReason)).toEqual([])
    for (const record of records) PortalFigure.parse(record)
    const online = Array.from({ length: world.dossierCount }, (_, i) => world.dossier(i)).filter(
      ({ status, channel }) => status !== 'denied' && channel === 'online',
    )
    expect(sum(records, 'igate-online.total')).toBe(online.length)
    expect(sum(records, 'igate-digitisation.totalReceiverHavingFile')).toBe(online.length)
  })

  test('are refused where nobody has the name of a row', async () => {
    const { streams } = open(statistics({ reports: ['online'] }))
    server.use(
      http.get('*/--kgg-dossier-report-online', () =>
        HttpResponse.json([
          { agency_name: ' ubnd  xã Đông Bình', total: 3 },
          { agency_name: 'UBND xã Đông Bình mới', total: 4 },
        ]),
      ),
    )
    const records = await recordsOf(streams.figures.read({ cursor: undefined, from: '2022-12-31' }))
    expect(
      records.map((record) => unreadableReason(record)?.message.template ?? record.value),
    ).toEqual(Array.from({ length: 2 }, () => [3, 'names an agency that is in no list']).flat())
  })

  test('are none where the configuration names no reports, and denied without the right', async () => {
    const none = await pagesOf(
      open({ config: { statistics: false } }).streams.figures.read({ cursor: undefined }),
    )
    expect(none).toEqual([])
    const { streams } = open({ mayReport: false })
    const error = await errorOf(recordsOf(streams.figures.read({ cursor: undefined })))
    expect(error).toMatchObject({ code: 'portal_denied' })
    expect(error.message).not.toContain('CANARY')
  })
})
