import { ofDay, rowsCiting, whereCompared } from '../cited-place.ts'
import type { AuditContext } from '../meaning/audit-context.ts'
import { citedByCells, documentsCompared } from '../meaning/citations.ts'
import { isOfOneBody } from '../meaning/known-documents.ts'
import { allOf, defineAuditRule, linesOf, phrase, printDay, say } from '../rule.ts'

const TWO_DATES = phrase(
  'two dates, {dates} (row {lines})',
  'hai ngày khác nhau, {dates} (dòng {lines})',
)
const SEVERAL_DATES = phrase('different dates: {dates}', 'các ngày khác nhau: {dates}')
const DATE_IN = phrase('{date} ({where})', '{date} ({where})')

/** Numbers begin anew each January: one number of one year is one document. */
export const oneDocumentTwoDates = defineAuditRule({
  id: 'one-document-two-dates',
  kind: 'dates',
  severity: 'either',
  needs: ['table', 'tasks', 'text'],
  en: 'Document {number} is cited with {dates}.',
  vi: 'Văn bản {number} được dẫn với {dates}.',
  expected: phrase('one date of issue', 'một ngày ban hành'),
  example:
    '1 | Kế hoạch số 11/KH-BDT ngày 28/02/2023 | Kế hoạch | 1 | số 11/KH-BDT ngày [01/3/2023 -> 28/02/2023]',
  find: (context) => [...inCells(context), ...compared(context)],
})

function inCells(context: AuditContext) {
  const dated = citedByCells(context).filter(({ citation }) => citation.day !== undefined)
  const groups = Map.groupBy(dated, ({ citation: { number, day } }) => {
    return `${number} ${day?.slice(0, 4)}`
  })
  return [...groups.values()].flatMap((all) => {
    const number = all[0]?.citation.number ?? ''
    const days = [...new Map(all.map((one) => [one.citation.day, one])).values()]
    if (days.length < 2) return []
    const rows = [...new Set(days.map(({ row }) => row))]
    const dates = allOf(days.map(({ citation }) => citation.printedDate))
    return {
      places: rows,
      certain: isOfOneBody(number),
      printed: ofDay(number, dates),
      number,
      dates: say(TWO_DATES, { dates, lines: linesOf(rows) }),
    }
  })
}

/** What the table alone contradicts is told by its cells. */
function compared(context: AuditContext) {
  const groups = Map.groupBy(documentsCompared(context), ({ number, day }) => {
    return `${number} ${day.slice(0, 4)}`
  })
  return [...groups.values()].flatMap((all) => {
    const number = all[0]?.number ?? ''
    const days = [...new Map(all.map((one) => [one.day, one])).values()]
    const inTable = all.every(({ in: place }) => place !== 'text' && 'row' in place)
    if (days.length < 2 || inTable) return []
    const dates = allOf(
      days.map((one) => say(DATE_IN, { date: printDay(one.day), where: whereCompared(one) })),
    )
    return {
      places: days.flatMap(rowsCiting),
      certain: isOfOneBody(number),
      printed: ofDay(number, dates),
      number,
      dates: say(SEVERAL_DATES, { dates }),
    }
  })
}
