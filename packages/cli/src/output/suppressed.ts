import { printNumber } from '@cchc/domain'

/** What stands in tables, and what programs read, for a value that is suppressed. */
const NOT_TOLD = { people: 'không công bố', programs: 'suppressed' }

/** How a value of a row is shown, unless it is suppressed. */
export function unlessSuppressed<Row extends SuppressedRow>(
  name: NonNullable<Row['suppressed']>[number],
  { show, plain = show }: Shown<Row>,
): Required<Shown<Row>> {
  const isTold = ({ suppressed = [] }: Row) => !suppressed.includes(name)
  return {
    show: (row) => (isTold(row) ? show(row) : NOT_TOLD.people),
    plain: (row) => (isTold(row) ? plain(row) : NOT_TOLD.programs),
  }
}

interface SuppressedRow {
  readonly suppressed?: readonly string[] | undefined
}

interface Shown<Row> {
  show(row: Row): string
  plain?(row: Row): string
}

/** Says that counts are not told, where some are not. */
export function suppressedLines(
  suppressed: { readonly below: number; readonly cells: number } | undefined,
): string[] {
  if (!suppressed || suppressed.cells === 0) return []
  const below = printNumber(suppressed.below)
  return [`Không công bố số đếm từ 1 đến dưới ${below} và các số làm lộ chúng`]
}
