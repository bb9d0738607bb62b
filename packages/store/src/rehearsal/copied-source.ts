import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.ts'
import { listCompletions, recordPass } from '../history/stream-passes.ts'
import { inChunks } from '../in-chunks.ts'
import type { Tables } from '../tables.ts'

type Row = Readonly<Record<string, string | number | null>>

/** What a run reads of its source beside the dossiers, each table by the rest of its key. */
const TABLES = {
  checkpoint: ['stream'],
  quarantine: ['id'],
  missing_dossier: ['stream', 'code'],
  dossier_day: ['day'],
  stream_shape: ['stream'],
  staged_record: ['stream', 'key'],
  record: ['stream', 'key'],
  ledger: ['organisation_code', 'channel', 'day'],
  gate: ['good_at'],
  gate_event: ['id'],
} as const satisfies Partial<Record<keyof Tables, readonly string[]>>

/** Rows that are in memory at once. */
const BATCH = 5000

interface Copy {
  readonly from: Pick<Dialect, 'reader'>
  readonly to: Pick<Dialect, 'writer'>
  readonly source: string
}

/** Copies everything of a source but its dossiers, and where the numbers of runs stand. */
export async function copySource(copy: Copy): Promise<void> {
  for (const [table, key] of Object.entries(TABLES)) {
    await copyTable(copy, { table: table as keyof Tables, key })
  }
  await copyPasses(copy)
  const { reader } = copy.from
  const newest = await reader.selectFrom('run').selectAll().orderBy('id', 'desc').limit(1).execute()
  await insertRows(copy.to.writer, 'run', newest as readonly Row[])
}

async function copyTable(
  { from, to, source }: Copy,
  { table, key }: { readonly table: keyof Tables; readonly key: readonly string[] },
): Promise<void> {
  const columns = sql.join(key.map((name) => sql.ref(name)))
  let last: Row | undefined
  for (;;) {
    const place = sql.join(key.map((name) => last?.[name] ?? null))
    const after = last ? sql`and (${columns}) > (${place})` : sql``
    const { rows } = await sql<Row>`select * from ${sql.table(table)}
      where source = ${source} ${after} order by ${columns} limit ${sql.lit(BATCH)}`.execute(
      from.reader,
    )
    await insertRows(to.writer, table, rows)
    last = rows.at(-1)
    if (rows.length < BATCH) return
  }
}

async function insertRows(
  db: Kysely<Tables>,
  table: keyof Tables,
  rows: readonly Row[],
): Promise<void> {
  for (const chunk of inChunks(rows)) {
    await db
      .insertInto(table)
      .values(chunk as never)
      .execute()
  }
}

/** Only the last whole pass of each stream matters to a run. */
async function copyPasses({ from, to, source }: Copy): Promise<void> {
  const known = (await listCompletions(from.reader)).filter((one) => one.source === source)
  await to.writer.transaction().execute(async (transaction) => {
    for (const { stream, completedAt, covered } of known) {
      const { to: startedAt = 0, ...reach } = covered ?? {}
      const pass = covered ? { startedAt, reach: reach as Omit<typeof covered, 'to'> } : null
      const now = completedAt ?? 0
      await recordPass(transaction, {
        ...{ source, stream, now, pass },
        completedAt: completedAt ?? undefined,
      })
    }
  })
}
