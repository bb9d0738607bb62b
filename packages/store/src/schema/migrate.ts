import { isAppError, StoreError, say } from '@cchc/domain'
import { type Kysely, sql } from 'kysely'
import type { Dialect, SchemaFacts } from '../dialect.ts'
import type { Tables } from '../tables.ts'
import { createAccessTables } from './access-tables.ts'
import { createAlertTables } from './alert-tables.ts'
import { createAuditTable } from './audit-tables.ts'
import { addCoverageColumns } from './coverage-columns.ts'
import { addCursorVersion } from './cursor-version.ts'
import { createDossierTables } from './dossier-tables.ts'
import { addEndlessIndex } from './endless-index.ts'
import { createEnteredTables } from './entered-tables.ts'
import { addFactColumns } from './fact-columns.ts'
import { createGateTables } from './gate-tables.ts'
import { createHistoryTables } from './history-tables.ts'
import { addLastDays } from './last-days.ts'
import { createPartTables } from './part-tables.ts'
import { addPublicKeys } from './public-keys.ts'
import { createRecordTables } from './record-tables.ts'
import { createRemovalTables } from './removal-tables.ts'
import { createRepeatTable } from './repeat-table.ts'
import { createRollupTables } from './rollup-tables.ts'
import { addNotesColumn, createRunTables } from './run-tables.ts'
import { createScheduleTables } from './schedule-tables.ts'
import { createSettledTable } from './settled-table.ts'
import { createShapeTable } from './shape-table.ts'

type Step = (db: Kysely<unknown>, facts: SchemaFacts) => Promise<void>

/** In order; a step that was released is never changed, only followed by another. */
const STEPS: Readonly<Record<string, Step>> = {
  '001-runs': createRunTables,
  '002-dossiers': createDossierTables,
  '003-records': createRecordTables,
  '004-history': createHistoryTables,
  '005-entered': createEnteredTables,
  '006-settled': createSettledTable,
  '007-removals': createRemovalTables,
  '008-coverage': addCoverageColumns,
  '009-cursor-version': addCursorVersion,
  '010-notes': addNotesColumn,
  '011-shapes': createShapeTable,
  '012-gates': createGateTables,
  '013-access': createAccessTables,
  '014-schedules': createScheduleTables,
  '015-alerts': createAlertTables,
  '016-audit-log': createAuditTable,
  '017-public-keys': addPublicKeys,
  '018-repeats': createRepeatTable,
  '019-dossiers-without-end': addEndlessIndex,
  '020-rollups': createRollupTables,
  '021-parts': createPartTables,
  '022-facts': addFactColumns,
  '023-last-days': addLastDays,
}

/** The names of all steps, in their order. */
export const STEP_NAMES: readonly string[] = Object.keys(STEPS)

/**
 * Brings the database to this version's layout, all in one transaction; waits while another process does it. Throws
 * StoreError for a database of a newer version. An up-to-date database is only read, so that opening it never waits.
 * `last` = the step of an earlier version, of which it gets the layout.
 */
export async function migrate(dialect: Dialect, last?: string): Promise<void> {
  // Whatever is wrong beside a missing table comes again below.
  const wanted = STEP_NAMES.slice(0, last === undefined ? undefined : STEP_NAMES.indexOf(last) + 1)
  const missing = await missingSteps(dialect.reader, dialect.target).catch(ifExpected)
  if (missing?.length === 0) return
  await dialect.writer.transaction().execute(async (transaction) => {
    await dialect.schema.lock.execute(transaction)
    await createStepTable(transaction)
    for (const name of await missingSteps(transaction, dialect.target)) {
      if (!wanted.includes(name)) continue
      await STEPS[name]?.(transaction as unknown as Kysely<unknown>, dialect.schema)
      await sql`insert into ${table} (name, timestamp)
        values (${name}, ${new Date().toISOString()})`.execute(transaction)
    }
  })
}

/** Named as Kysely's own tools expect it. */
const table = sql.table('kysely_migration')

async function createStepTable(db: Kysely<Tables>): Promise<void> {
  await sql`create table if not exists ${table} (
    name varchar(255) primary key,
    timestamp varchar(255) not null
  )`.execute(db)
}

async function missingSteps(db: Kysely<Tables>, target: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from ${table}`.execute(db)
  const done = new Set(rows.map(({ name }) => name))
  const unknown = [...done].filter((name) => !(name in STEPS))
  if (unknown.length > 0) throw newerVersion(target, unknown)
  return Object.keys(STEPS).filter((name) => !done.has(name))
}

/** Throws StoreError where a newer version has changed the layout since this process opened the database. */
export async function refuseNewer(db: Kysely<Tables>, target: string): Promise<void> {
  await missingSteps(db, target)
}

function ifExpected(error: unknown): undefined {
  if (isAppError(error)) throw error
}

function newerVersion(target: string, unknown: readonly string[]): StoreError {
  return new StoreError(
    say('The database {target} was written by a newer version of CCHC Hub ({version}).', {
      target,
      version: unknown.join(', '),
    }),
    { fix: say('Install that version, or a newer one, and run the same command again.') },
  )
}
