import type { DayNumber } from '@cchc/domain'
import type { LedgerRow } from '../ledger-deltas.ts'
import { SUM_COLUMNS } from './cell-figures.ts'
import { type EventSums, type RowsByDay, rowOn } from './event-sums.ts'
import type { PackedSums } from './packed-sums.ts'
import { firstDayOf, GRAINS, type Grain } from './spans.ts'
import type { RollupSubject } from './subject.ts'

/** The sums of one time and subject by all rules. */
interface SumCell {
  readonly grain: number
  readonly firstDay: DayNumber
  /** The number under which sums name it. */
  readonly subject: number
  /** Where its sums begin. */
  readonly begin: number
}

/** To the beginning of which time of that grain an event is put. Days come again and again. */
export function placedBy(grain: Grain): (day: DayNumber) => DayNumber {
  const known = new Map<DayNumber, DayNumber>()
  return (day) => {
    const first = known.get(day) ?? firstDayOf(grain, day)
    known.set(day, first)
    return first
  }
}

/** Numbers under which sums name their subjects. */
export type IdOf = (subject: RollupSubject) => number

/** What is added to stored sums: of the others nothing changes. */
export interface AddedSums {
  /** Those of `SUM_COLUMNS` in which anything is counted; none = there are no rows. */
  readonly columns: readonly string[]
  /** Grain, first day and subject, then these columns. */
  readonly rows: Iterable<LedgerRow>
}

/**
 * Sums by halves of months as rows of every grain, in the order in which they are stored, so that they are written side by
 * side; of the columns that count anything, which are half of all. There is no row where nothing is counted.
 */
export function addedSums(halves: EventSums, idOf: IdOf): AddedSums {
  const { sums } = halves
  const cells = cellsOf(halves, idOf)
  const used = [...SUM_COLUMNS.keys()].filter((position) => sums.counts(position))
  return {
    columns: used.map((position) => SUM_COLUMNS[position] ?? ''),
    rows: rowsOf(cells, used, sums),
  }
}

function cellsOf(halves: EventSums, idOf: IdOf): readonly SumCell[] {
  const years = (['year', 'reportingYear'] as const).map(
    (name) => [GRAINS[name], placedBy(name)] as const,
  )
  const cells: SumCell[] = []
  for (const { subject: named, days } of halves.subjects()) {
    const subject = idOf(named)
    const list = (grain: number, rows: RowsByDay) => {
      for (const [firstDay, begin] of rows) cells.push({ grain, firstDay, subject, begin })
    }
    list(GRAINS.half, days)
    for (const [grain, place] of years) list(grain, folded(days, place, halves.sums))
  }
  return cells.sort((a, b) => a.grain - b.grain || a.firstDay - b.firstDay || a.subject - b.subject)
}

function folded(halves: RowsByDay, place: (day: DayNumber) => DayNumber, sums: PackedSums) {
  const years: RowsByDay = new Map()
  for (const [day, begin] of halves) sums.addRow(rowOn(years, place(day), sums), begin)
  return years
}

function* rowsOf(
  cells: readonly SumCell[],
  used: readonly number[],
  sums: PackedSums,
): Generator<LedgerRow> {
  for (const { grain, firstDay, subject, begin } of cells) {
    const counts = used.map((position) => sums.at(begin, position))
    if (counts.some((count) => count !== 0)) yield [grain, firstDay, subject, ...counts]
  }
}
