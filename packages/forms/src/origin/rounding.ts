import { type Cell, printPercent } from '@cchc/domain'
import type { Rounding } from './cell-origin.ts'

const DIGITS = 10

/** How a rate is printed: the exact percentage, as far as ten digits show it, and the precision of its print. */
export function roundingOf(cell: Extract<Cell, { state: 'ratio' }>): Rounding {
  const { numerator, denominator, decimals } = cell
  const whole = denominator === 0 || numerator === 0 || numerator === denominator
  return { exact: exactPercent(cell), decimals: whole ? 0 : decimals, method: 'half-up' }
}

function exactPercent(ratio: { readonly numerator: number; readonly denominator: number }): string {
  if (ratio.denominator === 0) return '0/0'
  const shown = printPercent(ratio, DIGITS)
  const further = printPercent(ratio, DIGITS * 2)
  const exact = further === shown.replace('%', `${'0'.repeat(DIGITS)}%`)
  return exact ? shown.replace(/,?0+%$/, '%') : `≈ ${shown}`
}
