import type { BilingualText, Message, MessageValue } from '@cchc/domain'
import type { Coverage } from './coverage-shape.ts'
import type { AuditedHead } from './meaning/audited-report.ts'

/** The kinds of defects, in the order of the numbers that name them in JSON, where scripts rely on them. */
export const DEFECT_KINDS = {
  percentages: { number: 1, en: 'Percentages', vi: 'Tỷ lệ phần trăm' },
  sums: { number: 2, en: 'Sums', vi: 'Cộng tổng' },
  bounds: { number: 3, en: 'Parts above their whole', vi: 'Thành phần lớn hơn tổng' },
  statements: { number: 4, en: 'Two statements of one fact', vi: 'Hai nơi ghi khác nhau' },
  units: { number: 5, en: 'Units and magnitudes', vi: 'Đơn vị tính và độ lớn' },
  numbering: { number: 6, en: 'Numbering', vi: 'Đánh số' },
  'coded-values': { number: 7, en: 'Coded values', vi: 'Giá trị theo bảng mã' },
  blanks: { number: 8, en: 'Blanks', vi: 'Ô để trống' },
  complements: { number: 9, en: 'Complements', vi: 'Các tỷ lệ bù nhau' },
  dates: { number: 10, en: 'Dates', vi: 'Ngày tháng' },
} as const satisfies Readonly<Record<string, BilingualText & { readonly number: number }>>

export type DefectKind = keyof typeof DEFECT_KINDS

/** `error` = certain, `warning` = arguable. */
export type Severity = 'error' | 'warning'

/** A row that a finding points at. */
export interface FindingRow {
  readonly line: number
  readonly code: string
  readonly label: string
}

/** A figure to be changed: what stands there, and what should; empty where that does not follow. */
export interface MendedFigure {
  readonly cell?: string
  readonly line: number
  readonly printed: string
  readonly expected: string
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
  /** The addresses of the cells that it is about, the one to look at first; absent = none is known. */
  readonly cells?: readonly string[]
  /** The words of the report's text that it is about; absent = it is not about the text. */
  readonly quote?: string
  readonly rows: readonly FindingRow[]
  /** The fewest figures whose change satisfies every rule that they break; absent = other figures could be at fault too. */
  readonly mends?: readonly MendedFigure[]
  /** What is found only because of these figures: it is told here and not beside. */
  readonly consequences?: readonly Finding[]
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
  readonly coverage: Coverage
}
