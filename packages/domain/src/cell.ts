import { z } from 'zod'
import type { Ratio } from './quantity.ts'
import { isDoubtfulNumber, parseNumber, printNumber, printPercent } from './vietnamese/number.ts'

/** How many characters of a cell or its note are kept; what is longer is refused where it is written. */
export const LONGEST_TEXT = 4000
/** The text as a person wrote it, printed back as it stands; null where the hub made the cell. */
const Raw = z.string().max(LONGEST_TEXT).nullable()
const Decimals = z.int().min(0).max(15)

/**
 * A cell of a report: a value (number, ratio or text), zero, not applicable (`-`) or not reported (blank); these are
 * four different things. A ratio keeps its two parts and is rounded only when printed; 0/0 stays 0/0 until then.
 */
export const Cell = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('number'),
    value: z.number(),
    decimals: Decimals,
    percent: z.boolean(),
    raw: Raw,
  }),
  z.object({
    state: z.literal('ratio'),
    numerator: z.number().min(0),
    denominator: z.number().min(0),
    decimals: Decimals,
    raw: Raw,
  }),
  z.object({ state: z.literal('text'), text: z.string().min(1).max(LONGEST_TEXT), raw: Raw }),
  z.object({ state: z.literal('zero'), percent: z.boolean(), raw: Raw }),
  z.object({ state: z.literal('not_applicable'), raw: Raw }),
  z.object({ state: z.literal('not_reported'), raw: Raw }),
])
export type Cell = z.output<typeof Cell>

/** A cell that does not apply; prints as `-`. */
export const NOT_APPLICABLE: Cell = Object.freeze({ state: 'not_applicable', raw: null })
/** A cell for which nobody has given a figure; prints blank. */
export const NOT_REPORTED: Cell = Object.freeze({ state: 'not_reported', raw: null })

/** A cell for a number that the hub computed; `decimals` is the precision of its print. */
export function numberCell(value: number, decimals = 0): Cell {
  if (value === 0) return { state: 'zero', percent: false, raw: null }
  return { state: 'number', value, decimals, percent: false, raw: null }
}

/** The same figure in a unit that is a thousand times as large (`up`) or as small; other cells stay as they are. */
export function inThousands(cell: Cell, direction: 'up' | 'down'): Cell {
  if (cell.state !== 'number') return cell
  const decimals = direction === 'up' ? cell.decimals + 3 : Math.max(0, cell.decimals - 3)
  const text = (direction === 'up' ? cell.value / 1000 : cell.value * 1000).toFixed(decimals)
  const shown = decimals === 0 ? text : text.replace(/\.?0+$/, '')
  return { ...cell, value: Number(shown), decimals: shown.split('.')[1]?.length ?? 0, raw: null }
}

/** A cell for a rate that the hub computed, printed as a percentage; keeps both parts, also 0/0. */
export function ratioCell({ numerator, denominator }: Ratio, decimals = 2): Cell {
  return { state: 'ratio', numerator, denominator, decimals, raw: null }
}

/** A percentage that a person wrote, `98` or `98,5%`, as one of so many decimals; other cells stay as they are. */
export function percentCell(cell: Cell, decimals: number): Cell {
  if (cell.state === 'zero') return { ...cell, percent: true, raw: null }
  if (cell.state !== 'number') return cell
  return { ...cell, percent: true, decimals: cell.value === 100 ? 0 : decimals, raw: null }
}

/** A cell for words; blank words are not reported. */
export function textCell(text: string): Cell {
  return text.trim() === '' ? NOT_REPORTED : { state: 'text', text, raw: null }
}

/** Reads a cell as a person wrote it and keeps that text; what is not surely a number stays text (`42.95`). */
export function parseCell(raw: string): Cell {
  const text = raw.normalize('NFC').trim()
  if (text === '') return { state: 'not_reported', raw }
  if (/^[-–—]$/.test(text)) return { state: 'not_applicable', raw }
  const number = parseNumber(text)
  if (!number) return { state: 'text', text, raw }
  if (number.value === 0) return { state: 'zero', percent: number.percent, raw }
  return { state: 'number', ...number, raw }
}

/**
 * Prints a cell in Vietnamese writing; what a person wrote comes back as it was written. A rate of exactly all or none
 * prints as `100%` or `0%`, and 0/0 as not applicable.
 */
export function printCell(cell: Cell): string {
  if (cell.raw !== null) return cell.raw
  switch (cell.state) {
    case 'number':
      return printNumber(cell.value, cell.decimals) + (cell.percent ? '%' : '')
    case 'ratio':
      return printRatio(cell)
    case 'text':
      return cell.text
    case 'zero':
      return cell.percent ? '0%' : '0'
    case 'not_applicable':
      return '-'
    case 'not_reported':
      return ''
  }
}

/** The number in a cell, for sums and spreadsheets; null for a rate, words, not applicable and not reported. */
export function cellNumber(cell: Cell): number | null {
  if (cell.state === 'zero') return 0
  return cell.state === 'number' ? cell.value : null
}

/** The sum of the numbers in cells; null when one of them holds none. */
export function cellSum(cells: readonly Cell[]): number | null {
  return cells.map(cellNumber).reduce<number | null>((sum, one) => {
    return sum === null || one === null ? null : sum + one
  }, 0)
}

/** Whether two cells say the same, however they are written: `1.909` and `1909` do, zero and not reported do not. */
export function sameCell(one: Cell, other: Cell): boolean {
  const meaning = ({ raw: _, ...cell }: Cell) => {
    const parts = Object.entries(cell).filter(([name]) => name !== 'decimals')
    return JSON.stringify(parts.toSorted(([a], [b]) => (a < b ? -1 : 1)))
  }
  return meaning(one) === meaning(other)
}

/** Whether a person wrote something meant as a number that cannot be read for certain. */
export function isDoubtfulCell(cell: Cell): boolean {
  return cell.state === 'text' && isDoubtfulNumber(cell.text)
}

function printRatio(ratio: { numerator: number; denominator: number; decimals: number }): string {
  if (ratio.denominator === 0) return '-'
  if (ratio.numerator === 0 || ratio.numerator === ratio.denominator) return printPercent(ratio, 0)
  return printPercent(ratio, ratio.decimals)
}
