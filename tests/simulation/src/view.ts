import type { Store, StoredDossier, StoredRecord, StreamState } from '@cchc/store'
import type { Year } from './year.ts'

const EVER = 2 ** 31 - 1
const CATALOGUES = ['organisation', 'field', 'procedure'] as const
const COUNTS = ['petition-count', 'payment-count'] as const

/** What an invariant looks at: the whole store at one moment, each part read at most once. */
export class View {
  readonly year: Year
  readonly store: Store
  readonly #kept = new Map<string, Promise<unknown>>()

  /** Whether the year is over, so that everything is looked at. */
  readonly isLast: boolean

  constructor(year: Year, store: Store, isLast = false) {
    this.year = year
    this.store = store
    this.isLast = isLast
  }

  dossiers(): Promise<readonly StoredDossier[]> {
    return this.#once('dossiers', async () => {
      const found: StoredDossier[] = []
      for await (const batch of this.store.scanDossiers({ from: -EVER, to: EVER })) {
        found.push(...batch)
      }
      return found
    })
  }

  streams(): Promise<readonly StreamState[]> {
    return this.#once('streams', () => this.store.listStreams())
  }

  /** Codes and other keys that are refused and not resolved, by source and stream. */
  refused(): Promise<ReadonlySet<string>> {
    return this.#once('refused', async () => {
      const keys = new Set<string>()
      let slice = await this.store.listQuarantine({ limit: 500 })
      for (;;) {
        for (const { source, stream, key } of slice.items) {
          if (key) keys.add(`${source} ${stream} ${Object.values(key).join('|')}`)
        }
        if (slice.next === null) return keys
        slice = await this.store.listQuarantine({ limit: 500, after: slice.next })
      }
    })
  }

  /** Keys of organisations, fields and procedures, as `source stream key`. */
  async catalogueKeys(): Promise<readonly string[]> {
    const records = await this.#once('catalogue', () => this.#list(CATALOGUES))
    return records.map(({ source, stream, key }) => `${source} ${stream} ${key}`)
  }

  /** Petitions and payments as portals count them. */
  counts(): Promise<readonly StoredRecord[]> {
    return this.#once('counts', () => this.#list(COUNTS))
  }

  /** All catalogue records, and all that portals count themselves. */
  records(): Promise<readonly StoredRecord[]> {
    return this.#once('records', () => this.#list([...CATALOGUES, ...COUNTS, 'portal-figure']))
  }

  async #list(entities: readonly Parameters<Store['listRecords']>[0][]): Promise<StoredRecord[]> {
    return (await Promise.all(entities.map((entity) => this.store.listRecords(entity)))).flat()
  }

  #once<T>(name: string, read: () => Promise<T>): Promise<T> {
    const known = (this.#kept.get(name) as Promise<T> | undefined) ?? read()
    this.#kept.set(name, known)
    return known
  }
}
