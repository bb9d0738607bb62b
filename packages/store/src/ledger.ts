import type { Channel, Measure } from '@cchc/domain'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { LedgerCell, LedgerQuery } from './ledger-cell.ts'
import { LEDGER_MEASURES } from './ledger-deltas.ts'
import type { Tables } from './tables.ts'

type Row = Readonly<Record<string, string | number | null>>

/** Two plain sums in one statement, so that both see the same moment; cells without any event are left out. */
export async function readLedger(
  db: Kysely<Tables>,
  query: LedgerQuery,
): Promise<readonly LedgerCell[]> {
  const before = sumOf(query, { days: sql`day < ${query.from}`, byDay: false })
  const within = sumOf(query, {
    days: sql`day between ${query.from} and ${query.to}`,
    byDay: query.byDay || (query.cuts ?? []).length > 0,
    day: pieceDay(query),
  })
  const { rows } = await sql<Row>`${before} union all ${within}`.execute(db)
  return rows.filter(hasEvents).map(decodeCell)
}

/** The day that a piece of the window is given under. */
function pieceDay({ from, byDay, cuts = [] }: LedgerQuery): RawBuilder<unknown> {
  if (byDay) return sql`day`
  const first = sql`cast(${from} as integer)`
  if (cuts.length === 0) return first
  const pieces = cuts.toReversed().map((cut) => sql`when day >= ${cut} then ${cut}`)
  return sql`cast(case ${sql.join(pieces, sql` `)} else ${from} end as integer)`
}

interface Part {
  readonly days: RawBuilder<unknown>
  readonly byDay: boolean
  readonly day?: RawBuilder<unknown>
}

function sumOf(query: LedgerQuery, part: Part): RawBuilder<unknown> {
  const sums = LEDGER_MEASURES.map(
    ({ column }) => sql`sum(${sql.ref(column)}) as ${sql.ref(column)}`,
  )
  const key = sql`source, organisation_code, channel`
  const filters = [
    part.days,
    ...among('source', query.sources),
    ...among('organisation_code', query.organisations),
  ]
  return sql`select ${key}, ${part.day ?? sql`cast(null as integer)`} as day, ${sql.join(sums)}
    from ledger where ${sql.join(filters, sql` and `)}
    group by ${key}${part.byDay ? sql`, 4` : sql``}`
}

/** A filter for a list; empty and absent mean all. */
export function among(
  column: string,
  values: readonly string[] | undefined,
): RawBuilder<unknown>[] {
  return values?.length ? [sql`${sql.ref(column)} in (${sql.join(values)})`] : []
}

function hasEvents(row: Row): boolean {
  return LEDGER_MEASURES.some(({ column }) => Number(row[column]) !== 0)
}

function decodeCell(row: Row): LedgerCell {
  const sums = LEDGER_MEASURES.map(({ measure, column }) => [measure, Number(row[column])])
  return {
    source: String(row.source),
    organisationCode: String(row.organisation_code),
    channel: row.channel === '' ? null : (row.channel as Channel),
    day: row.day === null ? null : Number(row.day),
    ...(Object.fromEntries(sums) as Record<Measure, number>),
  }
}
