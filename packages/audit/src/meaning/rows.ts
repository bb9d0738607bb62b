import { folded, printPercent, type Ratio } from '@cchc/domain'
import type { FigureText, RoundedSide } from './figure-text.ts'
import type { OutlineRow } from './outline.ts'
import { TOTAL } from './vocabulary/labels.ts'
import { BEGUN, DONE, MANNER, OUGHT } from './vocabulary/stages.ts'

/** Whether a row holds a number that can be reckoned with: `24/24, đạt 100%` in a count is not the count 100. */
export function hasNumber({ rate, figure }: OutlineRow): boolean {
  return figure.state === 'number' && (rate || !figure.percent)
}

/** The figure of a row as something to reckon with: what is no such number is words. */
export function reckoned(row: OutlineRow): FigureText {
  const { figure } = row
  return figure.state === 'number' && !hasNumber(row) ? { ...figure, state: 'words' } : figure
}

/** Whether two rows count the same things, by their unit column. */
export function sameUnit(one: OutlineRow, other: OutlineRow): boolean {
  return folded(one.counted.unit) === folded(other.counted.unit)
}

/** Whether two rows stand below the same one, in the same part of the table. */
export function sameParent(one: OutlineRow, other: OutlineRow): boolean {
  return one.parent === other.parent && one.scope === other.scope
}

/** Whether two rows belong together: below one heading of the first rank, or side by side. */
export function inOneGroup(one: OutlineRow, other: OutlineRow): boolean {
  if (one.scope !== other.scope) return false
  return one.parent === other.parent || topOf(one) === topOf(other)
}

/** The heading of the first rank above a row, or the row itself. */
export function topOf(row: OutlineRow): OutlineRow {
  return row.parent === null ? row : topOf(row.parent)
}

/** The words of a row and of all that stands above it, by which another report's row is found. */
export function pathOf(row: OutlineRow): string {
  return `${row.parent ? `${pathOf(row.parent)} / ` : ''}${row.key}`
}

/** Whether a row says something in its figure column that could be a figure. */
export function isFilled({ figure }: OutlineRow): boolean {
  return figure.state !== 'blank' && figure.state !== 'not_applicable'
}

/**
 * How far what a row counts has come: 0 all that there has to be or is, 1 planned, assigned or received, 2 done, 3 done
 * in a certain way; undefined when the label does not say.
 */
export function stageOf({ key }: OutlineRow): number | undefined {
  if (OUGHT.test(key) || TOTAL.test(key)) return 0
  if (MANNER.test(key)) return 3
  if (DONE.test(key)) return 2
  return BEGUN.test(key) ? 1 : undefined
}

/** The one of a list that has no others. */
export function only<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined
}

/** The sum of the figures of rows. */
export function sumOf(rows: readonly OutlineRow[]): number {
  return exactSum(rows.map(({ figure }) => figure.value))
}

/** How rough a figure is that is said to be above, below or around what is printed. */
const ROUGH = 0.1

/** How far figures together may be from exact ones, for what was rounded away. */
export function slackOf(figures: readonly (FigureText | undefined)[]): number {
  const slacks = figures.map((figure) => {
    if (figure?.state !== 'number') return 0
    return figure.side === null ? figure.step / 2 : figure.value * ROUGH
  })
  return exactSum(slacks)
}

/**
 * Whether shares, each rounded, can make a whole together. Half-up, two that do so make no less than it: 97,5 and 2,4 leave
 * something out, 97,5 and 2,6 do not. `printed` = the whole where it is rounded itself.
 */
export function isMadeBy(
  shares: readonly FigureText[],
  { whole, printed }: { readonly whole: number; readonly printed?: FigureText | undefined },
): boolean {
  const off = exactSum([...shares.map(({ value }) => value), -whole])
  const rounded = printed ? [...shares, printed] : shares
  const halves = exactSum(rounded.map(({ decimals }) => 10 ** -decimals / 2))
  return off <= mostAbove(shares) && (printed ? off >= -halves : off > -halves)
}

function mostAbove(shares: readonly FigureText[]): number {
  const decimals = Math.min(...shares.map((share) => share.decimals))
  const isWhole = shares.every(({ value }) => Number.isInteger(value))
  return isWhole ? shares.length - 1 : (shares.length / 2) * 10 ** -decimals
}

/** Whether a figure is near enough to a rounded one. */
export function isRoughly({ exact, value }: Readonly<Record<'exact' | 'value', number>>): boolean {
  return Math.abs(exact - value) <= ROUGH * value
}

/** Whether a figure that is said to be rounded is so: `trên 99%` for 99,51. */
export function isOnSide(
  side: RoundedSide,
  { exact, value }: Readonly<Record<'exact' | 'value', number>>,
): boolean {
  if (!isRoughly({ exact, value })) return false
  return side === 'around' || (side === 'above' ? exact >= value : exact <= value)
}

/** Adds without the faults of binary fractions. */
export function exactSum(values: readonly number[]): number {
  return Number(values.reduce((sum, value) => sum + value, 0).toFixed(6))
}

/** A quotient as a percentage at a precision, as a number: exact and rounded once, half-up. */
export function percentOf(ratio: Ratio, decimals: number) {
  const text = printPercent(ratio, decimals)
  return { text, value: Number(text.replace('%', '').replaceAll('.', '').replace(',', '.')) }
}
