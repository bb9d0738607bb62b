import type { IndicatorCatalogue } from '@cchc/domain/catalogue'
import { type AuditContext, type AuditRule, auditContext } from './meaning/audit-context.ts'
import type { AuditedReport, AuditResult, Finding } from './meaning/audit-report.ts'
import type { ReportedTask } from './meaning/reported-task.ts'
import { asksForFigure, blankFindings } from './rules/blanks.ts'
import { boundFindings } from './rules/bounds.ts'
import { citedFindings } from './rules/cited-documents.ts'
import { codedValueFindings } from './rules/coded-values.ts'
import { previousFindings, storedFindings } from './rules/compared-reports.ts'
import { complementFindings } from './rules/complements.ts'
import { dateFindings } from './rules/dates.ts'
import { magnitudeFindings } from './rules/magnitudes.ts'
import { type NarrativeStatement, narrativeFindings } from './rules/narrative.ts'
import { numberingFindings } from './rules/numbering.ts'
import { percentageFindings } from './rules/percentages.ts'
import { statementFindings } from './rules/statements.ts'
import { sumFindings } from './rules/sums.ts'
import { taskFindings } from './rules/tasks.ts'
import { unitFindings } from './rules/units.ts'
import { wideContinuity, wideFindings } from './rules/wide-tables.ts'

const RULES: readonly AuditRule[] = [
  percentageFindings,
  sumFindings,
  boundFindings,
  statementFindings,
  unitFindings,
  magnitudeFindings,
  numberingFindings,
  codedValueFindings,
  blankFindings,
  complementFindings,
  dateFindings,
]

/** What a report is held against, besides itself. */
export interface AuditAgainst {
  readonly narrative?: readonly NarrativeStatement[]
  readonly tasks?: readonly ReportedTask[]
  /** The report of the period before. */
  readonly previous?: AuditedReport
  /** Reports of the same organisation and period as stored data fill them. */
  readonly stored?: readonly AuditedReport[]
}

/** Judges a filled report; findings come in the order of the rows that they speak of. */
export function auditReport(
  report: AuditedReport,
  options: AuditAgainst & { readonly catalogue: IndicatorCatalogue },
): AuditResult {
  const { catalogue, narrative, tasks, previous, stored } = options
  const context = auditContext(report, catalogue)
  const given = [...(report.tasks ?? []), ...(tasks ?? [])]
  return auditResult(context, [
    ...RULES.flatMap((rule) => rule(context)),
    ...wideFindings(report),
    ...(narrative ? narrativeFindings(context, narrative) : []),
    ...taskFindings(given),
    ...citedFindings(context, { tasks: given, narrative: narrative ?? [] }),
    ...(previous ? previousFindings(context, auditContext(previous, catalogue)) : []),
    ...(previous ? wideContinuity(report, previous) : []),
    ...(stored ? againstStored(context, stored) : []),
  ])
}

/** A figure that several stored reports hold is compared with the first of them. */
function againstStored(
  context: AuditContext,
  stored: readonly AuditedReport[],
): readonly Finding[] {
  const found = stored.flatMap((one) => {
    return storedFindings(context, auditContext(one, context.catalogue))
  })
  return [...new Map(found.toReversed().map((one) => [one.rows[0]?.line, one])).values()]
}

/** Puts findings about a report into their order. */
function auditResult(context: AuditContext, findings: readonly Finding[]): AuditResult {
  const place = (one: Finding) => {
    const first = context.rows.find((row) => row.line === one.rows[0]?.line)
    return first?.index ?? (one.rows[0]?.line ?? 0) - 1
  }
  return {
    report: context.report.head,
    checked:
      context.rows.filter((row) => asksForFigure(row, context)).length +
      (context.report.wide ?? []).reduce((sum, { rows }) => sum + rows.length, 0),
    findings: findings.toSorted((a, b) => place(a) - place(b) || a.kind - b.kind),
  }
}
