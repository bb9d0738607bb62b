import { type Kysely, sql } from 'kysely'
import { copyFilters } from './copies/copy-filters.ts'
import type { Dialect } from './dialect.ts'
import {
  codeOf,
  DOSSIER_COLUMN_NAMES,
  type DossierRow,
  decodeDossier,
  type Value,
} from './dossier-row.ts'
import { joined, type Position, walk } from './history/keyed-walk.ts'
import { dossierFilters, type StateSource, stateSources } from './history/state-sources.ts'
import type { DossierQuery, StoredDossier } from './stored-dossier.ts'
import type { Tables } from './tables.ts'

const BATCH = 5000

type Row = Readonly<Record<string, Value>>

const columns = sql.join(DOSSIER_COLUMN_NAMES.map((name) => sql.ref(name)))

/** Walks the dossiers that can matter for a period in the order of their key, all as they were at the first batch. */
export async function* scanDossiers(
  dialect: Dialect,
  query: DossierQuery,
): AsyncGenerator<readonly StoredDossier[]> {
  const snapshot = await dialect.openSnapshot()
  try {
    const parts = stateSources(query.asKnownAt).map((source) =>
      walk<DossierRow>({
        read: (after, limit) => readBatch(snapshot.db, { query, source, after, limit }),
        ...ORDER,
      }),
    )
    for await (const rows of joined(parts, ORDER)) yield rows.map(decodeDossier)
  } finally {
    await snapshot.close()
  }
}

const ORDER = {
  positionOf: (row: DossierRow): Position => [String(row[0]), codeOf(row)],
  limit: BATCH,
}

interface Part {
  readonly query: DossierQuery
  readonly source: StateSource
  readonly after: Position
  readonly limit: number
}

async function readBatch(db: Kysely<Tables>, part: Part): Promise<DossierRow[]> {
  const { query, source, after, limit } = part
  const filters = [
    sql`(source, code) > (${after[0]}, ${after[1]})`,
    ...dossierFilters(query),
    ...source.filters,
    ...copyFilters(query, source),
  ]
  const { rows } = await sql<Row>`select ${columns} from ${source.table}
    where ${sql.join(filters, sql` and `)}
    order by source, code limit ${sql.lit(limit)}`.execute(db)
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
