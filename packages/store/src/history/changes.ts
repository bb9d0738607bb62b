import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Dialect } from '../dialect.ts'
import { DOSSIER_COLUMN_NAMES, type DossierRow, decodeDossier, type Value } from '../dossier-row.ts'
import { among } from '../ledger.ts'
import type { Tables } from '../tables.ts'
import type { ChangeQuery, DossierChange } from './dossier-change.ts'
import { joined, type Position, walk } from './keyed-walk.ts'
import { type StateSource, stateSources } from './state-sources.ts'

const BATCH = 2500

type Row = Readonly<Record<string, Value>>

const COLUMNS = sql.join(
  DOSSIER_COLUMN_NAMES.flatMap((name) => [
    sql`n.${sql.ref(name)} as ${sql.ref(`new_${name}`)}`,
    sql`o.${sql.ref(name)} as ${sql.ref(`old_${name}`)}`,
  ]),
)

const COLUMNS_OF_OLD = sql.join(
  DOSSIER_COLUMN_NAMES.map((name) => sql`o.${sql.ref(name)} as ${sql.ref(`old_${name}`)}`),
)

/** Walks the dossiers of which another state was known at `until` than at `after`, in the order of their key. */
export async function* scanChanges(
  dialect: Dialect,
  query: ChangeQuery,
): AsyncGenerator<readonly DossierChange[]> {
  const snapshot = await dialect.openSnapshot()
  try {
    const { db } = snapshot
    const read = [
      ...stateSources(query.until).map(
        (source) => (after: Position, limit: number) =>
          readBatch(db, { query, source, after, limit }),
      ),
      (after: Position, limit: number) => readGone(db, { query, after, limit }),
    ]
    const parts = read.map((one) => walk<DossierChange>({ read: one, ...ORDER }))
    yield* joined(parts, ORDER)
  } finally {
    await snapshot.close()
  }
}

const ORDER = {
  positionOf: ({ before, after }: DossierChange): Position => {
    const state = after ?? before
    return [state?.source ?? '', state?.code ?? '']
  },
  limit: BATCH,
}

interface Part {
  readonly query: ChangeQuery
  readonly source: StateSource
  readonly after: Position
  readonly limit: number
}

async function readBatch(db: Kysely<Tables>, part: Part): Promise<DossierChange[]> {
  const { query, source, after, limit } = part
  const filters = [
    ...source.filters,
    sql`known_from > ${query.after}`,
    sql`(source, code) > (${after[0]}, ${after[1]})`,
    ...among('source', query.sources),
  ]
  const { rows } = await sql<Row>`select ${COLUMNS}
    from (select * from ${source.table} where ${sql.join(filters, sql` and `)}) as n
    left join dossier_version as o on o.source = n.source and o.code = n.code
      and o.known_from <= ${query.after} and o.known_to > ${query.after}
    where ${matters('n', query)} or ${matters('o', query)}
    order by new_source, new_code limit ${sql.lit(limit)}`.execute(db)
  return rows.map((row) => ({
    before: row.old_code === null ? null : decodeDossier(valuesOf(row, 'old_')),
    after: decodeDossier(valuesOf(row, 'new_')),
  }))
}

/** Dossiers that were known at `after`, and of which nothing was known any more at `until`. */
async function readGone(
  db: Kysely<Tables>,
  { query, after, limit }: Omit<Part, 'source'>,
): Promise<DossierChange[]> {
  const filters = [
    sql`o.known_from <= ${query.after} and o.known_to > ${query.after}`,
    sql`(o.source, o.code) > (${after[0]}, ${after[1]})`,
    ...among('o.source', query.sources),
    matters('o', query),
    ...stateSources(query.until).map(
      ({ table, filters: known }) => sql`not exists (select 1 from ${table} as n
        where ${sql.join([...known, sql`n.source = o.source and n.code = o.code`], sql` and `)})`,
    ),
  ]
  const { rows } = await sql<Row>`select ${COLUMNS_OF_OLD} from dossier_version as o
    where ${sql.join(filters, sql` and `)}
    order by o.source, o.code limit ${sql.lit(limit)}`.execute(db)
  return rows.map((row) => ({ before: decodeDossier(valuesOf(row, 'old_')), after: null }))
}

function matters(alias: 'n' | 'o', { from, to }: ChangeQuery): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`(${column('received_day')} <= ${to}
    and (${column('finished_day')} is null or ${column('finished_day')} >= ${from}))`
}

function valuesOf(row: Row, prefix: string): DossierRow {
  return DOSSIER_COLUMN_NAMES.map((name) => row[prefix + name] ?? null)
}
