import { parseDay } from '@cchc/domain'
import { type AuditContext, oncePerReport } from './audit-context.ts'
import type { OutlineRow } from './outline.ts'
import type { ReportedTask } from './reported-task.ts'

/** A document that a text cites, with its date as printed. */
export interface Citation {
  readonly number: string
  readonly printedDate: string
  readonly day: string | undefined
}

const CITED =
  /(?<number>\d+(?:\/\d{4})?\/[A-ZĐ][\p{L}0-9-]*(?:-[\p{L}0-9]+)*)\s*[,(]?\s*ngày\s*(?<date>\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})/gu

/** The documents that a text cites with number and date, such as `số 72/KH-BDT ngày 28/12/2022`. */
export function citations(text: string): readonly Citation[] {
  return [...text.normalize('NFC').matchAll(CITED)].map(({ groups }) => {
    const { number = '', date = '' } = groups ?? {}
    return { number, printedDate: date, day: parseDay(/tháng/.test(date) ? `ngày ${date}` : date) }
  })
}

/** A document whose number tells its year, and which is cited with its day or without, and in which row, task or words of the text. */
export interface NamedDocument {
  readonly number: string
  readonly day?: string
  readonly in:
    | { readonly row: OutlineRow }
    | { readonly task: ReportedTask }
    | { readonly quote: string }
}

/** A document that is cited with a real day. */
export interface CitedDocument extends NamedDocument {
  readonly day: string
}

/** What a row of the table cites, with a day that may be none. */
export interface CitedInCell {
  readonly row: OutlineRow
  readonly citation: Citation
}

/** What the rows of the table cite. */
export const citedByCells = oncePerReport(({ rows }: AuditContext): readonly CitedInCell[] =>
  rows.flatMap((row) =>
    citations(`${row.label}\n${row.value}\n${row.note}`).map((citation) => ({ row, citation })),
  ),
)

/** Those of the citations that have a real day. */
function dated(all: readonly Citation[], place: CitedDocument['in']): readonly CitedDocument[] {
  return all.flatMap(({ number, day }) => (day === undefined ? [] : { number, day, in: place }))
}

/** The documents that tasks and the text cite. */
export const documentsBeside = oncePerReport(
  ({ tasks, narrative, report: { text = [] } }: AuditContext): readonly CitedDocument[] => [
    ...tasks.flatMap((task) =>
      (task.documents ?? []).flatMap(({ number, date }) => {
        return date ? { number, day: date, in: { task } } : []
      }),
    ),
    ...[...narrative.map(({ raw }) => raw), ...text].flatMap((words) =>
      dated(citations(words), { quote: words }),
    ),
  ],
)

/** Every document that can be judged by itself. */
export const documentsAlone = oncePerReport((context: AuditContext): readonly CitedDocument[] => [
  ...citedByCells(context).flatMap(({ row, citation }) => dated([citation], { row })),
  ...documentsBeside(context),
])

const WITH_YEAR = /(?<![\d/.])\d+\/\d{4}\/[A-ZĐ][\p{L}0-9-]*(?:-[\p{L}0-9]+)*/gu

/** Documents that are cited by their numbers alone, in each passage those that `of` says of its words. */
export function documentsWithoutDay(
  { rows, tasks, narrative, report: { text = [] } }: AuditContext,
  of: (words: string) => (number: string) => boolean,
): readonly NamedDocument[] {
  const named = (words: string, place: NamedDocument['in']) => {
    const dated = new Set(citations(words).map(({ number }) => number))
    const numbers = words.normalize('NFC').match(WITH_YEAR) ?? []
    const alone = [...new Set(numbers)].filter((number) => !dated.has(number)).filter(of(words))
    return alone.map((number): NamedDocument => ({ number, in: place }))
  }
  return [
    ...rows.flatMap((row) => named(`${row.label}\n${row.value}\n${row.note}`, { row })),
    ...tasks.flatMap((task) => {
      const numbers = (task.documents ?? []).flatMap(({ number, date }) => (date ? [] : number))
      return named(numbers.join('\n'), { task })
    }),
    ...[...narrative.map(({ raw }) => raw), ...text].flatMap((quote) => named(quote, { quote })),
  ]
}

/** What tasks and the text cite, and then what the words of the table do; nothing where only the table cites. */
export const documentsCompared = oncePerReport(
  (context: AuditContext): readonly CitedDocument[] => {
    const beside = documentsBeside(context)
    if (beside.length === 0) return []
    const inWords = context.rows.flatMap((row) =>
      dated(citations(`${row.label}\n${row.note}`), { row }),
    )
    return [...beside, ...inWords]
  },
)
