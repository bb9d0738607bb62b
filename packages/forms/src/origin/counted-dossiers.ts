import { type CountingRule, type Day, type DossierStatistics, dayNumber, Tally } from '@cchc/domain'
import { scannedBatches, subjectOf } from '@cchc/figures'
import type { Store, StoredDossier } from '@cchc/store'
import type { DossierSelection } from './selections.ts'

/** What one run brought of one organisation's (or procedure's) counted dossiers. */
export interface CountedGroup {
  readonly code: string
  readonly source: string
  readonly run: string
  readonly statistics: DossierStatistics
}

interface Group extends Omit<CountedGroup, 'statistics'> {
  readonly tally: Tally
}

/**
 * Counts the dossiers of several selections in one scan, by organisation or procedure, source and run; what is held in
 * memory grows with these, not with the dossiers.
 */
export async function countSelections<Id extends string>(
  store: Store,
  query: {
    readonly organisation: string
    readonly from: Day
    readonly to: Day
    readonly rule: CountingRule
    readonly selections: ReadonlyMap<Id, Pick<DossierSelection, 'per' | 'keep'>>
  },
): Promise<ReadonlyMap<Id, readonly CountedGroup[]>> {
  const { organisation, rule, selections } = query
  const [from, to] = [dayNumber(query.from), dayNumber(query.to)]
  const counters = new Map(
    [...selections].map(([id, { per, keep }]): [Id, Counter] => [
      id,
      { per, keep, groups: new Map() },
    ]),
  )
  if (selections.size > 0) {
    const scope = { organisation, sources: undefined, from, to }
    for await (const batch of scannedBatches(store, scope)) {
      for (const counter of counters.values()) {
        for (const dossier of batch) addTo(counter, { dossier, rule, from, to })
      }
    }
  }
  return new Map([...counters].map(([id, { groups }]) => [id, [...groups.values()].map(finished)]))
}

interface Counter extends Pick<DossierSelection, 'per' | 'keep'> {
  readonly groups: Map<string, Group>
}

function addTo(
  { per, keep, groups }: Counter,
  counted: {
    readonly dossier: StoredDossier
    readonly rule: CountingRule
    readonly from: number
    readonly to: number
  },
): void {
  const { dossier, rule, from, to } = counted
  const subject = subjectOf(dossier)
  if (!keep(subject)) return
  const code = per === 'procedure' ? (subject.procedure ?? '') : subject.organisation
  groupOf(groups, { code, dossier, from, to }).tally.addDossier(rule, dossier)
}

function groupOf(
  groups: Map<string, Group>,
  place: {
    readonly code: string
    readonly dossier: StoredDossier
    readonly from: number
    readonly to: number
  },
): Group {
  const { code, dossier, from, to } = place
  const { source, runId: run } = dossier
  const key = [code, source, run].join(' ')
  const found = groups.get(key) ?? { code, source, run, tally: new Tally(from, to) }
  groups.set(key, found)
  return found
}

function finished({ tally, ...group }: Group): CountedGroup {
  return { ...group, statistics: tally.statistics() }
}
