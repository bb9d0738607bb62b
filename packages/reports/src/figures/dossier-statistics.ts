import {
  brokenIdentities,
  type DayNumber,
  type DossierStatistics,
  dayNumber,
  Tally,
} from '@cchc/domain'
import type { Store } from '@cchc/store'
import type { StatisticsQuery, StatisticsResult, StatisticsRow } from '../contract.ts'
import { countingRule, LEDGER_RULE } from './counting-rules.ts'
import { type EventSubject, type Visit, visitDossiers, visitLedger } from './dossier-events.ts'
import { codeOf, compareCodes, groupOf, type Names, type SubjectDimension } from './grouping.ts'
import { loadOrganisations } from './organisation-tree.ts'
import { fieldNames } from './procedure-counts.ts'
import { checkStatisticsQuery } from './statistics-query.ts'
import { unifiedProcedures } from './unified-procedures.ts'

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
  const { groups, total } = await count(store, { query, names })
  const rows = groups.flatMap((group) => rowsOf(group, { query, names }))
  return {
    rule: { id: rule.id, version: rule.version, name: rule.name },
    from: query.from,
    to: query.to,
    organisation,
    rows,
    total,
    findings: findings(rows, total),
  }
}

async function loadNames(store: Store): Promise<Names> {
  const procedures = await unifiedProcedures(store)
  return {
    organisations: await loadOrganisations(store),
    procedures: new Map(procedures.map((procedure) => [procedure.code, procedure])),
    fields: fieldsByCode(await fieldNames(store), procedures),
  }
}

function fieldsByCode(
  listed: ReadonlyMap<string, string>,
  procedures: Awaited<ReturnType<typeof unifiedProcedures>>,
): ReadonlyMap<string, string> {
  const stated = procedures.flatMap(({ fieldCode, fieldName }): [string, string][] =>
    fieldCode !== null && fieldName !== null ? [[fieldCode, fieldName]] : [],
  )
  return new Map([...stated, ...listed])
}

interface Counted {
  readonly query: StatisticsQuery
  readonly names: Names
}

async function count(
  store: Store,
  { query, names }: Counted,
): Promise<{ groups: readonly Group[]; total: DossierStatistics }> {
  const dimensions = subjectDimensions(query)
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
  return { groups: sorted, total: total.statistics() }
}

async function visitEvents(store: Store, query: StatisticsQuery, visit: Visit): Promise<void> {
  const months = query.by.includes('month') ? (query.months ?? []) : []
  const from = Math.min(dayNumber(query.from), ...months.map((month) => dayNumber(month.from)))
  const to = Math.max(dayNumber(query.to), ...months.map((month) => dayNumber(month.to)))
  const { organisation, sources } = query
  const scope = { organisation, sources, from, to }
  const rule = countingRule(query.rule)
  const fromDossiers = query.by.includes('field') || query.by.includes('procedure')
  if (fromDossiers || rule !== LEDGER_RULE) await visitDossiers(store, { ...scope, rule }, visit)
  else
    await visitLedger(store, { ...scope, byDay: months.length > 0 || widened(query, scope) }, visit)
}

function widened(query: StatisticsQuery, scope: { from: DayNumber; to: DayNumber }): boolean {
  return scope.from !== dayNumber(query.from) || scope.to !== dayNumber(query.to)
}

function subjectDimensions(query: StatisticsQuery): readonly SubjectDimension[] {
  return query.by.filter((dimension) => dimension !== 'month')
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
  const dimensions = subjectDimensions(query)
  const whole = group.whole.statistics()
  if (Object.values(whole).every((value) => value === 0)) return []
  const shared = groupOf(dimensions, { codes: group.codes, names })
  if (!query.by.includes('month')) {
    return query.by.length === 0 ? [] : [{ group: shared, statistics: whole }]
  }
  return group.months.map(({ label, tally }) => ({
    group: { ...shared, month: { code: label, name: label } },
    statistics: tally.statistics(),
  }))
}

function findings(rows: readonly StatisticsRow[], total: DossierStatistics): readonly string[] {
  const named = rows.map(({ group, statistics }) => ({
    name: Object.values(group)
      .map(({ code }) => code)
      .join(' / '),
    statistics,
  }))
  return [...named, { name: 'total', statistics: total }].flatMap(({ name, statistics }) => [
    ...brokenIdentities(statistics).map(
      (broken) => `${name}: ${broken.name} is broken: ${broken.left} is not ${broken.right}.`,
    ),
    ...Object.entries(statistics)
      .filter(([, value]) => value < 0)
      .map(([column, value]) => `${name}: ${column} is ${value}, less than zero.`),
  ])
}
