import { sql } from 'kysely'
import { openDialect } from '../../src/open-dialect.ts'

/**
 * Ends the leases of a PostgreSQL database, of runs and of schedules, as if their time were over; but those that a
 * transaction holds, which a process may have been paused in.
 */
export async function endLeases(url: string): Promise<void> {
  const dialect = await openDialect(url)
  try {
    for (const [table, key] of [
      ['schedule_lease', 'schedule'],
      ['lease', 'source'],
    ] as const) {
      const [name, column] = [sql.table(table), sql.ref(key)]
      await sql`update ${name} set expires_at = 1 where ${column} in
        (select ${column} from ${name} for update skip locked)`.execute(dialect.writer)
    }
  } finally {
    await dialect.close()
  }
}
