import type { CountingRule, DayNumber, ExtraFigure, Measure } from '@cchc/domain'
import { EXTRA_FIGURES, isWithin, MEASURES } from '@cchc/domain'
import type { CountableDossier, DossierField, LedgerCell, PartOfDossier, Store } from '@cchc/store'
import { COUNTED_FIELDS } from '@cchc/store/stored-dossier'
import type { EventSubject } from '../dimension/event-subject.ts'

/** Receives `count` events of one measure, or of one figure beside it, and day, at one source. */
export type Visit = (
  subject: EventSubject,
  event: {
    readonly measure: Measure | ExtraFigure
    readonly day: DayNumber
    readonly count: number
    readonly source: string
  },
) => void

/** Which events: all up to `to`, those before `from` possibly summed into the day before it. */
export interface EventScope {
  readonly organisation: string | undefined
  readonly sources: readonly string[] | undefined
  readonly from: DayNumber
  readonly to: DayNumber
}

/** By which rule, and how the sums are told apart: by procedure, field and service level; at the days on which pieces begin. */
export interface EventSplit {
  readonly rule: CountingRule
  readonly detailed: boolean
  readonly cuts?: readonly DayNumber[]
}

/** Visits the sums of a rule's events; returns how many of the dossiers are over without an end, where that is known. */
export async function visitEvents(
  store: Store,
  { rule, ...scope }: EventScope & EventSplit,
  visit: Visit,
): Promise<{ readonly endless: number }> {
  const { organisation, from, to, detailed, cuts = [] } = scope
  const query = { ...ofSources(scope), from, to, detailed, cuts, byDay: false, rule: rule.id }
  let endless = 0
  for (const cell of await store.ledger(query)) {
    if (!isWithin(cell.organisationCode, organisation)) continue
    endless += cell.endless ?? 0
    visitCell(cell, from, visit)
  }
  return { endless }
}

const EVENTS = [...MEASURES, ...EXTRA_FIGURES] as const

function visitCell(cell: LedgerCell, from: DayNumber, visit: Visit): void {
  const subject: EventSubject = {
    organisation: cell.organisationCode,
    channel: cell.channel,
    procedure: cell.procedureCode ?? null,
    field: cell.fieldCode ?? null,
    serviceLevel: cell.serviceLevel ?? null,
  }
  const day = cell.day ?? from - 1
  for (const measure of EVENTS) {
    const count = cell[measure] ?? 0
    if (count !== 0) visit(subject, { measure, day, count, source: cell.source })
  }
}

/** Every dossier that can matter for the window under any rule, in batches; what rules look at, and `more`; in the order of source and code where told. */
export async function* scannedBatches<Field extends DossierField = never>(
  store: Store,
  {
    more = [],
    inOrder,
    ...scope
  }: EventScope & { readonly more?: readonly Field[]; readonly inOrder?: boolean },
): AsyncGenerator<readonly (CountableDossier & PartOfDossier<Field>)[]> {
  const organisations = await organisationsToScan(store, scope)
  if (organisations?.length === 0) return
  const { from, to } = scope
  // Some rules count a receipt at midnight for the day before.
  const fields = [...COUNTED_FIELDS, ...more]
  const query = { ...ofSources(scope), from, to: to + 1, fields, inOrder }
  for await (const batch of store.scanDossiers(
    organisations ? { ...query, organisations } : query,
  )) {
    yield batch.filter(({ organisationCode }) => isWithin(organisationCode, scope.organisation))
  }
}

/**
 * Exact codes to look for; undefined = all, which is as quick for a whole province and cannot miss an organisation
 * that no source lists and whose dossiers are in no ledger, such as refused ones.
 */
async function organisationsToScan(
  store: Store,
  scope: EventScope,
): Promise<readonly string[] | undefined> {
  const { organisation } = scope
  if (organisation === undefined || !organisation.includes('.')) return undefined
  const listed = await store.listRecords<{ readonly code: string }>('organisation')
  const codes = new Set([
    ...listed.map(({ value }) => value.code).filter((code) => isWithin(code, organisation)),
    ...(await organisationsWithDossiers(store, scope)),
  ])
  return [...codes].toSorted()
}

/**
 * Exact codes of all organisations at or below the one asked for that have any dossier. The ledger knows them even
 * where no source lists the organisation, so that none of its dossiers is lost.
 */
async function organisationsWithDossiers(
  store: Store,
  scope: EventScope,
): Promise<readonly string[]> {
  const cells = await cellsUpTo(store, scope)
  return [...new Set(cells.map((cell) => cell.organisationCode))].toSorted()
}

/** How many dossiers were received up to the end of the window, by the ledger of reports. */
export async function receivedUpTo(store: Store, scope: EventScope): Promise<number> {
  const cells = await cellsUpTo(store, scope)
  return cells.reduce((sum, { received }) => sum + received, 0)
}

async function cellsUpTo(store: Store, scope: EventScope): Promise<readonly LedgerCell[]> {
  const { organisation, to } = scope
  const cells = await store.ledger({ ...ofSources(scope), from: to, to, byDay: false })
  return cells.filter((cell) => isWithin(cell.organisationCode, organisation))
}

/** A store's filter by source; absent = all. */
function ofSources({ sources }: Pick<EventScope, 'sources'>) {
  return sources === undefined ? {} : { sources }
}
