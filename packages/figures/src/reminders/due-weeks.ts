import { type Day, type DayNumber, dayNumber, dayOf, dayText, weekTextOf } from '@cchc/domain'
import type { Store } from '@cchc/store'
import type { Named } from '../dimension/define-dimension.ts'
import { openCounting } from '../statistics/counting.ts'
import { type DueKind, findDue } from './find-due.ts'

/** Around which day, by whose rule, and how many weeks before and after its own. */
export interface DueWeeksQuery {
  /** Absent = of all. */
  readonly organisation?: string | undefined
  readonly day: Day
  readonly rule: string
  readonly before: number
  readonly after: number
}

/** Due days of one kind within a week, Monday to Sunday; null = without a bound on that side. */
export interface DueWeek {
  readonly kind: DueKind
  /** Such as `2026-W10`; null = all weeks before those that stand by themselves. */
  readonly week: string | null
  readonly from: Day | null
  readonly to: Day | null
}

/** Counts in the order of the weeks, and what they add up to by kind. */
interface WeekCounts {
  readonly counts: readonly number[]
  readonly overdue: number
  readonly dueSoon: number
}

interface UnitWeeks extends Named, WeekCounts {}

/** Dossiers in process by unit and the week in which they are or were due. */
export interface DueWeeks {
  readonly weeks: readonly DueWeek[]
  readonly total: WeekCounts
  /** Those with most overdue first; a unit with nothing due is not among them. */
  readonly units: readonly UnitWeeks[]
}

/** Counts what `findDue` finds by unit and week, so that overdue weeks add up to column (13). */
export async function dueWeeks(store: Store, query: DueWeeksQuery): Promise<DueWeeks> {
  const { day, after } = query
  const counting = await openCounting(store, query.rule)
  const weeks = weeksAround(query)
  const byUnit = new Map<string, number[]>()
  const lastDay = dayText(mondayOf(day) + 7 * after + 6)
  for await (const { dossier, kind } of findDue(counting, { ...query, lastDay })) {
    const { organisationCode: code } = dossier
    const counts = byUnit.get(code) ?? weeks.map(() => 0)
    const at = placeOf(weeks, kind, dayOf(dossier.dueAt ?? 0))
    counts[at] = (counts[at] ?? 0) + 1
    byUnit.set(code, counts)
  }
  const { names } = counting
  const units = [...byUnit].map(([code, counts]) => {
    return { code, name: names.organisations.describe(code).name, ...summed(weeks, counts) }
  })
  const all = weeks.map((_, at) => sumOf(units.map(({ counts }) => counts[at] ?? 0)))
  return { weeks, total: summed(weeks, all), units: units.toSorted(mostFirst) }
}

function weeksAround({ day, before, after }: DueWeeksQuery): readonly DueWeek[] {
  const monday = mondayOf(day)
  const at = (index: number) => {
    const from = dayText(monday + 7 * index)
    return { week: weekTextOf(from), from, to: dayText(monday + 7 * index + 6) }
  }
  const past = Array.from({ length: before }, (_, index) => at(index - before))
  const coming = Array.from({ length: after }, (_, index) => at(index + 1))
  const { week, from, to } = at(0)
  return [
    { kind: 'overdue', week: null, from: null, to: dayText(monday - 7 * before - 1) },
    ...past.map((one) => ({ kind: 'overdue' as const, ...one })),
    { kind: 'overdue', week, from, to: null },
    { kind: 'dueSoon', week, from: null, to },
    ...coming.map((one) => ({ kind: 'dueSoon' as const, ...one })),
  ]
}

/** Day 0 was a Thursday. */
function mondayOf(day: Day): DayNumber {
  const number = dayNumber(day)
  return number - ((number + 3) % 7)
}

/** What is due later than all weeks belongs to the last. */
function placeOf(weeks: readonly DueWeek[], kind: DueKind, dueOn: Day): number {
  const at = weeks.findIndex((one) => one.kind === kind && (one.to === null || dueOn <= one.to))
  return at === -1 ? weeks.length - 1 : at
}

function summed(weeks: readonly DueWeek[], counts: readonly number[]): WeekCounts {
  const of = (kind: DueKind) => sumOf(counts.filter((_, at) => weeks[at]?.kind === kind))
  return { counts, overdue: of('overdue'), dueSoon: of('dueSoon') }
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

function mostFirst(a: UnitWeeks, b: UnitWeeks): number {
  return b.overdue - a.overdue || b.dueSoon - a.dueSoon || (a.code < b.code ? -1 : 1)
}
