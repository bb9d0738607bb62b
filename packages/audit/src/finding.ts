import type { Message, MessageValue } from '@cchc/domain'
import type { DefectKind } from './defect-kind.ts'
import type { AuditedHead } from './meaning/audited-report.ts'

/** `error` = certain, `warning` = arguable. */
export type Severity = 'error' | 'warning'

/** A row that a finding points at. */
export interface FindingRow {
  readonly line: number
  readonly code: string
  readonly label: string
}

/** One defect: where it is, what is printed, what should be, and why. */
export interface Finding {
  /** The id of the rule that found it. */
  readonly rule: string
  readonly kind: DefectKind
  readonly severity: Severity
  readonly printed: MessageValue
  readonly expected: MessageValue
  readonly explanation: Message
  readonly rows: readonly FindingRow[]
}

/**
 * An audit's answer; `checked` counts the rows with a figure or a place for one, `compared` those that were held against
 * stored figures where there were to be any.
 */
export interface AuditResult {
  readonly report: AuditedHead
  readonly checked: number
  readonly compared?: number
  readonly findings: readonly Finding[]
}
