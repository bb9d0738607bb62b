import {
  type DossierStatistics,
  dayNumber,
  type ExtraFigures,
  flow,
  type StatedColumn,
  statisticsOf,
  Tally,
} from '@cchc/domain'
import type { CountableDossier, StoredDossier } from '@cchc/store'
import { type EventSubject, subjectOf } from '../dimension/event-subject.ts'
import type { DossiersBehind } from '../figure/define-figure.ts'
import type { FigureScope } from '../figure/figure-scope.ts'
import { statedBehind } from '../stated/stated-behind.ts'
import { rowsOf, type StatedFigures } from '../stated/stated-figures.ts'
import type { StatedRow } from '../stated/stated-row.ts'
import {
  receivedUpTo,
  scannedBatches,
  type Visit,
  visitEvents,
} from '../statistics/dossier-events.ts'

/** What one run brought of one organisation's (or procedure's) counted dossiers. */
export interface CountedGroup {
  readonly code: string
  readonly source: string
  /** Null = all runs together, since there are too many dossiers to tell them apart. */
  readonly run: string | null
  readonly statistics: DossierStatistics
  /** The rule's figures beside the form. */
  readonly extras: ExtraFigures
  /** The rows that the source states, where it states counts instead of dossiers. */
  readonly stated?: readonly StatedRow[]
}

/** Which dossiers, and whether by organisation or by procedure. */
export type Selection = Pick<DossiersBehind, 'per' | 'by' | 'keep'>

/** So many dossiers are read in about three seconds. */
const MOST_BY_RUN = 1_000_000

/**
 * Counts the dossiers of several selections by organisation or procedure, source and run; what is held in memory grows with
 * these, not with the dossiers. They are read in one scan; where there are too many for that, they are counted from sums, which
 * know of no runs.
 */
export async function countSelections<Id extends string>(
  scope: FigureScope,
  selections: ReadonlyMap<Id, Selection>,
): Promise<ReadonlyMap<Id, readonly CountedGroup[]>> {
  const counters = new Map([...selections].map(([id, one]) => [id, new Counter(scope, one)]))
  if (counters.size > 0) await countAll(scope, [...counters.values()])
  const groups = new Map<Id, readonly CountedGroup[]>()
  for (const [id, counter] of counters) {
    const { figures } = await statedBehind(scope, selections.get(id) ?? NOTHING)
    const stated = figures.flatMap((one) => statedGroups(one, scope.rule))
    groups.set(id, [...counter.groups(), ...stated])
  }
  return groups
}

async function countAll(scope: FigureScope, counters: readonly Counter[]): Promise<void> {
  const { store, organisation, rule, mostByRun = MOST_BY_RUN } = scope
  const asked = { organisation: organisation.code, sources: undefined, ...daysOf(scope) }
  if ((await receivedUpTo(store, asked)) > mostByRun) {
    await visitEvents(store, { ...asked, rule, detailed: true }, (subject, events) => {
      for (const counter of counters) counter.addEvents(subject, events)
    })
    return
  }
  for await (const batch of scannedBatches(store, { ...asked, more: ['runId'] as const })) {
    for (const counter of counters) for (const one of batch) counter.add(one)
  }
}

const NOTHING: Selection = { per: 'organisation', by: [], keep: () => false }

/** What each source and run states of one organisation. */
function statedGroups(
  figures: StatedFigures,
  { extraFigures }: FigureScope['rule'],
): CountedGroup[] {
  const rows = Map.groupBy(rowsOf(figures), ({ source, runId }) => `${source} ${runId}`)
  return [...rows.values()].flatMap((stated) => {
    const [first] = stated
    if (!first) return []
    const { organisation: code } = figures.subject
    const statistics = statisticsOf((column) => flow(shareOf(figures, { column, stated })) as never)
    const shares = extraFigures.map((column) => [column, shareOf(figures, { column, stated })])
    const extras: ExtraFigures = Object.fromEntries(shares)
    return { code, source: first.source, run: first.runId, statistics, extras, stated }
  })
}

function shareOf(
  { columns }: StatedFigures,
  { column, stated }: { readonly column: StatedColumn; readonly stated: readonly StatedRow[] },
): number {
  const shares = columns.get(column)?.shares ?? []
  const own = shares.filter(({ window }) => stated.includes(window))
  return own.reduce((sum, { count }) => sum + count, 0)
}

function daysOf({ period }: FigureScope) {
  return { from: dayNumber(period.from), to: dayNumber(period.to) }
}

interface Group extends Omit<CountedGroup, 'statistics' | 'extras'> {
  readonly tally: Tally
}

class Counter {
  readonly #scope: FigureScope
  readonly #selection: Selection
  readonly #days: ReturnType<typeof daysOf>
  readonly #groups = new Map<string, Group>()

  constructor(scope: FigureScope, selection: Selection) {
    this.#scope = scope
    this.#selection = selection
    this.#days = daysOf(scope)
  }

  add(dossier: CountableDossier & Pick<StoredDossier, 'runId'>): void {
    const { source, runId: run } = dossier
    this.#tally(subjectOf(dossier), { source, run })?.addDossier(this.#scope.rule, dossier)
  }

  addEvents(subject: EventSubject, { source, ...events }: Parameters<Visit>[1]): void {
    this.#tally(subject, { source, run: null })?.add({ ...events, channel: subject.channel })
  }

  groups(): readonly CountedGroup[] {
    return [...this.#groups.values()].map(({ tally, ...group }) => ({
      ...group,
      statistics: tally.statistics(),
      extras: tally.extras(this.#scope.rule),
    }))
  }

  /** Where they are counted; undefined for those that are not looked for. */
  #tally(subject: EventSubject, { source, run }: Pick<Group, 'source' | 'run'>): Tally | undefined {
    const { keep, per } = this.#selection
    if (!keep(subject, this.#scope.names)) return undefined
    const code = per === 'procedure' ? (subject.procedure ?? '') : subject.organisation
    const key = [code, source, run].join(' ')
    const { from, to } = this.#days
    const found = this.#groups.get(key) ?? { code, source, run, tally: new Tally(from, to) }
    this.#groups.set(key, found)
    return found.tally
  }
}
