import { Kysely, PostgresDialect, type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import type { Dialect } from '../dialect.ts'
import { toStoreError } from '../store-failure.ts'
import type { Tables } from '../tables.ts'
import { openBoundedPool } from './bounded-pool.ts'
import { createPostgresBulk } from './postgres-bulk.ts'
import { postgresCopying } from './postgres-copying.ts'
import { explainPostgresFailure } from './postgres-failures.ts'
import { POSTGRES_LIMITS } from './postgres-limits.ts'
import { scanRows } from './postgres-scan.ts'

/** Any number that no other program uses in the same database. */
const MIGRATION_LOCK = 2_204_010_001

/** Opens a pool on a PostgreSQL database (13 or later); connects on first use. */
export function openPostgres(url: string): Dialect {
  const target = nameOf(url)
  const types = { getTypeParser: typeParser }
  const pool = openBoundedPool({ ...POSTGRES_LIMITS, connectionString: url, types })
  const explain: Dialect['explain'] = (error) => explainPostgresFailure(error, target)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    target,
    schema: {
      serial: sql`integer generated always as identity primary key`,
      key: sql`text collate "C"`,
      clustered: sql``,
      onlyAddedTo,
      lock: sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`,
    },
    clock: sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`,
    fieldOfValue: (name) => sql<string>`cast(value as json) ->> cast(${name} as text)`,
    // Every commit begins by renewing its lease.
    holdWriters: sql`lock table lease in share row exclusive mode`,
    joinByKey: sql`set local enable_nestloop = off`,
    reader: db,
    writer: db,
    bulk: createPostgresBulk,
    copying: postgresCopying,
    async openSnapshot() {
      const snapshot = await db
        .startTransaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute()
      return {
        db: snapshot,
        scan: (scan) => scanRows(snapshot, scan),
        close: async () => void (await snapshot.rollback().execute()),
      }
    },
    explain,
    async openSlotQueue(taker) {
      const { openBossQueue } = await import('./boss-queue.ts')
      const few = openBoundedPool({ ...POSTGRES_LIMITS, connectionString: url, max: 3 })
      const onError = (thrown: unknown) => taker.onError(toStoreError(explain, thrown))
      return openBossQueue(few, { ...taker, onError })
    },
    close: () => db.destroy(),
  }
}

function onlyAddedTo(table: string): readonly RawBuilder<unknown>[] {
  const refuse = sql.ref(`refuse_change_of_${table}`)
  const [rows, whole] = [sql.ref(`${table}_only_added_to`), sql.ref(`${table}_no_truncate`)]
  const text = sql.lit(`${table} is only added to`)
  return [
    sql`create or replace function ${refuse}() returns trigger language plpgsql
      as $$ begin raise exception ${text}; end $$`,
    sql`create trigger ${rows} before update or delete on ${sql.table(table)}
      for each row execute function ${refuse}()`,
    sql`create trigger ${whole} before truncate on ${sql.table(table)}
      for each statement execute function ${refuse}()`,
  ]
}

/** Instants, versions and sums are bigint and far below 2^53. */
const typeParser = ((oid: number, format: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8
    ? Number
    : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser

function nameOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}
