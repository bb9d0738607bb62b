import { type Kysely, sql } from 'kysely'
import type { DossierQuery, StoredDossier } from './contract.ts'
import type { Dialect } from './dialect.ts'
import {
  codeOf,
  DOSSIER_COLUMN_NAMES,
  type DossierRow,
  decodeDossier,
  type Value,
} from './dossier-row.ts'
import { dossierFilters, inOrder, stateSources } from './history/known-at.ts'
import type { Tables } from './tables.ts'

const BATCH = 5000

type Row = Readonly<Record<string, Value>>
type Position = readonly [source: string, code: string]

const columns = sql.join(DOSSIER_COLUMN_NAMES.map((name) => sql.ref(name)))

/** Walks the dossiers that can matter for a period in the order of their key, all as they were at the first batch. */
export async function* scanDossiers(
  dialect: Dialect,
  query: DossierQuery,
): AsyncGenerator<readonly StoredDossier[]> {
  const snapshot = await dialect.openSnapshot()
  try {
    let position: Position = ['', '']
    for (;;) {
      const rows = await readBatch(snapshot.db, { query, position })
      if (rows.length > 0) yield rows.map(decodeDossier)
      const last = rows.at(-1)
      if (last === undefined || rows.length < BATCH) return
      position = [String(last[0]), codeOf(last)]
    }
  } finally {
    await snapshot.close()
  }
}

async function readBatch(
  db: Kysely<Tables>,
  { query, position }: { readonly query: DossierQuery; readonly position: Position },
): Promise<DossierRow[]> {
  const parts = stateSources(query.asKnownAt).map(({ table, filters }) => {
    const all = [
      sql`(source, code) > (${position[0]}, ${position[1]})`,
      ...dossierFilters(query),
      ...filters,
    ]
    return sql`select ${columns} from ${table} where ${sql.join(all, sql` and `)}`
  })
  const key = sql`source, code`
  const { rows } = await sql<Row>`${inOrder(parts, { key, limit: BATCH })}`.execute(db)
  return rows.map(toValues)
}

export async function findDossier(
  db: Kysely<Tables>,
  [source, code]: Position,
): Promise<StoredDossier | undefined> {
  const { rows } = await sql<Row>`select ${columns} from dossier
    where source = ${source} and code = ${code}`.execute(db)
  return rows[0] && decodeDossier(toValues(rows[0]))
}

function toValues(row: Row): DossierRow {
  return DOSSIER_COLUMN_NAMES.map((name) => row[name] ?? null)
}
