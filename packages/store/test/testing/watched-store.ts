import { sql } from 'kysely'
import type { Bulk, Dialect, Scan, Snapshot } from '../../src/dialect.ts'
import type { Value } from '../../src/dossier-row.ts'
import { openDialect } from '../../src/open-dialect.ts'
import { openStoreOn, type StoreOptions } from '../../src/open-store.ts'
import type { Store } from '../../src/store.ts'

/** What stands between a store and its database. */
export interface StoreWatch {
  /** The database's own clock, epoch ms: leases run on it. */
  readonly databaseNow: () => number
  /** Called before each statement; where it throws, the statement is not sent. */
  readonly beforeStatement: () => void
  /** Stands in for the write path of dossiers. */
  readonly bulk?: ((bulk: Bulk) => Bulk) | undefined
}

/** Opens a store of which every statement can fail and whose database has the clock that it is given. */
export async function openWatchedStore(options: StoreOptions, watch: StoreWatch): Promise<Store> {
  return openStoreOn(watched(await openDialect(options.url), watch), options)
}

/**
 * Opens a store for somebody who looks at it while nobody writes: scans need no connection of their own, which costs more
 * than they do where there are few dossiers.
 */
export async function openQuietStore(options: StoreOptions): Promise<Store> {
  const dialect = await openDialect(options.url)
  const { reader: db } = dialect
  const snapshot = { db, scan: (scan: Scan) => wholeScan(db, scan), close: async () => undefined }
  return openStoreOn({ ...dialect, openSnapshot: async () => snapshot }, options)
}

async function* wholeScan(db: Dialect['reader'], { table, columns, filters }: Scan) {
  const names = sql.join(columns.map((name) => sql.ref(name)))
  const { rows } = await sql<Record<string, Value>>`select ${names} from ${table}
    where ${sql.join(filters, sql` and `)}`.execute(db)
  yield rows.map((row) => columns.map((name) => row[name] ?? null))
}

function watched(dialect: Dialect, watching: StoreWatch): Dialect {
  const { databaseNow, beforeStatement, bulk: change = (bulk: Bulk) => bulk } = watching
  const watch = <D extends Dialect['reader']>(db: D): D =>
    db.withPlugin({
      transformQuery({ node }) {
        beforeStatement()
        return node
      },
      transformResult: async ({ result }) => result,
    }) as D
  return {
    ...dialect,
    get clock() {
      return sql<number>`cast(${databaseNow()} as bigint)`
    },
    reader: watch(dialect.reader),
    writer: watch(dialect.writer),
    bulk: (transaction) => watchedBulk(change(dialect.bulk(transaction)), beforeStatement),
    openSnapshot: async (): Promise<Snapshot> => {
      const snapshot = await dialect.openSnapshot()
      const scan = async function* (one: Scan) {
        beforeStatement()
        yield* snapshot.scan(one)
      }
      return { ...snapshot, db: watch(snapshot.db), scan }
    },
  }
}

function watchedBulk(bulk: Bulk, beforeStatement: () => void): Bulk {
  const watched = Object.entries(bulk).map(([name, call]) => [
    name,
    async (...given: unknown[]) => {
      beforeStatement()
      return call(...given)
    },
  ])
  return Object.fromEntries(watched)
}
