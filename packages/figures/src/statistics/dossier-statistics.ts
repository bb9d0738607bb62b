import {
  addExtraFigures,
  addStatistics,
  type CountingRule,
  type Day,
  type DayNumber,
  type DayRange,
  dayNumber,
  Tally,
  tt01,
} from '@cchc/domain'
import type { Store } from '@cchc/store'
import { dossierDimensions, splitsPeriod } from '../dimension/dimensions.ts'
import { type Group, inMonth, SubjectGroups } from '../dimension/subject-groups.ts'
import { StatedSum } from '../stated/stated-sum.ts'
import { type StatedUnits, statedUnits } from '../stated/stated-units.ts'
import { type Counting, openCounting } from './counting.ts'
import { type EventSplit, visitEvents } from './dossier-events.ts'
import { findings } from './findings.ts'
import type { StatisticsQuery } from './statistics-query.ts'
import { askedMonths, checkStatisticsQuery, countedDays } from './statistics-query.ts'
import type { StatisticsResult, StatisticsRow } from './statistics-result.ts'

/** What is counted of a row, and what is stated of it. */
interface Held {
  readonly tally: Tally
  readonly stated: StatedSum
}

interface Window extends Held {
  readonly label: string
  readonly to: DayNumber
}

interface Tallies {
  readonly whole: Held
  readonly months: readonly Window[]
}

type Query = Omit<StatisticsQuery, 'rule'>

/**
 * The rows of Form II.06 for any split, and their total, from the ledger or (by field or procedure) from the dossiers.
 * A group without any dossier in the period has no row; an asked month always has one. Throws UsageError.
 */
export async function dossierStatistics(
  store: Store,
  { rule, ...query }: StatisticsQuery,
): Promise<StatisticsResult> {
  checkStatisticsQuery(query)
  return countStatistics(await openCounting(store, rule), query)
}

/** The same for a sound query, with a rule and names that are already known. */
export async function countStatistics(counting: Counting, query: Query): Promise<StatisticsResult> {
  const { names, rule } = counting
  const organisation = names.organisations.asked(query.organisation)
  const { groups, total: all, stated, endless } = await count(counting, query)
  const rows = groups.entries().flatMap((group) => rowsOf(group, { query, rule }))
  const { statistics: total, ...beside } = figuresOf(all, rule)
  const sound = [...rows, { group: {}, statistics: total, ...beside }]
  return {
    rule: { id: rule.id, version: rule.version, name: rule.name },
    from: query.from,
    to: query.to,
    organisation,
    rows,
    total,
    ...(beside.extras === undefined ? {} : { totalExtras: beside.extras }),
    ...(beside.stated && { totalStated: beside.stated }),
    ...(endless > 0 && { endless }),
    findings: [...findings(sound.filter((row) => !row.stated)), ...stated.findings],
  }
}

interface Counts {
  readonly groups: SubjectGroups<Tallies>
  readonly total: Held
  readonly stated: Pick<StatedUnits, 'findings'>
  readonly endless: number
}

async function count(counting: Counting, query: Query): Promise<Counts> {
  const { names } = counting
  const groups = new SubjectGroups({ by: query.by, names }, () => newTallies(query))
  const total = heldOf(query)
  const { organisation, sources } = query
  const { endless } = await visitEvents(
    counting.store,
    { organisation, sources, ...countedDays(query), ...splitOf(counting, query) },
    (subject, { measure, day, count: times }) => {
      const events = { measure, channel: subject.channel, day, count: times }
      total.tally.add(events)
      const { whole, months } = groups.of(subject)
      whole.tally.add(events)
      for (const { to, tally } of months) if (day <= to) tally.add(events)
    },
  )
  const stated = await statedUnits(counting, { ...query, ...daysOf(query) })
  addStated(stated, { total: total.stated, groups, of: ({ whole }) => whole.stated })
  const findings = [...stated.findings]
  for (const [index, month] of askedMonths(query).entries()) {
    const ofMonth = await statedUnits(counting, { ...query, ...daysOf(month) })
    addStated(ofMonth, { groups, of: ({ months }) => months[index]?.stated })
    findings.push(...ofMonth.findings)
  }
  return { groups, total, stated: { findings }, endless }
}

/** Adds what is stated, and what nobody gives, to the rows that it is of. */
function addStated(
  { units, unknown }: StatedUnits,
  rows: {
    readonly total?: StatedSum
    readonly groups: SubjectGroups<Tallies>
    readonly of: (held: Tallies) => StatedSum | undefined
  },
): void {
  const { total, groups, of } = rows
  for (const { whole, parts } of units) {
    total?.add(whole)
    for (const part of parts) of(groups.of(part.subject))?.add(part)
  }
  for (const { subject, gap } of unknown) {
    total?.lack(gap)
    of(groups.of(subject))?.lack(gap)
    for (const held of groups.besides(subject)) of(held)?.lack(gap)
  }
  for (const { whole, blind } of units) {
    if (blind) for (const held of groups.besides(whole.subject)) of(held)?.lack(blind)
  }
}

/** Sums that no window of the query cuts through. */
function splitOf({ rule }: Counting, query: Query): EventSplit {
  const { from, to } = countedDays(query)
  const begins = [query, ...askedMonths(query)].flatMap((window) => {
    const { from: first, to: last } = daysOf(window)
    return [first, last + 1]
  })
  const cuts = [...new Set(begins)].filter((day) => day > from && day <= to)
  // Only details tell which dossiers are over without an end, which nothing tells of the ledger of reports.
  const detailed = rule !== tt01 || dossierDimensions(query.by).some((one) => !one.inLedger)
  return { rule, detailed, cuts: cuts.toSorted((a, b) => a - b) }
}

function newTallies(query: Query): Tallies {
  return {
    whole: heldOf(query),
    months: askedMonths(query).map((month) => ({
      label: month.label,
      to: dayNumber(month.to),
      ...heldOf(month),
    })),
  }
}

function daysOf({ from, to }: { readonly from: Day; readonly to: Day }): DayRange {
  return { from: dayNumber(from), to: dayNumber(to) }
}

function heldOf(days: { readonly from: Day; readonly to: Day }): Held {
  const { from, to } = daysOf(days)
  return { tally: new Tally(from, to), stated: new StatedSum() }
}

function rowsOf(
  { group, held }: { readonly group: Group; readonly held: Tallies },
  { query, rule }: { readonly query: Query; readonly rule: CountingRule },
): StatisticsRow[] {
  const figures = figuresOf(held.whole, rule)
  if (isEmpty(figures) || query.by.length === 0) return []
  if (!splitsPeriod(query.by)) return [{ group, ...figures }]
  return held.months.map(({ label, ...own }) => ({
    group: inMonth(group, label),
    ...figuresOf(own, rule),
  }))
}

function figuresOf({ tally, stated }: Held, rule: CountingRule): Omit<StatisticsRow, 'group'> {
  const counted = tally.statistics()
  const isCounted = Object.values(counted).some((count) => count !== 0)
  const part = stated.part({ isCounted })
  const statistics = part ? addStatistics([counted, stated.statistics()]) : counted
  const given = part ? [tally.extras(rule), stated.extras(rule)] : [tally.extras(rule)]
  return {
    statistics,
    ...(rule.extraFigures.length > 0 && { extras: addExtraFigures(given) }),
    ...(part && { stated: part }),
  }
}

function isEmpty({ statistics, extras = {}, stated }: Omit<StatisticsRow, 'group'>): boolean {
  const values = [...Object.values(statistics), ...Object.values(extras)]
  return !stated && values.every((value) => value === 0)
}
