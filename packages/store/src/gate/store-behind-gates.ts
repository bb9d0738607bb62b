import type { LedgerCell, LedgerQuery } from '../ledger-cell.ts'
import type { Store } from '../store.ts'
import { storeWith } from '../store-with.ts'
import type { DossierQuery } from '../stored-dossier.ts'
import type { CatalogueEntity, RecordQuery } from '../stored-record.ts'
import type { ClosedGate } from './gate.ts'

type Held = ReadonlyMap<string, ClosedGate>

/** Sums of closed gates that are kept; each costs a reading of all dossiers. */
const MOST_KEPT = 200

/**
 * The reading half of a store with every source whose gate is closed as it was known when what it brought was last good;
 * at an instant, as its gate was then. `without` names sources that have no gate.
 */
export function storeBehindGates(store: Store, without: ReadonlySet<string>): Store {
  const counted = new Map<string, readonly LedgerCell[]>()
  const held = async (asKnownAt: number | undefined): Promise<Held> => {
    const closed = await store.listClosedGates({ asKnownAt })
    return new Map(
      closed.filter(({ source }) => !without.has(source)).map((one) => [one.source, one]),
    )
  }
  return storeWith(store, {
    async *scanDossiers(query) {
      for (const one of await parts(store, query, await held(query.asKnownAt))) {
        yield* store.scanDossiers(one)
      }
    },
    async listRecords<T>(entity: CatalogueEntity, query: RecordQuery = {}) {
      const asked = await parts(store, query, await held(query.asKnownAt))
      return (await Promise.all(asked.map((one) => store.listRecords<T>(entity, one)))).flat()
    },
    async ledger(query) {
      const gates = await held(query.asKnownAt)
      const cells: LedgerCell[] = []
      for (const one of await parts(store, query, gates)) {
        const isHeld = one.sources?.length === 1 && gates.has(one.sources[0] ?? '')
        cells.push(...(isHeld ? await kept(store, one, counted) : await store.ledger(one)))
      }
      return cells
    },
    async listCompletions(query = {}) {
      const gates = await held(query.asKnownAt)
      const open = (await store.listCompletions(query)).filter(({ source }) => !gates.has(source))
      const behind = [...gates.values()].map(async (gate) => {
        const then = await store.listCompletions({ asKnownAt: gate.asOf })
        return then.filter(({ source }) => source === gate.source).map((one) => ({ ...one, gate }))
      })
      return [...open, ...(await Promise.all(behind)).flat()].toSorted((a, b) =>
        `${a.source} ${a.stream}` < `${b.source} ${b.stream}` ? -1 : 1,
      )
    },
    scanChanges: (query) => changesBehind(store, query, held),
  })
}

/** A query of each source by itself, in their order, once any of them is held; held ones as of their last good instant. */
async function parts<Q extends Pick<DossierQuery, 'sources' | 'asKnownAt' | 'copies'>>(
  store: Store,
  asked: Q,
  held: Held,
): Promise<readonly Q[]> {
  if (held.size === 0) return [asked]
  const query = asked.copies ? { ...asked, copies: copiesBehind(asked, held) } : asked
  const sources = await sourcesOf(store, query.sources)
  if (!sources.some((source) => held.has(source))) return [query]
  return sources.map((source) => {
    const asKnownAt = held.get(source)?.asOf ?? query.asKnownAt
    return { ...query, sources: [source], asKnownAt }
  })
}

/** A copy is told by what is shown of the others, which is of another instant where they are held. */
function copiesBehind(
  { copies, asKnownAt }: Pick<DossierQuery, 'copies' | 'asKnownAt'>,
  held: Held,
): DossierQuery['copies'] {
  if (!copies) return copies
  const of = copies.of.flatMap(({ source, among }) => {
    const byInstant = Map.groupBy(among, (other) => held.get(other)?.asOf ?? asKnownAt)
    return [...byInstant].map(([at, those]) => {
      return { source, among: those, others: { asKnownAt: at } }
    })
  })
  return { ...copies, of }
}

async function sourcesOf(store: Store, asked: readonly string[] = []): Promise<readonly string[]> {
  const all = asked.length > 0 ? asked : (await store.listStreams()).map(({ source }) => source)
  return [...new Set(all)].toSorted()
}

/** What was known at an instant never changes, so that it is counted once. */
async function kept(
  store: Store,
  query: LedgerQuery,
  counted: Map<string, readonly LedgerCell[]>,
): Promise<readonly LedgerCell[]> {
  const key = JSON.stringify(query)
  const known = counted.get(key)
  if (known) return known
  const cells = await store.ledger(query)
  const [oldest] = counted.keys()
  if (oldest !== undefined && counted.size >= MOST_KEPT) counted.delete(oldest)
  counted.set(key, cells)
  return cells
}

type ChangeQuery = Parameters<Store['scanChanges']>[0]

/** A gate that was closed between two instants takes back what was seen before it. */
async function* changesBehind(
  store: Store,
  query: ChangeQuery,
  held: (instant: number) => Promise<Held>,
): ReturnType<Store['scanChanges']> {
  const [then, now] = [await held(query.after), await held(query.until)]
  if (then.size + now.size === 0) return yield* store.scanChanges(query)
  for (const source of await sourcesOf(store, query.sources)) {
    const after = then.get(source)?.asOf ?? query.after
    const until = now.get(source)?.asOf ?? query.until
    const span = { after: Math.min(after, until), until: Math.max(after, until) }
    if (after === until) continue
    for await (const changes of store.scanChanges({ ...query, ...span, sources: [source] })) {
      yield after < until
        ? changes
        : changes.map((change) => ({ before: change.after, after: change.before }))
    }
  }
}
