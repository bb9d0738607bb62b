import { type CountingRule, type DayRange, dayNumber, UsageError } from '@cchc/domain'
import type { Store, StoredDossier } from '@cchc/store'
import type { StatisticsQuery, StatisticsResult, StatisticsRow } from '../contract.ts'
import {
  type ComparedFigures,
  type ComparedRules,
  ComparedTally,
  compareDossier,
  comparedRules,
} from './compared-tally.ts'
import { countingRule } from './counting-rules.ts'
import { scannedBatches, subjectOf } from './dossier-events.ts'
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

interface Window {
  readonly month: string | null
  readonly period: DayRange
}

interface Group {
  readonly codes: readonly string[]
  /** One tally for each window. */
  readonly tallies: readonly ComparedTally[]
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
  const comparison = await count(store, { query, names, rules })
  const rows = rowsOf(comparison, { query, names })
  const total = comparison.total.figures()
  return {
    rules: rules.map(({ id, version, name }) => ({ id, version, name })),
    from: query.from,
    to: query.to,
    organisation,
    rows,
    total,
    findings: findingsOf([...rows, { group: {}, ...total }]),
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
  { rules, ...counted }: Counted & { readonly rules: ReturnType<typeof chooseRules> },
): Promise<Comparison> {
  const { organisation, sources, ...query } = counted.query
  const comparison = new Comparison(comparedRules(rules), counted)
  const scope = { organisation, sources, ...countedDays(query) }
  for await (const batch of scannedBatches(store, scope)) {
    for (const dossier of batch) comparison.add(dossier)
  }
  return comparison
}

/** The tallies of a comparison: one over all dossiers, and for each group one a window. */
class Comparison {
  readonly total: ComparedTally
  readonly windows: readonly Window[]
  readonly #compared: ComparedRules
  readonly #names: Names
  readonly #dimensions: readonly SubjectDimension[]
  readonly #whole: DayRange
  readonly #groups = new Map<string, Group>()

  constructor(compared: ComparedRules, { query, names }: Counted) {
    this.#compared = compared
    this.#names = names
    this.#dimensions = subjectDimensions(query.by)
    this.#whole = dayRange(query)
    this.total = new ComparedTally(compared, this.#whole)
    this.windows = windowsOf(query, this.#whole)
  }

  add(dossier: StoredDossier): void {
    const own = compareDossier(this.#compared, { dossier, period: this.#whole })
    if (own) this.total.add(own)
    if (this.windows.length === 0) return
    const { tallies } = this.#groupOf(dossier)
    for (const [index, { period }] of this.windows.entries()) {
      const share =
        period === this.#whole ? own : compareDossier(this.#compared, { dossier, period })
      if (share) tallies[index]?.add(share)
    }
  }

  groups(): readonly Group[] {
    const compare = compareCodes(this.#dimensions)
    return [...this.#groups.values()].toSorted((a, b) => compare(a.codes, b.codes))
  }

  #groupOf(dossier: StoredDossier): Group {
    const subject = subjectOf(dossier)
    const codes = this.#dimensions.map((dimension) => codeOf(subject, dimension, this.#names))
    const key = codes.join('\u0000')
    const tallies = () =>
      this.windows.map(({ period }) => new ComparedTally(this.#compared, period))
    const group = this.#groups.get(key) ?? { codes, tallies: tallies() }
    this.#groups.set(key, group)
    return group
  }
}

function windowsOf(query: RuleComparisonQuery, whole: DayRange): readonly Window[] {
  if (query.by.length === 0) return []
  if (!query.by.includes('month')) return [{ month: null, period: whole }]
  return askedMonths(query).map((month) => ({ month: month.label, period: dayRange(month) }))
}

function dayRange({ from, to }: { readonly from: string; readonly to: string }): DayRange {
  return { from: dayNumber(from), to: dayNumber(to) }
}

function rowsOf(comparison: Comparison, { query, names }: Counted): RuleComparison['rows'] {
  const dimensions = subjectDimensions(query.by)
  const groups = comparison.groups().filter(({ tallies }) => tallies.some((one) => !one.isEmpty()))
  return groups.flatMap(({ codes, tallies }) => {
    const shared = groupOf(dimensions, { codes, names })
    return tallies.map((tally, index) => {
      const month = comparison.windows[index]?.month ?? null
      const group = month === null ? shared : { ...shared, month: { code: month, name: month } }
      return { group, ...tally.figures() }
    })
  })
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
