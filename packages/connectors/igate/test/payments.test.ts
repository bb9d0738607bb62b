import { recordsOf } from '@cchc/connector-kit/conformance'
import { PaymentCount } from '@cchc/domain'
import { smallWorld } from '@cchc/portals'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { config } from './access.ts'
import { simulate } from './simulated.ts'

const world = smallWorld({ dossiers: 300 })
const { open, requests, server } = simulate(world)
const reports = (...names: string[]) => ({
  config: { statistics: { ...config.statistics, reports: names } },
})
const isOfProvince = ({ organisations }: PaymentCount) => organisations === 'with_all_below'

test('dossiers paid online are asked for by halves of months, and add up for the province', async () => {
  const { streams } = open(reports('online'))
  const records = await recordsOf(streams.payments.read({ cursor: undefined }))
  for (const record of records) PaymentCount.parse(record)
  const asked = requests.filter(({ pathname }) => pathname.endsWith('online'))
  expect(
    asked
      .slice(0, 2)
      .map(({ searchParams: q }) => [q.get('from-applied-date'), q.get('to-applied-date')]),
  ).toEqual([
    ['2021-09-01T00:00:00.0Z', '2021-09-14T23:59:59.0Z'],
    ['2021-09-15T00:00:00.0Z', '2021-09-30T23:59:59.0Z'],
  ])
  const paid = Array.from({ length: world.dossierCount }, (_, i) => world.dossier(i)).filter(
    ({ status, channel, id }) => status !== 'denied' && channel === 'online' && id % 3 === 0,
  )
  const sum = (some: readonly PaymentCount[]) =>
    some.reduce((total, { counts }) => total + (counts.paidOnline ?? Number.NaN), 0)
  expect(paid.length).toBeGreaterThan(0)
  expect(sum(records.filter(isOfProvince))).toBe(paid.length)
  expect(sum(records.filter((record) => !isOfProvince(record)))).toBe(paid.length)
})

test.each([
  [
    'a row is of an agency that nobody knows',
    { agency_name: 'UBND xã lạ', onlinepaid_quantity: 1 },
  ],
  ['a row does not state it', { agency_name: 'UBND xã Đông Bình', onlinepaid_quantity: null }],
])('where %s the sum is not stated', async (_, row) => {
  const { streams } = open(reports('online'))
  const known = { agency_name: 'UBND huyện Bình An', onlinepaid_quantity: 4 }
  server.use(http.get('*/--kgg-dossier-report-online', () => HttpResponse.json([known, row])))
  const records = await recordsOf(streams.payments.read({ cursor: undefined, from: '2022-12-31' }))
  expect(records.filter(isOfProvince).every(({ counts }) => counts.paidOnline === undefined)).toBe(
    true,
  )
  expect(records[0]?.counts).toEqual({ paidOnline: 4 })
})

test.each([
  ['statistics are left out', { config: { statistics: false } }],
  ['other reports are named', reports('agency')],
])('none are asked for where %s', async (_, settings) => {
  const { streams } = open(settings)
  expect(await recordsOf(streams.payments.read({ cursor: undefined }))).toEqual([])
  expect(requests).toEqual([])
})
