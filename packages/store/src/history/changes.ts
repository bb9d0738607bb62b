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

/** Walks the dossiers of which another state was known at `until` than at `after`, in the order of their key. */
export async function* scanChanges(
  dialect: Dialect,
  query: ChangeQuery,
): AsyncGenerator<readonly DossierChange[]> {
  const snapshot = await dialect.openSnapshot()
  try {
    const parts = stateSources(query.until).map((source) =>
      walk<DossierChange>({
        read: (after, limit) => readBatch(snapshot.db, { query, source, after, limit }),
        ...ORDER,
      }),
    )
    yield* joined(parts, ORDER)
  } finally {
    await snapshot.close()
  }
}

const ORDER = {
  positionOf: ({ after }: DossierChange): Position => [after.source, after.code],
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

function matters(alias: 'n' | 'o', { from, to }: ChangeQuery): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`(${column('received_day')} <= ${to}
    and (${column('finished_day')} is null or ${column('finished_day')} >= ${from}))`
}

function valuesOf(row: Row, prefix: string): DossierRow {
  return DOSSIER_COLUMN_NAMES.map((name) => row[prefix + name] ?? null)
}
