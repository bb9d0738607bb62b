import {
  areDaysOf,
  leftInLayout,
  type Message,
  parseDayRange,
  periodInWords,
  periodTitle,
  printDayRange,
  type ReportingPeriod,
} from '@cchc/domain'
import type { readReportFile } from '@cchc/files/check'
import { sameName } from '../entered/head-findings.ts'

type Head = Awaited<ReturnType<typeof readReportFile>>['head']

/** For whom and which period a form is filled. */
export interface Of {
  readonly name: string
  readonly period: ReportingPeriod
}

const NAMED =
  /(?:(?:quý\s+(?:iv|iii|ii|i|[1-4])|tháng\s+\d{1,2}|(?:0?6|sáu)\s+tháng\s+(?:đầu|cuối)|(?:0?9|chín)\s+tháng(?:\s+đầu)?|tuần\s+(?:thứ\s+)?\d{1,2})(?:\s*\/\s*|,?\s+năm\s+)|năm\s+)(?:19|20)\d{2}(?!\d)/giu
const DAY = String.raw`\d{1,2}[/.-]\d{1,2}[/.-]\d{4}`
const DAYS = new RegExp(
  String.raw`từ\s+(?:ngày\s+)?${DAY}\s+đến\s+(?:hết\s+)?(?:ngày\s+)?${DAY}`,
  'giu',
)
const DATED = /ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}/iu
/** A day, and documents and periods to compare with: their years are not those of the report. */
const OTHERS =
  /ngày\s+\S+\s+$|kế hoạch|chương trình|nghị quyết|đề án|dự toán|thông tư|công văn|quyết định|so với|cùng kỳ|kỳ trước|kèm theo/iu

/** A title without the periods that it names. */
export function withoutPeriods(title: string): string {
  return title.replace(DAYS, '').replace(NAMED, '').replace(/\s+/g, ' ').trim()
}

/**
 * Puts another unit and period in place of those that the head of a form names, in the texts where these are certain: the
 * unit where a text ends with it, the period where no document or comparison is spoken of.
 */
export function renamedTo(head: Head, { name, period }: Of): (text: string) => string {
  const { agency } = head
  const isOther = agency !== null && /\p{L}{2}/u.test(agency) && !sameName(agency, name)
  const replaced = (found: string, at: number, text: string) =>
    isOfHead(found, head) && !OTHERS.test(text.slice(0, at))
      ? inLettersOf(found, found.search(DAYS) < 0 ? periodTitle(period) : printDayRange(period))
      : found
  return (text) => {
    const own = text
      .replace(DAYS, (found, at) => replaced(found, at, text))
      .replace(NAMED, (found, at) => replaced(found, at, text))
    if (!isOther || !own.endsWith(agency)) return own
    return `${own.slice(0, own.length - agency.length)}${inLettersOf(agency, name)}`
  }
}

/**
 * What a form still says though it is filled for others: the unit, periods of which it is not certain that they are to be
 * replaced, its own number and day.
 */
export function leftIn(
  { agency, reportNumber }: Head,
  { name, period, texts }: Of & { readonly texts: readonly string[] },
): readonly Message[] {
  const others = agency !== null && !sameName(agency, name) ? [agency] : []
  const numbers = reportNumber !== null && /\d/.test(reportNumber) ? [reportNumber] : []
  const days = texts.flatMap((text) => (OTHERS.test(text) ? [] : (DATED.exec(text)?.[0] ?? [])))
  const left = texts.flatMap((text) => {
    const named = [...text.matchAll(DAYS), ...text.matchAll(NAMED)]
    return named
      .filter(({ index }) => !/ngày\s+\S+\s+$/iu.test(text.slice(0, index)))
      .map(([found]) => found)
      .filter((found) => !isOf(found, period))
  })
  return [...new Set([...others, ...numbers, ...days, ...left])]
    .slice(0, MOST_TOLD)
    .map(leftInLayout)
}

const MOST_TOLD = 5

function isOfHead(found: string, { period: { text, from, to } }: Head): boolean {
  if (from !== null && to !== null) return isOf(found, { from, to })
  return text !== null && periodInWords(found)?.written === text
}

function isOf(found: string, days: Pick<ReportingPeriod, 'from' | 'to'>): boolean {
  const range = parseDayRange(found)
  if (range) return range.from === days.from && range.to === days.to
  const written = periodInWords(found)?.written
  return written !== undefined && areDaysOf(written, days)
}

/** Words in capitals where others stood in capitals, and beginning small where these did. */
function inLettersOf(others: string, words: string): string {
  if (others === others.toLocaleUpperCase('vi')) return words.toLocaleUpperCase('vi')
  const [first = ''] = others
  const isSmall = first !== first.toLocaleUpperCase('vi')
  return `${isSmall ? words.charAt(0).toLocaleLowerCase('vi') : words.charAt(0)}${words.slice(1)}`
}
