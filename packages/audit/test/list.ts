import { loadIndicatorCatalogue } from '@cchc/domain/catalogue'
import { type Example, readExample, readRows } from '../src/example.ts'
import {
  type AuditAgainst,
  type AuditedReport,
  auditReport,
  type PrintedFinding,
  printAudit,
  UNKNOWN_HEAD,
} from '../src/index.ts'

const catalogue = await loadIndicatorCatalogue()

/** A report of rows written `code | label | unit | value | note`, one a line. */
export function list(text: string, head: Partial<AuditedReport['head']> = {}): AuditedReport {
  return { head: { ...UNKNOWN_HEAD, ...head }, rows: readRows(text) }
}

function findings(report: AuditedReport, against: AuditAgainst = {}): readonly PrintedFinding[] {
  return printAudit(auditReport(report, { ...against, catalogue })).findings
}

/** What an audit tells: rule, kind, severity and lines. */
export function told(report: AuditedReport, against: AuditAgainst = {}): readonly string[] {
  return findings(report, against).map(({ rule, kind, severity, rows }) =>
    `${kind} ${severity} ${rule} ${rows.map(({ line }) => line).join(',')}`.trim(),
  )
}

/** What one rule says of a small report: `severity lines | printed | expected | sentence`. */
export function says(rule: string, example: Example, beside: AuditAgainst = {}): readonly string[] {
  const { report, against } = readExample(example)
  return findings(report, { ...against, ...beside })
    .filter((one) => one.rule === rule)
    .map(({ severity, rows, printed, expected, explanation }) => {
      const first = `${severity} ${rows.map(({ line }) => line).join(',')}`.trim()
      return [first, printed, expected, explanation].join(' | ')
    })
}

/** How sure one rule is of each thing that it finds; empty when it finds nothing. */
export function severityOf(rule: string, example: Example, beside: AuditAgainst = {}): string {
  return says(rule, example, beside)
    .map((one) => one.split(' ')[0])
    .join(' ')
}

/** Rows with a figure in place of each `{}`, in turn. */
export function filled(rows: string, ...figures: readonly string[]): string {
  return figures.reduce((text, figure) => text.replace('{}', figure), rows)
}
