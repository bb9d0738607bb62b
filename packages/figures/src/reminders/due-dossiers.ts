import { type CountingRule, type Day, type DayNumber, dayNumber } from '@cchc/domain'
import type { CountableDossier, Store, StoredDossier } from '@cchc/store'
import { dossierDimensions } from '../dimension/dimensions.ts'
import { subjectOf } from '../dimension/event-subject.ts'
import { type Counting, openCounting } from '../statistics/counting.ts'
import { scannedBatches } from '../statistics/dossier-events.ts'
import { EarliestCodes } from './earliest-codes.ts'

/** Dossiers in process of an organisation and all below it, as they stand on a day. */
export interface DueQuery {
  readonly organisation: string
  readonly day: Day
  /** The last day on which a dossier is due soon. */
  readonly lastDay: Day
  readonly rule: string
  readonly by: 'procedure' | 'field'
  /** At most so many codes of each kind. */
  readonly codes: number
}

/** Counts, and the codes of those that are due first; codes of dossiers alone, nothing of people. */
export interface DueDossiers {
  readonly overdue: number
  readonly dueSoon: number
  /** By procedure or field, those with most first. */
  readonly groups: readonly {
    readonly code: string
    readonly name: string
    readonly overdue: number
    readonly dueSoon: number
  }[]
  readonly codes: { readonly overdue: readonly string[]; readonly dueSoon: readonly string[] }
}

type DueKind = keyof DueDossiers['codes']

interface Group {
  overdue: number
  dueSoon: number
}

/**
 * The dossiers that a rule counts as overdue at the end of a day (column 13 of Form II.06), and those that it would count so
 * after `lastDay` if nothing happened: counted one by one by the rule itself, so that they agree with every figure by it.
 */
export async function dueDossiers(store: Store, query: DueQuery): Promise<DueDossiers> {
  const counting = await openCounting(store, query.rule)
  const groups = new Map<string, Group>()
  const first = {
    overdue: new EarliestCodes(query.codes),
    dueSoon: new EarliestCodes(query.codes),
  }
  for await (const { dossier, kind } of found(counting, query)) {
    const code = groupOf(dossier, { counting, query })
    const group = groups.get(code) ?? { overdue: 0, dueSoon: 0 }
    group[kind] += 1
    groups.set(code, group)
    first[kind].add(dossier.code, dossier.dueAt ?? 0)
  }
  return {
    overdue: sum(groups, 'overdue'),
    dueSoon: sum(groups, 'dueSoon'),
    groups: namedGroups(groups, { counting, query }),
    codes: { overdue: first.overdue.list(), dueSoon: first.dueSoon.list() },
  }
}

type Due = CountableDossier & Pick<StoredDossier, 'code'>

async function* found(
  { store, rule }: Counting,
  { organisation, day, lastDay }: DueQuery,
): AsyncGenerator<{ readonly dossier: Due; readonly kind: DueKind }> {
  const today = dayNumber(day)
  const days = { today, until: firstOverdueDay(rule, dayNumber(lastDay)) }
  const asked = { organisation, sources: undefined, from: today, to: today }
  const scope = { ...asked, more: ['code'] as const }
  for await (const batch of scannedBatches(store, scope)) {
    for (const dossier of batch) {
      const kind = kindOf(rule, dossier, days)
      if (kind !== undefined) yield { dossier, kind }
    }
  }
}

/** On which day a dossier counts as overdue that is due on another. */
function firstOverdueDay({ choices }: CountingRule, due: DayNumber): DayNumber {
  return choices.onDueMoment === 'overdue' ? due : due + 1
}

function kindOf(
  rule: CountingRule,
  dossier: CountableDossier,
  { today, until }: { readonly today: DayNumber; readonly until: DayNumber },
): DueKind | undefined {
  let [received, overdue, later] = [false, 0, 0]
  rule.count(dossier, (measure, day) => {
    if (measure === 'received') received = day <= today
    const change = measure === 'overdueOpened' ? 1 : measure === 'overdueClosed' ? -1 : 0
    if (day <= today) overdue += change
    if (day <= until) later += change
  })
  if (overdue > 0) return 'overdue'
  return received && later > 0 ? 'dueSoon' : undefined
}

interface Grouping {
  readonly counting: Counting
  readonly query: DueQuery
}

function groupOf(
  dossier: CountableDossier,
  { counting: { names }, query: { by } }: Grouping,
): string {
  const [dimension] = dossierDimensions([by])
  return dimension?.codeOf(subjectOf(dossier), names) ?? ''
}

function namedGroups(
  groups: ReadonlyMap<string, Group>,
  { counting: { names }, query: { by } }: Grouping,
): DueDossiers['groups'] {
  const [dimension] = dossierDimensions([by])
  return [...groups]
    .map(([code, group]) => ({ code, name: dimension?.nameOf(code, names) ?? code, ...group }))
    .toSorted(
      (a, b) => b.overdue - a.overdue || b.dueSoon - a.dueSoon || (a.code < b.code ? -1 : 1),
    )
}

function sum(groups: ReadonlyMap<string, Group>, kind: DueKind): number {
  return [...groups.values()].reduce((total, group) => total + group[kind], 0)
}
