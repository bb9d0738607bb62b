import { parsePeriod, type ReportingPeriod } from '../reporting-period.ts'

const CUT_OFF_DAYS = Array.from({ length: 31 }, (_, index) => index + 1)

/**
 * Whether days are those of a period that is written in short (`2026-Q2`), by whichever cut-off day: agencies end their
 * reporting months on different ones, and no two periods that have names meet in their days. UsageError where it is none.
 */
export function areDaysOf(
  written: string,
  { from, to }: Pick<ReportingPeriod, 'from' | 'to'>,
): boolean {
  return CUT_OFF_DAYS.some((day) => {
    const period = parsePeriod(written, { day })
    return period.from === from && period.to === to
  })
}
