import { folded } from '@cchc/domain'
import { printedCodes, unitKind } from '../meaning/unit-kind.ts'
import { type AuditContext, defineAuditRule, isFilled, type OutlineRow, oneOf } from '../rule.ts'

/** A value that its code list, printed as the unit or official for the indicator, does not hold. */
export const valueNotInCodeList = defineAuditRule({
  id: 'value-not-in-code-list',
  kind: 'coded-values',
  severity: 'either',
  needs: ['table'],
  en: '{where} says {printed}, which its code list does not hold ({codes}).',
  vi: '{where} ghi {printed}, không có trong bảng mã ({codes}).',
  example: '1 | Có kế hoạch | Không = 0 Có = 1 | [2 -> 1]',
  find: (context) =>
    context.rows.filter(isFilled).flatMap((row) => {
      const list = codesOfRow(row, context)
      if (!list || isOneOf(list.codes, row)) return []
      const { codes, certain } = list
      return {
        at: row,
        certain: certain && row.figure.state === 'number',
        expected: oneOf(codes.map(({ code }) => `${code}`)),
        codes: codes.map(({ code, label }) => `${code} = ${label}`).join(', '),
      }
    }),
})

type Codes = ReturnType<typeof printedCodes>

function codesOfRow(row: OutlineRow, { meaning }: AuditContext) {
  const printed = printedCodes(row.unit)
  if (printed.length >= 2) return { codes: printed, certain: true }
  const known = meaning.get(row)
  const noUnit = ['none', 'other'].includes(unitKind(row.unit))
  if (known?.indicator.kind !== 'coded' || !noUnit) return undefined
  return { codes: known.indicator.codeList, certain: known.certain }
}

function isOneOf(codes: Codes, { figure, value }: OutlineRow): boolean {
  return codes.some(({ code, label }) => {
    return code === figure.value || folded(label) === folded(value)
  })
}
