import { dayNumber, dayNumberOf, dayText, say } from '@cchc/domain'
import { z } from 'zod'
import type { ReadRequest } from './contract/page.ts'

const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, say('not a month such as 2022-09').template)

/** Where a stream of figures by month stands. `next`: the month that a pass under way reads next. `readTo`: the last month of the last whole pass. */
export const MonthCursor = z.object({ next: Month.nullable(), readTo: Month.nullable() })
export type MonthCursor = z.output<typeof MonthCursor>

/** A calendar month, its inclusive days, whether it goes on, and the cursor once it is read. */
export interface MonthWindow {
  readonly month: string
  readonly from: string
  readonly to: string
  readonly provisional: boolean
  readonly cursor: MonthCursor
}

interface Months {
  /** First day (or month) that is read at all. */
  readonly since: string
  /** So many months before the last one that was read are read again. */
  readonly again: number
  /** The clock, epoch ms. */
  readonly now: number
}

/** The months of a pass in order. Days that a person asks for leave the position alone. */
export function* monthWindows(
  { since, again, now }: Months,
  { cursor, from, to }: ReadRequest<MonthCursor>,
): Generator<MonthWindow> {
  const today = dayText(dayNumberOf(now))
  const kept = cursor ?? { next: null, readTo: null }
  const isLimited = from !== undefined || to !== undefined
  const first = isLimited ? (from ?? since) : firstMonth(kept, { since, again })
  const last = monthNumber(to ?? today)
  for (let month = monthNumber(first); month <= last; month += 1) {
    const end = dayText(dayNumber(`${monthText(month + 1)}-01`) - 1)
    const isLast = month === last
    const next = isLast ? null : monthText(month + 1)
    const readTo = isLast ? monthText(last) : kept.readTo
    yield {
      month: monthText(month),
      from: `${monthText(month)}-01`,
      to: end,
      provisional: end >= today,
      cursor: isLimited ? kept : { next, readTo },
    }
  }
}

function firstMonth(
  { next, readTo }: MonthCursor,
  { since, again }: Pick<Months, 'since' | 'again'>,
): string {
  if (next !== null) return next
  if (readTo === null) return since
  return monthText(Math.max(monthNumber(since), monthNumber(readTo) - again))
}

/** Months since the year 0 of a text that begins with `YYYY-MM`. */
function monthNumber(text: string): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1
}

function monthText(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
}

/** The first day of the month of a day: figures are of whole months. */
export function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`
}
