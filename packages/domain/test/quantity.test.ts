import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addFlows, addStocks, carryForward, flow, ratio, stock } from '../src/index.ts'

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
  expect(() => addFlows(ratio(received, received))).toThrow(RangeError)
  // @ts-expect-error a flow cannot open a period
  carryForward(received, received, received)
})

test.each([-1, 1.5, Number.NaN, 2 ** 53])('%d is no count', (count) => {
  expect(() => flow(count)).toThrow(RangeError)
  expect(() => stock(count)).toThrow(RangeError)
})

test('more cannot be closed than was there', () => {
  expect(() => carryForward(stock(1), flow(1), flow(3))).toThrow(RangeError)
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
