import type { Ratio } from '@cchc/domain'
import type { FigureText } from './figure-text.ts'
import { exactSum, percentOf } from './rows.ts'
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
    return numerator === undefined || !denominator ? [] : [{ numerator, denominator }]
  })
  const [first] = ratios
  if (!first) return { outcome: 'blank' }
  if (ratios.some((ratio) => isPrinted(printed, ratio))) return { outcome: 'satisfied' }
  return { outcome: 'broken', ratio: first, expected: percentOf(first, printed.decimals).text }
}

function isPrinted({ value, decimals }: FigureText, ratio: Ratio): boolean {
  return percentOf(ratio, decimals).value === value
}

/** undefined where a cell holds no number. */
function sumIn(columns: readonly number[], figures: readonly FigureText[]): number | undefined {
  const own = columns.map((at) => figures[at])
  if (own.some((figure) => figure?.state !== 'number')) return undefined
  return exactSum(own.map((figure) => figure?.value ?? 0))
}
