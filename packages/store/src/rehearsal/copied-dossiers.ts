import { type RawBuilder, sql } from 'kysely'
import type { Dialect } from '../dialect.ts'
import { codeOf, DOSSIER_COLUMN_NAMES, type DossierRow, type Value } from '../dossier-row.ts'
import { inChunks } from '../in-chunks.ts'

/** Days of reception, inclusive. */
interface Days {
  readonly from: number
  readonly to: number
}

/** Brings dossiers of one source from a database to a copy as they are needed, each once. */
export interface DossierCopier {
  byCode(codes: readonly string[]): Promise<void>
  byLastingId(ids: readonly string[]): Promise<void>
  byDays(days: Days): Promise<void>
}

/** Rows that are in memory at once. */
const BATCH = 5000

const COLUMNS = sql.join(DOSSIER_COLUMN_NAMES.map((name) => sql.ref(name)))

type Row = Readonly<Record<string, Value>>

/** `to` is a copy into which only what was brought from `from` is written beside what runs write. */
export function dossierCopier(parts: {
  readonly from: Pick<Dialect, 'reader'>
  readonly to: Pick<Dialect, 'writer' | 'bulk'>
  readonly source: string
}): DossierCopier {
  const { from, to, source } = parts
  const read = async (filter: RawBuilder<unknown>): Promise<DossierRow[]> => {
    const { rows } = await sql<Row>`select ${COLUMNS} from dossier
      where source = ${source} and ${filter}
      order by source, code limit ${sql.lit(BATCH)}`.execute(from.reader)
    return rows.map((row) => DOSSIER_COLUMN_NAMES.map((name) => row[name] ?? null))
  }
  const byColumn = async (column: string, values: readonly string[]) => {
    for (const chunk of inChunks([...new Set(values)])) {
      await keep(to, await read(sql`${sql.ref(column)} in (${sql.join(chunk)})`))
    }
  }
  return {
    byCode: (codes) => byColumn('code', codes),
    byLastingId: (ids) => byColumn('lasting_id', ids),
    async byDays(days) {
      let after = ''
      for (;;) {
        const rows = await read(
          sql`received_day between ${days.from} and ${days.to} and code > ${after}`,
        )
        await keep(to, rows)
        if (rows.length < BATCH) return
        after = codeOf(rows.at(-1) ?? [])
      }
    },
  }
}

/** What was superseded or removed in the copy must not come back: its former state stands in the history there. */
async function keep(
  { writer, bulk }: Pick<Dialect, 'writer' | 'bulk'>,
  rows: readonly DossierRow[],
): Promise<void> {
  if (rows.length === 0) return
  await writer.transaction().execute(async (transaction) => {
    const superseded = new Set<string>()
    for (const chunk of inChunks(rows)) {
      const found = await transaction
        .selectFrom('dossier_version')
        .select('code')
        .where('code', 'in', chunk.map(codeOf))
        .execute()
      for (const { code } of found) superseded.add(code)
    }
    await bulk(transaction).insertNew(rows.filter((row) => !superseded.has(codeOf(row))))
  })
}
