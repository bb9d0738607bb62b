import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addColumns,
  addFlows,
  addStatistics,
  addStocks,
  Caseload,
  carryForward,
  caseload,
  DossierStatistics,
  Flow,
  flow,
  II06_COLUMNS,
  ratio,
  Stock,
  statisticsOf,
  stock,
} from '../src/index.ts'

test('a stock cannot be added as a flow, nor a plain number, nor a ratio', () => {
  const open = stock(5)
  const received = flow(7)
  expect(addFlows(received, received)).toBe(14)
  expect(addStocks(open, open)).toBe(10)
  // @ts-expect-error a stock is not a flow
  addFlows(received, open)
  // @ts-expect-error a flow is not a stock
  addStocks(open, received)
  // @ts-expect-error a plain number is neither
  addFlows(received, 3)
  // @ts-expect-error ratios are never added
  addFlows(ratio(received, received))
  // @ts-expect-error what a period had to deal with is no flow: the stock before it is in it
  addFlows(received, caseload(open, received))
  // @ts-expect-error a flow cannot open a period
  carryForward(received, received, received)
})

test.each([-1, 1.5, Number.NaN, 2 ** 53])('%d is no count', (count) => {
  for (const kind of [Flow, Stock, Caseload]) expect(kind.safeParse(count).success).toBe(false)
})

test('more cannot be closed than was there', () => {
  const left = carryForward(stock(1), flow(1), flow(3))
  expect(Stock.safeParse(left).success).toBe(false)
})

const row = DossierStatistics.parse({
  receivedTotal: 10,
  receivedOnline: 6,
  receivedDirectPost: 3,
  carriedOver: 1,
  resolvedTotal: 8,
  resolvedEarly: 5,
  resolvedOnTime: 2,
  resolvedLate: 1,
  pendingTotal: 2,
  pendingWithin: 2,
  pendingOverdue: 0,
})

test('the columns of a row are of their kinds, and what is added up stays in its kind', () => {
  expect(addFlows(row.resolvedEarly, row.resolvedOnTime)).toBe(7)
  expect(addStocks(row.pendingWithin, row.pendingOverdue)).toBe(2)
  // @ts-expect-error a stock is no flow
  addFlows(row.resolvedTotal, row.pendingTotal)
  // @ts-expect-error a flow is no stock
  addStocks(row.carriedOver, row.receivedOnline)
  // @ts-expect-error a stock cannot stand where a flow belongs
  DossierStatistics.encode({ ...row, resolvedTotal: row.pendingTotal })
  // @ts-expect-error and neither can the bare sum of the two
  DossierStatistics.encode({ ...row, resolvedTotal: row.resolvedEarly + row.pendingTotal })
})

test('columns add up only to one number of one kind', () => {
  expect(addColumns([row, row], ['resolvedEarly', 'resolvedOnTime'])).toBe(14)
  expect(addColumns([row], ['pendingWithin', 'carriedOver'])).toBe(3)
  expect(addColumns([row], ['receivedTotal'])).toBe(10)
  // @ts-expect-error a flow and a stock
  addColumns([row], ['resolvedTotal', 'pendingTotal'])
  // @ts-expect-error a flow and what holds a stock
  addColumns([row], ['receivedOnline', 'receivedTotal'])
})

test('rows add up column by column, and no row gives nothing', () => {
  expect(addStatistics([row, row])).toEqual(statisticsOf((column) => (row[column] * 2) as never))
  expect(Object.values(addStatistics([]))).toEqual(II06_COLUMNS.map(() => 0))
  // @ts-expect-error a number of no kind is no column
  statisticsOf(() => 0)
})

test('carrying forward twice equals carrying forward the sum', () => {
  const count = fc.nat(10_000)
  fc.assert(
    fc.property(count, count, count, (opening, first, second) => {
      const inSteps = carryForward(
        carryForward(stock(opening), flow(first), flow(0)),
        flow(second),
        flow(first),
      )
      const atOnce = carryForward(stock(opening), addFlows(flow(first), flow(second)), flow(first))
      expect(inSteps).toBe(atOnce)
    }),
  )
})

test('0/0 stays as its two parts', () => {
  expect(ratio(flow(0), flow(0))).toEqual({ numerator: 0, denominator: 0 })
})
