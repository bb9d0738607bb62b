import type { DayNumber, DayRange } from '@cchc/domain'
import type { LedgerQuery } from '../ledger-cell.ts'
import type { PlaceDay } from './event-sums.ts'
import { type Span, splitDays } from './spans.ts'

/** Stands for all days before the window. */
export const BEFORE: DayNumber = -1

/** Sums that make one cell, and the day that it is given under. */
export interface Piece {
  readonly spans: readonly Span[]
  readonly day: DayNumber
}

/** What a query asks for: sums, and days of which there are none. */
interface Pieces {
  readonly pieces: readonly Piece[]
  /** In their order, never side by side. */
  readonly edges: readonly DayRange[]
}

const EVER = -(2 ** 31)

/** The days before the window, and the pieces of the window, which is all without sums where each day is one. */
export function piecesOf({ from, to, byDay, cuts = [] }: LedgerQuery): Pieces {
  const begins = [from, ...(byDay ? [] : cuts)]
  const windows = begins.map((day, index) => ({
    from: day,
    to: (begins[index + 1] ?? to + 1) - 1,
    day,
  }))
  const pieces = [{ from: EVER, to: from - 1, day: BEFORE }, ...windows].map((window) => ({
    day: window.day,
    ...(byDay && window.day !== BEFORE
      ? { spans: [], edges: [window] }
      : splitDays(window.from, window.to)),
  }))
  return { pieces, edges: joined(pieces.flatMap(({ edges }) => edges)) }
}

function joined(edges: readonly DayRange[]): DayRange[] {
  const whole: DayRange[] = []
  for (const { from, to } of edges) {
    const last = whole.at(-1)
    if (last?.to === from - 1) whole[whole.length - 1] = { from: last.from, to }
    else whole.push({ from, to })
  }
  return whole
}

/** Where the pieces of a query put an event. */
export function placeIn({ from, to, byDay, cuts = [] }: LedgerQuery): PlaceDay {
  return (day) => {
    if (day > to) return undefined
    if (day < from) return BEFORE
    return byDay ? day : (cuts.findLast((cut) => cut <= day) ?? from)
  }
}
