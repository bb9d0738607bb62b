import { cellSaying } from '../cell-of-row.ts'
import { MAKES_PERCENT } from '../meaning/vocabulary/cells.ts'
import { anyOf } from '../meaning/vocabulary/words.ts'
import { defineAuditRule, type OutlineRow, percentOf } from '../rule.ts'

/** A percentage against the quotient that stands beside it in the same words. */
export const percentageInText = defineAuditRule({
  id: 'percentage-in-text',
  kind: 'percentages',
  severity: 'error',
  needs: ['table'],
  en: '{where} says “{printed}”, but that division makes {expected}.',
  vi: '{where} ghi “{printed}”, nhưng phép chia đó cho kết quả {expected}.',
  example: '1 | Số phòng được kiểm tra | Phòng | 3 | 3/4 phòng thuộc Sở, đạt [80% -> 75%]',
  find: ({ rows }) => [...rows.flatMap(insideFigure), ...rows.flatMap(inWords)],
})

/** `1238/1285 đạt tỷ lệ 96,3%` in one cell. */
function insideFigure(row: OutlineRow) {
  const { fraction, value, decimals, percent, state } = row.figure
  if (!fraction || !percent || state !== 'number' || fraction.denominator === 0) return []
  const exact = percentOf(fraction, decimals)
  return exact.value === value ? [] : { at: row, expected: exact.text }
}

const IN_WORDS = new RegExp(
  `(?<![\\d/])(\\d[\\d.]*)\\s*/\\s*(\\d[\\d.]*)(?![\\d/])[^.;%\\d]{0,60}?(?:${anyOf(MAKES_PERCENT)})[^.;%\\d]{0,30}(\\d+(?:,\\d+)?)\\s*%`,
  'giu',
)

/** `3/3 phòng thuộc Ban, đạt 100%` in a label or a note. */
function inWords(row: OutlineRow) {
  const wrong = wrongQuotients(`${row.label}\n${row.note}`)
  return wrong.map((one) => ({ at: row, in: cellSaying(row, one.printed), ...one }))
}

/** The percentages in a text that are not what the quotient beside them makes. */
export function wrongQuotients(text: string) {
  return [...text.matchAll(IN_WORDS)].flatMap((match) => {
    const [printed, above = '', below = '', percent = ''] = match
    const ratio = { numerator: count(above), denominator: count(below) }
    if (!(ratio.denominator > 0)) return []
    const exact = percentOf(ratio, percent.split(',')[1]?.length ?? 0)
    const same = exact.value === Number(percent.replace(',', '.'))
    return same ? [] : { printed, expected: exact.text }
  })
}

function count(text: string): number {
  return Number(text.replaceAll('.', ''))
}
