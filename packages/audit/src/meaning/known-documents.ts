import known from '../national-documents.json' with { type: 'json' }
import type { CitedDocument } from './citations.ts'
import { OF_SEVERAL_BODIES } from './vocabulary/documents.ts'

interface NationalDocument {
  readonly number: string
  readonly date: string
  /** The last day on which it was in force, and what replaced it. */
  readonly until?: string
  readonly successor?: string
}

const DOCUMENTS = new Map(
  known.documents.map((document): [string, NationalDocument] => [document.number, document]),
)

/** With the leading zero that people leave out: `1/2020/TT-VPCP`. */
function documentOf(number: string): NationalDocument | undefined {
  return DOCUMENTS.get(number.replace(/^(\d)\//, '0$1/'))
}

/** Until when a national document was in force that a later one had replaced by that day, and which. */
export function replacementOf(number: string, day: string) {
  const { until, successor } = documentOf(number) ?? {}
  if (until === undefined || successor === undefined) return undefined
  return until < day ? { until, successor } : undefined
}

/**
 * The date of a national document that is cited with another one. A number with its year names one document. One without
 * it names another each year: only a day of the same year is wrong for certain, and the same day of another year probably is.
 */
export function otherDateOf({ number, day }: Pick<CitedDocument, 'number' | 'day'>) {
  const date = documentOf(number)?.date
  if (date === undefined || date === day) return undefined
  const certain = yearOf(number).year !== null || date.slice(0, 4) === day.slice(0, 4)
  return certain || date.slice(5) === day.slice(5) ? { date, certain } : undefined
}

/** The year in a document's number, `03/2023/NQ-HĐND`, and the number without it. */
export function yearOf(number: string): { readonly year: string | null; readonly without: string } {
  const match = /^(\d+)\/(\d{4})\/(.+)$/.exec(number)
  if (!match) return { year: null, without: number }
  return { year: match[2] ?? null, without: `${match[1]}/${match[3]}` }
}

/** Whether the symbol names one body: committees and councils of several levels number their documents alike. */
export function isOfOneBody(number: string): boolean {
  return !OF_SEVERAL_BODIES.test(number.normalize('NFC'))
}
