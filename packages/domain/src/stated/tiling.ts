import type { DayRange } from '../counting/difference.ts'
import { EXTRA_FIGURE_DESCRIPTIONS, type ExtraFigure } from '../counting/extra-figures.ts'
import { II06_COLUMNS, type StatisticsColumn } from '../dossier-statistics.ts'
import type { QuantityKind } from '../quantity.ts'
import { type Day, type DayNumber, dayNumber, dayText } from '../time.ts'
import type { StatedColumn, StatedCounts } from './stated-columns.ts'

/** What is stated for a span of days. */
export interface StatedWindow extends DayRange {
  readonly counts: StatedCounts
}

/** A share of one window in a column of a longer period. */
export interface StatedShare<W> {
  readonly window: W
  readonly count: number
}

/** A column of a period that windows add up to: the fewest ones, and the least and the most that any of them give. */
export interface Tiled<W> {
  readonly value: number
  readonly shares: readonly StatedShare<W>[]
  readonly least: number
  readonly most: number
}

interface Path<W> {
  readonly length: number
  readonly least: number
  readonly most: number
  readonly value: number
  readonly last: StatedShare<W> | null
  readonly before: Path<W> | null
}

const START = { length: 0, least: 0, most: 0, value: 0, last: null, before: null }

/**
 * A column of a period by windows that tile it exactly, each day in one of them: flows added, the opening stock that of
 * the first window, the closing stock that of the last. The fewest windows that state the column are taken, of as many
 * the ones that come later in the list. Undefined where none tile it. `days` are those of the period that the windows
 * have to tile, where others do the rest: the work of an organisation that began or ended within it.
 */
export function tileColumn<W extends StatedWindow>(
  windows: readonly W[],
  { period, days = period }: { readonly period: DayRange; readonly days?: DayRange },
  column: StatedColumn,
): Tiled<W> | undefined {
  return tileDays(windows, days, (window) => shareOf(window, period, column))
}

/** The same of anything that windows have a share of; one without a share is none. */
export function tileDays<W extends DayRange>(
  windows: readonly W[],
  days: DayRange,
  share: (window: W) => number | undefined,
): Tiled<W> | undefined {
  const paths = new Map<DayNumber, Path<W>>([[days.from, START]])
  for (const window of windows.toSorted((a, b) => a.from - b.from)) {
    const before = paths.get(window.from)
    const count = before && window.to <= days.to ? share(window) : undefined
    if (!before || count === undefined) continue
    const end = window.to + 1
    paths.set(end, shorter(paths.get(end), continued(before, { window, count })))
  }
  const whole = paths.get(days.to + 1)
  if (!whole) return undefined
  const { value, least, most } = whole
  return { value, shares: sharesOf(whole), least, most }
}

/** What of a period no window states, and what several do; for people, where the windows do not tile it. */
export function untiledDays(
  windows: readonly DayRange[],
  period: DayRange,
): { readonly lacking: readonly DayRange[]; readonly overlapping: readonly DayRange[] } {
  const lacking: DayRange[] = []
  const overlapping: DayRange[] = []
  let next = period.from
  for (const { from, to } of windows.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (from > next) lacking.push({ from: next, to: from - 1 })
    if (from < next) overlapping.push({ from, to: Math.min(to, next - 1) })
    next = Math.max(next, to + 1)
  }
  if (next <= period.to) lacking.push({ from: next, to: period.to })
  return { lacking, overlapping }
}

function continued<W>(before: Path<W>, last: StatedShare<W>): Path<W> {
  const { length, least, most, value } = before
  const { count } = last
  return {
    length: length + 1,
    least: least + count,
    most: most + count,
    value: value + count,
    last,
    before,
  }
}

function shorter<W>(known: Path<W> | undefined, path: Path<W>): Path<W> {
  if (!known) return path
  const chosen = path.length <= known.length ? path : known
  return {
    ...chosen,
    least: Math.min(known.least, path.least),
    most: Math.max(known.most, path.most),
  }
}

function sharesOf<W>(path: Path<W>): StatedShare<W>[] {
  return path.last && path.before ? [...sharesOf(path.before), path.last] : []
}

/** What a window adds to a column of the period; undefined where it would have to state it and does not. */
function shareOf(window: StatedWindow, period: DayRange, column: StatedColumn): number | undefined {
  const { counts, from, to } = window
  if (column === 'carriedOver') return from === period.from ? counts.carriedOver : 0
  const kind = kindOf(column)
  if (kind === 'stock') return to === period.to ? counts[column] : 0
  if (kind === 'caseload' && from !== period.from) return counts.receivedInPeriod
  return counts[column]
}

const KINDS = new Map<StatedColumn, QuantityKind>([
  ...II06_COLUMNS.map(({ key, kind }): [StatisticsColumn, QuantityKind] => [key, kind]),
  ...Object.entries(EXTRA_FIGURE_DESCRIPTIONS).map(
    ([key, { kind }]): [ExtraFigure, QuantityKind] => [key as ExtraFigure, kind],
  ),
])

function kindOf(column: StatedColumn): QuantityKind {
  return KINDS.get(column) ?? 'flow'
}

/** The days of windows in order, those that touch or overlap joined. */
export function joinedDays(
  windows: readonly { readonly from: Day; readonly to: Day }[],
): { readonly from: Day; readonly to: Day }[] {
  const joined: DayRange[] = []
  const days = windows.map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) }))
  for (const { from, to } of days.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && from <= last.to + 1) joined.splice(-1, 1, { ...last, to: Math.max(last.to, to) })
    else joined.push({ from, to })
  }
  return joined.map(({ from, to }) => ({ from: dayText(from), to: dayText(to) }))
}
