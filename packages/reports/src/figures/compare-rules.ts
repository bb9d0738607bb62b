import { type CountingRule, dayNumber, UsageError } from '@cchc/domain'
import type { Store } from '@cchc/store'
import type { StatisticsQuery, StatisticsResult, StatisticsRow } from '../contract.ts'
import { type ComparedFigures, ComparedTally, comparedRules } from './compared-tally.ts'
import { countingRule } from './counting-rules.ts'
import { scannedDossiers, subjectOf } from './dossier-events.ts'
import { findings } from './findings.ts'
import { codeOf, compareCodes, groupOf, type Names, subjectDimensions } from './grouping.ts'
import { loadNames } from './names.ts'
import { askedMonths, checkStatisticsQuery, countedDays } from './statistics-query.ts'

/** Which dossiers, and the rules to count them by; the others are explained against the first. */
export interface RuleComparisonQuery extends Omit<StatisticsQuery, 'rule'> {
  readonly rules: readonly string[]
}

/** The same dossiers counted by several rules, side by side, with the causes of every difference. */
export interface RuleComparison
  extends Pick<StatisticsResult, 'from' | 'to' | 'organisation' | 'findings'> {
  readonly rules: readonly StatisticsResult['rule'][]
  readonly rows: readonly (Pick<StatisticsRow, 'group'> & ComparedFigures)[]
  readonly total: ComparedFigures
}

interface Part {
  readonly month: string | null
  readonly tally: ComparedTally
}

interface Group {
  readonly codes: readonly string[]
  readonly parts: readonly Part[]
}

/**
 * Counts the dossiers once for all rules and explains how each rule differs from the first; causes add up exactly to
 * the difference of every column. Throws UsageError for fewer than two rules, a rule named twice, or an unknown one.
 */
export async function compareRules(
  store: Store,
  query: RuleComparisonQuery,
): Promise<RuleComparison> {
  checkStatisticsQuery(query)
  const rules = chooseRules(query.rules)
  const names = await loadNames(store)
  const organisation =
    query.organisation === undefined ? null : names.organisations.require(query.organisation)
  const { groups, total } = await count(store, { query, names, rules })
  const rows = groups.flatMap((group) => rowsOf(group, { query, names }))
  return {
    rules: rules.map(({ id, version, name }) => ({ id, version, name })),
    from: query.from,
    to: query.to,
    organisation,
    rows,
    total: total.figures(),
    findings: findingsOf([...rows, { group: {}, ...total.figures() }]),
  }
}

function chooseRules(ids: readonly string[]): readonly [CountingRule, ...CountingRule[]] {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  const [base, ...others] = ids.map(countingRule)
  if (base !== undefined && others.length > 0 && twice === undefined) return [base, ...others]
  const message =
    twice === undefined ? 'at least two rules are needed' : `the rule ${twice} is named twice`
  throw new UsageError(`Rules cannot be compared: ${message}.`, {
    fix: 'Name two or more different rules.',
    faults: [{ path: 'rule', message }],
  })
}

interface Counted {
  readonly query: RuleComparisonQuery
  readonly names: Names
}

async function count(
  store: Store,
  { query, names, rules }: Counted & { readonly rules: ReturnType<typeof chooseRules> },
): Promise<{ groups: readonly Group[]; total: ComparedTally }> {
  const compared = comparedRules(rules)
  const dimensions = subjectDimensions(query.by)
  const groups = new Map<string, Group>()
  const tallyOf = ({ from, to }: { from: string; to: string }) =>
    new ComparedTally(compared, { from: dayNumber(from), to: dayNumber(to) })
  const total = tallyOf(query)
  const { organisation, sources } = query
  const scope = { organisation, sources, ...countedDays(query) }
  for await (const dossier of scannedDossiers(store, scope)) {
    total.add(dossier)
    if (query.by.length === 0) continue
    const subject = subjectOf(dossier)
    const codes = dimensions.map((dimension) => codeOf(subject, dimension, names))
    const key = codes.join('\u0000')
    const group = groups.get(key) ?? { codes, parts: partsOf(query, tallyOf) }
    groups.set(key, group)
    for (const { tally } of group.parts) tally.add(dossier)
  }
  const compare = compareCodes(dimensions)
  return { groups: [...groups.values()].toSorted((a, b) => compare(a.codes, b.codes)), total }
}

function partsOf(
  query: RuleComparisonQuery,
  tallyOf: (days: { from: string; to: string }) => ComparedTally,
): readonly Part[] {
  if (!query.by.includes('month')) return [{ month: null, tally: tallyOf(query) }]
  return askedMonths(query).map((month) => ({ month: month.label, tally: tallyOf(month) }))
}

function rowsOf({ codes, parts }: Group, { query, names }: Counted): RuleComparison['rows'] {
  if (parts.every(({ tally }) => tally.isEmpty())) return []
  const shared = groupOf(subjectDimensions(query.by), { codes, names })
  return parts.map(({ month, tally }) => ({
    group: month === null ? shared : { ...shared, month: { code: month, name: month } },
    ...tally.figures(),
  }))
}

function findingsOf(rows: RuleComparison['rows']): readonly string[] {
  return rows.flatMap(({ group, byRule, differences }) => [
    ...byRule.flatMap(({ rule, ...figures }) =>
      findings([{ group, ...figures }]).map((finding) => `${rule}: ${finding}`),
    ),
    ...differences.flatMap(({ other, causes }) =>
      causes.some(({ cause }) => cause === 'unexplained')
        ? [`${other}: some dossiers differ for no known cause.`]
        : [],
    ),
  ])
}
