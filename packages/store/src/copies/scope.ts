import type { Store } from '../store.ts'
import type { CopiesOf } from '../stored-dossier.ts'

/** A source that holds a part of others' dossiers; of one that is not `counted` nothing is added to theirs. */
export interface BesideOthers {
  readonly source: string
  /** The ministry whose system it is, as people read it; null = it is no ministry's. */
  readonly owner: string | null
  readonly counted: boolean
}

/** Which sources a query reads, and which of their dossiers are copies. */
export interface Scope {
  /** Undefined = all that there are. */
  readonly sources: readonly string[] | undefined
  readonly copies: readonly CopiesOf[]
}

/** A copy is told among the sources that stand before its own: all others, then those beside them in their order. */
export async function scopeAmong(
  store: Pick<Store, 'listCompletions'>,
  beside: readonly BesideOthers[],
  named: readonly string[] | undefined,
): Promise<Scope> {
  const asked = named?.length ? named : undefined
  const known = asked ?? (await store.listCompletions()).map(({ source }) => source)
  const isCounted = ({ source, counted }: BesideOthers) =>
    known.includes(source) && (counted || asked !== undefined)
  const counting = beside.filter(isCounted).map(({ source }) => source)
  const others = [...new Set(known)].filter(
    (source) => !beside.some((one) => one.source === source),
  )
  const all = [...others, ...counting]
  const copies = counting.map((source) => ({ source, among: all.slice(0, all.indexOf(source)) }))
  const isAll = asked === undefined && beside.every(isCounted)
  return { sources: isAll ? undefined : (asked ?? all), copies: copies.filter(hasOthers) }
}

function hasOthers({ among }: CopiesOf): boolean {
  return among.length > 0
}
