import { folded } from '@cchc/domain'
import { boundsOf } from '../meaning/bounds.ts'
import type { OutlineRow } from '../meaning/outline.ts'
import type { Bound } from '../meaning/placed-bounds.ts'
import { hasNumber, slackOf, sumOf } from '../meaning/rows.ts'
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
  find: (context) => eachPartOnce(boundsOf(context).flatMap(exceeded)).map(told),
})

function exceeded({ parts, whole, certain }: Bound): readonly Bound[] {
  const counted = parts.filter(hasNumber)
  const slack = slackOf([...counted, whole].map(({ figure }) => figure))
  const isAbove = (rows: readonly OutlineRow[]) => sumOf(rows) > whole.figure.value + slack
  if (counted.length === 0 || !hasNumber(whole) || !isAbove(counted)) return []
  const alone = counted.map((row) => [row]).filter(isAbove)
  return (alone.length > 0 ? alone : [counted]).map((rows) => {
    return { parts: rows, whole, certain: certain && !rows.some(holdsEarlier) }
  })
}

/** Each part is told of once, for certain where it can be. */
function eachPartOnce(bounds: readonly Bound[]): readonly Bound[] {
  const surest = bounds.toSorted((a, b) => Number(b.certain) - Number(a.certain))
  const first: Bound[] = []
  for (const bound of surest) {
    const isKnown = first.some(({ parts }) => parts.some((row) => bound.parts.includes(row)))
    if (!isKnown) first.push(bound)
  }
  return first
}

function told({ parts, whole, certain }: Bound) {
  const terms = termsOf(parts)
  return {
    places: [...parts, whole],
    certain,
    printed: `${terms} > ${whole.value}`,
    parts: allOf(parts.map(nameOf)),
    terms,
    sum: parts.length > 1 ? ` = ${printFigure(sumOf(parts))}` : '',
    limit: printFigure(whole.figure.value),
    where: whereIs(whole),
  }
}

/** `gồm cả năm trước` in a remark: more may be done than came up in the period. */
function holdsEarlier({ key, label, note }: OutlineRow): boolean {
  const said = folded(`${label} ${note}`).replace(COMPARED_WITH_EARLIER, '')
  return EARLIER.test(said) && !EARLIER.test(key)
}
