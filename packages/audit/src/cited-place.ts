import { type Message, printDay, say } from '@cchc/domain'
import { cellSaying, type PlacedRow } from './cell-of-row.ts'
import type { CitedDocument, CitedInCell, NamedDocument } from './meaning/citations.ts'
import { rowOfTask } from './meaning/reported-task.ts'
import { phrase, whereIs } from './phrases.ts'

const TASK = phrase('task {no}', 'nhiệm vụ {no}')
const TABLE_ROW = phrase('row {line} of the table', 'dòng {line} của bảng chỉ tiêu')
const TEXT = phrase('the text', 'phần lời văn')
const OF_DAY = phrase('{number} of {date}', '{number} ngày {date}')
const CITES = phrase('{where} cites {number} of {date}', '{where} dẫn văn bản {number} ngày {date}')
const CITES_ALONE = phrase('{where} cites {number}', '{where} dẫn văn bản {number}')
const IS_DATED = phrase(
  'Document {number} in {where} is dated {date}',
  'Văn bản {number} ở {where} ghi ngày {date}',
)

/** Where a document is cited. */
function whereCited({ in: place }: NamedDocument): Message {
  if ('quote' in place) return say(TEXT)
  return 'task' in place ? say(TASK, { no: place.task.no }) : whereIs(place.row)
}

/** Where a document is cited, beside places outside the table. */
export function whereCompared(document: CitedDocument): Message {
  const { in: place } = document
  if ('quote' in place || 'task' in place) return whereCited(document)
  return say(TABLE_ROW, { line: place.row.line })
}

/** The row that a citation points at; none of the text. */
export function rowsCiting({ in: place }: NamedDocument): readonly PlacedRow[] {
  if ('quote' in place) return []
  return ['task' in place ? rowOfTask(place.task) : place.row]
}

/** The first words of the text that cite one of these documents. */
export function quoteOf(documents: readonly NamedDocument[]): string | undefined {
  return documents.flatMap(({ in: place }) => ('quote' in place ? place.quote : []))[0]
}

/** A document with a date as it is printed. */
export function ofDay(number: string, date: Message | string): Message {
  return say(OF_DAY, { number, date })
}

/** That a row of the table cites a document of the day that it prints. */
export function citedInCell({ row, citation: { number, printedDate: date } }: CitedInCell) {
  const what = say(CITES, { where: whereIs(row), number, date })
  return { at: row, in: cellSaying(row, number), printed: ofDay(number, date), what }
}

/** That a document somewhere is cited with its day. */
export function datedDocument(document: CitedDocument) {
  const { number } = document
  const date = printDay(document.day)
  const what = say(IS_DATED, { number, where: whereCited(document), date })
  const places = { places: rowsCiting(document), ...inFile(document) }
  return { ...places, printed: ofDay(number, date), what }
}

/** That a document somewhere is cited by its number alone. */
export function documentWithoutDay(document: NamedDocument) {
  const { number } = document
  const what = say(CITES_ALONE, { where: whereCited(document), number })
  const places = { places: rowsCiting(document), ...inFile(document) }
  return { ...places, printed: number, what }
}

/** The cell or the words of the text that cite a document. */
function inFile(document: NamedDocument) {
  const { in: place, number } = document
  return 'row' in place ? { in: cellSaying(place.row, number) } : { quote: quoteOf([document]) }
}
