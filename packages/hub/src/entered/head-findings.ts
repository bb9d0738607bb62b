import type { AuditedReport } from '@cchc/audit'
import type { EntryFinding } from '@cchc/audit/entered'
import {
  type Fault,
  faultAt,
  folded,
  inWords,
  printDayRange,
  type ReportingPeriod,
  say,
  UsageError,
} from '@cchc/domain'
import { filesVietnamese } from '../vietnamese/files.ts'
import { otherPeriod } from './other-period.ts'

type Head = Pick<AuditedReport['head'], 'agency' | 'period'>

/** For whom, and for which days unless it is a document of a year. */
interface Entered {
  readonly name: string
  readonly period?: Pick<ReportingPeriod, 'from' | 'to'>
}

/**
 * What the head of a filled report says otherwise than the person who enters it: another organisation, other days.
 * Throws a UsageError that names each, unless it is to be entered `anyway`.
 */
export function headFindings(
  file: { readonly name: string; readonly head: Head },
  of: Entered & { readonly anyway?: boolean | undefined },
): EntryFinding[] {
  const faults = otherHead(file.head, of)
  if (faults.length === 0) return []
  if (!of.anyway) throw notOfThese(file.name, faults)
  return faults.map(({ message }) => ({
    address: 'đầu báo cáo',
    severity: 'warning',
    message: inWords(message, filesVietnamese),
  }))
}

/** What the head of a file says of whom and when, where that is another organisation or other days. */
export function otherHead(
  { agency, period: days }: Head,
  { name, period }: Entered,
): readonly Fault[] {
  const isOther = agency !== null && !sameName(agency, name)
  const other = period && otherPeriod(days, period)
  const messages = [
    ...(isOther
      ? [say('the file is a report of “{agency}”, not of “{name}”', { agency, name })]
      : []),
    ...(other !== undefined && period
      ? [
          say('the file reports other days ({days}, not {asked})', {
            days: other,
            asked: printDayRange(period),
          }),
        ]
      : []),
  ]
  return messages.map((message) => faultAt(say('head of the report'), message))
}

function notOfThese(file: string, faults: readonly Fault[]): UsageError {
  return new UsageError(
    say('{file} is not of this organisation and period; nothing was entered.', { file }),
    {
      fix: say('Name the organisation and period of the file, or enter it --anyway.'),
      faults,
    },
  )
}

/** Whether two names mean one organisation: a report often leaves the province out of its department's name, or adds it. */
export function sameName(one: string, other: string): boolean {
  const [a, b] = [short(one), short(other)]
  return a.startsWith(b) || b.startsWith(a)
}

function short(name: string): string {
  return folded(name).replace(/\buy ban nhan dan\b/g, 'ubnd')
}
