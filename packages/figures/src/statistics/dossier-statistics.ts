import { type CountingRule, type Day, type DayNumber, dayNumber, Tally } from '@cchc/domain'
import type { Store } from '@cchc/store'
import type { StatisticsQuery, StatisticsResult, StatisticsRow } from '../contract.ts'
import { countingRule, LEDGER_RULE } from './counting-rules.ts'
import { type Visit, visitDossiers, visitLedger } from './dossier-events.ts'
import { findings } from './findings.ts'
import { inMonth, type Names, SubjectGroups } from './grouping.ts'
import { loadNames } from './names.ts'
import { askedMonths, checkStatisticsQuery, countedDays } from './statistics-query.ts'

interface Window {
  readonly label: string
  readonly to: DayNumber
  readonly tally: Tally
}

interface Tallies {
  readonly whole: Tally
  readonly months: readonly Window[]
}

/**
 * The rows of Form II.06 for any split, and their total, from the ledger or (by field or procedure) from the dossiers.
 * A group without any dossier in the period has no row; an asked month always has one. Throws UsageError.
 */
export async function dossierStatistics(
  store: Store,
  query: StatisticsQuery,
): Promise<StatisticsResult> {
  checkStatisticsQuery(query)
  const rule = countingRule(query.rule)
  const names = await loadNames(store)
  const organisation = names.organisations.asked(query.organisation)
  const { groups, total: all } = await count(store, { query, names })
  const rows = groups.entries().flatMap((group) => rowsOf(group, query))
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
  store: Store,
  { query, names }: { readonly query: StatisticsQuery; readonly names: Names },
): Promise<{ groups: SubjectGroups<Tallies>; total: Tally }> {
  const groups = new SubjectGroups({ by: query.by, names }, () => newTallies(query))
  const total = tallyOf(query)
  await visitEvents(store, query, (subject, { measure, day, count: times }) => {
    const events = { measure, channel: subject.channel, day, count: times }
    total.add(events)
    const { whole, months } = groups.of(subject)
    whole.add(events)
    for (const { to, tally } of months) if (day <= to) tally.add(events)
  })
  return { groups, total }
}

async function visitEvents(store: Store, query: StatisticsQuery, visit: Visit): Promise<void> {
  const { organisation, sources } = query
  const scope = { organisation, sources, ...countedDays(query) }
  const rule = countingRule(query.rule)
  const fromDossiers = query.by.includes('field') || query.by.includes('procedure')
  if (fromDossiers || rule !== LEDGER_RULE) await visitDossiers(store, { ...scope, rule }, visit)
  else {
    const byDay = query.by.includes('month') || widened(query, scope)
    await visitLedger(store, { ...scope, byDay }, visit)
  }
}

function widened(query: StatisticsQuery, scope: { from: DayNumber; to: DayNumber }): boolean {
  return scope.from !== dayNumber(query.from) || scope.to !== dayNumber(query.to)
}

function newTallies(query: StatisticsQuery): Tallies {
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
  { group, held }: { readonly group: StatisticsRow['group']; readonly held: Tallies },
  query: StatisticsQuery,
): StatisticsRow[] {
  const rule = countingRule(query.rule)
  const figures = figuresOf(held.whole, rule)
  if (isEmpty(figures) || query.by.length === 0) return []
  if (!query.by.includes('month')) return [{ group, ...figures }]
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
