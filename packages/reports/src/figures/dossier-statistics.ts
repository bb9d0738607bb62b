import { type CountingRule, type DayNumber, dayNumber, Tally } from '@cchc/domain'
import type { Store } from '@cchc/store'
import type { StatisticsQuery, StatisticsResult, StatisticsRow } from '../contract.ts'
import { countingRule, LEDGER_RULE } from './counting-rules.ts'
import { type EventSubject, type Visit, visitDossiers, visitLedger } from './dossier-events.ts'
import { findings } from './findings.ts'
import {
  codeOf,
  compareCodes,
  groupOf,
  type Names,
  type SubjectDimension,
  subjectDimensions,
} from './grouping.ts'
import { loadNames } from './names.ts'
import { checkStatisticsQuery, countedDays } from './statistics-query.ts'

interface Window {
  readonly label: string
  readonly from: DayNumber
  readonly to: DayNumber
  readonly tally: Tally
}

interface Group {
  readonly codes: readonly string[]
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
  const organisation =
    query.organisation === undefined ? null : names.organisations.require(query.organisation)
  const { groups, total: all } = await count(store, { query, names })
  const rows = groups.flatMap((group) => rowsOf(group, { query, names }))
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

interface Counted {
  readonly query: StatisticsQuery
  readonly names: Names
}

async function count(
  store: Store,
  { query, names }: Counted,
): Promise<{ groups: readonly Group[]; total: Tally }> {
  const dimensions = subjectDimensions(query.by)
  const groups = new Map<string, Group>()
  const total = new Tally(dayNumber(query.from), dayNumber(query.to))
  await visitEvents(store, query, (subject, { measure, day, count: times }) => {
    total.add(measure, subject.channel, day, times)
    const group = findGroup(groups, { subject, dimensions, query, names })
    group.whole.add(measure, subject.channel, day, times)
    for (const { to, tally } of group.months) {
      if (day <= to) tally.add(measure, subject.channel, day, times)
    }
  })
  const compare = compareCodes(dimensions)
  const sorted = [...groups.values()].toSorted((a, b) => compare(a.codes, b.codes))
  return { groups: sorted, total }
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

function findGroup(
  groups: Map<string, Group>,
  wanted: Counted & { subject: EventSubject; dimensions: readonly SubjectDimension[] },
): Group {
  const { subject, dimensions, query, names } = wanted
  const codes = dimensions.map((dimension) => codeOf(subject, dimension, names))
  const key = codes.join('\u0000')
  const found = groups.get(key) ?? newGroup(codes, query)
  groups.set(key, found)
  return found
}

function newGroup(codes: readonly string[], query: StatisticsQuery): Group {
  const months = query.by.includes('month') ? (query.months ?? []) : []
  return {
    codes,
    whole: new Tally(dayNumber(query.from), dayNumber(query.to)),
    months: months.map((month) => {
      const from = dayNumber(month.from)
      const to = dayNumber(month.to)
      return { label: month.label, from, to, tally: new Tally(from, to) }
    }),
  }
}

function rowsOf(group: Group, { query, names }: Counted): StatisticsRow[] {
  const dimensions = subjectDimensions(query.by)
  const rule = countingRule(query.rule)
  const whole = figuresOf(group.whole, rule)
  if (isEmpty(whole)) return []
  const shared = groupOf(dimensions, { codes: group.codes, names })
  if (!query.by.includes('month')) {
    return query.by.length === 0 ? [] : [{ group: shared, ...whole }]
  }
  return group.months.map(({ label, tally }) => ({
    group: { ...shared, month: { code: label, name: label } },
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
