import { II06_COLUMNS, type StatisticsColumn } from '@cchc/domain'
import { beforeAll, expect, test } from 'vitest'
import type { Hub } from '../src/index.ts'
import type { AnswerOf } from '../src/questions/question.ts'
import { readAsked } from '../src/questions/question.ts'
import { withoutSmallPayments } from '../src/questions/without-small-payments.ts'
import { hiddenStatistics } from '../src/suppression/statistics-cells.ts'
import { dossierStatistics } from './questions.ts'
import { readProvince } from './read-province.ts'

let hub: Hub
beforeAll(async () => {
  hub = (await readProvince()).hub
})

const COLUMNS = II06_COLUMNS.map(({ key }) => key)
type Row = AnswerOf<typeof dossierStatistics>['rows'][number]

async function ask(asked: Readonly<Record<string, string>>) {
  const { rows, total, ...rest } = await hub.ask(
    dossierStatistics,
    readAsked(dossierStatistics.parameters, { period: '2022', ...asked }),
  )
  return { ...rest, rows: [...rows, { ...total, group: {} }] }
}

const cell = (row: Row | undefined, column: StatisticsColumn) => row?.statistics[column]

test.each([
  {},
  { by: 'org' },
  { by: 'org,channel' },
  { by: 'month' },
  { by: 'org,month', rule: 'qd766-2022' },
  { by: 'field', rule: 'btp-07a' },
  { by: 'org', top: '1' },
])(
  'by $by counts below 5 are suppressed, with what would reveal them; others stay',
  async (asked) => {
    const whole = await ask(asked)
    const told = await ask({ ...asked, suppressBelow: '5' })
    expect(told.rows.map(({ group }) => group)).toEqual(whole.rows.map(({ group }) => group))
    let cells = 0
    for (const [index, row] of told.rows.entries()) {
      const { suppressed = [], onTime } = row
      cells += suppressed.length
      for (const column of COLUMNS) {
        const count = cell(whole.rows[index], column)
        const isSmall = typeof count === 'number' && count > 0 && count < 5
        if (suppressed.includes(column)) expect(cell(row, column)).toBeNull()
        else expect([cell(row, column), isSmall]).toEqual([count, false])
      }
      expect(row.extras).toBeUndefined()
      if (suppressed.includes('onTime')) expect(onTime).toBeNull()
      else expect(onTime).toEqual(whole.rows[index]?.onTime)
      if (suppressed.includes('resolvedTotal')) expect(suppressed).toContain('onTime')
    }
    expect(told.suppressed).toEqual({ below: 5, cells })
    expect(cells).toBeGreaterThan(0)
    expect(whole.suppressed).toBeUndefined()
  },
)

const none = Object.fromEntries(COLUMNS.map((column) => [column, 0])) as Record<
  StatisticsColumn,
  number
>
const row = (group: Record<string, string>, statistics: Partial<typeof none>) => ({
  group: Object.fromEntries(Object.entries(group).map(([name, code]) => [name, { code }])),
  statistics: { ...none, ...statistics },
})

test('what one month leaves pending hides what the next one carries over', () => {
  const rows = [
    row(
      { month: '2022-M01' },
      { pendingTotal: 3, pendingWithin: 3, receivedTotal: 3, receivedOnline: 3 },
    ),
    row(
      { month: '2022-M02' },
      { carriedOver: 3, receivedTotal: 53, receivedOnline: 50, resolvedTotal: 53 },
    ),
  ]
  const total = {
    statistics: { ...none, receivedTotal: 53, receivedOnline: 53, resolvedTotal: 53 },
  }
  const isHidden = hiddenStatistics({ rows, total }, 5)
  expect(isHidden(1, 'carriedOver')).toBe(true)
  expect(isHidden(1, 'receivedOnline') || isHidden(1, 'receivedTotal')).toBe(true)
})

test('a single group that top leaves out does not follow from the total', () => {
  const shown = row(
    { org: 'A' },
    { receivedOnline: 50, receivedTotal: 50, pendingTotal: 50, pendingWithin: 50 },
  )
  const total = {
    statistics: {
      ...none,
      receivedOnline: 52,
      receivedTotal: 52,
      pendingTotal: 52,
      pendingWithin: 52,
    },
  }
  const isHidden = hiddenStatistics({ rows: [shown], total, leftOut: 1 }, 5)
  expect(isHidden(0, 'receivedOnline') || isHidden(1, 'receivedOnline')).toBe(true)
  const whole = hiddenStatistics({ rows: [shown], total: shown }, 5)
  expect(whole(0, 'receivedOnline')).toBe(false)
})

test('payments are suppressed with their amounts, also where few did not pay', () => {
  const share = (numerator: number) => ({ numerator, denominator: 100 })
  const stated = (paidOnline: number | null) => ({
    ...{ due: 100, paidOnline, amountOnline: 1_000_000 },
    share: paidOnline === null ? null : share(paidOnline),
  })
  const { rows, suppressed } = withoutSmallPayments([3, 97, 50, null].map(stated), 5)
  const names = rows.map((one) => one.suppressed)
  expect(names[0]).toEqual(expect.arrayContaining(['paidOnline', 'amountOnline', 'share']))
  expect(names[1]).toEqual(expect.arrayContaining(['paidOnline', 'amountOnline', 'share']))
  expect(names.slice(2)).toEqual([undefined, undefined])
  expect(rows[0]).toMatchObject({ paidOnline: null, amountOnline: null, share: null })
  expect(rows.slice(2)).toEqual([stated(50), stated(null)])
  expect(suppressed.below).toBe(5)
})
