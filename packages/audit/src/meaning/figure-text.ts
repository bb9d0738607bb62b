import { folded, type Ratio } from '@cchc/domain'
import {
  BEFORE_FIGURE,
  MAGNITUDES,
  NO_FIGURE,
  NONE_AROSE,
  ROUNDED,
  ZERO,
} from './vocabulary/cells.ts'
import { anyOf } from './vocabulary/words.ts'

/** On which side of a rounded figure the exact one is: `trên 99%`. */
export type RoundedSide = keyof typeof ROUNDED

/**
 * A figure as it stands in a cell. `fraction` is `1238/1285` written beside or instead of it; `magnitude` is what a word
 * behind it makes of it, 1000 for `5,65 ngàn`; `step` is what was rounded away at most twice, where it was.
 */
export interface FigureText {
  readonly state: 'blank' | 'not_applicable' | 'number' | 'doubtful' | 'words'
  readonly value: number
  readonly decimals: number
  readonly percent: boolean
  readonly fraction: Ratio | null
  readonly magnitude: number
  readonly step: number
  readonly side: RoundedSide | null
}

const NUMERAL = String.raw`\d{1,3}(?:[.\s]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)*`
const WHOLE = new RegExp(`^([-+]?)(${NUMERAL})\\s*(%?)$`)
const PERCENT = new RegExp(`(${NUMERAL})\\s*%`, 'g')
const FRACTION = new RegExp(`(?<![\\d/])(${NUMERAL})\\s*/\\s*(${NUMERAL})(?![\\d/])`)
const COUNT_WITH_SHARE = new RegExp(
  `^(${NUMERAL})(?:\\s+[a-z ]+)?\\s*[(;,]\\s*[^\\d()]*(?:${NUMERAL})\\s*%\\s*\\)?$`,
)
const WITH_WORDS = new RegExp(
  `^(?:(?:${anyOf(BEFORE_FIGURE)})\\s+)?(${NUMERAL})(?:\\s+([a-z(][^\\d%]*))?$`,
)

const EMPTY: FigureText = {
  state: 'blank',
  value: Number.NaN,
  decimals: 0,
  percent: false,
  fraction: null,
  magnitude: 1,
  step: 0,
  side: null,
}

/**
 * Reads a cell as people write it: `1.909`, `1909`, `05`, `99,73%`, `99.73 %`, `đạt 100%`, `1238/1285 đạt 96,3%`,
 * `-`, `Không`. `rate` says that the row is a percentage, where a dot is a decimal point.
 */
export function readFigureText(raw: string, { rate }: { readonly rate: boolean }): FigureText {
  const text = raw
    .normalize('NFC')
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .trim()
  if (text === '') return EMPTY
  if (/^[-–—./xX]+$/.test(text)) return { ...EMPTY, state: 'not_applicable' }
  const plain = folded(text)
  if (ZERO.test(plain)) return numberOf('0', { rate })
  if (NO_FIGURE.test(plain)) {
    return { ...EMPTY, state: NONE_AROSE.test(plain) ? 'words' : 'not_applicable' }
  }
  const whole = WHOLE.exec(text)
  if (whole) return signed(whole, rate)
  return { ...readMixed(plain, rate), side: sideOf(text) }
}

function signed([, sign, digits = '', percent]: RegExpExecArray, rate: boolean): FigureText {
  const read = numberOf(digits, { rate: rate || percent === '%' })
  return { ...read, value: sign === '-' ? -read.value : read.value, percent: percent === '%' }
}

function readMixed(plain: string, rate: boolean): FigureText {
  const fraction = fractionOf(plain)
  const percents = [...plain.matchAll(PERCENT)]
  const [only] = percents
  const counted = rate ? null : COUNT_WITH_SHARE.exec(plain)
  if (counted) return numberOf(counted[1] ?? '', { rate })
  if (only && percents.length === 1) {
    return { ...numberOf(only[1] ?? '', { rate: true }), percent: true, fraction }
  }
  if (fraction) return { ...EMPTY, state: 'words', fraction }
  const worded = WITH_WORDS.exec(plain)
  if (!worded) return { ...EMPTY, state: 'words' }
  const [, digits = '', words = ''] = worded
  const magnitude = MAGNITUDES.find(({ says }) => says.test(words))?.factor ?? 1
  return { ...numberOf(digits, { rate }), magnitude }
}

const SIDES = Object.entries(ROUNDED) as [RoundedSide, (typeof ROUNDED)[RoundedSide]][]
const SAID = SIDES.map(
  ([side, words]) => [side, new RegExp(`^(?:${anyOf(words)})\\s`, 'iu')] as const,
)

function sideOf(text: string): RoundedSide | null {
  return SAID.find(([, says]) => says.test(text))?.[0] ?? null
}

function fractionOf(plain: string): FigureText['fraction'] {
  const match = FRACTION.exec(plain)
  if (!match) return null
  const [numerator, denominator] = [match[1] ?? '', match[2] ?? ''].map((text) =>
    numberOf(text, { rate: false }),
  )
  if (numerator?.state !== 'number' || denominator?.state !== 'number') return null
  return { numerator: numerator.value, denominator: denominator.value }
}

function numberOf(digits: string, { rate }: { readonly rate: boolean }): FigureText {
  const text = digits.replace(/\s/g, '')
  const written = rate ? decimalReading(text) : countReading(text)
  if (written === undefined) return { ...EMPTY, state: 'doubtful' }
  const decimals = written.split('.')[1]?.length ?? 0
  return { ...EMPTY, state: 'number', value: Number(written), decimals }
}

function decimalReading(text: string): string | undefined {
  if (/^\d+([.,]\d+)?$/.test(text)) return text.replace(',', '.')
  return countReading(text)
}

/** A count: dots or commas before three digits are between thousands; any other dot leaves doubt. */
function countReading(text: string): string | undefined {
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return text.replaceAll('.', '').replace(',', '.')
  if (/^[1-9]\d{0,2}(,\d{3})+$/.test(text)) return text.replaceAll(',', '')
  if (/^\d+(,\d+)?$/.test(text)) return text.replace(',', '.')
  return /^\d+[.]0+$/.test(text) ? text.replace(/[.]0+$/, '') : undefined
}
