import known from '../national-documents.json' with { type: 'json' }
import { yearOf } from './document-number.ts'

const DATES = new Map(known.documents.map(({ number, date }) => [number, date]))

interface Cited {
  readonly number: string
  readonly day: string
}

/**
 * The date of a national document that is cited with another one. A number with its year names one document. One without
 * it names another each year: only a day of the same year is wrong for certain, and the same day of another year probably is.
 */
export function otherDateOf({ number, day }: Cited) {
  const date = DATES.get(number.replace(/^(\d)\//, '0$1/'))
  if (date === undefined || date === day) return undefined
  const certain = yearOf(number).year !== null || date.slice(0, 4) === day.slice(0, 4)
  return certain || date.slice(5) === day.slice(5) ? { date, certain } : undefined
}
