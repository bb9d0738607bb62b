import type { Channel, CountingRule, DayNumber, Measure, ServiceLevel } from '@cchc/domain'
import { MEASURES } from '@cchc/domain'
import type { LedgerCell, Store } from '@cchc/store'
import { isWithin } from './organisation-tree.ts'

/** What an event is about; `procedure`, `field` and `serviceLevel` only when counted from dossiers. */
export interface EventSubject {
  readonly organisation: string
  readonly channel: Channel | null
  readonly procedure: string | null
  readonly field: string | null
  readonly serviceLevel: ServiceLevel | null
}

/** Receives `count` events of one measure and day. */
export type Visit = (
  subject: EventSubject,
  event: { readonly measure: Measure; readonly day: DayNumber; readonly count: number },
) => void

/** Which events: all up to `to`, those before `from` possibly summed into the day before it. */
export interface EventScope {
  readonly organisation: string | undefined
  readonly sources: readonly string[] | undefined
  readonly from: DayNumber
  readonly to: DayNumber
}

/** Visits the ledger's sums; `byDay` keeps the days of the window apart. */
export async function visitLedger(
  store: Store,
  scope: EventScope & { readonly byDay: boolean },
  visit: Visit,
): Promise<void> {
  const { organisation, from, to, byDay } = scope
  for (const cell of await store.ledger({ ...ofSources(scope), from, to, byDay })) {
    if (isWithin(cell.organisationCode, organisation)) visitCell(cell, from, visit)
  }
}

function visitCell(cell: LedgerCell, from: DayNumber, visit: Visit): void {
  const subject: EventSubject = {
    organisation: cell.organisationCode,
    channel: cell.channel,
    procedure: null,
    field: null,
    serviceLevel: null,
  }
  const day = cell.day ?? from - 1
  for (const measure of MEASURES) {
    const count = cell[measure]
    if (count !== 0) visit(subject, { measure, day, count })
  }
}

/** Counts every dossier that matters for the window by the rule. */
export async function visitDossiers(
  store: Store,
  scope: EventScope & { readonly rule: CountingRule },
  visit: Visit,
): Promise<void> {
  const organisations = await organisationsWithDossiers(store, scope)
  if (organisations.length === 0) return
  const { from, to, rule } = scope
  for await (const batch of store.scanDossiers({ ...ofSources(scope), organisations, from, to })) {
    for (const dossier of batch) {
      const subject: EventSubject = {
        organisation: dossier.organisationCode,
        channel: dossier.channel,
        procedure: dossier.procedureCode,
        field: dossier.fieldCode,
        serviceLevel: dossier.serviceLevel,
      }
      rule.count(dossier, (measure, day) => visit(subject, { measure, day, count: 1 }))
    }
  }
}

/**
 * Exact codes of all organisations at or below the one asked for that have any dossier. The ledger knows them even
 * where no source lists the organisation, so that none of its dossiers is lost.
 */
export async function organisationsWithDossiers(
  store: Store,
  scope: EventScope,
): Promise<readonly string[]> {
  const { organisation, to } = scope
  const cells = await store.ledger({ ...ofSources(scope), from: to, to, byDay: false })
  const codes = new Set(cells.map((cell) => cell.organisationCode))
  return [...codes].filter((code) => isWithin(code, organisation)).toSorted()
}

/** A store's filter by source; absent = all. */
export function ofSources({ sources }: { readonly sources: readonly string[] | undefined }): {
  readonly sources?: readonly string[]
} {
  return sources === undefined ? {} : { sources }
}
