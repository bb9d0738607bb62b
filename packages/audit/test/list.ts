import { loadIndicatorCatalogue } from '@cchc/domain/catalogue'
import { type AuditAgainst, type AuditedReport, auditReport, UNKNOWN_HEAD } from '../src/index.ts'

const catalogue = await loadIndicatorCatalogue()

/** A report of rows written `code | label | unit | value | note`, one a line. */
export function list(text: string, head: Partial<AuditedReport['head']> = {}): AuditedReport {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return {
    head: { ...UNKNOWN_HEAD, ...head },
    rows: lines.map((line, index) => {
      const [code = '', label = '', unit = '', value = '', note = ''] = line
        .split('|')
        .map((cell) => cell.trim())
      return { line: index + 1, sheet: null, code, label, unit, value, note }
    }),
  }
}

/** What an audit tells: rule, kind, severity and lines. */
export function told(report: AuditedReport, against: AuditAgainst = {}): readonly string[] {
  return auditReport(report, { ...against, catalogue }).findings.map(
    ({ rule, kind, severity, rows }) =>
      `${kind} ${severity} ${rule} ${rows.map(({ line }) => line).join(',')}`.trim(),
  )
}
