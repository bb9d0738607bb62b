import { folded } from '../vietnamese/folded.ts'

const ROMAN = ['i', 'ii', 'iii', 'iv']
const YEAR = '(?<year>(?:19|20)\\d\\d)'

/** How people name periods, in plain words, and how these are written for `parsePeriod`. */
const PERIODS: readonly (readonly [RegExp, (year: string, part: string) => string])[] = [
  [
    new RegExp(`\\b(?:qu[yi] |q)(?<part>iv|iii|ii|i|[1-4])(?: nam)? ${YEAR}\\b`),
    (year, part) => `${year}-Q${ROMAN.indexOf(part) + 1 || part}`,
  ],
  [
    new RegExp(`\\b(?:tuan (?:thu )?|w)(?<part>5[0-3]|[1-4]\\d|0?[1-9])(?: nam)? ${YEAR}\\b`),
    (year, part) => `${year}-W${part.padStart(2, '0')}`,
  ],
  [
    new RegExp(`\\b(?:thang |t)(?<part>1[0-2]|0?[1-9])(?: nam)? ${YEAR}\\b`),
    (year, part) => `${year}-M${part.padStart(2, '0')}`,
  ],
  [
    new RegExp(`\\b(?:0?6|sau) thang (?<part>dau|cuoi)(?: nam)? ${YEAR}\\b`),
    (year, part) => `${year}-H${part === 'dau' ? 1 : 2}`,
  ],
  [new RegExp(`\\b(?:0?9|chin) thang(?: dau)?(?: nam)? ${YEAR}\\b`), (year) => `${year}-9M`],
  [new RegExp(`\\b(?:ca )?nam ${YEAR}\\b`), (year) => year],
]

/** A period that a line names: how it is written, and whether the line says nothing else. */
export interface PeriodInWords {
  readonly written: string
  readonly isWhole: boolean
}

/**
 * Finds `quý I năm 2020`, `Quý IV/2022`, `tháng 9/2021`, `tuần 48/2026`, `6 tháng đầu năm 2022`, `9 tháng năm 2022` or
 * `năm 2022` in a line; undefined where it names none, or a day.
 */
export function periodInWords(line: string): PeriodInWords | undefined {
  const words = folded(line.normalize('NFKC'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (/\bngay \d+ thang \d+ nam\b/.test(words)) return undefined
  for (const [pattern, write] of PERIODS) {
    const found = pattern.exec(words)
    const { year, part = '' } = found?.groups ?? {}
    if (found && year !== undefined) {
      return { written: write(year, part), isWhole: found[0] === words }
    }
  }
  return undefined
}
