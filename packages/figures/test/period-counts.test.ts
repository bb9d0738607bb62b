import {
  NOT_REPORTED,
  numberCell,
  type PaymentCount,
  type PetitionCount,
  parsePeriod,
} from '@cchc/domain'
import { expect, test } from 'vitest'
import {
  bindFigure,
  type FigureScope,
  openCounting,
  openCoverage,
  openStated,
  originOfFigure,
  paymentShares,
  readingOf,
} from '../src/index.ts'
import { noon, organisation, type Script, scriptedStore } from './scripted-store.ts'

const organisations = [
  organisation('H16', 'UBND tỉnh', 'province'),
  organisation('H16.05', 'Sở Nội vụ', 'department'),
]
const PAID = { figure: 'online-payments', where: { count: 'paidOnline' } }

function payments(
  from: string,
  to: string,
  change: Partial<PaymentCount> & { source?: string } = {},
) {
  const organisations = 'with_all_below' as const
  const counts = { due: 9, paidOnline: 4 }
  return {
    ...{ organisationCode: 'H16', organisations, from, to, provisional: false, counts },
    ...change,
  }
}

async function scopeOf(script: Script, period: string, code = 'H16'): Promise<FigureScope> {
  const store = scriptedStore({ organisations, ...script })
  const counting = await openCounting(store, 'tt01-2020')
  const { from, to } = parsePeriod(period)
  return {
    ...counting,
    coverage: await openCoverage(store, { now: noon('2023-01-01') }),
    stated: openStated(counting, { organisation: code, from, to }),
    partial: false,
    organisation: counting.names.organisations.require(code),
    period: parsePeriod(period),
  }
}

async function read(asked: typeof PAID | { figure: string; where: object }, scope: FigureScope) {
  const figure = bindFigure(asked as typeof PAID)
  const { cell, note } = await figure.read(readingOf(scope))
  const origin = await originOfFigure(scope, figure)
  return { cell, note, records: origin.kind === 'portal' ? origin.records : [] }
}

test('a period is the sum of the days that tile it, and tells each of them', async () => {
  const script = {
    payments: [
      payments('2022-03-15', '2022-03-31'),
      payments('2022-04-01', '2022-04-14', { counts: { paidOnline: 3 } }),
      payments('2022-04-15', '2022-04-30'),
    ],
  }
  const { cell, note, records } = await read(PAID, await scopeOf(script, '2022-M04'))
  expect([cell, note]).toEqual([numberCell(7), ''])
  expect(
    records.map(({ from, to, value, run, measure }) => [from, to, value, run, measure]),
  ).toEqual([
    ['2022-03-15', '2022-03-31', 4, 'run national', 'payment-count.paidOnline'],
    ['2022-04-01', '2022-04-14', 3, 'run national', 'payment-count.paidOnline'],
  ])
})

test.each([
  [
    'a day is missing',
    [payments('2022-03-15', '2022-03-31'), payments('2022-04-02', '2022-04-14')],
  ],
  [
    'one part does not state it',
    [
      payments('2022-03-15', '2022-03-31'),
      payments('2022-04-01', '2022-04-14', { counts: { due: 9 } }),
    ],
  ],
  [
    'two sources have a part each',
    [
      payments('2022-03-15', '2022-03-31'),
      payments('2022-04-01', '2022-04-14', { source: 'one-stop' }),
    ],
  ],
  [
    'only a unit below is told',
    [payments('2022-03-15', '2022-04-14', { organisationCode: 'H16.05' })],
  ],
  [
    'only the organisation alone is told',
    [payments('2022-03-15', '2022-04-14', { organisations: 'alone' })],
  ],
])('where %s it is not reported, never zero', async (_, given) => {
  const { cell, records } = await read(PAID, await scopeOf({ payments: given }, '2022-M04'))
  expect([cell, records]).toEqual([NOT_REPORTED, []])
})

test('zero that is stated is zero, and an organisation alone is the whole where none is below it', async () => {
  const counts = { paidOnline: 0 }
  const alone = { organisationCode: 'H16.05', organisations: 'alone' as const, counts }
  const script = { payments: [payments('2022-03-15', '2022-04-14', alone)] }
  const { cell } = await read(PAID, await scopeOf(script, '2022-M04', 'H16.05'))
  expect(cell).toEqual(numberCell(0))
})

test('a year of which only the calendar year is stated says so; a quarter does not take the year', async () => {
  const script = { payments: [payments('2022-01-01', '2022-12-31', { provisional: true })] }
  expect(await read(PAID, await scopeOf(script, '2022'))).toMatchObject({
    cell: numberCell(4),
    note: 'Số liệu của năm dương lịch 2022; Số liệu tạm thời',
  })
  expect((await read(PAID, await scopeOf(script, '2022-Q1'))).cell).toEqual(NOT_REPORTED)
})

test('of two sources the newer is taken, and the other is named where it differs', async () => {
  const days = ['2022-03-15', '2022-04-14'] as const
  const same = [payments(...days), payments(...days, { source: 'one-stop' })]
  expect((await read(PAID, await scopeOf({ payments: same }, '2022-M04'))).note).toBe('')
  const other = payments(...days, { source: 'one-stop', counts: { paidOnline: 6 } })
  const differing = await scopeOf({ payments: [payments(...days), other] }, '2022-M04')
  expect(await read(PAID, differing)).toMatchObject({
    cell: numberCell(6),
    note: 'Nguồn national ghi 4',
    records: [{ source: 'one-stop', value: 6 }],
  })
})

test('the share paid online has both of its parts from one source, or is not given', async () => {
  const days = ['2022-03-15', '2022-04-14'] as const
  const script = {
    payments: [
      payments(...days),
      payments(...days, { source: 'zero', counts: { due: 5, paidOnline: 0 } }),
      payments(...days, { source: 'one-stop', counts: { paidOnline: 6 } }),
      payments(...days, {
        source: 'dues',
        counts: { due: 8, amountOnline: 900 },
        provisional: true,
      }),
      payments('2022-03-15', '2022-03-31', { source: 'part' }),
    ],
  }
  const row = (source: string, counts: object, paidOnline: object | null, provisional = false) => {
    const all = { due: null, paidOnline: null, amountOnline: null, ...counts }
    return { source, counts: all, paidOnline, provisional }
  }
  expect(await paymentShares(await scopeOf(script, '2022-M04'))).toEqual([
    row('dues', { due: 8, amountOnline: 900 }, null, true),
    row('national', { due: 9, paidOnline: 4 }, { numerator: 4, denominator: 9 }),
    row('one-stop', { paidOnline: 6 }, null),
    row('zero', { due: 5, paidOnline: 0 }, { numerator: 0, denominator: 5 }),
  ])
})

test('petitions in process are those at the end, and those about regulations are told apart', async () => {
  const petition = (from: string, to: string, inProcess: number): PetitionCount => ({
    ...{ organisationCode: 'H16', organisations: 'with_all_below', from, to, provisional: false },
    about: 'regulations',
    counts: { inProcess },
  })
  const script = {
    petitions: [petition('2022-03-15', '2022-03-31', 8), petition('2022-04-01', '2022-04-14', 5)],
  }
  const scope = await scopeOf(script, '2022-M04')
  const asked = (about: string) => ({ figure: 'petitions', where: { count: 'inProcess', about } })
  expect(await read(asked('regulations'), scope)).toMatchObject({
    cell: numberCell(5),
    records: [{ to: '2022-04-14', value: 5 }],
  })
  expect((await read(asked('all'), scope)).cell).toEqual(NOT_REPORTED)
})
