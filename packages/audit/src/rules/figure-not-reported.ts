import { askedRows } from '../meaning/audit-context.ts'
import type { OutlineRow } from '../meaning/outline.ts'
import { unitKind } from '../meaning/unit-kind.ts'
import { BLANK_CELL, defineAuditRule, linesOf, phrase, say, topOf, whereIs } from '../rule.ts'
import { figureLeftBlank } from './figure-left-blank.ts'

const SEVERAL = phrase('the rows {lines}', 'các dòng {lines}')
const CAREFUL = phrase(
  ', while the other rows of the report all say',
  ', trong khi các dòng khác của báo cáo đều ghi rõ',
)

/** From how many marks `-` on a report is seen to fill every row, if at most every tenth is blank. */
const MARKS = 5

/**
 * A blank that may mean anything. In a report that fills nearly every row, and marks with `-` what does not apply, it is
 * an omission; where many rows are blank it is arguable, and said once for each heading.
 */
export const figureNotReported = defineAuditRule({
  id: 'figure-not-reported',
  kind: 'blanks',
  severity: 'either',
  needs: ['table'],
  en: '{where}: left blank, which may mean 0, nothing to report (“-”) or not known yet{others}.',
  vi: '{where} để trống: không rõ là bằng 0, không phát sinh (“-”) hay chưa có số liệu{others}.',
  expected: phrase('a figure, 0 or “-”', 'số liệu, 0 hoặc “-”'),
  example: `
    1 | Kiểm tra CCHC | |
    1.1 | Số đơn vị được kiểm tra | Đơn vị | [-> -]`,
  find: (context) => {
    const told = new Set([...figureLeftBlank.rowsTold(context)].map(({ line }) => line))
    const asked = askedRows(context)
    const blank = asked.filter(({ figure, unit, line }) => {
      return figure.state === 'blank' && unitKind(unit) !== 'other' && !told.has(line)
    })
    const marked = asked.filter((row) => row.figure.state === 'not_applicable').length
    const careful = marked >= MARKS && blank.length <= asked.length / 10
    const groups = careful ? blank.map((row) => [row]) : [...Map.groupBy(blank, topOf).values()]
    return groups.map((rows) => ({
      places: rows,
      certain: careful,
      printed: say(BLANK_CELL),
      where: placeOf(rows),
      others: careful ? say(CAREFUL) : '',
    }))
  },
})

function placeOf(rows: readonly OutlineRow[]) {
  const [only, ...others] = rows
  return only && others.length === 0 ? whereIs(only) : say(SEVERAL, { lines: linesOf(rows) })
}
