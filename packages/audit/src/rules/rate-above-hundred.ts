import { MAY_EXCEED } from '../meaning/known-indicators.ts'
import { isPrinted, recomputedRates } from '../meaning/recomputed-rates.ts'
import { COMPARES, GROWS, SHRINKS } from '../meaning/vocabulary/changes.ts'
import { RATE } from '../meaning/vocabulary/labels.ts'
import { MANNER, MAY_PASS, OVERFULFILLED } from '../meaning/vocabulary/stages.ts'
import type { ColumnMeaning } from '../meaning/wide-columns.ts'
import { wideTables } from '../meaning/wide-tables.ts'
import {
  type AuditContext,
  defineAuditRule,
  hasNumber,
  inColumn,
  type OutlineRow,
  whereIs,
} from '../rule.ts'

/** From here on no growth and no plan explains a rate. */
const BEYOND_GROWTH = 1000

/** A share of more than the whole. */
export const rateAboveHundred = defineAuditRule({
  id: 'rate-above-hundred',
  kind: 'units',
  severity: 'either',
  needs: ['table'],
  en: '{place} says {printed}, more than 100%: a decimal comma may be missing, or it is a count.',
  vi: '{place} ghi {printed}, vượt quá 100%: có lẽ thiếu dấu phẩy thập phân hoặc ghi số lượng thay cho tỷ lệ.',
  expected: '≤ 100%',
  example: '1 | Tỷ lệ hồ sơ đúng hạn | % | [9973 -> 99,73]',
  find: (context) => [...inLists(context), ...inWideTables(context)],
})

function inLists(context: AuditContext) {
  const explained = new Set(
    recomputedRates(context)
      .filter(({ parts, ratio }) => ratio.denominator > 0 && isPrinted(parts, ratio))
      .map(({ parts }) => parts.rate),
  )
  return context.rows
    .filter((row) => row.rate && hasNumber(row) && row.figure.value > 100)
    .filter((row) => !explained.has(row) && !grows(row))
    .map((row) => {
      const certain = row.figure.value >= BEYOND_GROWTH || isShare(row, context)
      return { at: row, place: whereIs(row), certain }
    })
}

/** Shares whose count and whole are no columns of the table; tables of indicators are read as lists too. */
function inWideTables(context: AuditContext) {
  return wideTables(context).flatMap(({ table, rows, meanings, shares }) => {
    const parted = new Set(shares.map(({ share }) => share))
    const alone = table.ofIndicators ? [] : meanings.filter(isOfWhole)
    return rows.flatMap(({ row, figures, addresses }, index) =>
      alone.flatMap(({ at, path }) => {
        const figure = figures[at]
        if (parted.has(at) || figure?.state !== 'number' || figure.value <= 100) return []
        const printed = table.rows[index]?.figures[at] ?? ''
        const place = inColumn(row, table.columns[at]?.title ?? '')
        const certain = figure.value >= BEYOND_GROWTH || MANNER.test(path.join(' '))
        return { at: row, in: addresses[at], place, printed, certain }
      }),
    )
  })
}

function isOfWhole({ isShare: isOne, path }: ColumnMeaning): boolean {
  const words = path.join(' ')
  return isOne && ![GROWS, COMPARES, MAY_PASS, OVERFULFILLED].some((says) => says.test(words))
}

function grows({ key, figure }: OutlineRow): boolean {
  return figure.value < BEYOND_GROWTH && GROWS.test(key) && !SHRINKS.test(key)
}

function isShare(row: OutlineRow, { meaning }: AuditContext): boolean {
  const { id = '', kind } = meaning.get(row)?.indicator ?? {}
  const paidOut = MAY_EXCEED.test(id) || OVERFULFILLED.test(row.key)
  return !paidOut && (RATE.test(row.key) || kind === 'ratio')
}
