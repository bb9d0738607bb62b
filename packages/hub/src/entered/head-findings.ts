import type { AuditedReport } from '@cchc/audit'
import type { EntryFinding } from '@cchc/audit/entered'
import { printDayRange, type ReportingPeriod } from '@cchc/domain'
import { folded } from '../near.ts'

/** What the head of a filled report says otherwise than the person who enters it: another organisation, other days. */
export function headFindings(
  { head }: Pick<AuditedReport, 'head'>,
  of: { readonly name: string; readonly period: Pick<ReportingPeriod, 'from' | 'to'> },
): EntryFinding[] {
  const { agency, period } = head
  const isOther = agency !== null && !sameName(agency, of.name)
  const { from, to } = period
  const hasDays = from !== null && to !== null
  const otherDays = hasDays && (from !== of.period.from || to !== of.period.to)
  return [
    ...(isOther ? [finding(`tệp là báo cáo của “${agency}”, không phải của “${of.name}”`)] : []),
    ...(otherDays
      ? [
          finding(
            `tệp báo cáo kỳ khác (${printDayRange({ from, to })}, không phải ${printDayRange(of.period)})`,
          ),
        ]
      : []),
  ]
}

/** A report often leaves the province out of its department's name, or adds it. */
function sameName(one: string, other: string): boolean {
  const [a, b] = [folded(one), folded(other)]
  return a.startsWith(b) || b.startsWith(a)
}

function finding(message: string): EntryFinding {
  return { address: 'đầu báo cáo', severity: 'warning', message }
}
