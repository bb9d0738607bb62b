import { type AuditContext, oncePerReport } from './audit-context.ts'
import type { OutlineRow } from './outline.ts'
import { exactSum, hasNumber, percentOf } from './rows.ts'
import type { Stated } from './stated.ts'
import { isAgreed, sideOf, statedFigures } from './stated-figures.ts'

/** A figure of the text that a row of the table does not bear out; `blank` = the row says nothing. */
export interface Difference {
  readonly stated: Stated
  readonly row: OutlineRow
  readonly value: number
  readonly blank: boolean
  readonly certain: boolean
}

type Compared = Pick<Difference, 'row' | 'value'>

/** What the text says otherwise than the table. */
export const statedDifferences = oncePerReport((context: AuditContext): readonly Difference[] => {
  const all = statedFigures(context)
  return all.flatMap((stated) => againstTable(stated, all))
})

function againstTable(stated: Stated, all: readonly Stated[]): readonly Difference[] {
  const { values, rows } = stated
  if (values.length === 0) return []
  if (rows.length > 1 && rows.length !== values.length) return againstSeveral(stated, all)
  return rows.flatMap((row, index) => {
    return againstRow(stated, { row, value: values[index] ?? 0 }, all) ?? []
  })
}

function againstRow(
  stated: Stated,
  { row, value }: Compared,
  all: readonly Stated[],
): Difference | undefined {
  const { state } = row.figure
  const difference = { stated, row, value, blank: false, certain: true }
  if (state === 'blank') return row.unit === '' ? undefined : { ...difference, blank: true }
  if (state !== 'number' || stated.percent !== row.rate) return undefined
  if (isAgreed(stated, { row, value })) return undefined
  const others = all
    .filter((other) => other !== stated && other.rows.includes(row))
    .map(({ values }) => values[0] ?? 0)
  if (others.length > 0 && exactSum([value, ...others]) === row.figure.value) return undefined
  if (others.some((other) => exactSum([value, other]) === row.figure.value)) return undefined
  const agreed = others.includes(row.figure.value)
  return { ...difference, certain: !agreed && sideOf(stated) === undefined }
}

/** Several rows for one figure: it may be any of them, their sum or their quotient; no more can be told. */
function againstSeveral(stated: Stated, all: readonly Stated[]): readonly Difference[] {
  const [value = 0] = stated.values
  const { rows, percent } = stated
  const shared = rows.some((row) => {
    return all.some((other) => other !== stated && other.rows.includes(row))
  })
  const counts = rows.filter((row) => hasNumber(row) && !row.rate).map((row) => row.figure.value)
  const same = rows.filter((row) => hasNumber(row) && row.rate === percent)
  if (same.some((row) => row.figure.value === value)) return []
  if (percent) return againstQuotient(stated, { value, counts })
  if (same.length === 0 || shared || exactSum(counts) === value) return []
  const [row] = same
  return row ? [{ stated, row, value, blank: false, certain: false }] : []
}

function againstQuotient(
  stated: Stated,
  { value, counts }: { readonly value: number; readonly counts: readonly number[] },
): readonly Difference[] {
  const [row] = stated.rows
  if (!row || counts.length < 2 || stated.rows.some((other) => other.rate)) return []
  const decimals = String(value).split('.')[1]?.length ?? 0
  const holds = counts.some((numerator) =>
    counts.some((denominator, index) => {
      if (denominator <= 0 || counts.indexOf(numerator) === index) return numerator === denominator
      return percentOf({ numerator, denominator }, decimals).value === value
    }),
  )
  return holds ? [] : [{ stated, row, value, blank: false, certain: false }]
}
