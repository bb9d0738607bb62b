import type { ServedRows } from './paging.ts'
import type { Selection } from './world/dossier-index.ts'
import type { SimulatedDossier, World } from './world/world.ts'

/** How the rows of a portal's lists of dossiers depart from what is well; every default is 0 = not at all. */
export interface RowQuirks {
  /** Every n-th dossier has something that cannot be right. */
  readonly malformedEvery?: number
  /** Every n-th row of a page is sent twice. */
  readonly duplicateEvery?: number
  /** After every n-th row an older state of the same dossier follows. */
  readonly staleEvery?: number
  /** With each request for dossiers this many rows have appeared before all others, so that pages overlap. */
  readonly shiftPagesBy?: number
}

/** Rows as they are without quirks. */
export const SOUND_ROWS: Required<RowQuirks> = {
  malformedEvery: 0,
  duplicateEvery: 0,
  staleEvery: 0,
  shiftPagesBy: 0,
}

/** Whether `nth` row is meant by an `every`; 0 means none. */
export function isNth(number: number, every: number): boolean {
  return every > 0 && number % every === 0
}

/** What a page is made of; `shift` = rows that have meanwhile appeared before the first. */
export interface PageOfRows {
  readonly world: World
  readonly selection: Selection
  readonly served: ServedRows
  readonly shift: number
  readonly quirks: Required<RowQuirks>
}

/** The dossiers of a page, with what the quirks add to them. */
export function* rowsOfPage(page: PageOfRows): Generator<SimulatedDossier> {
  const { world, selection, served, shift, quirks } = page
  for (const position of served.positions) {
    const dossier = world.dossier(selection.at(Math.max(0, position - shift)))
    yield dossier
    if (isNth(position + 1, quirks.duplicateEvery)) yield dossier
    if (isNth(position + 1, quirks.staleEvery)) yield staleState(dossier)
  }
}

/** An earlier state of the same dossier, as a lagging index still has it. */
function staleState(dossier: SimulatedDossier): SimulatedDossier {
  return {
    ...dossier,
    status: 'processing',
    releasedAt: null,
    finishedAt: null,
    supplementAt: null,
    modifiedAt: dossier.receivedAt,
  }
}
