import type { IndicatorCatalogue } from '../catalogue/catalogue.ts'
import { type AuditContext, type AuditRule, auditContext } from './audit-context.ts'
import type { AuditedReport, AuditResult, Finding } from './audit-report.ts'
import { asksForFigure, blankFindings } from './blanks.ts'
import { boundFindings } from './bounds.ts'
import { citedFindings } from './cited-documents.ts'
import { codedValueFindings } from './coded-values.ts'
import { previousFindings, storedFindings } from './compared-reports.ts'
import { complementFindings } from './complements.ts'
import { dateFindings } from './dates.ts'
import { magnitudeFindings } from './magnitudes.ts'
import { type NarrativeStatement, narrativeFindings } from './narrative.ts'
import { numberingFindings } from './numbering.ts'
import { percentageFindings } from './percentages.ts'
import type { ReportedTask } from './reported-task.ts'
import { statementFindings } from './statements.ts'
import { sumFindings } from './sums.ts'
import { taskFindings } from './tasks.ts'
import { unitFindings } from './units.ts'
import { wideContinuity, wideFindings } from './wide-tables.ts'

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
