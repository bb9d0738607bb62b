import { type Kysely, sql } from 'kysely'
import { copyFilters } from './copies/copy-filters.ts'
import type { Dialect, Snapshot } from './dialect.ts'
import { readerOf } from './dossier-fields.ts'
import { DOSSIER_COLUMN_NAMES, type DossierRow, decodeDossier, type Value } from './dossier-row.ts'
import { joined, type Position, walk } from './history/keyed-walk.ts'
import { dossierFilters, stateSources } from './history/state-sources.ts'
import type { DossierField, DossierQuery, PartOfDossier, StoredDossier } from './stored-dossier.ts'
import type { Tables } from './tables.ts'

type Row = Readonly<Record<string, Value>>

/** Reads the dossiers that can matter for a period in the order in which they are stored, all as of one moment. */
export async function* scanDossiers<Field extends DossierField>(
  dialect: Dialect,
  query: DossierQuery<Field>,
): AsyncGenerator<readonly PartOfDossier<Field>[]> {
  const snapshot = await dialect.openSnapshot()
  try {
    yield* scanIn(snapshot, query)
  } finally {
    await snapshot.close()
  }
}

/** The same of a view that is open. */
export async function* scanIn<Field extends DossierField>(
  { db, scan }: Pick<Snapshot, 'db' | 'scan'>,
  query: DossierQuery<Field>,
): AsyncGenerator<readonly PartOfDossier<Field>[]> {
  const { columns, decode } = readerOf(query.fields)
  if (query.inOrder) {
    for await (const rows of scanInOrder(db, query)) yield rows.map(decode)
    return
  }
  for (const source of stateSources(query.asKnownAt)) {
    const filters = [...dossierFilters(query), ...source.filters, ...copyFilters(query, source)]
    const inProcess = source.isCurrent ? { from: query.from, to: query.to } : undefined
    for await (const rows of scan({ table: source.table, columns, filters, inProcess })) {
      yield rows.map(decode)
    }
  }
}

const BATCH = 5000

/** Values of what is asked for, then the key, in the order of the key. */
function scanInOrder<Field extends DossierField>(db: Kysely<Tables>, query: DossierQuery<Field>) {
  const columns = [...readerOf(query.fields).columns, 'source', 'code']
  const order = {
    positionOf: (row: DossierRow): Position => [String(row.at(-2)), String(row.at(-1))],
    limit: BATCH,
  }
  const parts = stateSources(query.asKnownAt).map((source) =>
    walk<DossierRow>({
      read: async (after, limit) => {
        const filters = [
          sql`(source, code) > (${after[0]}, ${after[1]})`,
          ...dossierFilters(query),
          ...source.filters,
          ...copyFilters(query, source),
        ]
        const named = sql.join([...new Set(columns)].map((name) => sql.ref(name)))
        const { rows } = await sql<Row>`select ${named} from ${source.table}
          where ${sql.join(filters, sql` and `)}
          order by source, code limit ${sql.lit(limit)}`.execute(db)
        return rows.map((row) => columns.map((name) => row[name] ?? null))
      },
      ...order,
    }),
  )
  return joined(parts, order)
}

export async function findDossier(
  db: Kysely<Tables>,
  [source, code]: Position,
): Promise<StoredDossier | undefined> {
  const columns = sql.join(DOSSIER_COLUMN_NAMES.map((name) => sql.ref(name)))
  const { rows } = await sql<Row>`select ${columns} from dossier
    where source = ${source} and code = ${code}`.execute(db)
  return rows[0] && decodeDossier(toValues(rows[0]))
}

function toValues(row: Row): Value[] {
  return DOSSIER_COLUMN_NAMES.map((name) => row[name] ?? null)
}
