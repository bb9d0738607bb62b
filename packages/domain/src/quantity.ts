declare const kind: unique symbol

/** A count of what happened during a period; flows of adjacent periods add up. */
export type Flow = number & { readonly [kind]: 'flow' }
/** A count of what existed at the end of a day; stocks add over organisations, never over time. */
export type Stock = number & { readonly [kind]: 'stock' }

/** Kept as its two parts and never added: a rate of a group is the rate of its sums. */
export interface Ratio {
  readonly numerator: number
  readonly denominator: number
}

/** Marks a whole number, zero or more, as a flow; throws a RangeError otherwise. */
export function flow(count: number): Flow {
  return counted(count) as Flow
}

/** Marks a whole number, zero or more, as a stock; throws a RangeError otherwise. */
export function stock(count: number): Stock {
  return counted(count) as Stock
}

function counted(count: number): number {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a count: ${count}`)
  return count
}

/** Adds flows, over organisations, channels or adjacent periods. */
export function addFlows(...flows: readonly Flow[]): Flow {
  return flow(flows.reduce((sum, value) => sum + value, 0))
}

/** Adds stocks of the same day over disjoint organisations or channels. */
export function addStocks(...stocks: readonly Stock[]): Stock {
  return stock(stocks.reduce((sum, value) => sum + value, 0))
}

/** The stock at the end of a period from the one before it and what came and went between. */
export function carryForward(opening: Stock, received: Flow, closed: Flow): Stock {
  return stock(opening + received - closed)
}

/** A rate as numerator and denominator; 0/0 stays 0/0 and is no number until it is printed. */
export function ratio(numerator: Flow | Stock, denominator: Flow | Stock): Ratio {
  return { numerator, denominator }
}
