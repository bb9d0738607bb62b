import { cellSaying } from '../cell-of-row.ts'
import { ofDay, quoteOf, rowsCiting, whereCompared } from '../cited-place.ts'
import type { AuditContext } from '../meaning/audit-context.ts'
import { type CitedDocument, citedByCells, documentsCompared } from '../meaning/citations.ts'
import { isOfOneBody } from '../meaning/known-documents.ts'
import { allOf, defineAuditRule, linesOf, phrase, printDay, say } from '../rule.ts'

const IN_ROWS = phrase('{dates} (row {lines})', '{dates} (dòng {lines})')
const DATE_IN = phrase('{date} ({where})', '{date} ({where})')

/** Numbers begin anew each January: one number of one year is one document. */
export const oneDocumentTwoDates = defineAuditRule({
  id: 'one-document-two-dates',
  kind: 'dates',
  severity: 'either',
  needs: ['table', 'tasks', 'text'],
  en: 'Document {number} is cited with different dates: {dates}.',
  vi: 'Văn bản {number} được dẫn với các ngày khác nhau: {dates}.',
  expected: phrase('one date of issue', 'một ngày ban hành'),
  example:
    '1 | Kế hoạch số 11/KH-BDT ngày 28/02/2023 | Kế hoạch | 1 | số 11/KH-BDT ngày [01/3/2023 -> 28/02/2023]',
  find: (context) => [...inCells(context), ...compared(context)],
})

interface Dated {
  readonly number: string
  readonly day: string | undefined
}

/** What is cited with one number of one year, each day once, where there are several. */
function contradicting<T extends Dated>(all: readonly T[]) {
  return [...Map.groupBy(all, ({ number }) => number)].flatMap(([number, same]) =>
    [...Map.groupBy(same, ({ day }) => day?.slice(0, 4)).values()].flatMap((ofYear) => {
      const days = [...new Map(ofYear.map((one) => [one.day, one])).values()]
      return days.length < 2 ? [] : { number, certain: isOfOneBody(number), ofYear, days }
    }),
  )
}

function inCells(context: AuditContext) {
  const cells = citedByCells(context).map(({ row, citation }) => ({ ...citation, row }))
  return contradicting(cells).map(({ number, certain, days }) => {
    const rows = [...new Set(days.map(({ row }) => row))]
    const dates = allOf(days.map(({ printedDate }) => printedDate))
    return {
      places: rows,
      in: rows[0] && cellSaying(rows[0], number),
      certain,
      printed: ofDay(number, dates),
      number,
      dates: say(IN_ROWS, { dates, lines: linesOf(rows) }),
    }
  })
}

/** What the table alone contradicts is told by its cells. */
function compared(context: AuditContext) {
  const beside = ({ in: place }: CitedDocument) => 'quote' in place || 'task' in place
  return contradicting(documentsCompared(context))
    .filter(({ ofYear }) => ofYear.some(beside))
    .map(({ number, certain, days }) => {
      const dates = allOf(
        days.map((one) => say(DATE_IN, { date: printDay(one.day), where: whereCompared(one) })),
      )
      return {
        places: days.flatMap(rowsCiting),
        quote: quoteOf(days),
        certain,
        printed: ofDay(number, dates),
        number,
        dates,
      }
    })
}
