import { folded } from '@cchc/domain'
import { boundsOf } from '../meaning/bounds.ts'
import type { OutlineRow } from '../meaning/outline.ts'
import type { Bound } from '../meaning/placed-bounds.ts'
import { hasNumber, sumOf } from '../meaning/rows.ts'
import { COMPARED_WITH_EARLIER, EARLIER } from '../meaning/vocabulary/stages.ts'
import { allOf, defineAuditRule, nameOf, printFigure, termsOf, whereIs } from '../rule.ts'

/** A part that is greater than its whole. */
export const partAboveWhole = defineAuditRule({
  id: 'part-above-whole',
  kind: 'bounds',
  severity: 'either',
  needs: ['table'],
  en: '{parts}: {terms}{sum} is more than {limit} in {where}, of which it is a part.',
  vi: '{parts} là {terms}{sum}, lớn hơn {limit} ở {where}, trong khi đó chỉ là một phần của số này.',
  expected: '≤ {limit}',
  example: `
    1 | Kiểm tra CCHC | |
    1.1 | Số vấn đề phát hiện qua kiểm tra | Vấn đề | 10
    1.2 | Số vấn đề đã xử lý xong | Vấn đề | [14 -> 10]`,
  find: (context) => boundsOf(context).flatMap(exceeded),
})

function exceeded({ parts, whole, certain }: Bound) {
  const counted = parts.filter(hasNumber)
  if (counted.length === 0 || !hasNumber(whole)) return []
  const sum = sumOf(counted)
  if (sum <= whole.figure.value) return []
  const terms = termsOf(counted)
  return {
    places: [...counted, whole],
    certain: certain && !counted.some(holdsEarlier),
    printed: `${terms} > ${whole.value.trim()}`,
    parts: allOf(counted.map(nameOf)),
    terms,
    sum: counted.length > 1 ? ` = ${printFigure(sum)}` : '',
    limit: printFigure(whole.figure.value),
    where: whereIs(whole),
  }
}

/** `gồm cả năm trước` in a remark: more may be done than came up in the period. */
function holdsEarlier({ key, label, note }: OutlineRow): boolean {
  const said = folded(`${label} ${note}`).replace(COMPARED_WITH_EARLIER, '')
  return EARLIER.test(said) && !EARLIER.test(key)
}
