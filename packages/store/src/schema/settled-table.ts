import { type Kysely, sql } from 'kysely'

/**
 * The highest instant that was ever given out as settled, with what the clock said then. Where that was far less, the
 * instant stays, so that it can be told of what was made with it.
 */
export async function createSettledTable(db: Kysely<unknown>): Promise<void> {
  await sql`create table settled_instant (
    instant bigint primary key,
    clock bigint not null
  )`.execute(db)
}
