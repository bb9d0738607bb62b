import { parseDayRange, parsePeriod } from '@cchc/domain'
import type { GridRow } from '@cchc/files/grid'
import { plain } from '../plain.ts'
import type { Units } from '../units.ts'

/** What stands above a table: the days that it is of, and lines that may name a unit. */
export interface Preface {
  readonly days: { readonly from: string; readonly to: string } | undefined
  /** Whether the days follow from the name of a period alone, by the cut-off day. */
  readonly byName: boolean
  readonly lines: readonly string[]
}

const RANGE =
  /(?:từ\s+)?(?:ngày\s+)?(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\s*(?:đến|-|–)\s*(?:hết\s+)?(?:ngày\s+)?(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})/iu
const ROMAN = ['i', 'ii', 'iii', 'iv']

/** Reads the rows above a head. */
export function readPreface(rows: readonly GridRow[], cutOffDay: number): Preface {
  const lines = rows.flatMap(({ cells }) => cells.flatMap(({ text }) => text.split('\n')))
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '')
  const stated = filled.map(rangeIn).find((range) => range !== undefined)
  const named = stated
    ? undefined
    : filled.map((line) => periodIn(line, cutOffDay)).find((one) => one)
  return { days: stated ?? named, byName: named !== undefined, lines: filled }
}

function rangeIn(line: string): Preface['days'] {
  const [, from, to] = RANGE.exec(line) ?? []
  return from && to ? parseDayRange(`từ ngày ${from} đến ngày ${to}`) : undefined
}

function periodIn(line: string, day: number): Preface['days'] {
  const text = periodNamed(plain(line))
  if (text === undefined) return undefined
  const { from, to } = parsePeriod(text, { day })
  return { from, to }
}

/** How titles name periods, and how periods are written (`parsePeriod`). */
const PERIODS: readonly (readonly [RegExp, (year: string, part: string) => string])[] = [
  [
    /\bquy (?<part>iv|iii|ii|i|[1-4])(?: nam)? (?<year>20\d\d)\b/,
    (year, part) => `${year}-Q${ROMAN.indexOf(part) + 1 || part}`,
  ],
  [
    /\bthang (?<part>1[0-2]|0?[1-9])(?: nam)? (?<year>20\d\d)\b/,
    (year, part) => `${year}-M${part.padStart(2, '0')}`,
  ],
  [
    /\b6 thang (?<part>dau|cuoi) nam (?<year>20\d\d)\b/,
    (year, part) => `${year}-H${part === 'dau' ? 1 : 2}`,
  ],
  [/\b9 thang(?: dau)? nam (?<year>20\d\d)\b/, (year) => `${year}-9M`],
  [/\bnam (?<year>20\d\d)\b/, (year) => year],
]

/** `quý I năm 2020`, `tháng 9/2021`, `6 tháng đầu năm 2022`, `năm 2022` in plain words as a period is written. */
function periodNamed(words: string): string | undefined {
  if (/\bngay \d+ thang \d+ nam\b/.test(words)) return undefined
  for (const [pattern, write] of PERIODS) {
    const { year, part = '' } = pattern.exec(words)?.groups ?? {}
    if (year !== undefined) return write(year, part)
  }
  return undefined
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
