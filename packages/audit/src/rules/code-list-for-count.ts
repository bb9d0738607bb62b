import type { AuditContext } from '../meaning/audit-context.ts'
import { unitKind } from '../meaning/unit-kind.ts'
import { LEVEL_ALONE } from '../meaning/vocabulary/families.ts'
import { COUNT_OF, QUANTITY_OF } from '../meaning/vocabulary/labels.ts'
import { defineAuditRule, isFilled, type OutlineRow, phrase, say, unitAndFigure } from '../rule.ts'
import { unitInValueColumn } from './unit-in-value-column.ts'

const A_UNIT = phrase('a unit of counts', 'đơn vị đếm')

/** A count whose unit column holds `Chưa = 0 Có = 1`. */
export const codeListForCount = defineAuditRule({
  id: 'code-list-for-count',
  kind: 'units',
  severity: 'error',
  needs: ['table'],
  en: '{where} is a count{counted}, but its unit column holds the code list “{codes}”: {printed} may be a number or a code.',
  vi: '{where} là số đếm{counted} nhưng cột Đơn vị tính lại in bảng mã “{codes}”, nên không rõ {printed} là số lượng hay mã.',
  unless: [unitInValueColumn],
  example: '1 | Tổng số chứng thư số đã cấp | [Chưa = 0 Có = 1 -> Chứng thư số] | 1',
  find: (context) =>
    context.rows
      .filter((row) => isFilled(row) && unitKind(row.unit) === 'codes')
      .flatMap((row) => countWithCodes(row, context)),
})

function countWithCodes(row: OutlineRow, { meaning }: AuditContext) {
  const known = meaning.get(row)
  const kind = known?.certain ? known.indicator.kind : undefined
  const isCount = kind === 'count' || kind === 'money' || QUANTITY_OF.test(row.key)
  const above = row.parent && isLevelOf(row, row.parent) ? row.parent : undefined
  if (!above && !isCount) return []
  const unit = above ? above.unit : (known?.indicator.unit ?? '')
  return {
    at: row,
    shown: unitAndFigure(row),
    expected: unit === '' ? say(A_UNIT) : unit,
    counted: unit === '' ? '' : ` (${unit})`,
    codes: row.unit,
  }
}

/** `Cấp tỉnh` below a count. */
function isLevelOf({ key }: OutlineRow, above: OutlineRow): boolean {
  return COUNT_OF.test(above.key) && unitKind(above.unit) === 'count' && LEVEL_ALONE.test(key)
}
