import type { DaysOfReception, ReadRequest } from './contract/page.ts'
import {
  completed,
  type DossierPass,
  limitedPass,
  type PassBegin,
  type PassCursor,
  type PassDays,
  wholePass,
} from './dossier-pass.ts'
import type { NewRows } from './paged-list.ts'
import type { Row } from './row.ts'

/** One list of a pass. No two of a pass have the same `phase` and `at`. */
export interface PassList {
  readonly phase: string
  /** What tells it from others of its phase: the first day of a window, a status; null where it is the only one. */
  readonly at: string | null
  /** The days of reception of which the list holds every dossier. */
  readonly whole?: DaysOfReception
}

/** Where a list is gone on with. */
export type ListPlace = Pick<DossierPass, 'start' | 'mark'>

/** What a connector says of its passes; everything else is the same for all. */
export interface Passes<P extends DossierPass, L extends PassList, R> extends PassDays {
  /** Adds to a new pass what this connector's own filters need. */
  begin(pass: DossierPass, begin: PassBegin<P>): P | Promise<P>
  /** All lists of a pass in their order, from its beginning. */
  lists(pass: P, isLimited: boolean): readonly L[]
  /** The rows of a list from a place on, as `pages` gives them. */
  rows(list: L, place: ListPlace): AsyncIterable<NewRows<Row>>
  map(rows: readonly Row[]): readonly R[]
  /** How many dossiers a pass will bring, for progress bars; asked before the first pass is complete. */
  count?(pass: P): Promise<number>
}

/** A page of a pass. */
export interface PassPage<P extends DossierPass, R> {
  readonly records: readonly R[]
  readonly cursor: PassCursor<P>
  readonly expected?: number
  readonly whole?: DaysOfReception
}

/**
 * Reads dossiers by passes: everything since the first day, later what may have changed since the last complete pass,
 * with an overlap, and everything again when that is due. A pass that was broken off is gone on with in the list where
 * it stood; days that a person asks for leave its position alone.
 */
export async function* readPasses<P extends DossierPass, L extends PassList, R>(
  passes: Passes<P, L, R>,
  request: ReadRequest<PassCursor<P>>,
): AsyncGenerator<PassPage<P, R>, void, undefined> {
  const cursor = request.cursor ?? { complete: null, pass: null, limited: null }
  const isLimited = request.from !== undefined || request.to !== undefined
  const pass = isLimited
    ? await limitedPass(passes, request, passes.begin)
    : await wholePass(passes, cursor, passes.begin)
  const count = cursor.complete === null ? await passes.count?.(pass) : undefined
  const expected = count === undefined ? {} : { expected: count }
  for await (const { at, ...page } of readLists(passes, pass, isLimited)) {
    yield { ...page, cursor: { ...cursor, [isLimited ? 'limited' : 'pass']: at }, ...expected }
  }
  const done = isLimited ? { limited: null } : { complete: completed(pass), pass: null }
  yield { records: [], cursor: { ...cursor, ...done }, ...expected }
}

async function* readLists<P extends DossierPass, L extends PassList, R>(
  passes: Passes<P, L, R>,
  pass: P,
  isLimited: boolean,
) {
  const { lists, place } = remaining(passes.lists(pass, isLimited), pass)
  let { start, mark } = place
  for (const list of lists) {
    let at: P = { ...pass, phase: list.phase, at: list.at, start, mark }
    for await (const { rows, next, mark: row } of passes.rows(list, { start, mark })) {
      at = { ...at, start: next, mark: row }
      yield { records: passes.map(rows), at }
    }
    if (list.whole && start === 0) yield { records: [], at, whole: list.whole }
    start = 0
    mark = undefined
  }
}

/** The list in which a pass stands and those behind it; where that list is none any more, its phase from the beginning. */
function remaining<L extends PassList>(
  lists: readonly L[],
  { phase, at, start, mark }: DossierPass,
) {
  const same = lists.findIndex((list) => list.phase === phase && list.at === at)
  if (same >= 0) return { lists: lists.slice(same), place: { start, mark } }
  const first = lists.findIndex((list) => list.phase === phase)
  return { lists: lists.slice(Math.max(0, first)), place: { start: 0, mark: undefined } }
}
