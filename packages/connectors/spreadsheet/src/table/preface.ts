import { parseDayRange, parsePeriod, periodInWords } from '@cchc/domain'
import type { GridRow } from '@cchc/files/grid'
import type { Units } from '../units.ts'

/** Where the days of a table stand: above it, in its name or that of its file, or above as the name of a period alone. */
export type DaysIn = 'head' | 'period' | 'name'

/** What stands above a table: the days that it is of, and lines that may name a unit. */
export interface Preface {
  readonly days: { readonly from: string; readonly to: string } | undefined
  readonly daysIn: DaysIn | undefined
  /** Those of the calendar, where the days are those of a period that is named. */
  readonly calendarDays?: Preface['days'] | undefined
  /** The lines above, and with them the names of sheet and file. */
  readonly above: readonly string[]
  readonly lines: readonly string[]
}

const DATE = String.raw`(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2})`
const TIME = String.raw`(?:,?\s+\d{1,2}:\d{2}(?::\d{2})?)?`
const RANGE = new RegExp(
  String.raw`${DATE}${TIME}\s*(?:(?:đến|den|tới|[-–_,;])\s*){1,3}(?:hết\s+)?(?:ngày\s*:?\s*)?${DATE}`,
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
  const range = period === undefined ? firstOf(called, rangeIn) : stated
  const named = range ? undefined : [...above, ...called]
  const days = range ?? period ?? firstOf(called, (line) => periodIn(line, cutOffDay))
  const calendarDays = named && firstOf(named, (line) => periodIn(line, LAST_OF_MONTH))
  return {
    ...{ days, daysIn: days && daysIn({ stated, period }), above, lines: [...above, ...called] },
    ...(calendarDays && { calendarDays }),
  }
}

const LAST_OF_MONTH = 31

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

/**
 * The unit that reports: after “Đơn vị báo cáo”, or else the lowest one that a line above names, of several at one level
 * the last, since its superior stands above it (Nghị định 30/2020/NĐ-CP); by the names of sheet and file where none does.
 */
export function prefaceUnit({ above, lines }: Preface, units: Units): string | undefined {
  const [stated] = codesOf(reportingUnits(lines), units)
  return stated ?? lastOfLowest(codesOf(above, units)) ?? lastOfLowest(codesOf(lines, units))
}

/** What lines name after “Đơn vị báo cáo”. */
export function reportingUnits(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => /đơn vị báo cáo\s*[:：]\s*(.+)$/iu.exec(line)?.[1] ?? [])
}

function codesOf(names: readonly string[], units: Units): readonly string[] {
  return names.flatMap((name) => {
    const meant = units.find(name)
    return 'code' in meant ? meant.code : []
  })
}

function lastOfLowest(codes: readonly string[]): string | undefined {
  const levelOf = (code: string) => code.split('.').length
  const lowest = Math.max(...codes.map(levelOf))
  return codes.findLast((code) => levelOf(code) === lowest)
}
