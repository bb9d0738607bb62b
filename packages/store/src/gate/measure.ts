import { brokenStatedIdentities, type DayNumber, DossierCount } from '@cchc/domain'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'
import type { GateMeasure, LateShare } from './gate.ts'
import { isShareKnown } from './late-shares.ts'
import type { Measured } from './reasons.ts'

/** The days over which the share of late dossiers is taken. */
const WINDOW = 30

interface Asked {
  readonly source: string
  readonly today: DayNumber
  /** The good measure that this one is held against. */
  readonly good?: GateMeasure | undefined
  /** What alone changed since, of which alone is to be known; absent = all. */
  readonly changed?: 'dossiers' | 'records' | undefined
}

/** How a source measures now, from sums that commits keep. */
export async function measureSource(
  db: Kysely<Tables>,
  { source, today, good, changed }: Asked,
): Promise<Measured> {
  const newest = await newestDay(db, { source, today })
  return {
    records: await recordsOf(db, source),
    day: today,
    newest,
    share: changed ? NO_SHARE : await lateShare(db, source, windowOf(newest ?? today, today)),
    since: changed === 'records' ? NO_SHARE : await shareSince(db, source, { good, today }),
    broken: changed === 'dossiers' ? 0 : await brokenRows(db, source),
  }
}

const NO_SHARE: LateShare = { late: 0, of: 0 }

function windowOf(newest: DayNumber, today: DayNumber): Window {
  return { from: newest - WINDOW, to: today }
}

async function shareSince(
  db: Kysely<Tables>,
  source: string,
  { good, today }: Pick<Asked, 'good' | 'today'>,
): Promise<LateShare> {
  if (!good || good.newest === null || !isShareKnown(good.share)) return NO_SHARE
  return lateShare(db, source, windowOf(good.newest, today))
}

async function recordsOf(db: Kysely<Tables>, source: string): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('checkpoint')
    .select(['stream', 'records'])
    .select((row) =>
      row
        .selectFrom('missing_dossier')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('missing_dossier.source', '=', 'checkpoint.source')
        .whereRef('missing_dossier.stream', '=', 'checkpoint.stream')
        .as('missing'),
    )
    .where('source', '=', source)
    .execute()
  return Object.fromEntries(rows.map((row) => [row.stream, row.records - (row.missing ?? 0)]))
}

async function newestDay(
  db: Kysely<Tables>,
  { source, today }: Pick<Asked, 'source' | 'today'>,
): Promise<DayNumber | null> {
  const { day } = await db
    .selectFrom('dossier_day')
    .select((row) => row.fn.max('day').as('day'))
    .where('source', '=', source)
    .where('dossiers', '>', 0)
    .where('day', '<=', today)
    .executeTakeFirstOrThrow()
  return day ?? null
}

interface Window {
  readonly from: DayNumber
  readonly to: DayNumber
}

type Sums = { readonly late: number | null; readonly of: number | null }

/** Of what was resolved within the window, from the ledger. */
async function lateShare(
  db: Kysely<Tables>,
  source: string,
  { from, to }: Window,
): Promise<LateShare> {
  const { rows } = await sql<Sums>`select sum(resolved_late) as late,
      sum(resolved_early + resolved_on_time + resolved_late) as "of"
    from ledger where source = ${source} and day > ${from} and day <= ${to}`.execute(db)
  return { late: Number(rows[0]?.late ?? 0), of: Number(rows[0]?.of ?? 0) }
}

async function brokenRows(db: Kysely<Tables>, source: string): Promise<number> {
  const rows = await db
    .selectFrom('record')
    .select('value')
    .where('source', '=', source)
    .where('entity', '=', 'dossier-count')
    .execute()
  const stated = rows.map(({ value }) => DossierCount.parse(JSON.parse(value)))
  return stated.filter(({ counts, rule }) => brokenStatedIdentities(counts, rule).length > 0).length
}
