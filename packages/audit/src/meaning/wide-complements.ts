import type { WideTable } from './audited-report.ts'
import { BETWEEN_HEADS } from './audited-report.ts'
import { labelKey } from './label-key.ts'
import { oppositesAmong } from './share-groups.ts'
import { OPPOSITES } from './vocabulary/families.ts'
import type { ColumnMeaning } from './wide-columns.ts'

/** Columns of shares below one head, or of one rank, that leave nothing out by what they are called. */
export function columnComplements(
  { columns }: WideTable,
  meanings: readonly ColumnMeaning[],
): readonly (readonly number[])[] {
  const shares = meanings
    .filter(({ isShare }) => isShare)
    .map(({ at }) => {
      const heads = (columns[at]?.title ?? '').split(BETWEEN_HEADS)
      return {
        at,
        above: heads.slice(0, -1).join(BETWEEN_HEADS),
        key: labelKey(heads.at(-1) ?? ''),
      }
    })
  const groups = Map.groupBy(shares, ({ above }) => above)
  return [...groups.values()].flatMap((group) =>
    OPPOSITES.filter(({ exhaustive }) => exhaustive).flatMap((opposites) => {
      const found = oppositesAmong(group, opposites)
      return found ? [found.rows.map(({ at }) => at)] : []
    }),
  )
}
