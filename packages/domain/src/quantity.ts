import { z } from 'zod'

const Count = z.int().min(0)

/** A count of what happened during a period; flows of adjacent periods add up. */
export const Flow = Count.brand<'flow'>()
export type Flow = z.output<typeof Flow>

/** A count of what existed at the end of a day; stocks add over organisations, never over time. */
export const Stock = Count.brand<'stock'>()
export type Stock = z.output<typeof Stock>

/** What a period had to deal with: the stock before it and the flow within it. Adds over organisations, never over time. */
export const Caseload = Count.brand<'caseload'>()
export type Caseload = z.output<typeof Caseload>

/** Kept as its two parts and never added: a rate of a group is the rate of its sums. */
export interface Ratio {
  readonly numerator: number
  readonly denominator: number
}

/** What a figure is, which decides what may be added to it: only its like, and a ratio never. */
export type QuantityKind = 'flow' | 'stock' | 'caseload' | 'ratio'

/** The kind of a counted number, by its type. */
export type KindOf<Q> = Q extends Flow ? 'flow' : Q extends Stock ? 'stock' : 'caseload'

/** Says of a number that it is a flow. A broken ledger may give less than zero, which is reported and not mended. */
export function flow(count: number): Flow {
  return count as Flow
}

/** Says of a number that it is a stock; see `flow`. */
export function stock(count: number): Stock {
  return count as Stock
}

/** Adds flows, over organisations, channels or adjacent periods. */
export function addFlows(...flows: readonly Flow[]): Flow {
  return flow(flows.reduce((sum, value) => sum + value, 0))
}

/** Adds stocks of the same day over disjoint organisations or channels. */
export function addStocks(...stocks: readonly Stock[]): Stock {
  return stock(stocks.reduce((sum, value) => sum + value, 0))
}

/** What a period had to deal with, from the stock before it and what came in. */
export function caseload(opening: Stock, received: Flow): Caseload {
  return (opening + received) as number as Caseload
}

/** The stock at the end of a period, from the one before it and what came and went between. */
export function carryForward(opening: Stock, received: Flow, closed: Flow): Stock {
  return stock(opening + received - closed)
}

/** A rate as numerator and denominator; 0/0 stays 0/0 and is no number until it is printed. */
export function ratio(numerator: Flow | Stock, denominator: Flow | Stock): Ratio {
  return { numerator, denominator }
}
