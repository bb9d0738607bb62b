import type { DayNumber } from '@cchc/domain'
import type { LedgerRow } from '../ledger-deltas.ts'
import { SUM_COLUMNS } from './cell-figures.ts'
import type { SubjectSums, SumsByDay } from './event-sums.ts'
import { firstDayOf, GRAINS, type Grain } from './spans.ts'

/** The sums of one time and subject by all rules. */
export interface SumCell {
  readonly grain: number
  readonly firstDay: DayNumber
  /** The number under which sums name it. */
  readonly subject: number
  readonly counts: readonly number[]
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

/** Cells of every grain, made of sums by halves of months, in the order in which they are stored: so they are written side by side. */
export function cellsOf(
  subjects: readonly SubjectSums[],
  idOf: (subject: SubjectSums['subject']) => number,
): readonly SumCell[] {
  const years = (['year', 'reportingYear'] as const).map(
    (name) => [GRAINS[name], placedBy(name)] as const,
  )
  const cells: SumCell[] = []
  for (const { subject: named, days } of subjects) {
    const subject = idOf(named)
    const add = (grain: number, sums: SumsByDay) => {
      for (const [firstDay, counts] of sums) cells.push({ grain, firstDay, subject, counts })
    }
    add(GRAINS.half, days)
    for (const [grain, place] of years) add(grain, folded(days, place))
  }
  return cells.sort((a, b) => a.grain - b.grain || a.firstDay - b.firstDay || a.subject - b.subject)
}

/** What is added to stored sums: of the others nothing changes. */
export interface AddedSums {
  /** Those of `SUM_COLUMNS` in which anything is counted; none = there are no rows. */
  readonly columns: readonly string[]
  /** Grain, first day and subject, then these columns. */
  readonly rows: Iterable<LedgerRow>
}

/** Rows of the columns that count anything, which are half of all; no row where nothing is counted. */
export function addedSums(cells: readonly SumCell[]): AddedSums {
  const used = [...SUM_COLUMNS.keys()].filter((at) => cells.some(({ counts }) => counts[at]))
  return { columns: used.map((at) => SUM_COLUMNS[at] ?? ''), rows: rowsOf(cells, used) }
}

function* rowsOf(cells: readonly SumCell[], used: readonly number[]): Generator<LedgerRow> {
  for (const { grain, firstDay, subject, counts } of cells) {
    if (!used.some((at) => counts[at])) continue
    const row = [grain, firstDay, subject]
    for (const at of used) row.push(counts[at] ?? 0)
    yield row
  }
}

function folded(halves: SumsByDay, place: (day: DayNumber) => DayNumber): SumsByDay {
  const years: SumsByDay = new Map()
  for (const [day, counts] of halves) {
    const year = place(day)
    const sums = years.get(year)
    if (sums) addTo(sums, counts)
    else years.set(year, counts.slice())
  }
  return years
}

function addTo(sums: number[], counts: readonly number[]): void {
  for (let index = 0; index < counts.length; index += 1) {
    sums[index] = (sums[index] ?? 0) + (counts[index] ?? 0)
  }
}
