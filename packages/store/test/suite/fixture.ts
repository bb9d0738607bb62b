import { afterEach } from 'vitest'
import {
  type DossierQuery,
  openStore,
  type Run,
  type RunWriter,
  type Store,
  type StoredDossier,
  type StoreOptions,
} from '../../src/index.ts'

export type Row = Readonly<Record<string, unknown>>

/** One kind of database, as the suite needs it. */
export interface TestDatabase {
  /** Makes an empty database and returns its URL. */
  create(): Promise<string>
  /** Runs a statement past the store, as another program could. */
  query(url: string, statement: string): Promise<readonly Row[]>
}

/** What the suites work with; whatever was opened is closed after each test. */
export interface Fixture {
  create(): Promise<string>
  open(url: string, options?: Partial<StoreOptions>): Promise<Store>
  /** A store on an empty database. */
  fresh(options?: Partial<StoreOptions>): Promise<{ readonly store: Store; readonly url: string }>
  query(url: string, statement: string): Promise<readonly Row[]>
}

export function createFixture(database: () => TestDatabase): Fixture {
  const opened: Store[] = []
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close()
  })
  const open: Fixture['open'] = async (url, options) => {
    const store = await openStore({ url, ...options })
    opened.push(store)
    return store
  }
  const create = () => database().create()
  return {
    create,
    open,
    async fresh(options) {
      const url = await create()
      return { store: await open(url, options), url }
    },
    query: (url, statement) => database().query(url, statement),
  }
}

export function begin(store: Store, source = 'one-stop'): Promise<RunWriter> {
  return store.beginRun({
    source,
    connector: 'opencps',
    connectorVersion: '1.2.3',
    trigger: 'manual',
  })
}

export function finish(writer: RunWriter, status: Run['status'] = 'done'): Promise<Run> {
  return writer.finish({ status, error: null })
}

/** What a scan gives, by source and code: it promises no order. */
export async function scanInOrder(
  store: Pick<Store, 'scanDossiers'>,
  query: DossierQuery,
): Promise<StoredDossier[]> {
  const all: StoredDossier[] = []
  for await (const part of store.scanDossiers(query)) all.push(...part)
  const keyOf = ({ source, code }: StoredDossier) => `${source} ${code}`
  return all.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** A clock that a test moves by hand. */
export function manualClock(start = 1_700_000_000_000) {
  let time = start
  return {
    now: () => time,
    pass(milliseconds: number) {
      time += milliseconds
      return time
    },
  }
}
