import { StoreError } from '@cchc/domain'
import { type Kysely, sql } from 'kysely'
import { DEFAULT_MIGRATION_TABLE as MIGRATIONS, type Migration, Migrator } from 'kysely/migration'
import type { Dialect, SchemaFacts } from '../dialect.ts'
import type { Tables } from '../tables.ts'
import { createDossierTables } from './dossier-tables.ts'
import { createHistoryTables } from './history-tables.ts'
import { createRecordTables } from './record-tables.ts'
import { createRunTables } from './run-tables.ts'

type Step = (db: Kysely<unknown>, facts: SchemaFacts) => Promise<void>

/** In order; a step that was released is never changed, only followed by another. */
const STEPS: Readonly<Record<string, Step>> = {
  '001-runs': createRunTables,
  '002-dossiers': createDossierTables,
  '003-records': createRecordTables,
  '004-history': createHistoryTables,
}

/**
 * Brings the database to this version's layout, all in one transaction; waits while another process does it. Throws
 * StoreError for a database of a newer version.
 */
export async function migrate(dialect: Dialect): Promise<void> {
  const done = await executedSteps(dialect.reader)
  const unknown = done.filter((name) => !(name in STEPS))
  if (unknown.length > 0) throw newerVersion(dialect.target, unknown)
  if (done.length === Object.keys(STEPS).length) return
  await dialect.writer.transaction().execute(async (transaction) => {
    const { error } = await createMigrator(transaction, dialect.schema).migrateToLatest()
    if (error) throw error
  })
}

function createMigrator(db: Kysely<Tables>, facts: SchemaFacts): Migrator {
  const migrations = Object.entries(STEPS).map(([name, step]): [string, Migration] => [
    name,
    { up: (target) => step(target, facts) },
  ])
  return new Migrator({
    db,
    provider: { getMigrations: async () => Object.fromEntries(migrations) },
  })
}

/** Read outside of any transaction, so that opening an up-to-date database never waits for a writer. */
async function executedSteps(db: Kysely<Tables>): Promise<string[]> {
  try {
    const { rows } = await sql<{ name: string }>`select name from ${sql.table(MIGRATIONS)}`.execute(
      db,
    )
    return rows.map(({ name }) => name)
  } catch (error) {
    const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
    if (tables.some(({ name }) => name === MIGRATIONS)) throw error
    return []
  }
}

function newerVersion(target: string, unknown: readonly string[]): StoreError {
  return new StoreError(
    `The database ${target} was written by a newer version of CCHC Hub (${unknown.join(', ')}).`,
    { fix: 'Install that version, or a newer one, and run the same command again.' },
  )
}
