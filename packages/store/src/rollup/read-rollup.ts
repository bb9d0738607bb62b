import type { DayNumber, DayRange } from '@cchc/domain'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Dialect, Snapshot } from '../dialect.ts'
import { scanIn } from '../dossiers.ts'
import { among } from '../ledger.ts'
import type { LedgerCell, LedgerQuery } from '../ledger-cell.ts'
import type { Tables } from '../tables.ts'
import { columnsOf } from './cell-figures.ts'
import { dossiersWithEvents } from './counted-dossiers.ts'
import { EventSums } from './event-sums.ts'
import { type Learning, learntBetween } from './learnt-between.ts'
import { LedgerCells } from './ledger-cells.ts'
import { type Piece, piecesOf, placeIn } from './pieces.ts'
import { ROLLUP_RULES, ruleOf } from './rollup-rules.ts'
import { GRAINS, type Span } from './spans.ts'
import { listSubjects } from './subject-ids.ts'

/**
 * Sums of a rule's events, made up to date by what was learnt since they were kept; what they have no days of is counted
 * from the dossiers in process then. All as of one moment.
 */
export async function readRollup(
  dialect: Dialect,
  query: LedgerQuery,
): Promise<readonly LedgerCell[]> {
  const { pieces, edges } = piecesOf(query)
  const snapshot = await dialect.openSnapshot()
  try {
    const cells = new LedgerCells(query)
    await addKept(snapshot.db, { query, pieces }, cells)
    cells.addEvents(await learntSince(snapshot.db, { query, edges }))
    for (const days of edges) cells.addEvents(await eventsOn(snapshot, query, days))
    return cells.list()
  } finally {
    await snapshot.close()
  }
}

interface Summed {
  readonly query: LedgerQuery
  readonly pieces: readonly Piece[]
}

/** Events of these days alone. */
async function eventsOn(snapshot: Snapshot, query: LedgerQuery, days: DayRange) {
  const place = placeIn(query)
  const events = new EventSums([ruleOf(query.rule)], (day) =>
    isOn(days, day) ? place(day) : undefined,
  )
  for await (const batch of scanIn(snapshot, dossiersWithEvents(query, days))) {
    for (const dossier of batch) events.add(dossier, 1)
  }
  return events
}

function isOn({ from, to }: DayRange, day: DayNumber): boolean {
  return from <= day && day <= to
}

async function addKept(
  db: Kysely<Tables>,
  { query, pieces }: Summed,
  cells: LedgerCells,
): Promise<void> {
  const usable = new Set((await keptSources(db)).map(({ source }) => source))
  const listed = (await listSubjects(db, query)).filter(({ source }) => usable.has(source))
  const subjects = new Map(listed.map((subject) => [subject.id, subject]))
  for (const { spans, day } of pieces) {
    for (const { subject, counts } of await sumsOf(db, query, spans)) {
      const one = subjects.get(subject)
      if (one) cells.add(one, day, counts)
    }
  }
}

/** Those whose sums are of the rules of this version. */
async function keptSources(db: Kysely<Tables>): Promise<readonly { readonly source: string }[]> {
  return db.selectFrom('rollup_source').select('source').where('rules', '=', ROLLUP_RULES).execute()
}

async function sumsOf(db: Kysely<Tables>, query: LedgerQuery, spans: readonly Span[]) {
  if (spans.length === 0) return []
  const columns = columnsOf(ruleOf(query.rule))
  const names = columns.map((column) => sql.ref(column))
  const sums = names.map((name) => sql`sum(${name}) as ${name}`)
  const parts = spans.map(
    (span) => sql`select subject, ${sql.join(names)} from rollup
      where ${sql.join(filtersOf(query, span), sql` and `)}`,
  )
  const { rows } = await sql<Readonly<Record<string, number | string>>>`
    select subject, ${sql.join(sums)} from (${sql.join(parts, sql` union all `)}) as parts
    group by subject`.execute(db)
  return rows.map((row) => ({
    subject: Number(row.subject),
    counts: columns.map((column) => Number(row[column])),
  }))
}

function filtersOf(query: LedgerQuery, { grain, from, to }: Span): RawBuilder<unknown>[] {
  const wanted = [
    ...among('source', query.sources),
    ...among('organisation_code', query.organisations),
  ]
  const some = sql`subject in
    (select id from rollup_subject where ${sql.join(wanted, sql` and `)})`
  return [
    sql`grain = ${sql.lit(GRAINS[grain])}`,
    sql`first_day between ${sql.lit(from)} and ${sql.lit(to)}`,
    ...(wanted.length > 0 ? [some] : []),
  ]
}

/** What the sums lack of what is asked for, or have too much, on the days that they are of. */
async function learntSince(
  db: Kysely<Tables>,
  { query, edges }: { readonly query: LedgerQuery; readonly edges: readonly DayRange[] },
): Promise<EventSums> {
  const place = placeIn(query)
  const events = new EventSums([ruleOf(query.rule)], (day) =>
    edges.some((days) => isOn(days, day)) ? undefined : place(day),
  )
  for (const { source, settledAt } of await settledSources(db, query)) {
    for await (const { states, sign } of wayTo(query.asKnownAt, db, { source, settledAt })) {
      for (const state of states) events.add(state, sign)
    }
  }
  return events
}

/** What leads from the settled instant to the one that is asked for, which may be earlier. */
async function* wayTo(
  asked: number | undefined,
  db: Kysely<Tables>,
  { source, settledAt }: { readonly source: string; readonly settledAt: number },
): ReturnType<typeof learntBetween> {
  if (asked === undefined || asked >= settledAt) {
    return yield* learntBetween(db, { source, after: settledAt, until: asked })
  }
  const back: Learning = { source, after: asked, until: settledAt }
  for await (const { states, sign } of learntBetween(db, back)) {
    yield { states, sign: sign === 1 ? -1 : 1 }
  }
}

/** Every source that has or had dossiers, and up to when its sums go. */
async function settledSources(db: Kysely<Tables>, { sources }: LedgerQuery) {
  const filters = [sql`true`, ...among('d.source', sources)]
  const { rows } = await sql<{ source: string; settledAt: number | string }>`
    select d.source as source, coalesce(max(r.settled_at), 0) as "settledAt"
    from (select distinct source from dossier_day) as d
    left join rollup_source as r on r.source = d.source and r.rules = ${ROLLUP_RULES}
    where ${sql.join(filters, sql` and `)}
    group by d.source order by d.source`.execute(db)
  return rows.map(({ source, settledAt }) => ({ source, settledAt: Number(settledAt) }))
}
