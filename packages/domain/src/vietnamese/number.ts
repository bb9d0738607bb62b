import type { Ratio } from '../quantity.ts'

/** A number as it stood on paper: its value, how many decimals were printed, and whether a percent sign followed. */
export interface PrintedNumber {
  readonly value: number
  readonly decimals: number
  readonly percent: boolean
}

/** A decimal number without a binary fraction: `digits / 10 ** scale`. */
interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

const PRINTED = /^(-?)(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d+))?(\s?%)?$/
const NUMERAL = /^[-+]?[\d.,\s]*\d[\d.,\s]*%?$/

/**
 * Reads a number in Vietnamese writing: `1.909`, `70,5`, `99,73%`, `03`. Undefined for anything else, also for `42.95`,
 * `1,234.5` or `1.23.456`, of which no one can say what they mean, and for more digits than a number can hold.
 */
export function parseNumber(text: string): PrintedNumber | undefined {
  const match = PRINTED.exec(text.trim())
  if (!match) return undefined
  const [, sign = '', whole = '', fraction = '', percent] = match
  const digits = whole.replaceAll('.', '')
  if ((digits + fraction).replace(/^0+/, '').length > 15 || fraction.length > 15) return undefined
  const value = Number(fraction ? `${sign}${digits}.${fraction}` : sign + digits)
  return {
    value: value === 0 ? 0 : value,
    decimals: fraction.length,
    percent: percent !== undefined,
  }
}

/** Whether a text is meant as a number but cannot be read as one for certain, such as `42.95`. */
export function isDoubtfulNumber(text: string): boolean {
  return NUMERAL.test(text.trim()) && parseNumber(text) === undefined
}

/** Prints a number with dots between thousands and a decimal comma, rounded half-up once: 1909 -> `1.909`. */
export function printNumber(value: number, decimals = 0): string {
  const { digits, scale } = decimalOf(value)
  return printScaled(
    dividedHalfUp(digits * 10n ** BigInt(decimals), 10n ** BigInt(scale)),
    decimals,
  )
}

/** Prints a count inside a sentence: below ten with a leading zero, `02`; zero stays `0`. */
export function printCountInText(count: number): string {
  return count > 0 && count < 10 && Number.isInteger(count) ? `0${count}` : printNumber(count)
}

/**
 * Prints a rate as a percentage, `99,73%`: exact, rounded half-up once at `decimals`. Throws a RangeError when the
 * denominator is zero: 0/0 is no number, and its print is the form's matter.
 */
export function printPercent({ numerator: part, denominator: whole }: Ratio, decimals = 2): string {
  const above = decimalOf(part)
  const below = decimalOf(whole)
  if (below.digits === 0n) throw new RangeError('a rate of nothing has no percentage')
  const numerator = above.digits * 10n ** BigInt(below.scale + decimals + 2)
  const denominator = below.digits * 10n ** BigInt(above.scale)
  return `${printScaled(dividedHalfUp(numerator, denominator), decimals)}%`
}

function decimalOf(value: number): Decimal {
  if (!Number.isFinite(value)) throw new RangeError(`not a number that can be printed: ${value}`)
  const [mantissa = '0', exponent = '0'] = value.toString().split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const scale = fraction.length - Number(exponent)
  const digits = BigInt(whole + fraction)
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 }
}

/** Rounds half away from zero: what "half-up" means for the signed numbers of a report. */
function dividedHalfUp(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n
  const [above, below] = [magnitude(numerator), magnitude(denominator)]
  const rounded = (above * 2n + below) / (below * 2n)
  return negative ? -rounded : rounded
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value
}

function printScaled(scaled: bigint, decimals: number): string {
  const digits = magnitude(scaled)
    .toString()
    .padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, '.')
  const fraction = decimals > 0 ? `,${digits.slice(-decimals)}` : ''
  return `${scaled < 0n ? '-' : ''}${whole}${fraction}`
}
