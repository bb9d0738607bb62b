import { type Cell, type Day, printCell, printNumber, type Ratio, ratioCell } from '@cchc/domain'

/** What stands where nobody has told a figure; it is no zero. */
export const NOT_TOLD = '…'

/** A count as officials write it, `1.234`; `…` where it is not told. */
export function printedCount(count: number | null | undefined): string {
  return count === null || count === undefined ? NOT_TOLD : printNumber(count)
}

/** A rate as reports print it, `98,52%`; `-` for one of nothing, `…` where it is not told. */
export function printedRate(rate: Ratio | null): string {
  return rate === null ? NOT_TOLD : printCell(ratioCell(rate))
}

/** A cell of a report as it will be printed. */
export function printedCell(cell: Cell): string {
  return cell.state === 'not_reported' ? NOT_TOLD : printCell(cell)
}

/** A day as `dd/mm/yyyy`. */
export function printedDay(day: Day): string {
  return day.split('-').toReversed().join('/')
}

/** An instant of an answer (ISO 8601 in Vietnam's time) as `08:30 dd/mm/yyyy`. */
export function printedInstant(text: string): string {
  return `${text.slice(11, 16)} ${printedDay(text.slice(0, 10))}`
}

/** First and last day of a period. */
export function printedDays({ from, to }: { readonly from: Day; readonly to: Day }): string {
  return `${printedDay(from)} – ${printedDay(to)}`
}
