import { type AuditedHead, UNKNOWN_HEAD } from '@cchc/audit'
import { parseDay, parseDayRange } from '@cchc/domain'
import { periodOfHead } from './period-of-head.ts'

const NUMBER = /^số\s*:?\s*((?:\d+\s*)?[….\s]*\/\s*bc[-\p{L}\d]*)/iu
const ENCLOSED =
  /kèm theo báo cáo số\s*:?\s*(\S*?\/\s*bc[-\p{L}\d]*)(?:\s*,?\s*ngày\s+(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}))?/iu
const LONG_DAY = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu
const CITING = /\S.*\ssố\s*:?\s*\d\S*?\/(?!\S*bc(?:-|\s|$))/iu
const RANGE = /từ\s+(?:ngày\s+)?(\S+)\s+đến\s+(?:hết\s+)?(?:ngày\s+)?(\d[\d/.-]+\d)/iu
const AGENCY =
  /^(?:đơn vị báo cáo\s*:\s*(.+)|((?:ubnd|ban(?! hành)|sở|ủy ban|uỷ ban|văn phòng)\s.+))$/iu

/** What the words above a table say of the report: number, day of issue, period, who reports. */
export function readHead(preface: readonly string[]): AuditedHead {
  const lines = preface.flatMap((text) => text.split('\n')).map((text) => text.trim())
  const first = <T>(read: (line: string) => T | undefined) =>
    lines.map(read).find((found) => found !== undefined) ?? null
  const range = first((line) => rangeOf(line))
  return {
    ...UNKNOWN_HEAD,
    title: first((line) => (/^(báo cáo|biểu|phụ lục|thống kê)/i.test(line) ? line : undefined)),
    agency: agencyOf(lines),
    reportNumber: first((line) => numberOf(line)?.replace(/[….\s_]/g, '')),
    issuedOn: first((line) => dayOf(line)),
    period: range ? { text: null, ...range } : { text: periodOfHead(lines), from: null, to: null },
  }
}

/** Above the one that reports stands the one that it belongs to. */
function agencyOf(lines: readonly string[]): string | null {
  const named = wholeNames(lines.filter((line) => line !== '')).map(agencyIn)
  const first = named.findIndex((agency) => agency !== undefined)
  return named[first + 1] ?? named[first] ?? null
}

const COMMITTEE = /^(?:ủy|uỷ) ban nhân dân$/iu
const PLACE = /^(?:tỉnh|thành phố|huyện|quận|thị xã|phường|xã|đặc khu|thị trấn)\s/iu

/** A committee often stands above the name of its place. */
function wholeNames(lines: readonly string[]): readonly string[] {
  const isSplit = (index: number) =>
    COMMITTEE.test(lines[index] ?? '') && PLACE.test(lines[index + 1] ?? '')
  return lines.flatMap((line, index) => {
    if (isSplit(index)) return `${line} ${lines[index + 1]}`
    return isSplit(index - 1) ? [] : line
  })
}

function agencyIn(line: string): string | undefined {
  const [, stated, head] = AGENCY.exec(line) ?? []
  return stated ?? head
}

/** The day of a document that the line cites is another's. */
function dayOf(line: string): string | undefined {
  const match = CITING.test(line) ? null : LONG_DAY.exec(line)
  return parseDay(match?.[0] ?? ENCLOSED.exec(line)?.[2] ?? '')
}

/** The number of the report itself, or the one that an appendix names. */
function numberOf(line: string): string | undefined {
  return NUMBER.exec(line)?.[1] ?? ENCLOSED.exec(line)?.[1]
}

function rangeOf(line: string): { from: string; to: string } | undefined {
  const match = RANGE.exec(line)
  return match ? parseDayRange(`từ ngày ${match[1]} đến ngày ${match[2]}`) : undefined
}
