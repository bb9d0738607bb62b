import { recordsOf } from '@cchc/connector-kit/conformance'
import { PaymentCount, PetitionCount } from '@cchc/domain'
import { HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { answering, asked, fromStart, opened, usePortal, world } from './portal.ts'

usePortal()

const of2022 = { reporting: { since: 2022, until: 2022 } }
const evaluation = '/api/v1/reporting/evaluation'
const askedDays = () =>
  asked.filter(({ what }) => what === 'handling-satisfaction').map(({ body }) => body)

test('petitions are asked for by halves of months, which add up to any period', async () => {
  const { streams } = opened({ config: of2022 })
  const records = await recordsOf(streams.petitions.read(fromStart))
  expect(askedDays()).toHaveLength(24)
  expect(askedDays().slice(0, 2)).toMatchObject([
    { fromDate: '2022-01-01', toDate: '2022-01-14' },
    { fromDate: '2022-01-15', toDate: '2022-01-31' },
  ])
  const ofProvince = records.filter(({ organisationCode }) => organisationCode === 'H99')
  const sum = (count: 'received' | 'onTime') =>
    ofProvince.reduce((total, { counts }) => total + (counts[count] ?? Number.NaN), 0)
  const year = world.nationalFigures('H99', '2022-01-01', '2022-12-31')
  const name = 'handling-satisfaction.PETITION_PROCESSING_ON_TIME'
  expect(sum('received')).toBe(year[`${name}.denominator`])
  expect(sum('onTime')).toBe(year[`${name}.numerator`])
  expect(sum('onTime')).toBeGreaterThan(0)
  for (const record of records) PetitionCount.parse(record)
})

test('payments are those of months that have ended', async () => {
  const now = Date.UTC(2022, 2, 31, 3)
  const { streams } = opened({ config: of2022, now })
  const records = await recordsOf(streams.payments.read(fromStart))
  expect(new Set(records.map(({ to }) => to))).toEqual(new Set(['2022-01-31', '2022-02-28']))
  for (const record of records) PaymentCount.parse(record)
})

test('what the portal does not state is left out, and an organisation without any has no record', async () => {
  const { streams } = opened({ config: of2022, now: Date.UTC(2022, 1, 1, 3) })
  const row = (code: string, numerator: number | null, denominator: number | null) => {
    const metric = { code: 'PETITION_PROCESSING_ON_TIME', numerator, denominator }
    return { departmentId: code, departmentCode: code, departmentName: code, metrics: [metric] }
  }
  const evaluated = [row('H99', null, 3), row('H99.03', null, null), row('H99.07', 0, 0)]
  answering(`${evaluation}/handling-satisfaction`, () =>
    HttpResponse.json({ code: 'OK', data: { evaluation: evaluated, pagination: { total: 3 } } }),
  )
  const records = await recordsOf(streams.petitions.read({ cursor: undefined, to: '2022-01-31' }))
  expect(
    records.slice(0, 2).map(({ organisationCode, counts }) => [organisationCode, counts]),
  ).toEqual([
    ['H99', { received: 3 }],
    ['H99.07', { received: 0, onTime: 0 }],
  ])
})

test('none are asked for where figures are left out, or behind the last year', async () => {
  const none = opened({ config: { reporting: false } }).streams
  expect(await recordsOf(none.petitions.read(fromStart))).toEqual([])
  const { streams } = opened({ config: of2022 })
  const cursor = { next: '2023-01', readTo: '2022-12' }
  expect(await recordsOf(streams.payments.read({ cursor }))).toEqual([])
  expect(asked).toEqual([])
})
