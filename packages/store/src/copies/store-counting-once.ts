import type { Store } from '../store.ts'
import { storeWith } from '../store-with.ts'
import type { CatalogueEntity, RecordQuery } from '../stored-record.ts'
import { byKey, changesWithout } from './changes-without.ts'
import { copiesOf } from './copies-of.ts'
import { copiesKept, ledgerWithout } from './ledger-without.ts'
import { type BesideOthers, scopeAmong } from './scope.ts'

/**
 * The reading half of a store in which a dossier counts once, though sources beside the others hold it too: theirs is left
 * out where another source has it, by code, or by lasting id, procedure and day of receipt. Counts that such a source
 * states are never added, since nothing tells which of them are copies. A query that names sources is about these alone.
 */
export function storeCountingOnce(store: Store, beside: readonly BesideOthers[]): Store {
  if (beside.length === 0) return store
  const scopeOf = (sources: readonly string[] | undefined) => scopeAmong(store, beside, sources)
  const copied = copiesKept(store)
  const own = new Set(beside.map(({ source }) => source))
  return storeWith(store, {
    async listRecords<T>(entity: CatalogueEntity, query: RecordQuery = {}) {
      const records = await store.listRecords<T>(entity, query)
      const isAboutThem = query.sources?.length && query.sources.every((one) => own.has(one))
      if (entity !== 'dossier-count' || isAboutThem) return records
      return records.filter(({ source }) => !own.has(source))
    },
    async listCompletions(query) {
      const apart = new Map(beside.map(({ source, counted }) => [source, !counted]))
      const owners = new Map(beside.map(({ source, owner }) => [source, owner]))
      return (await store.listCompletions(query)).map((one) => {
        const entity = one.covered?.entity ?? one.entity
        const isApart = entity === 'dossier-count' ? own.has(one.source) : apart.get(one.source)
        const owner = owners.get(one.source)
        return { ...one, ...(owner && { beside: owner }), ...(isApart && { apart: true }) }
      })
    },
    async ledger(query) {
      const { sources, copies } = await scopeOf(query.sources)
      const asked = { ...query, sources }
      return copies.length === 0
        ? store.ledger(asked)
        : ledgerWithout(store, asked, { copies, copied })
    },
    async *scanDossiers(query) {
      const { sources, copies } = await scopeOf(query.sources)
      const leftOut = copies.length > 0 && { copies: { of: copies, are: 'left-out' as const } }
      yield* store.scanDossiers({ ...query, sources, ...leftOut })
    },
    async *scanChanges(query) {
      const { sources, copies } = await scopeOf(query.sources)
      const changes = store.scanChanges({ ...query, sources })
      if (copies.length === 0) return yield* changes
      const at = (asKnownAt: number) => copiesOf(store, { ...query, asKnownAt }, copies)
      yield* changesWithout(changes, {
        before: await byKey(at(query.after)),
        after: await byKey(at(query.until)),
      })
    },
  })
}
