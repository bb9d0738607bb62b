import { dayOf, PAYMENT_COUNT_KEY, PaymentCount, PortalFigure, plusDays, say } from '@cchc/domain'
import { z } from 'zod'
import type { ReadRequest } from './contract/page.ts'
import type { StreamSpec } from './contract/stream.ts'
import { isWholeDue } from './whole-passes.ts'

const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, say('not a month such as 2022-09').template)

/**
 * Where a stream of figures by month stands. `next`: the month that a pass under way reads next. `readTo`: the last month of
 * the last whole pass. `wholeAt`: when the last pass began that read every month, where older ones are read again by age.
 */
export const MonthCursor = z.object({
  next: Month.nullable(),
  readTo: Month.nullable(),
  wholeAt: z.iso.datetime().optional(),
})
export type MonthCursor = z.output<typeof MonthCursor>

/** A stream of the figures that a portal states by organisation and month, read by `monthWindows`. */
export const monthlyFigures = {
  entity: 'portal-figure',
  record: PortalFigure,
  key: ['organisationCode', 'from', 'to', 'measure'],
  cursor: MonthCursor,
  deletes: 'never',
} satisfies StreamSpec

/** A stream of the online payments that a portal counts by organisation and days, read by `monthWindows`. */
export const monthlyPayments = {
  entity: 'payment-count',
  record: PaymentCount,
  key: PAYMENT_COUNT_KEY,
  cursor: MonthCursor,
  deletes: 'never',
} satisfies StreamSpec

/** A calendar month, its inclusive days, whether it goes on, and the cursor once it is read. */
export interface MonthWindow {
  readonly month: string
  readonly from: string
  readonly to: string
  readonly provisional: boolean
  readonly cursor: MonthCursor
}

/** Inclusive days, and whether they go on. */
export type PortalDays = Pick<MonthWindow, 'from' | 'to' | 'provisional'>

/**
 * The two parts of a month that have begun: to the 14th, and from the 15th. Periods of calendar months are made of them, and
 * those from the 15th to the 14th.
 */
export function halfMonths({ month, from, to }: MonthWindow, now: number): PortalDays[] {
  const today = dayOf(now)
  const halves = [
    { from, to: `${month}-14` },
    { from: `${month}-15`, to },
  ]
  return halves
    .filter((half) => half.from <= today)
    .map((half) => ({ ...half, provisional: half.to >= today }))
}

interface Months {
  /** First day (or month) that is read at all. */
  readonly since: string
  /** So many months before the last one that was read are read again by every pass. */
  readonly again: number
  /** Older months are read again so many days after they were last read; never unless told. */
  readonly wholeEveryDays?: number | undefined
  /** The clock, epoch ms. */
  readonly now: number
}

/** The months of a pass in order. Days that a person asks for leave the position alone. */
export function* monthWindows(
  months: Months,
  { cursor, from, to }: ReadRequest<MonthCursor>,
): Generator<MonthWindow> {
  const today = dayOf(months.now)
  const kept = cursor ?? { next: null, readTo: null }
  const isLimited = from !== undefined || to !== undefined
  const begun = passBegun(months, kept)
  const first = isLimited ? (from ?? months.since) : begun.first
  const last = monthNumber(to ?? today)
  for (let month = monthNumber(first); month <= last; month += 1) {
    const end = plusDays(`${monthText(month + 1)}-01`, -1)
    const isLast = month === last
    const next = isLast ? null : monthText(month + 1)
    const readTo = isLast ? monthText(last) : kept.readTo
    yield {
      month: monthText(month),
      from: `${monthText(month)}-01`,
      to: end,
      provisional: end >= today,
      cursor: isLimited ? kept : { next, readTo, ...begun.whole },
    }
  }
}

/** The first month of a pass, and since when every month has been read. */
function passBegun(
  { since, again, now, wholeEveryDays }: Months,
  { next, readTo, wholeAt }: MonthCursor,
): { readonly first: string; readonly whole: Pick<MonthCursor, 'wholeAt'> } {
  const before = wholeAt === undefined ? {} : { wholeAt }
  if (next !== null) return { first: next, whole: before }
  if (readTo !== null && !isWholeDue({ wholeEveryDays, now }, wholeAt)) {
    const first = Math.max(monthNumber(since), monthNumber(readTo) - again)
    return { first: monthText(first), whole: before }
  }
  const isByAge = wholeEveryDays !== undefined
  return { first: since, whole: isByAge ? { wholeAt: new Date(now).toISOString() } : {} }
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
