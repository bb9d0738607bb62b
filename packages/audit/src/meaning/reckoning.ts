import { printPercent } from '@cchc/domain'

/** Adds without the faults of binary fractions. */
export function exactSum(values: readonly number[]): number {
  return Number(values.reduce((sum, value) => sum + value, 0).toFixed(6))
}

/** A quotient as a percentage at a precision, as a number: exact and rounded once, half-up. */
export function percentOf(
  ratio: { readonly numerator: number; readonly denominator: number },
  decimals: number,
): { readonly text: string; readonly value: number } {
  const text = printPercent(ratio, decimals)
  return { text, value: Number(text.replace('%', '').replaceAll('.', '').replace(',', '.')) }
}
