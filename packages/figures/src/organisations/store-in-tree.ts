import type { Day, DossierCount, Procedure, Successions } from '@cchc/domain'
import type {
  CatalogueEntity,
  DossierField,
  DossierQuery,
  LedgerCell,
  LedgerQuery,
  PartOfDossier,
  RecordQuery,
  Store,
  StoredDossier,
  StreamCoverage,
} from '@cchc/store'
import { type CellFigure, cellKey, storeWith, withCounts } from '@cchc/store/views'
import type { PlacedHeldDays } from '../coverage/held-days.ts'
import type { PlacedCount } from '../stated/stated-row.ts'
import { procedureInTree } from './procedure-in-tree.ts'

/** The tree of organisations on one day. */
export interface OrganisationsAt {
  readonly successions: Successions
  readonly day: Day
}

/**
 * The reading half of a store with every dossier at the organisation that holds it on a day. A dossier stays one row
 * and has one holder, so the whole is the same in every tree. Procedures go with those who offer them.
 */
export function storeInTree(store: Store, { successions, day }: OrganisationsAt): Store {
  const holders = new Map<string, string>()
  const holderOf = (code: string): string => {
    const holder = holders.get(code) ?? successions.holderAt(code, day)
    holders.set(code, holder)
    return holder
  }
  const moved = <T extends StoredDossier | null>(dossier: T): T =>
    dossier && { ...dossier, organisationCode: holderOf(dossier.organisationCode) }
  return storeWith(store, {
    async listRecords<T>(entity: CatalogueEntity, query?: RecordQuery) {
      if (entity === 'procedure') {
        const procedures = await store.listRecords<Procedure>(entity, query)
        return procedures.map((one) => ({
          ...one,
          value: procedureInTree(one.value, holderOf) as T,
        }))
      }
      if (entity !== 'dossier-count') return store.listRecords<T>(entity, query)
      const { where: { organisationCode: _, ...where } = {}, ...rest } = query ?? {}
      const rows = await store.listRecords<DossierCount>(entity, { ...rest, where })
      return rows.map((row) => ({
        ...row,
        value: placed(row.value, { successions, holderOf }) as T,
      }))
    },
    async listCompletions(query) {
      const streams = await store.listCompletions(query)
      return streams.map((one) => ({
        ...one,
        covered: coveredIn(one.covered, { successions, holderOf }),
      }))
    },
    ledger: (query) => ledgerInTree(store, query, holderOf),
    scanDossiers: (query) => scanInTree(store, query, { holderOf, named: successions.codes }),
    async findDossier(source, code) {
      const dossier = await store.findDossier(source, code)
      return dossier && moved(dossier)
    },
    async *scanChanges(query) {
      for await (const changes of store.scanChanges(query)) {
        yield changes.map(({ before, after }) => ({ before: moved(before), after: moved(after) }))
      }
    },
  })
}

type HolderOf = (code: string) => string

/** A stated row at the organisation that holds its unit's work, with the days on which that unit was there. */
function placed(
  value: DossierCount,
  tree: { readonly successions: Successions; readonly holderOf: HolderOf },
): PlacedCount {
  const { organisationCode: code, from } = value
  const there = tree.successions.daysOf(code, from)
  return { ...value, organisationCode: tree.holderOf(code), unit: { code, ...there } }
}

/** Lists with the places of their units. */
function coveredIn(
  covered: StreamCoverage | null,
  tree: { readonly successions: Successions; readonly holderOf: HolderOf },
): StreamCoverage | null {
  if (!covered?.held) return covered
  const held = covered.held.map((list): PlacedHeldDays => {
    const places = list.organisations.map((code) => {
      const there = tree.successions.daysOf(code, list.from)
      return [code, { holder: tree.holderOf(code), ...there }] as const
    })
    return { ...list, places: new Map(places) }
  })
  return { ...covered, held }
}

interface Tree {
  readonly holderOf: HolderOf
  /** Codes that may have dossiers though nothing lists them. */
  readonly named: readonly string[]
}

async function ledgerInTree(
  store: Store,
  query: LedgerQuery,
  holderOf: HolderOf,
): Promise<readonly LedgerCell[]> {
  const { organisations = [], ...rest } = query
  const sums = new Map<string, LedgerCell>()
  for (const cell of await store.ledger(rest)) {
    const organisationCode = holderOf(cell.organisationCode)
    if (organisations.length > 0 && !organisations.includes(organisationCode)) continue
    const one = { ...cell, organisationCode }
    const key = `${cellKey(one)} ${cell.day}`
    const sum = sums.get(key)
    const both = (figure: CellFigure) => (sum?.[figure] ?? 0) + (one[figure] ?? 0)
    sums.set(key, sum ? withCounts(sum, both) : one)
  }
  return [...sums.values()]
}

async function* scanInTree<Field extends DossierField>(
  store: Store,
  query: DossierQuery<Field>,
  tree: Tree,
): AsyncGenerator<readonly PartOfDossier<Field>[]> {
  const { organisations = [], ...rest } = query
  const wanted = new Set(organisations)
  const batches =
    wanted.size === 0
      ? store.scanDossiers(rest)
      : store.scanDossiers({ ...rest, organisations: await codesHeldBy(store, query, tree) })
  for await (const batch of batches) {
    const held = batch.map((one) => ({
      ...one,
      organisationCode: tree.holderOf(one.organisationCode),
    }))
    yield wanted.size === 0
      ? held
      : held.filter(({ organisationCode }) => wanted.has(organisationCode))
  }
}

/** The codes under which portals kept what the wanted organisations hold. */
async function codesHeldBy(
  store: Store,
  query: DossierQuery,
  { holderOf, named }: Tree,
): Promise<readonly string[]> {
  const { organisations = [], from: _, ...rest } = query
  const cells = await store.ledger({ ...rest, organisations: [], from: query.to, byDay: false })
  const listed = await store.listRecords<{ readonly code: string }>('organisation')
  const known = new Set([
    ...organisations,
    ...named,
    ...cells.map(({ organisationCode }) => organisationCode),
    ...listed.map(({ value }) => value.code),
  ])
  const wanted = new Set(organisations)
  return [...known].filter((code) => wanted.has(code) || wanted.has(holderOf(code))).toSorted()
}
