import type { IndicatorCatalogue } from '@cchc/domain/catalogue'
import { AUDIT_RULES } from './audit-rules.ts'
import { coverageOf } from './coverage.ts'
import { type AuditResult, DEFECT_KINDS, type Finding } from './finding.ts'
import type { AuditAgainst, AuditContext } from './meaning/audit-context.ts'
import { askedRows, auditContext } from './meaning/audit-context.ts'
import type { AuditedReport } from './meaning/audited-report.ts'
import { knownPairs } from './meaning/paired-rows.ts'

/** Judges a filled report; findings come in the order of the rows that they speak of. */
export function auditReport(
  report: AuditedReport,
  options: AuditAgainst & { readonly catalogue: IndicatorCatalogue },
): AuditResult {
  const { catalogue, ...against } = options
  const context = auditContext(report, catalogue, against)
  const wide = (report.wide ?? []).reduce((sum, { rows }) => sum + rows.length, 0)
  const findings = AUDIT_RULES.flatMap((rule) => rule.find(context))
  return {
    report: report.head,
    checked: askedRows(context).length + wide,
    ...(against.stored === undefined ? {} : { compared: comparedLines(context).size }),
    findings: inOrder(findings, context),
    coverage: coverageOf(context),
  }
}

function comparedLines(context: AuditContext): ReadonlySet<number> {
  const pairs = context.stored.flatMap((stored) => knownPairs(context, stored))
  return new Set(pairs.map(({ row }) => row.line))
}

/** By row, then by kind; what is of no row comes first. */
function inOrder(findings: readonly Finding[], { rows }: AuditContext): readonly Finding[] {
  const places = new Map(rows.toReversed().map(({ line, index }) => [line, index]))
  const placeOf = ({ rows: [first] }: Finding) => {
    return places.get(first?.line ?? 0) ?? (first?.line ?? 0) - 1
  }
  const numberOf = ({ kind }: Finding) => DEFECT_KINDS[kind].number
  return findings.toSorted((a, b) => placeOf(a) - placeOf(b) || numberOf(a) - numberOf(b))
}
