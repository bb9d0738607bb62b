import { say, UsageError } from '@cchc/domain'
import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import { auditHead } from '../audit-log/audit-log.ts'
import type { Dialect } from '../dialect.ts'
import { requireNoRun } from '../lease.ts'
import { forgetRollups } from '../rollup/roll-up.ts'
import { refuseNewer } from '../schema/migrate.ts'
import type { Tables } from '../tables.ts'
import { CONTENT_TABLES, type ContentSums } from './content.ts'
import { type Content, copyContent, requireEqual } from './copy-content.ts'

interface Replacement {
  readonly from: Content
  /** What is there may go. */
  readonly overwrite: boolean
  readonly signal?: AbortSignal | undefined
  /** Called once everything was read. */
  readonly close?: () => Promise<void>
  /** Called before it holds; where it throws, nothing is kept. */
  readonly beforeCommit?: (transaction: Transaction<Tables>) => Promise<void>
}

/**
 * Puts content into a database, whole or not at all; what was copied is read back before it holds. Throws UsageError for a
 * database that is not empty, RunConflict while a run lives there.
 */
export async function replaceContent(
  to: Dialect,
  { from, overwrite, signal, close, beforeCommit }: Replacement,
): Promise<ContentSums> {
  return to.writer.transaction().execute(async (transaction) => {
    await to.holdWriters.execute(transaction)
    await refuseNewer(transaction, to.target)
    await requireNoRuns({ reader: transaction, clock: to.clock })
    if (!overwrite) await requireEmpty(transaction, to.target)
    const tables = await replacedTables(transaction)
    await removeAll(transaction, tables)
    await forgetRollups(transaction)
    const sums = await copyContent(from, { dialect: to, transaction, tables }, signal)
    await close?.()
    await requireEqual({ dialect: to, db: transaction }, { sums, signal })
    await beforeCommit?.(transaction)
    return sums
  })
}

/** Throws RunConflict while any run lives. */
export async function requireNoRuns(db: Pick<Dialect, 'reader' | 'clock'>): Promise<void> {
  for (const { source } of await db.reader.selectFrom('lease').select('source').execute()) {
    await requireNoRun(db, source)
  }
}

/** That an instant was given out, and that something was done, is no content of its own. */
const BY_ITSELF: ReadonlySet<keyof Tables> = new Set(['settled_instant', 'audit_event'])

/** A log of what was done here stays as it is; nobody may take it away by putting something in its place. */
async function replacedTables(db: Kysely<Tables>): Promise<readonly (keyof Tables)[]> {
  if ((await auditHead(db)) === null) return CONTENT_TABLES
  return CONTENT_TABLES.filter((table) => table !== 'audit_event')
}

async function requireEmpty(db: Kysely<Tables>, target: string): Promise<void> {
  for (const table of CONTENT_TABLES) {
    if (BY_ITSELF.has(table)) continue
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db)
    if (rows.length === 0) continue
    throw new UsageError(say('The database {target} is not empty.', { target }), {
      fix: say('Name an empty one. Only a restore with --overwrite replaces what is there.'),
    })
  }
}

async function removeAll(
  transaction: Transaction<Tables>,
  tables: readonly (keyof Tables)[],
): Promise<void> {
  for (const table of [
    'lease',
    'repeated_request',
    ...tables.filter((one) => one !== 'audit_event'),
  ]) {
    await sql`delete from ${sql.table(table)}`.execute(transaction)
  }
}
