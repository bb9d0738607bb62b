import type { DayRange } from '@cchc/domain'
import type Database from 'better-sqlite3'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Scan } from '../dialect.ts'
import type { DossierRow } from '../dossier-row.ts'
import type { Tables } from '../tables.ts'

/** Rows that are in memory at once. */
const BATCH = 5000

/** Of the rows of a table, so large a part is found by an index before all are read. */
const FEW = 1 / 4

/** A handle that nobody else reads by; `db` only compiles. */
interface Reading {
  readonly handle: Database.Database
  readonly db: Kysely<Tables>
}

/** Rows in the order in which they are stored: all that there are, or the few that an index finds. */
export function scanRows(reading: Reading, scan: Scan): AsyncGenerator<readonly DossierRow[]> {
  const few = scan.inProcess && findFew(reading.handle, scan.inProcess)
  return few ? readFew(reading, scan, few) : walkTable(reading, scan)
}

/** The rowids of dossiers in process in some days; undefined where they are so many that all may as well be read. */
function findFew(handle: Database.Database, { from, to }: DayRange): readonly number[] | undefined {
  const last = handle.prepare<[], number | null>('select max(rowid) from dossier').pluck().get()
  const most = Math.floor((last ?? 0) * FEW)
  const found = handle
    .prepare<number[], number>(
      `select rowid from dossier indexed by dossier_by_finished_day
      where finished_day is null and received_day <= ?
      union all select rowid from dossier indexed by dossier_by_finished_day
      where finished_day >= ? and received_day <= ? limit ?`,
    )
    .pluck()
    .all(to, from, to, most + 1)
  return found.length > most ? undefined : found.sort((a, b) => a - b)
}

async function* readFew(
  { handle, db }: Reading,
  scan: Scan,
  few: readonly number[],
): AsyncGenerator<readonly DossierRow[]> {
  const where = sql`rowid in (select value from json_each(${''}))`
  const query = selectOf(scan, where).compile(db)
  const statement = handle.prepare<unknown[], DossierRow>(query.sql).raw()
  const parameters = query.parameters.slice(0, -1)
  for (let begin = 0; begin < few.length; begin += BATCH) {
    const rows = statement.all(...parameters, JSON.stringify(few.slice(begin, begin + BATCH)))
    if (rows.length > 0) yield rows
  }
}

/** By rowids, so that no index is looked up. */
async function* walkTable(
  { handle, db }: Reading,
  scan: Scan,
): AsyncGenerator<readonly DossierRow[]> {
  const query = sql`${selectOf(scan, sql`rowid > ${Number.MIN_SAFE_INTEGER}`)}
    order by rowid limit ${sql.lit(BATCH)}`.compile(db)
  const statement = handle.prepare<unknown[], DossierRow>(query.sql).raw()
  const parameters = [...query.parameters]
  for (;;) {
    const rows = statement.all(...parameters)
    if (rows.length > 0) yield rows
    if (rows.length < BATCH) return
    parameters[parameters.length - 1] = rows.at(-1)?.at(-1)
  }
}

function selectOf({ table, columns, filters }: Scan, last: RawBuilder<unknown>) {
  const wanted = sql.join([...columns, 'rowid'].map((name) => sql.ref(name)))
  const where = sql.join([...filters, last], sql` and `)
  return sql`select ${wanted} from ${table} not indexed where ${where}`
}
