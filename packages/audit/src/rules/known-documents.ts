import { printDay } from '@cchc/domain'
import type { Finding } from '../meaning/audit-report.ts'
import { yearOf } from '../meaning/document-number.ts'
import known from '../national-documents.json' with { type: 'json' }

const DATES = new Map(known.documents.map(({ number, date }) => [number, date]))

/** A document as a report cites it; `where` names the place inside a sentence. */
export interface CitedDate {
  readonly rows: Finding['rows']
  readonly where: string
  readonly number: string
  readonly day: string
}

/** Kind 10: national documents of this field that are cited with another date, and numbers of another year. */
export function knownDateFindings(cited: readonly CitedDate[]): readonly Finding[] {
  return cited.flatMap((one) => otherDate(one) ?? otherYear(one) ?? [])
}

function otherDate({ rows, where, number, day }: CitedDate): Finding | undefined {
  const date = DATES.get(padded(number))
  if (date === undefined || date === day) return undefined
  const severity = certainty(number, { date, day })
  if (severity === undefined) return undefined
  return {
    rule: 'national-document-date',
    kind: 10,
    severity,
    rows,
    printed: `${number} ngày ${printDay(day)}`,
    expected: printDay(date),
    explanation: `Văn bản ${number} ở ${where} ghi ngày ${printDay(day)}, nhưng văn bản này ban hành ngày ${printDay(date)}.`,
  }
}

/**
 * A number with its year names one document. One without it names another each year: only a day of the same year is
 * wrong for certain, and the same day of another year probably is.
 */
function certainty(number: string, { date, day }: { readonly date: string; readonly day: string }) {
  if (yearOf(number).year !== null || date.slice(0, 4) === day.slice(0, 4)) return 'error'
  return date.slice(5) === day.slice(5) ? 'warning' : undefined
}

function padded(number: string): string {
  return number.replace(/^(\d)\//, '0$1/')
}

function otherYear({ rows, where, number, day }: CitedDate): Finding | undefined {
  const { year } = yearOf(number)
  if (year === null || year === day.slice(0, 4)) return undefined
  return {
    rule: 'year-of-number-differs',
    kind: 10,
    severity: 'warning',
    rows,
    printed: `${number} ngày ${printDay(day)}`,
    expected: `một ngày của năm ${year}`,
    explanation: `Văn bản ${number} ở ${where} ghi ngày ${printDay(day)}, trong khi số, ký hiệu mang năm ${year}.`,
  }
}
