import { type AuditContext, finding, sentence, whereIs } from '../meaning/audit-context.ts'
import type { Finding } from '../meaning/audit-report.ts'
import { folded } from '../meaning/label-key.ts'
import type { OutlineRow } from '../meaning/outline.ts'
import { printedCodes, unitKind } from '../meaning/unit-kind.ts'

type Codes = readonly { readonly code: number; readonly label: string }[]

/** Kind 7: a value that its code list, printed as the unit or official for the indicator, does not hold. */
export function codedValueFindings(context: AuditContext): readonly Finding[] {
  return context.rows.flatMap((row) => {
    const printed = printedCodes(row.unit)
    if (printed.length >= 2) return outside(row, { codes: printed, certain: true })
    const known = context.meaning.get(row)
    const noUnit = ['none', 'other'].includes(unitKind(row.unit))
    if (known?.indicator.kind !== 'coded' || !noUnit) return []
    return outside(row, { codes: known.indicator.codeList, certain: known.certain })
  })
}

function outside(
  row: OutlineRow,
  { codes, certain }: { readonly codes: Codes; readonly certain: boolean },
): readonly Finding[] {
  const { state, value } = row.figure
  if (state === 'blank' || state === 'not_applicable') return []
  if (state === 'number' && codes.some(({ code }) => code === value)) return []
  const named = codes.some(({ label }) => folded(label) === folded(row.value.trim()))
  if (named) return []
  const list = codes.map(({ code, label }) => `${code} = ${label}`).join(', ')
  return [
    finding([row], {
      rule: 'value-not-in-code-list',
      kind: 7,
      severity: certain && state === 'number' ? 'error' : 'warning',
      printed: row.value,
      expected: codes.map(({ code }) => code).join(' hoặc '),
      explanation: sentence(
        `${whereIs(row)} ghi ${row.value.trim()}, không có trong bảng mã (${list}).`,
      ),
    }),
  ]
}
