import type { IndicatorCatalogue } from '../catalogue/catalogue.ts'
import { type AuditContext, type AuditRule, auditContext } from './audit-context.ts'
import type { AuditedReport, AuditResult, Finding } from './audit-report.ts'
import { asksForFigure, blankFindings } from './blanks.ts'
import { boundFindings } from './bounds.ts'
import { codedValueFindings } from './coded-values.ts'
import { complementFindings } from './complements.ts'
import { dateFindings } from './dates.ts'
import { magnitudeFindings } from './magnitudes.ts'
import { numberingFindings } from './numbering.ts'
import { percentageFindings } from './percentages.ts'
import { statementFindings } from './statements.ts'
import { sumFindings } from './sums.ts'
import { unitFindings } from './units.ts'

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

/** Judges a filled report by itself; findings come in the order of the rows that they speak of. */
export function auditReport(report: AuditedReport, catalogue: IndicatorCatalogue): AuditResult {
  const context = auditContext(report, catalogue)
  return auditResult(
    context,
    RULES.flatMap((rule) => rule(context)),
  )
}

/** Puts findings about a report into their order. */
export function auditResult(context: AuditContext, findings: readonly Finding[]): AuditResult {
  const place = (one: Finding) => {
    const first = context.rows.find((row) => row.line === one.rows[0]?.line)
    return first?.index ?? -1
  }
  return {
    report: context.report.head,
    checked: context.rows.filter((row) => asksForFigure(row, context)).length,
    findings: findings.toSorted((a, b) => place(a) - place(b) || a.kind - b.kind),
  }
}
