import { say } from '@cchc/domain'
import { defineAuditRule } from '../define-audit-rule.ts'
import { askedRows, blankRows } from '../meaning/asked-figures.ts'
import type { OutlineRow } from '../meaning/outline.ts'
import { topOf } from '../meaning/rows.ts'
import { BLANK_CELL, linesOf, whereIs } from '../phrases.ts'
import { figureLeftBlank } from './figure-left-blank.ts'

const SEVERAL = { en: 'the rows {lines}', vi: 'các dòng {lines}' } as const
const CAREFUL = {
  en: ', while the other rows of the report all say',
  vi: ', trong khi các dòng khác của báo cáo đều ghi rõ',
} as const

/** From how many marks `-` on a report is seen to fill every row, if at most every tenth is blank. */
const MARKS = 5

const A_FIGURE = { en: 'a figure, 0 or “-”', vi: 'số liệu, 0 hoặc “-”' } as const

/**
 * A blank that may mean anything. In a report that fills nearly every row, and marks with `-` what does not apply, it is
 * an omission; where many rows are blank it is arguable, and said once for each heading.
 */
export const figureNotReported = defineAuditRule({
  id: 'figure-not-reported',
  kind: 'blanks',
  severity: 'either',
  needs: ['table'],
  sentence: {
    en: '{where}: left blank, which may mean 0, nothing to report (“-”) or not known yet{others}.',
    vi: '{where} để trống: không rõ là bằng 0, không phát sinh (“-”) hay chưa có số liệu{others}.',
  },
  phrases: [A_FIGURE, SEVERAL, CAREFUL],
  examples: {
    wrong: `
      1 | Kiểm tra CCHC | |
      1.1 | Số đơn vị được kiểm tra | Đơn vị |`,
    right: `
      1 | Kiểm tra CCHC | |
      1.1 | Số đơn vị được kiểm tra | Đơn vị | -`,
  },
  find: (context) => {
    const told = new Set([...figureLeftBlank.rowsTold(context)].map(({ line }) => line))
    const blank = blankRows(context).filter(({ line }) => !told.has(line))
    const asked = askedRows(context)
    const marked = asked.filter((row) => row.figure.state === 'not_applicable').length
    const careful = marked >= MARKS && blank.length <= asked.length / 10
    const groups = careful ? blank.map((row) => [row]) : [...Map.groupBy(blank, topOf).values()]
    return groups.map((rows) => ({
      rows,
      certain: careful,
      printed: say(BLANK_CELL.en),
      expected: say(A_FIGURE.en),
      values: { where: placeOf(rows), others: careful ? say(CAREFUL.en) : '' },
    }))
  },
})

function placeOf(rows: readonly OutlineRow[]) {
  const [only, ...others] = rows
  return only && others.length === 0 ? whereIs(only) : say(SEVERAL.en, { lines: linesOf(rows) })
}
