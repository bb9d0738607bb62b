import type { ReadRequest } from './contract/page.ts'
import { type DossierPass, limitedPass, type PassCursor, wholePass } from './dossier-pass.ts'
import type { Passes, PassList } from './passes.ts'

/** The pass that a request goes on with, or begins. */
export async function passAsked<P extends DossierPass, L extends PassList, R>(
  passes: Passes<P, L, R>,
  request: ReadRequest<PassCursor<P>>,
) {
  const cursor: PassCursor<P> = request.cursor ?? { complete: null, pass: null, limited: null }
  const isLimited = request.from !== undefined || request.to !== undefined
  const pass = isLimited
    ? await limitedPass(passes, request, passes.begin)
    : await wholePass(passes, cursor, passes.begin)
  return { cursor, isLimited, pass }
}

/** A pass, and which of its lists are read; all unless told. */
interface ListsOfPass<P extends DossierPass, L extends PassList> {
  readonly pass: P
  readonly isLimited: boolean
  isRead?(list: L): boolean
}

/** The pages of the lists of a pass from where it stands, each with the pass as it stands then. */
export async function* readLists<P extends DossierPass, L extends PassList, R>(
  passes: Passes<P, L, R>,
  { pass, isLimited, isRead = () => true }: ListsOfPass<P, L>,
) {
  const { lists, place } = remaining(passes.lists(pass, isLimited).filter(isRead), pass)
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
export function remaining<L extends PassList>(
  lists: readonly L[],
  { phase, at, start, mark }: DossierPass,
) {
  const same = lists.findIndex((list) => list.phase === phase && list.at === at)
  if (same >= 0) return { lists: lists.slice(same), place: { start, mark } }
  const first = lists.findIndex((list) => list.phase === phase)
  return { lists: lists.slice(Math.max(0, first)), place: { start: 0, mark: undefined } }
}
