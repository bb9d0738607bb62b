import { RATE } from '../meaning/vocabulary/labels.ts'
import { defineAuditRule, phrase, say, unitAndFigure, unitKind } from '../rule.ts'

const BLANK = phrase('is blank', 'để trống')
const SAYS = phrase('says “{unit}”', 'ghi “{unit}”')

/** A rate must say that it is one; `1` alone may be 100 % or one agency. */
export const rateWithoutPercent = defineAuditRule({
  id: 'rate-without-percent',
  kind: 'units',
  cell: 'unit',
  severity: 'either',
  needs: ['table'],
  en: '{where} is a rate, but its unit column {unit}: {printed} may be a percentage or a count.',
  vi: '{where} là tỷ lệ nhưng cột Đơn vị tính {unit}; số liệu {printed} không rõ là phần trăm hay số lượng.',
  expected: '%',
  example: '1 | Tỷ lệ xã có trang thông tin | [Xã -> %] | 62',
  find: ({ rows }) =>
    rows.flatMap((row) => {
      const { value, percent, state } = row.figure
      if (!RATE.test(row.key) || state !== 'number' || percent || value === 0) return []
      const kind = unitKind(row.unit)
      if (kind === 'percent' || kind === 'figure' || row.unit.includes('%')) return []
      const isBlank = kind === 'none'
      return {
        at: row,
        certain: isBlank ? value <= 1 : kind !== 'other',
        shown: unitAndFigure(row),
        unit: isBlank ? say(BLANK) : say(SAYS, { unit: row.unit }),
      }
    }),
})
