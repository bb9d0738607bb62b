import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Dialect } from '../dialect.ts'
import { DOSSIER_COLUMN_NAMES, type DossierRow, decodeDossier, type Value } from '../dossier-row.ts'
import { among } from '../ledger.ts'
import type { Tables } from '../tables.ts'
import type { ChangeQuery, DossierChange } from './contract.ts'
import { inOrder, stateSources } from './known-at.ts'

const BATCH = 2500

type Row = Readonly<Record<string, Value>>
type Position = readonly [source: string, code: string]

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
    let position: Position = ['', '']
    for (;;) {
      const changes = await readBatch(snapshot.db, query, position)
      if (changes.length > 0) yield changes
      const last = changes.at(-1)?.after
      if (last === undefined || changes.length < BATCH) return
      position = [last.source, last.code]
    }
  } finally {
    await snapshot.close()
  }
}

async function readBatch(
  db: Kysely<Tables>,
  ...[query, position]: [ChangeQuery, Position]
): Promise<DossierChange[]> {
  const parts = stateSources(query.until).map(({ table, filters }) => {
    const states = sql`(select * from ${table} where ${sql.join(
      [
        ...filters,
        sql`known_from > ${query.after}`,
        sql`(source, code) > (${position[0]}, ${position[1]})`,
        ...among('source', query.sources),
      ],
      sql` and `,
    )}) as n`
    return sql`select ${COLUMNS} from ${states} left join dossier_version as o
      on o.source = n.source and o.code = n.code
        and o.known_from <= ${query.after} and o.known_to > ${query.after}
      where ${matters('n', query)} or ${matters('o', query)}`
  })
  const key = sql`new_source, new_code`
  const { rows } = await sql<Row>`${inOrder(parts, { key, limit: BATCH })}`.execute(db)
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
