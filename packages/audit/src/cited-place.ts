import { type BilingualText, type Message, say } from '@cchc/domain'
import type { FindingRow } from './finding.ts'
import type { CitedDocument } from './meaning/citations.ts'
import { rowOfTask } from './meaning/reported-task.ts'
import { whereIs } from './phrases.ts'

const TASK = { en: 'task {no}', vi: 'nhiệm vụ {no}' } as const
const TABLE_ROW = {
  en: 'row {line} of the table',
  vi: 'dòng {line} của bảng chỉ tiêu',
} as const
const TEXT = { en: 'the text', vi: 'phần lời văn' } as const
const OF_DAY = { en: '{number} of {date}', vi: '{number} ngày {date}' } as const
/** A document in a row with its date. */
export const CITES = {
  en: '{where} cites {number} of {date}',
  vi: '{where} dẫn văn bản {number} ngày {date}',
} as const
/** A document somewhere with its date. */
export const IS_DATED = {
  en: 'Document {number} in {where} is dated {date}',
  vi: 'Văn bản {number} ở {where} ghi ngày {date}',
} as const

/** The phrases about cited documents. */
export const CITING_PHRASES: readonly BilingualText[] = [
  TASK,
  TABLE_ROW,
  TEXT,
  OF_DAY,
  CITES,
  IS_DATED,
]

/** Where a document is cited. */
export function whereCited({ in: place }: CitedDocument): Message {
  if (place === 'text') return say(TEXT.en)
  return 'task' in place ? say(TASK.en, { no: place.task.no }) : whereIs(place.row)
}

/** Where a document is cited, beside places outside the table. */
export function whereCompared(document: CitedDocument): Message {
  const { in: place } = document
  if (place === 'text' || 'task' in place) return whereCited(document)
  return say(TABLE_ROW.en, { line: place.row.line })
}

/** The row that a citation points at; none of the text. */
export function rowsCiting({ in: place }: CitedDocument): readonly FindingRow[] {
  if (place === 'text') return []
  return ['task' in place ? rowOfTask(place.task) : place.row]
}

/** A document with a date as it is printed. */
export function ofDay(number: string, date: Message | string): Message {
  return say(OF_DAY.en, { number, date })
}
