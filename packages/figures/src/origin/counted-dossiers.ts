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
import { subjectOf } from '../dimension/event-subject.ts'
import type { DossiersBehind } from '../figure/define-figure.ts'
import type { FigureScope } from '../figure/figure-scope.ts'
import { statedBehind } from '../stated/stated-behind.ts'
import { rowsOf, type StatedFigures } from '../stated/stated-figures.ts'
import type { StatedRow } from '../stated/stated-row.ts'
import { scannedBatches } from '../statistics/dossier-events.ts'

/** What one run brought of one organisation's (or procedure's) counted dossiers. */
export interface CountedGroup {
  readonly code: string
  readonly source: string
  readonly run: string
  readonly statistics: DossierStatistics
  /** The rule's figures beside the form. */
  readonly extras: ExtraFigures
  /** The rows that the source states, where it states counts instead of dossiers. */
  readonly stated?: readonly StatedRow[]
}

/** Which dossiers, and whether by organisation or by procedure. */
export type Selection = Pick<DossiersBehind, 'per' | 'by' | 'keep'>

/**
 * Counts the dossiers of several selections in one scan, by organisation or procedure, source and run; what is held in
 * memory grows with these, not with the dossiers.
 */
export async function countSelections<Id extends string>(
  scope: FigureScope,
  selections: ReadonlyMap<Id, Selection>,
): Promise<ReadonlyMap<Id, readonly CountedGroup[]>> {
  const counters = new Map([...selections].map(([id, one]) => [id, new Counter(scope, one)]))
  if (counters.size > 0) {
    const { store, organisation } = scope
    const asked = { organisation: organisation.code, sources: undefined, ...daysOf(scope) }
    const scanned = { ...asked, more: ['runId'] as const }
    for await (const batch of scannedBatches(store, scanned)) {
      for (const counter of counters.values()) for (const one of batch) counter.add(one)
    }
  }
  const groups = new Map<Id, readonly CountedGroup[]>()
  for (const [id, counter] of counters) {
    const { figures } = await statedBehind(scope, selections.get(id) ?? NOTHING)
    const stated = figures.flatMap((one) => statedGroups(one, scope.rule))
    groups.set(id, [...counter.groups(), ...stated])
  }
  return groups
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
    const { names, rule } = this.#scope
    const { keep, per } = this.#selection
    const subject = subjectOf(dossier)
    if (!keep(subject, names)) return
    const code = per === 'procedure' ? (subject.procedure ?? '') : subject.organisation
    this.#group(code, dossier).tally.addDossier(rule, dossier)
  }

  groups(): readonly CountedGroup[] {
    return [...this.#groups.values()].map(({ tally, ...group }) => ({
      ...group,
      statistics: tally.statistics(),
      extras: tally.extras(this.#scope.rule),
    }))
  }

  #group(code: string, { source, runId: run }: Pick<StoredDossier, 'source' | 'runId'>): Group {
    const key = [code, source, run].join(' ')
    const { from, to } = this.#days
    const found = this.#groups.get(key) ?? { code, source, run, tally: new Tally(from, to) }
    this.#groups.set(key, found)
    return found
  }
}
