import type { AuditContext } from './audit-context.ts'
import { oncePerReport } from './once-per-report.ts'
import type { OutlineRow } from './outline.ts'
import { unitKind } from './unit-kind.ts'

/** The rows that hold a figure or ask for one: they have a unit, and a known meaning or nothing below them. */
export const askedRows = oncePerReport(({ rows, meaning }: AuditContext) =>
  rows.filter((row) => {
    if (row.figure.state !== 'blank') return true
    const hasUnit = row.unit.trim() !== '' && unitKind(row.unit) !== 'figure'
    return hasUnit && (meaning.has(row) || row.children.length === 0)
  }),
)

/** Of these, the rows that were left blank. */
export function blankRows(context: AuditContext): readonly OutlineRow[] {
  return askedRows(context).filter(
    (row) => row.figure.state === 'blank' && unitKind(row.unit) !== 'other',
  )
}
