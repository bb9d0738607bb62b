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
  const [shorter = '', longer = ''] = [short(one), short(other)].toSorted(
    (a, b) => a.length - b.length,
  )
  const rest = longer.slice(shorter.length)
  return longer.startsWith(shorter) && (rest === '' || isPlace(rest, shorter))
}

const PLACE_ABOVE = /^[\s,;(–-]+(tinh|thanh pho|tp|huyen|quan|thi xa)\b/
const COMMITTEE_OF_A_PLACE = /^ubnd (xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho)\b/

/** What is left of a longer name is where it is; of a committee, which bears the name of its own place, the place above. */
function isPlace(rest: string, name: string): boolean {
  if (PLACE_ABOVE.test(rest)) return true
  return !COMMITTEE_OF_A_PLACE.test(name) && /^\s+(?!va\b)/.test(rest)
}

function short(name: string): string {
  return folded(name)
    .replace(/\buy ban nhan dan\b/g, 'ubnd')
    .trim()
}
