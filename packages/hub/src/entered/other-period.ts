import type { AuditedReport } from '@cchc/audit'
import {
  areDaysOf,
  parsePeriod,
  periodTitle,
  printDayRange,
  type ReportingPeriod,
} from '@cchc/domain'

/**
 * The period that the head of a report names, in Vietnamese, where it is another than the one that is meant; undefined
 * also where the head names none. Days say more than the name of a period, which holds for any cut-off day.
 */
export function otherPeriod(
  { text, from, to }: AuditedReport['head']['period'],
  meant: Pick<ReportingPeriod, 'from' | 'to'>,
): string | undefined {
  if (from !== null && to !== null) {
    return from === meant.from && to === meant.to ? undefined : printDayRange({ from, to })
  }
  return text === null || areDaysOf(text, meant) ? undefined : periodTitle(parsePeriod(text))
}
