import { type Kysely, sql } from 'kysely'
import { decodeFacts, lastDayOf } from '../dossier-row.ts'

/** Finds what is in process, or was lately, without reading the others; and the last days that facts make later. */
export async function addLastDays(db: Kysely<unknown>): Promise<void> {
  await sql`create index dossier_by_finished_day on dossier (finished_day, received_day)`.execute(
    db,
  )
  await correctLastDays(db, 'dossier')
  await correctLastDays(db, 'dossier_version')
}

interface Kept {
  readonly source: string
  readonly code: string
  readonly known_from: number
  readonly finished_at: number | string
  readonly facts: string
}

async function correctLastDays(db: Kysely<unknown>, name: string): Promise<void> {
  const table = sql.table(name)
  const { rows } = await sql<Kept>`select source, code, known_from, finished_at, facts from ${table}
    where finished_at is not null and facts like '%"competentSince"%'`.execute(db)
  for (const { source, code, known_from: knownFrom, finished_at: finishedAt, facts } of rows) {
    const day = lastDayOf({ finishedAt: Number(finishedAt), facts: decodeFacts(facts) })
    await sql`update ${table} set finished_day = ${day}
      where source = ${source} and code = ${code} and known_from = ${knownFrom}`.execute(db)
  }
}
