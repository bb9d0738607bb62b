import type { IndicatorCatalogue } from '@cchc/domain/catalogue'
import type { AuditedReport } from './audited-report.ts'
import type { NarrativeStatement } from './narrative-statement.ts'
import { type OutlineRow, outline } from './outline.ts'
import { type Recognised, recognise } from './recognise.ts'
import type { ReportedTask } from './reported-task.ts'
import { unitKind } from './unit-kind.ts'

/** What a report is held against, besides itself. */
export interface AuditAgainst {
  readonly narrative?: readonly NarrativeStatement[] | undefined
  readonly tasks?: readonly ReportedTask[] | undefined
  /** The report of the period before. */
  readonly previous?: AuditedReport | undefined
  /** Reports of the same organisation and period as stored data fill them. */
  readonly stored?: readonly AuditedReport[] | undefined
}

/** A report ready to be judged: its rows in their places, those whose meaning is known, and what it is held against. */
export interface AuditContext {
  readonly report: AuditedReport
  readonly rows: readonly OutlineRow[]
  readonly catalogue: IndicatorCatalogue
  readonly found: ReadonlyMap<string, Recognised>
  readonly meaning: ReadonlyMap<OutlineRow, Recognised>
  readonly narrative: readonly NarrativeStatement[]
  /** The tasks of the report's own table and those that are given beside it. */
  readonly tasks: readonly ReportedTask[]
  /** The report of the period before; none where it is not given. */
  readonly previous: readonly AuditContext[]
  readonly stored: readonly AuditContext[]
}

/** Reads the structure and the meaning of a report's rows. */
export function auditContext(
  report: AuditedReport,
  catalogue: IndicatorCatalogue,
  against: AuditAgainst = {},
): AuditContext {
  const { narrative = [], tasks = [], previous, stored = [] } = against
  const rows = outline(report.rows)
  const found = recognise(rows, catalogue)
  const alone = (other: AuditedReport) => auditContext(other, catalogue)
  return {
    report,
    rows,
    catalogue,
    found,
    meaning: new Map([...found.values()].map((one) => [one.row, one])),
    narrative,
    tasks: [...(report.tasks ?? []), ...tasks],
    previous: previous ? [alone(previous)] : [],
    stored: stored.map(alone),
  }
}

/** A search whose answer is worked out once for each audited report, however many rules ask for it. */
export function oncePerReport<T>(
  search: (context: AuditContext) => T,
): (context: AuditContext) => T {
  const known = new WeakMap<AuditContext, { readonly answer: T }>()
  return (context) => {
    const answered = known.get(context) ?? { answer: search(context) }
    known.set(context, answered)
    return answered.answer
  }
}

/** The rows that hold a figure or ask for one: they have a unit, and a known meaning or nothing below them. */
export const askedRows = oncePerReport(({ rows, meaning }: AuditContext) =>
  rows.filter((row) => {
    if (row.figure.state !== 'blank') return true
    const hasUnit = row.unit !== '' && unitKind(row.unit) !== 'figure'
    return hasUnit && (meaning.has(row) || row.children.length === 0)
  }),
)
