import type { AuditedRow } from './audited-report.ts'
import { isUnitName, unitKind } from './unit-kind.ts'
import { PERCENT_IN_LABEL } from './vocabulary/labels.ts'
import { UNIT_IN_LABEL } from './vocabulary/units.ts'

/** Rows without space around their words; codes and units that stand in labels stand in columns of their own. */
export function asMeant(printed: readonly AuditedRow[]): readonly AuditedRow[] {
  const rows = printed.map(tidied)
  const tables = Map.groupBy(rows, tableOf)
  const bare = new Set(
    [...tables].flatMap(([table, own]) => (own.every(({ code }) => code === '') ? table : [])),
  )
  return rows.map((row) => {
    const unitless = row.unit === '' && row.value !== ''
    const unit = unitless ? unitInLabel(row.label) : row.unit
    const code = bare.has(tableOf(row)) ? codeInLabel(row.label) : row.code
    return { ...row, unit, code }
  })
}

function tidied(row: AuditedRow): AuditedRow {
  const { code, label, unit, value, note } = row
  return {
    ...row,
    code: tidy(code),
    label: tidy(label),
    unit: tidy(unit),
    value: tidy(value),
    note: tidy(note),
  }
}

/** Composed letters without space around them, as all words of rows are compared and told. */
export function tidy(text: string): string {
  return text.normalize('NFC').trim()
}

/** Names the table in which a row stands. */
export function tableOf({ sheet, table }: AuditedRow): string {
  return `${sheet ?? ''} ${table ?? ''}`
}

/** `1.1 Số …`, `II. …`, `A. …`, `a) …`. */
function codeInLabel(label: string): string {
  const match = /^((?:[IVX]+|[A-ZĐ]|[a-zđ]|\d+(?:\.\d+)*)[.)]|\d+(?:\.\d+)+)\s+(?=\p{L})/u.exec(
    label,
  )
  return match?.[1] ?? ''
}

/** `Số hồ sơ đã giải quyết (hồ sơ)`, `Tỷ lệ (%) …`, `… (ĐVT: người)`. */
function unitInLabel(label: string): string {
  if (PERCENT_IN_LABEL.test(label)) return '%'
  const unit = UNIT_IN_LABEL.exec(label)?.[1]?.trim() ?? ''
  return isUnitName(unit) || unitKind(unit) === 'money' ? unit : ''
}
