import type { AuditContext } from '../meaning/audit-context.ts'
import { type ReadWideTable, type WideRow, wideTables } from '../meaning/wide-tables.ts'
import { wrongBalance } from '../rules/received-resolved-pending.ts'
import { familiesOf, isAdded } from '../rules/row-sum.ts'
import { complementRelation } from './complement-relation.ts'
import { AS_PRINTED, type FigureCell } from './figure-cell.ts'
import { boundRelation, type Relation, shareRelation, sumRelation } from './relation.ts'

/** What arithmetic says of tables with many columns, across and down. */
export function wideRelations(context: AuditContext): readonly Relation[] {
  return wideTables(context).flatMap((read, table) => {
    const cells = new Map(
      read.rows.map((row, index) => [row, cellsIn(row, { read, table, index })]),
    )
    return [...across(read, cells), ...down(read, cells)]
  })
}

type Cells = ReadonlyMap<WideRow, readonly FigureCell[]>

function cellsIn(
  { row, figures, addresses }: WideRow,
  {
    read: { table: printed },
    table,
    index,
  }: { readonly read: ReadWideTable; readonly table: number; readonly index: number },
): readonly FigureCell[] {
  return figures.map((figure, at) => ({
    row,
    figure,
    printed: printed.rows[index]?.figures[at] ?? '',
    address: addresses[at],
    wide: { table, row: index, at, title: printed.columns[at]?.title ?? '' },
  }))
}

function across(read: ReadWideTable, cells: Cells): readonly Relation[] {
  return read.rows.flatMap((row) => {
    const own = cells.get(row) ?? []
    const at = (columns: readonly number[]) => columns.flatMap((column) => own[column] ?? [])
    return [
      ...(row.row.rate ? [] : ofCounts(read, { row, at })),
      ...read.shares.flatMap(({ share, readings }) => {
        const parts = readings.map(({ count, whole }) => ({ count: at(count), whole: at(whole) }))
        return at([share]).map((cell) => shareRelation(cell, parts))
      }),
      ...read.complements.map((columns) => complementRelation(at(columns))),
    ]
  })
}

function ofCounts(
  { sums, bounds, balances }: ReadWideTable,
  { row, at }: { readonly row: WideRow; readonly at: (columns: readonly number[]) => FigureCell[] },
): readonly Relation[] {
  return [
    ...sums.flatMap(({ total, parts, complete, otherwise }) =>
      at([total]).map((whole) => {
        if (!complete) return boundRelation(whole, at(parts))
        return sumRelation(whole, [at(parts), ...(otherwise ? [at(otherwise)] : [])])
      }),
    ),
    ...bounds.flatMap(([part, whole]) =>
      at([whole]).map((limit) => boundRelation(limit, at([part]))),
    ),
    ...balances.flatMap((balance) => {
      const { received, closed, left, carried, ofTotals } = balance
      const gone = at(left).filter(({ figure }) => figure.state === 'number')
      const readings = [at(closed), [...at(closed), ...gone]]
      const made = at([received]).map((total) => sumRelation(total, readings))
      const isWrong = wrongBalance(balance, row.figures)?.certain ?? false
      return carried && ofTotals
        ? made.filter((one) => isWrong || one.outcome(AS_PRINTED) === 'holds')
        : []
    }),
  ]
}

function down(read: ReadWideTable, cells: Cells): readonly Relation[] {
  return familiesOf(read).flatMap(({ total, parts }) => {
    if (parts.length === 0) return []
    return read.meanings.filter(isAdded).flatMap(({ at }) => {
      const terms = parts.flatMap((part) => cells.get(part)?.[at] ?? [])
      const whole = cells.get(total)?.[at]
      return whole ? sumRelation(whole, [terms]) : []
    })
  })
}
