import { loadIndicatorCatalogue } from '@cchc/domain/catalogue'
import { readRows } from '../src/example.ts'
import {
  type AuditAgainst,
  type AuditedReport,
  auditReport,
  printAudit,
  UNKNOWN_HEAD,
} from '../src/index.ts'

const catalogue = await loadIndicatorCatalogue()

/** A report of rows written `code | label | unit | value | note`, one a line. */
export function list(text: string, head: Partial<AuditedReport['head']> = {}): AuditedReport {
  return { head: { ...UNKNOWN_HEAD, ...head }, rows: readRows(text) }
}

/** What an audit tells: rule, kind, severity and lines. */
export function told(report: AuditedReport, against: AuditAgainst = {}): readonly string[] {
  return printAudit(auditReport(report, { ...against, catalogue })).findings.map(
    ({ rule, kind, severity, rows }) =>
      `${kind} ${severity} ${rule} ${rows.map(({ line }) => line).join(',')}`.trim(),
  )
}
