import { type Message, printDay, say } from '@cchc/domain'
import type { FindingRow } from './finding.ts'
import type { CitedDocument, CitedInCell } from './meaning/citations.ts'
import { rowOfTask } from './meaning/reported-task.ts'
import { phrase, whereIs } from './phrases.ts'

const TASK = phrase('task {no}', 'nhiệm vụ {no}')
const TABLE_ROW = phrase('row {line} of the table', 'dòng {line} của bảng chỉ tiêu')
const TEXT = phrase('the text', 'phần lời văn')
const OF_DAY = phrase('{number} of {date}', '{number} ngày {date}')
const CITES = phrase('{where} cites {number} of {date}', '{where} dẫn văn bản {number} ngày {date}')
const IS_DATED = phrase(
  'Document {number} in {where} is dated {date}',
  'Văn bản {number} ở {where} ghi ngày {date}',
)

/** Where a document is cited. */
function whereCited({ in: place }: CitedDocument): Message {
  if (place === 'text') return say(TEXT)
  return 'task' in place ? say(TASK, { no: place.task.no }) : whereIs(place.row)
}

/** Where a document is cited, beside places outside the table. */
export function whereCompared(document: CitedDocument): Message {
  const { in: place } = document
  if (place === 'text' || 'task' in place) return whereCited(document)
  return say(TABLE_ROW, { line: place.row.line })
}

/** The row that a citation points at; none of the text. */
export function rowsCiting({ in: place }: CitedDocument): readonly FindingRow[] {
  if (place === 'text') return []
  return ['task' in place ? rowOfTask(place.task) : place.row]
}

/** A document with a date as it is printed. */
export function ofDay(number: string, date: Message | string): Message {
  return say(OF_DAY, { number, date })
}

/** That a row of the table cites a document of the day that it prints. */
export function citedInCell({ row, citation: { number, printedDate: date } }: CitedInCell) {
  const what = say(CITES, { where: whereIs(row), number, date })
  return { at: row, printed: ofDay(number, date), what }
}

/** That a document somewhere is cited with its day. */
export function datedDocument(document: CitedDocument) {
  const { number } = document
  const date = printDay(document.day)
  const what = say(IS_DATED, { number, where: whereCited(document), date })
  return { places: rowsCiting(document), printed: ofDay(number, date), what }
}
