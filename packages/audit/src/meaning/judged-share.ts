import type { Ratio } from '@cchc/domain'
import type { FigureText } from './figure-text.ts'
import { exactSum, isOnSide, percentOf, slackOf } from './rows.ts'
import type { ColumnShare } from './wide-shares.ts'

/** A share of a row held against its columns: it holds in one of its readings, or what the likeliest makes. */
export type JudgedShare =
  | { readonly outcome: 'satisfied' | 'blank' | 'words' }
  | { readonly outcome: 'broken'; readonly ratio: Ratio; readonly expected: string }

/** Judges the share of a row; undefined where the cell has nothing to be judged, such as a dash. */
export function judgedShare(
  { share, readings }: ColumnShare,
  figures: readonly FigureText[],
): JudgedShare | undefined {
  const printed = figures[share]
  if (!printed || printed.state === 'not_applicable') return undefined
  if (printed.state !== 'number') return { outcome: printed.state === 'blank' ? 'blank' : 'words' }
  const ratios = readings.flatMap(({ count, whole }) => {
    const [numerator, denominator] = [sumIn(count, figures), sumIn(whole, figures)]
    if (numerator === undefined || !denominator) return []
    return [{ numerator, denominator, slack: [slackIn(count, figures), slackIn(whole, figures)] }]
  })
  const [first] = ratios
  if (!first) return { outcome: 'blank' }
  if (ratios.some((ratio) => isPrinted(printed, ratio))) return { outcome: 'satisfied' }
  return { outcome: 'broken', ratio: first, expected: percentOf(first, printed.decimals).text }
}

interface RoughRatio extends Ratio {
  /** How far its terms may be from exact ones. */
  readonly slack: readonly number[]
}

function isPrinted({ value, decimals, side }: FigureText, ratio: RoughRatio): boolean {
  const { numerator, denominator, slack } = ratio
  if (percentOf(ratio, decimals).value === value) return true
  if (side !== null && isOnSide(side, { exact: (100 * numerator) / denominator, value }))
    return true
  const [above = 0, below = 0] = slack
  const half = 10 ** -decimals / 2
  const least = (100 * (numerator - above)) / (denominator + below) - half
  const most = (100 * (numerator + above)) / Math.max(denominator - below, Number.EPSILON) + half
  return above + below > 0 && least <= value && value <= most
}

function slackIn(columns: readonly number[], figures: readonly FigureText[]): number {
  return slackOf(columns.map((at) => figures[at]))
}

/** undefined where a cell holds no number. */
function sumIn(columns: readonly number[], figures: readonly FigureText[]): number | undefined {
  const own = columns.map((at) => figures[at])
  if (own.some((figure) => figure?.state !== 'number')) return undefined
  return exactSum(own.map((figure) => figure?.value ?? 0))
}
