import { parseDayRange, parsePeriod, periodInWords } from '@cchc/domain'
import type { GridRow } from '@cchc/files/grid'
import type { Units } from '../units.ts'

/** Where the days of a table stand: above it, in its name or that of its file, or above as the name of a period alone. */
export type DaysIn = 'head' | 'period' | 'name'

/** What stands above a table: the days that it is of, and lines that may name a unit. */
export interface Preface {
  readonly days: { readonly from: string; readonly to: string } | undefined
  readonly daysIn: DaysIn | undefined
  /** The lines above, and with them the names of sheet and file. */
  readonly above: readonly string[]
  readonly lines: readonly string[]
}

const DATE = String.raw`(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2})`
const RANGE = new RegExp(
  String.raw`(?:từ\s+)?(?:ngày\s+)?${DATE}\s*(?:đến|den|tới|-|–|_)+\s*(?:hết\s+)?(?:ngày\s+)?${DATE}`,
  'iu',
)

/** Reads the rows above a table, and the names of its sheet and file, which say less. */
export function readPreface(
  { rows, names }: { readonly rows: readonly GridRow[]; readonly names: readonly string[] },
  cutOffDay: number,
): Preface {
  const above = filled(rows.flatMap(({ cells }) => cells.flatMap(({ text }) => text.split('\n'))))
  const called = filled(names)
  const stated = firstOf(above, rangeIn)
  const period = stated ?? firstOf(above, (line) => periodIn(line, cutOffDay))
  const days =
    period ?? firstOf(called, rangeIn) ?? firstOf(called, (line) => periodIn(line, cutOffDay))
  return { days, daysIn: days && daysIn({ stated, period }), above, lines: [...above, ...called] }
}

function daysIn(found: Readonly<Record<'stated' | 'period', Preface['days']>>): DaysIn {
  if (found.stated) return 'head'
  return found.period ? 'period' : 'name'
}

function filled(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}

function firstOf<T>(lines: readonly string[], read: (line: string) => T | undefined) {
  return lines.map(read).find((found) => found !== undefined)
}

function rangeIn(line: string): Preface['days'] {
  const [, first = '', last = ''] = RANGE.exec(line) ?? []
  const [from, to] = [dayFirst(first), dayFirst(last)]
  return first && last ? parseDayRange(`từ ngày ${from} đến ngày ${to}`) : undefined
}

/** `2025-03-14` as people write it. */
function dayFirst(date: string): string {
  return date.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1')
}

function periodIn(line: string, day: number): Preface['days'] {
  const named = periodInWords(line)
  if (named === undefined) return undefined
  const { from, to } = parsePeriod(named.written, { day })
  return { from, to }
}

/** The unit that reports, as a line above a table names it: after “Đơn vị báo cáo”, or the lowest one that is known. */
export function prefaceUnit({ lines }: Preface, units: Units): string | undefined {
  const named = lines.map((line) => line.replace(/^.*?đơn vị báo cáo\s*[:：]\s*/iu, ''))
  const codes = named.flatMap((line) => {
    const meant = units.find(line)
    return 'code' in meant ? meant.code : []
  })
  return codes.toSorted((a, b) => b.length - a.length)[0]
}
