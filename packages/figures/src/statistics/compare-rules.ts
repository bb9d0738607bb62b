import type { CountingRule, DayRange, Message } from '@cchc/domain'
import { dayNumber, say, UsageError } from '@cchc/domain'
import type { CountableDossier, Store } from '@cchc/store'
import type { Gap } from '../coverage/gap.ts'
import { withoutPart } from '../coverage/gap.ts'
import { splitsPeriod } from '../dimension/dimensions.ts'
import { subjectOf } from '../dimension/event-subject.ts'
import { loadNames, type Names } from '../dimension/names.ts'
import { inMonth, SubjectGroups } from '../dimension/subject-groups.ts'
import type { StatedPart } from '../stated/stated-sum.ts'
import { statedUnits } from '../stated/stated-units.ts'
import type { ComparedFigures, ComparedRules } from './compared-tally.ts'
import { ComparedTally, comparedRules, differencesOf, eventsByRule } from './compared-tally.ts'
import { countingRule } from './counting-rules.ts'
import { scannedBatches } from './dossier-events.ts'
import { findings } from './findings.ts'
import type { StatisticsQuery } from './statistics-query.ts'
import { askedMonths, checkStatisticsQuery, countedDays } from './statistics-query.ts'
import type { StatisticsResult, StatisticsRow } from './statistics-result.ts'

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
  /** What is stated instead of dossiers, by one rule alone; absent = nothing. */
  readonly totalStated?: StatedPart
}

interface Window {
  readonly month: string | null
  readonly period: DayRange
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
  const organisation = names.organisations.asked(query.organisation)
  const comparison = await count(store, { query, names, rules })
  const rows = rowsOf(comparison)
  const total = comparison.total.figures()
  const gaps = await statedGaps(store, { query, names, rule: rules[0] })
  return {
    rules: rules.map(({ id, version, name }) => ({ id, version, name })),
    from: query.from,
    to: query.to,
    organisation,
    rows,
    total,
    ...(gaps.length > 0 && { totalStated: { sources: [], gaps } }),
    findings: findingsOf([...rows, { group: {}, ...total }]),
  }
}

/** That stated counts cannot be counted by another rule, and what nobody gives. */
async function statedGaps(
  store: Store,
  { query, ...counting }: Counted & { readonly rule: CountingRule },
): Promise<readonly Gap[]> {
  const { organisation, sources, from, to } = query
  const days = { from: dayNumber(from), to: dayNumber(to) }
  const asked = { organisation, sources, ...days, by: [] }
  const { units, unknown } = await statedUnits({ store, ...counting }, asked)
  const nameOf = (code: string) => counting.names.organisations.describe(code).name
  const named = units.map(({ whole }) => nameOf(whole.subject.organisation)).join(', ')
  const message = say('What is stated of {units} cannot be counted by other rules.', {
    units: named,
  })
  return [...(units.length > 0 ? [withoutPart(message)] : []), ...unknown.map(({ gap }) => gap)]
}

function chooseRules(ids: readonly string[]): readonly [CountingRule, ...CountingRule[]] {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  const [base, ...others] = ids.map((id) => countingRule(id))
  if (base !== undefined && others.length > 0 && twice === undefined) return [base, ...others]
  const message =
    twice === undefined
      ? say('at least two rules are needed')
      : say('the rule {rule} is named twice', { rule: twice })
  throw new UsageError(say('Rules cannot be compared: {fault}.', { fault: message }), {
    fix: say('Name two or more different rules.'),
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
  readonly groups: SubjectGroups<readonly ComparedTally[]>
  readonly #compared: ComparedRules
  readonly #whole: DayRange

  constructor(compared: ComparedRules, { query, names }: Counted) {
    this.#compared = compared
    this.#whole = dayRange(query)
    this.total = new ComparedTally(compared, this.#whole)
    this.windows = windowsOf(query, this.#whole)
    this.groups = new SubjectGroups({ by: query.by, names }, () =>
      this.windows.map(({ period }) => new ComparedTally(compared, period)),
    )
  }

  add(dossier: CountableDossier): void {
    const events = eventsByRule(this.#compared, dossier)
    const shareIn = (period: DayRange) => {
      return { events, differences: differencesOf(this.#compared, { events, dossier, period }) }
    }
    const own = shareIn(this.#whole)
    this.total.add(own)
    if (this.windows.length === 0) return
    const tallies = this.groups.of(subjectOf(dossier))
    for (const [index, { period }] of this.windows.entries()) {
      tallies[index]?.add(period === this.#whole ? own : shareIn(period))
    }
  }
}

function windowsOf(query: RuleComparisonQuery, whole: DayRange): readonly Window[] {
  if (query.by.length === 0) return []
  if (!splitsPeriod(query.by)) return [{ month: null, period: whole }]
  return askedMonths(query).map((month) => ({ month: month.label, period: dayRange(month) }))
}

function dayRange({ from, to }: { readonly from: string; readonly to: string }): DayRange {
  return { from: dayNumber(from), to: dayNumber(to) }
}

function rowsOf({ groups, windows }: Comparison): RuleComparison['rows'] {
  const counted = groups.entries().filter(({ held }) => held.some((tally) => !tally.isEmpty()))
  return counted.flatMap(({ group, held }) =>
    held.map((tally, index) => {
      const month = windows[index]?.month ?? null
      return { group: month === null ? group : inMonth(group, month), ...tally.figures() }
    }),
  )
}

function findingsOf(rows: RuleComparison['rows']): readonly Message[] {
  return rows.flatMap(({ group, byRule, differences }) => [
    ...byRule.flatMap(({ rule, ...figures }) =>
      findings([{ group, ...figures }]).map((finding) =>
        say('{rule}: {finding}', { rule, finding }),
      ),
    ),
    ...differences.flatMap(({ other, causes }) =>
      causes.some(({ cause }) => cause === 'unexplained')
        ? [say('{rule}: some dossiers differ for no known cause.', { rule: other })]
        : [],
    ),
  ])
}
