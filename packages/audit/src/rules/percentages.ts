import {
  type AuditContext,
  finding,
  hasNumber,
  percentOf,
  printFigure,
  sentence,
  shortLabel,
  whereIs,
} from '../meaning/audit-context.ts'
import type { Finding } from '../meaning/audit-report.ts'
import type { OutlineRow } from '../meaning/outline.ts'
import { type RatioParts, ratiosWithParts } from '../meaning/ratio-parts.ts'

/** Kind 1: a printed percentage against its numerator and denominator, half-up at the printed precision. */
export function percentageFindings(context: AuditContext): readonly Finding[] {
  return [
    ...ratiosWithParts(context).flatMap(compared),
    ...context.rows.flatMap(comparedInside),
    ...context.rows.flatMap(comparedInWords),
  ]
}

function compared(parts: RatioParts): readonly Finding[] {
  const { rate, numerator, denominator } = parts
  if (![rate, numerator, denominator].every(hasNumber)) return []
  if (denominator.figure.value === 0) return rateOfNothing(parts)
  if (numerator.figure.value < 0 || isAboveWhole(parts)) return []
  const ratio = { numerator: numerator.figure.value, denominator: denominator.figure.value }
  const exact = percentOf(ratio, rate.figure.decimals)
  if (exact.value === rate.figure.value || readsOtherwise(parts)) return []
  const asFraction = !rate.figure.percent && fractionOfOne(rate, ratio)
  return [asFraction ? fractionFinding(parts, ratio) : mismatch(parts, ratio)]
}

/** A part above its whole is told as such; unless it may be, or the printed rate denies it. */
function isAboveWhole({ rate, numerator, denominator, mayExceed }: RatioParts): boolean {
  const above = numerator.figure.value > denominator.figure.value
  return above && !(mayExceed && rate.figure.value <= 100)
}

/** Whether another count, or several together, make the printed rate where its label names none. */
function readsOtherwise({ rate, denominator, candidates = [] }: RatioParts): boolean {
  const values = candidates.filter(hasNumber).map((row) => row.figure.value)
  const sums = values.flatMap((value, index) => [
    value,
    ...values.slice(index + 1).map((other) => value + other),
  ])
  const { decimals, value: printed } = rate.figure
  return sums.some((numerator) => {
    return (
      percentOf({ numerator, denominator: denominator.figure.value }, decimals).value === printed
    )
  })
}

function mismatch(
  { rate, numerator, denominator, certain }: RatioParts,
  ratio: { numerator: number; denominator: number },
): Finding {
  const { text } = percentOf(ratio, rate.figure.decimals)
  return finding([rate, numerator, denominator], {
    rule: 'percentage-of-parts',
    kind: 1,
    severity: certain ? 'error' : 'warning',
    printed: rate.value,
    expected: text,
    explanation: sentence(
      `${whereIs(rate)} ghi ${rate.value.trim()}, nhưng ${shortLabel(numerator.label)} (dòng ${numerator.line}) là ${printFigure(ratio.numerator)} trên ${shortLabel(denominator.label)} (dòng ${denominator.line}) là ${printFigure(ratio.denominator)}, tức ${text}.`,
    ),
  })
}

function rateOfNothing({ rate, numerator, denominator, certain }: RatioParts): readonly Finding[] {
  if (numerator.figure.value !== 0) return []
  return [
    finding([rate, numerator, denominator], {
      rule: 'percentage-of-nothing',
      kind: 1,
      severity: certain && rate.figure.value !== 0 ? 'error' : 'warning',
      printed: rate.value,
      expected: '-',
      explanation: sentence(
        `${whereIs(rate)} ghi ${rate.value.trim()}, nhưng cả tử số (dòng ${numerator.line}) và mẫu số (dòng ${denominator.line}) đều bằng 0: 0/0 không có tỷ lệ, cần ghi “-” (không phát sinh).`,
      ),
    }),
  ]
}

function fractionOfOne(
  rate: OutlineRow,
  { numerator, denominator }: { numerator: number; denominator: number },
): boolean {
  const { value, decimals } = rate.figure
  if (value === 1) return numerator === denominator
  return value < 1 && decimals > 0 && Math.abs(numerator / denominator - value) < 10 ** -decimals
}

function fractionFinding(
  { rate, numerator, denominator, certain }: RatioParts,
  ratio: { numerator: number; denominator: number },
): Finding {
  const { text } = percentOf(ratio, Math.max(0, rate.figure.decimals - 2))
  return finding([rate, numerator, denominator], {
    rule: 'percentage-as-fraction',
    kind: 5,
    severity: certain ? 'error' : 'warning',
    printed: rate.value,
    expected: text,
    explanation: sentence(
      `${whereIs(rate)} có đơn vị tính là % nhưng ghi ${rate.value.trim()} (dạng thập phân); theo dòng ${numerator.line} và dòng ${denominator.line} phải ghi ${text}.`,
    ),
  })
}

/** `1238/1285 đạt tỷ lệ 96,3%` in one cell. */
function comparedInside(row: OutlineRow): readonly Finding[] {
  const { fraction, value, decimals, percent, state } = row.figure
  if (!fraction || !percent || state !== 'number' || fraction.denominator === 0) return []
  const exact = percentOf(fraction, decimals)
  return exact.value === value ? [] : [insideFinding(row, { printed: row.value, text: exact.text })]
}

const IN_WORDS =
  /(?<![\d/])(\d[\d.]*)\s*\/\s*(\d[\d.]*)(?![\d/])[^.;%\d]{0,60}?(?:đạt|tỷ lệ|tỉ lệ|chiếm)[^.;%\d]{0,30}(\d+(?:,\d+)?)\s*%/giu

/** `3/3 phòng thuộc Ban, đạt 100%` in a label or a note. */
function comparedInWords(row: OutlineRow): readonly Finding[] {
  return [...`${row.label}\n${row.note}`.normalize('NFC').matchAll(IN_WORDS)].flatMap((match) => {
    const [printed, above = '', below = '', percent = ''] = match
    const ratio = { numerator: count(above), denominator: count(below) }
    if (!(ratio.denominator > 0)) return []
    const exact = percentOf(ratio, percent.split(',')[1]?.length ?? 0)
    const same = exact.value === Number(percent.replace(',', '.'))
    return same ? [] : [insideFinding(row, { printed, text: exact.text })]
  })
}

function count(text: string): number {
  return Number(text.replace(/\.$/, '').replaceAll('.', ''))
}

function insideFinding(
  row: OutlineRow,
  { printed, text }: { readonly printed: string; readonly text: string },
): Finding {
  return finding([row], {
    rule: 'percentage-in-text',
    kind: 1,
    severity: 'error',
    printed,
    expected: text,
    explanation: sentence(
      `${whereIs(row)} ghi “${printed.trim()}”, nhưng phép chia đó cho kết quả ${text}.`,
    ),
  })
}
