import type { DayNumber } from '@cchc/domain'
import type { LedgerQuery } from '../ledger-cell.ts'
import type { PlaceDay } from './event-sums.ts'
import { type Span, spansOf } from './spans.ts'

/** Stands for all days before the window. */
export const BEFORE: DayNumber = -1

/** Sums that make one cell, and the day that it is given under. */
export interface Piece {
  readonly spans: readonly Span[]
  readonly day: DayNumber
}

const EVER = -(2 ** 31)

/** The days before the window, and the pieces of the window; undefined where sums are no such days. */
export function piecesOf({
  from,
  to,
  byDay,
  cuts = [],
}: LedgerQuery): readonly Piece[] | undefined {
  if (byDay) return undefined
  const begins = [from, ...cuts]
  const windows = begins.map((day, index) => ({
    from: day,
    to: (begins[index + 1] ?? to + 1) - 1,
    day,
  }))
  const pieces = [{ from: EVER, to: from - 1, day: BEFORE }, ...windows].map((window) => {
    return { day: window.day, spans: spansOf(window.from, window.to) }
  })
  return pieces.every(isSummed) ? pieces : undefined
}

function isSummed(piece: {
  readonly day: DayNumber
  readonly spans: readonly Span[] | undefined
}): piece is Piece {
  return piece.spans !== undefined
}

/** Where the pieces of a query put an event. */
export function placeIn({ from, to, byDay, cuts = [] }: LedgerQuery): PlaceDay {
  return (day) => {
    if (day > to) return undefined
    if (day < from) return BEFORE
    return byDay ? day : (cuts.findLast((cut) => cut <= day) ?? from)
  }
}
