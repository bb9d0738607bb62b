import { say } from '@cchc/domain'
import type { Difference } from './meaning/stated-differences.ts'
import { BLANK_CELL, phrase, printFigure } from './phrases.ts'

const TEXT = phrase('the text of the report', 'phần lời văn của báo cáo')
const TEXT_AND_TABLE = phrase('text: {text}; table: {table}', 'lời văn: {text}; bảng: {table}')

/** What the text states and where, beside what a row of the table does. */
export function inTextAndTable({ stated: { statement }, row, value: figure }: Difference) {
  const { section, raw: words } = statement
  const value = printFigure(figure)
  const table = row.value || say(BLANK_CELL)
  return {
    at: row,
    quote: words,
    shown: say(TEXT_AND_TABLE, { text: value, table }),
    part: !section || section === 'narrative' ? say(TEXT) : section,
    words,
    value,
  }
}
