import type { AuditedRow } from './audited-report.ts'
import { isUnitName, unitKind } from './unit-kind.ts'
import { PERCENT_IN_LABEL } from './vocabulary/labels.ts'
import { UNIT_IN_LABEL } from './vocabulary/units.ts'

/** Rows whose codes or units stand in their labels, as if they stood in columns of their own. */
export function asMeant(rows: readonly AuditedRow[]): readonly AuditedRow[] {
  const tables = Map.groupBy(rows, tableOf)
  const bare = new Set(
    [...tables].flatMap(([table, own]) => (own.every(({ code }) => code === '') ? table : [])),
  )
  return rows.map((row) => {
    const unitless = row.unit.trim() === '' && row.value.trim() !== ''
    const unit = unitless ? unitInLabel(row.label) : row.unit
    const code = bare.has(tableOf(row)) ? codeInLabel(row.label) : row.code
    return { ...row, unit, code }
  })
}

function tableOf({ sheet, table }: AuditedRow): string {
  return `${sheet ?? ''} ${table ?? ''}`
}

/** `1.1 Số …`, `II. …`, `A. …`, `a) …`. */
function codeInLabel(label: string): string {
  const match = /^\s*((?:[IVX]+|[A-ZĐ]|[a-zđ]|\d+(?:\.\d+)*)[.)]|\d+(?:\.\d+)+)\s+(?=\p{L})/u.exec(
    label,
  )
  return match?.[1] ?? ''
}

/** `Số hồ sơ đã giải quyết (hồ sơ)`, `Tỷ lệ (%) …`, `… (ĐVT: người)`. */
function unitInLabel(label: string): string {
  const text = label.normalize('NFC')
  if (PERCENT_IN_LABEL.test(text)) return '%'
  const unit = UNIT_IN_LABEL.exec(text)?.[1]?.trim() ?? ''
  return isUnitName(unit) || unitKind(unit) === 'money' ? unit : ''
}
