import { type CountingRule, type Day, type DayNumber, dayNumber, Tally } from '@cchc/domain'
import type { Store } from '@cchc/store'
import { dossierDimensions, splitsPeriod } from '../dimension/dimensions.ts'
import { type Group, inMonth, SubjectGroups } from '../dimension/subject-groups.ts'
import { type Counting, openCounting } from './counting.ts'
import { LEDGER_RULE } from './counting-rules.ts'
import { type Visit, visitDossiers, visitLedger } from './dossier-events.ts'
import { findings } from './findings.ts'
import type { StatisticsQuery } from './statistics-query.ts'
import { askedMonths, checkStatisticsQuery, countedDays } from './statistics-query.ts'
import type { StatisticsResult, StatisticsRow } from './statistics-result.ts'

interface Window {
  readonly label: string
  readonly to: DayNumber
  readonly tally: Tally
}

interface Tallies {
  readonly whole: Tally
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
  const { groups, total: all } = await count(counting, query)
  const rows = groups.entries().flatMap((group) => rowsOf(group, { query, rule }))
  const { statistics: total, ...beside } = figuresOf(all, rule)
  return {
    rule: { id: rule.id, version: rule.version, name: rule.name },
    from: query.from,
    to: query.to,
    organisation,
    rows,
    total,
    ...(beside.extras === undefined ? {} : { totalExtras: beside.extras }),
    findings: findings([...rows, { group: {}, statistics: total, ...beside }]),
  }
}

async function count(
  counting: Counting,
  query: Query,
): Promise<{ groups: SubjectGroups<Tallies>; total: Tally }> {
  const { names } = counting
  const groups = new SubjectGroups({ by: query.by, names }, () => newTallies(query))
  const total = tallyOf(query)
  await visitEvents(counting, query, (subject, { measure, day, count: times }) => {
    const events = { measure, channel: subject.channel, day, count: times }
    total.add(events)
    const { whole, months } = groups.of(subject)
    whole.add(events)
    for (const { to, tally } of months) if (day <= to) tally.add(events)
  })
  return { groups, total }
}

async function visitEvents({ store, rule }: Counting, query: Query, visit: Visit): Promise<void> {
  const { organisation, sources, by } = query
  const scope = { organisation, sources, ...countedDays(query) }
  const fromLedger = rule === LEDGER_RULE && dossierDimensions(by).every((one) => one.inLedger)
  if (!fromLedger) return visitDossiers(store, { ...scope, rule }, visit)
  const byDay = splitsPeriod(by) || widened(query, scope)
  return visitLedger(store, { ...scope, byDay }, visit)
}

function widened(query: Query, scope: { from: DayNumber; to: DayNumber }): boolean {
  return scope.from !== dayNumber(query.from) || scope.to !== dayNumber(query.to)
}

function newTallies(query: Query): Tallies {
  return {
    whole: tallyOf(query),
    months: askedMonths(query).map((month) => ({
      label: month.label,
      to: dayNumber(month.to),
      tally: tallyOf(month),
    })),
  }
}

function tallyOf({ from, to }: { readonly from: Day; readonly to: Day }): Tally {
  return new Tally(dayNumber(from), dayNumber(to))
}

function rowsOf(
  { group, held }: { readonly group: Group; readonly held: Tallies },
  { query, rule }: { readonly query: Query; readonly rule: CountingRule },
): StatisticsRow[] {
  const figures = figuresOf(held.whole, rule)
  if (isEmpty(figures) || query.by.length === 0) return []
  if (!splitsPeriod(query.by)) return [{ group, ...figures }]
  return held.months.map(({ label, tally }) => ({
    group: inMonth(group, label),
    ...figuresOf(tally, rule),
  }))
}

function figuresOf(tally: Tally, rule: CountingRule): Omit<StatisticsRow, 'group'> {
  const statistics = tally.statistics()
  return rule.extraFigures.length === 0
    ? { statistics }
    : { statistics, extras: tally.extras(rule) }
}

function isEmpty({ statistics, extras = {} }: Omit<StatisticsRow, 'group'>): boolean {
  return [...Object.values(statistics), ...Object.values(extras)].every((value) => value === 0)
}
