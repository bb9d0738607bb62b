import type { DayNumber } from '@cchc/domain'
import type { Kysely, Transaction } from 'kysely'
import { inChunks } from './in-chunks.ts'
import { listRefusedSince } from './quarantine.ts'
import type { Tables } from './tables.ts'

/** Days of reception that were read whole, and what came while they were. */
export interface WholeDays {
  readonly from: DayNumber
  readonly to: DayNumber
  /** Every code that came, refused ones too, with its day of reception where it is known. */
  readonly codes: ReadonlyMap<string, DayNumber | null>
  /** Refused records without a readable code: any missing dossier may be among them. */
  readonly unreadable: number
}

interface StreamKey {
  readonly source: string
  readonly stream: string
}

type Place = StreamKey & { readonly now: number }

/** Codes of the stored dossiers of those days that did not come and were not refused since the run `began`. */
export async function findMissing(
  db: Kysely<Tables>,
  { source, stream }: StreamKey,
  { days, began }: { readonly days: WholeDays; readonly began: number },
): Promise<readonly string[]> {
  const { from, to, codes } = days
  if ((await countReceived(db, source, days)) === codesWithin(days)) return []
  const rows = await db
    .selectFrom('dossier')
    .select('code')
    .where('source', '=', source)
    .where('received_day', '>=', from)
    .where('received_day', '<=', to)
    .execute()
  const refused = await listRefusedSince(db, { source, stream }, began)
  return rows.map(({ code }) => code).filter((code) => !codes.has(code) && !refused.has(code))
}

function codesWithin({ from, to, codes }: WholeDays): number {
  const isWithin = (day: DayNumber | null) => day !== null && day >= from && day <= to
  return [...codes.values()].filter(isWithin).length
}

/** From the sums that commits keep: days of which nothing is missing need no look at the dossiers. */
async function countReceived(
  db: Kysely<Tables>,
  source: string,
  { from, to }: WholeDays,
): Promise<number> {
  const { dossiers } = await db
    .selectFrom('dossier_day')
    .select((row) => row.fn.sum<number | string | null>('dossiers').as('dossiers'))
    .where('source', '=', source)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .executeTakeFirstOrThrow()
  return Number(dossiers ?? 0)
}

/** Keeps that dossiers are missing at the portal. */
export async function keepMissing(
  transaction: Transaction<Tables>,
  { source, stream, now }: Place,
  codes: readonly string[],
): Promise<void> {
  for (const chunk of inChunks(codes)) {
    await transaction
      .insertInto('missing_dossier')
      .values(chunk.map((code) => ({ source, stream, code, since: now })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** Forgets that dossiers were missing: they came again, or are gone. */
export async function forgetMissing(
  transaction: Transaction<Tables>,
  { source, stream }: StreamKey,
  codes: readonly string[],
): Promise<void> {
  for (const chunk of inChunks(codes)) {
    await transaction
      .deleteFrom('missing_dossier')
      .where('source', '=', source)
      .where('stream', '=', stream)
      .where('code', 'in', chunk)
      .execute()
  }
}

/** The stored dossiers of a stream that are missing at the portal, in the order of their codes. */
export async function listMissing(
  db: Kysely<Tables>,
  { source, stream }: StreamKey,
): Promise<string[]> {
  const rows = await db
    .selectFrom('missing_dossier')
    .select('code')
    .where('source', '=', source)
    .where('stream', '=', stream)
    .orderBy('code')
    .execute()
  return rows.map(({ code }) => code)
}
