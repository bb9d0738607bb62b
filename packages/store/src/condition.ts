import { sql } from 'kysely'
import type { Dialect } from './dialect.ts'

/** How a database is that can be read and written. */
export interface StoreCondition {
  /** Its name; holds no credentials. */
  readonly target: string
  /** What its clock says, epoch ms. */
  readonly clock: number
  /** Room on the disk of a database file; null where another machine keeps it. */
  readonly freeBytes: number | null
}

/** Reads, and writes something that is taken back at once; throws what the database refuses. */
export async function conditionOf(dialect: Dialect): Promise<StoreCondition> {
  const transaction = await dialect.writer.startTransaction().execute()
  try {
    await transaction.insertInto('settled_instant').values({ instant: -1, clock: 0 }).execute()
    const { rows } = await sql<{ at: number }>`select ${dialect.clock} as at`.execute(transaction)
    const { target, freeBytes } = dialect
    return { target, clock: rows[0]?.at ?? 0, freeBytes: (await freeBytes?.()) ?? null }
  } finally {
    await transaction.rollback().execute()
  }
}
