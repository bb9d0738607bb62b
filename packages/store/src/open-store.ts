import { listRecords } from './catalogue.ts'
import { listStreams } from './checkpoints.ts'
import type {
  DossierQuery,
  RecordQuery,
  RunRequest,
  RunWriter,
  Store,
  StoredDossier,
} from './contract.ts'
import type { Dialect } from './dialect.ts'
import { findDossier, scanDossiers } from './dossiers.ts'
import { requireFreeLease, takeLease } from './lease.ts'
import { readLedger } from './ledger.ts'
import { openDialect } from './open-dialect.ts'
import { getQuarantined, listQuarantine } from './quarantine.ts'
import { type SnapshotRules, StoreRunWriter } from './run-writer.ts'
import { abandonRuns, getRun, insertRun, listRuns } from './runs.ts'
import { migrate } from './schema/migrate.ts'
import { toStoreError, withStoreErrors } from './store-failure.ts'

/** Where the data is and whose clock dates it. */
export interface StoreOptions {
  /** `sqlite:PATH`, a bare path, or `postgres://user:password@host:port/database`. */
  readonly url: string
  /** Epoch ms; the system's clock unless given. Leases always run on the database's own clock. */
  readonly now?: () => number
  readonly snapshotRules?: SnapshotRules
}

const SNAPSHOT_RULES: SnapshotRules = { minimumShare: 0.5 }

/**
 * Opens a database, creating or migrating its tables first. Throws ConfigError for a URL of no known kind and
 * StoreError where the database cannot be opened; messages never hold the URL's password.
 *
 * @example const store = await openStore({ url: 'sqlite:data/cchc.db' })
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const dialect = await openDialect(options.url)
  try {
    await withStoreErrors(dialect.explain, () => migrate(dialect))
  } catch (error) {
    await dialect.close()
    throw error
  }
  return createStore(dialect, options)
}

function createStore(dialect: Dialect, options: StoreOptions): Store {
  const { reader } = dialect
  const attempt = <T>(work: () => Promise<T>) => withStoreErrors(dialect.explain, work)
  return {
    close: () => dialect.close(),
    beginRun: (request) => attempt(() => beginRun(dialect, { request, options })),
    listRuns: (query = {}) => attempt(() => listRuns(reader, query)),
    getRun: (id) => attempt(() => getRun(reader, id)),
    listQuarantine: (query = {}) => attempt(() => listQuarantine(reader, query)),
    getQuarantined: (id) => attempt(() => getQuarantined(reader, id)),
    listStreams: () => attempt(() => listStreams(reader)),
    ledger: (query) => attempt(() => readLedger(reader, query)),
    scanDossiers: (query) => scan(dialect, query),
    findDossier: (source, code) => attempt(() => findDossier(reader, [source, code])),
    listRecords: <T>(entity: string, query: RecordQuery = {}) =>
      attempt(() => listRecords<T>(dialect, { ...query, entity })),
    ping: () => attempt(async () => void (await listRuns(reader, { limit: 1 }))),
  }
}

async function* scan(
  dialect: Dialect,
  query: DossierQuery,
): AsyncGenerator<readonly StoredDossier[]> {
  try {
    yield* scanDossiers(dialect, query)
  } catch (error) {
    throw toStoreError(dialect.explain, error)
  }
}

async function beginRun(
  dialect: Dialect,
  { request, options }: { readonly request: RunRequest; readonly options: StoreOptions },
): Promise<RunWriter> {
  const { source } = request
  const { clock } = dialect
  const now = options.now ?? Date.now
  const runId = await dialect.writer.transaction().execute(async (transaction) => {
    await requireFreeLease(transaction, { source, clock })
    await abandonRuns(transaction, { source, now: now() })
    const id = await insertRun(transaction, { ...request, now: now() })
    await takeLease(transaction, { source, runId: id, clock })
    return id
  })
  const rules = options.snapshotRules ?? SNAPSHOT_RULES
  return new StoreRunWriter({ dialect, source, runId, now, rules })
}
