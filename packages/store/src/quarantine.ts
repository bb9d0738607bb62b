import { dayNumberOf, NotFoundError, say, UsageError, writtenFaults } from '@cchc/domain'
import { type Insertable, type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { canonicalJson } from './canonical-json.ts'
import { inChunks } from './in-chunks.ts'
import { keyText } from './key-text.ts'
import type { Dismissal, QuarantinedRecord, QuarantineQuery, Refusal } from './refusal.ts'
import { digest, refusedContent } from './refusal-content.ts'
import type { Slice } from './slice.ts'
import { pageBounds, parseId, toSlice } from './slice.ts'
import type { QuarantineTable, Tables } from './tables.ts'

interface Place {
  readonly source: string
  readonly stream: string
  readonly runId: number
  readonly now: number
}

type Entry = Insertable<QuarantineTable>

interface Refused {
  readonly refusals: readonly Refusal[]
  readonly keyFields: readonly string[]
  readonly place: Place
}

/** Of the refused records of a batch: those dismissed by a person before, and the others without a readable key. */
export interface KeptRefusals {
  readonly dismissed: number
  readonly unreadable: number
}

/**
 * Keeps refused records; one that was seen before is counted and reopened, not kept twice. What was dismissed stays so
 * while it is the same.
 */
export async function keepRefusals(
  transaction: Transaction<Tables>,
  { refusals, keyFields, place }: Refused,
): Promise<KeptRefusals> {
  const entries = new Map<string, Entry>()
  for (const refusal of refusals) {
    const entry = encodeRefusal(refusal, keyFields, place)
    const timesSeen = (entries.get(entry.identity)?.times_seen ?? 0) + 1
    entries.set(entry.identity, { ...entry, times_seen: timesSeen })
  }
  const dismissed = new Set<string>()
  for (const chunk of inChunks([...entries.values()])) {
    for (const identity of await upsert(transaction, chunk)) dismissed.add(identity)
  }
  const [kept = [], open = []] = [true, false].map((wanted) =>
    [...entries.values()].filter(({ identity }) => dismissed.has(identity) === wanted),
  )
  return { dismissed: seen(kept), unreadable: seen(open.filter((one) => one.key_text === null)) }
}

function seen(entries: readonly Entry[]): number {
  return entries.reduce((sum, one) => sum + one.times_seen, 0)
}

/** Returns the identities of those that stay dismissed. */
async function upsert(transaction: Transaction<Tables>, entries: Entry[]): Promise<string[]> {
  const unchanged = sql`quarantine.reasons = excluded.reasons and quarantine.fields = excluded.fields`
  const rows = await transaction
    .insertInto('quarantine')
    .values(entries)
    .onConflict((conflict) =>
      conflict.columns(['source', 'stream', 'identity']).doUpdateSet((row) => ({
        reasons: row.ref('excluded.reasons'),
        fields: row.ref('excluded.fields'),
        last_run_id: row.ref('excluded.last_run_id'),
        last_seen_at: row.ref('excluded.last_seen_at'),
        times_seen: row('quarantine.times_seen', '+', row.ref('excluded.times_seen')),
        content: row.ref('excluded.content'),
        dismissed_at: sql`case when ${unchanged} then quarantine.dismissed_at end`,
        resolved_at: null,
      })),
    )
    .returning(['identity', 'dismissed_at'])
    .execute()
  return rows.flatMap((row) => (row.dismissed_at === null ? [] : row.identity))
}

function encodeRefusal(refusal: Refusal, keyFields: readonly string[], place: Place): Entry {
  const fields = canonicalJson(refusal.fields)
  const key = refusal.key === null ? null : keyText(refusal.key)
  // By the words, as it was before reasons kept their parts, so that an old row and its new state are one.
  const words = canonicalJson(writtenFaults(refusal.reasons))
  return {
    source: place.source,
    stream: place.stream,
    identity: key === null ? digest(words + fields) : `key ${key}`,
    key_text: key,
    key_fields: refusal.key === null ? null : JSON.stringify(refusal.key),
    reasons: canonicalJson(refusal.reasons),
    fields,
    first_run_id: place.runId,
    last_run_id: place.runId,
    first_seen_at: place.now,
    last_seen_at: place.now,
    times_seen: 1,
    content: refusedContent(refusal, keyFields),
  }
}

type StreamKey = Pick<Place, 'source' | 'stream'>

/** The names of a stream's refused records that are not yet resolved: their keys, or their contents without one. */
export async function listOpen(
  db: Kysely<Tables>,
  place: StreamKey,
  name: 'key_text' | 'content',
): Promise<Set<string>> {
  const rows = await openOf(db, place).select(name).where(name, 'is not', null).execute()
  return new Set(rows.map((row) => String(row[name])))
}

/** The keys of a stream's records that were refused in a run or later. */
export async function listRefusedSince(
  db: Kysely<Tables>,
  place: StreamKey,
  runId: number,
): Promise<ReadonlySet<string>> {
  const rows = await openOf(db, place)
    .select('key_text')
    .where('last_run_id', '>=', runId)
    .where('key_text', 'is not', null)
    .execute()
  return new Set(rows.map((row) => String(row.key_text)))
}

function openOf(db: Kysely<Tables>, { source, stream }: StreamKey) {
  return db
    .selectFrom('quarantine')
    .where('source', '=', source)
    .where('stream', '=', stream)
    .where('resolved_at', 'is', null)
}

/** Marks refused records whose valid version has arrived. */
export async function resolveNamed(
  transaction: Transaction<Tables>,
  {
    names,
    by,
    place,
  }: {
    readonly names: readonly string[]
    readonly by: 'key_text' | 'content'
    readonly place: Place
  },
): Promise<void> {
  for (const chunk of inChunks(names))
    await resolve(transaction, place).where(by, 'in', chunk).execute()
}

/** Marks refused records that a pass no longer held: those not seen since the run in which it began. */
export async function resolveAbsent(
  transaction: Transaction<Tables>,
  place: Place,
  began: number,
): Promise<void> {
  await resolve(transaction, place).where('last_run_id', '<', began).execute()
}

/** Marks refused dossiers received on days that this run has read whole without meeting them again. */
export async function resolveAbsentOf(
  transaction: Transaction<Tables>,
  place: Place,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  const unseen = openOf(transaction, place).where('last_run_id', '<', place.runId)
  const rows = await unseen.select(['id', 'fields']).execute()
  const ids = rows.flatMap(({ id, fields }) => {
    const { receivedAt } = JSON.parse(fields) as { readonly receivedAt?: unknown }
    const day = typeof receivedAt === 'number' ? dayNumberOf(receivedAt) : Number.NaN
    return day >= from && day <= to ? [id] : []
  })
  for (const chunk of inChunks(ids))
    await resolve(transaction, place).where('id', 'in', chunk).execute()
}

function resolve(transaction: Transaction<Tables>, place: Place) {
  return transaction
    .updateTable('quarantine')
    .set({ resolved_at: place.now })
    .where('source', '=', place.source)
    .where('stream', '=', place.stream)
    .where('resolved_at', 'is', null)
}

/** Keeps that a person dismissed a refused record. Throws UsageError when it is resolved or dismissed already. */
export async function dismissRefusal(
  transaction: Transaction<Tables>,
  id: string,
  { at, by, reason }: Dismissal,
): Promise<void> {
  const { resolvedAt, dismissal } = await getQuarantined(transaction, id)
  if (dismissal || resolvedAt !== null) {
    throw new UsageError(
      dismissal
        ? say('The refused record {id} was dismissed by {by} already.', { id, by: dismissal.by })
        : say('The refused record {id} is resolved already.', { id }),
      { fix: say('Look at it with: cchc quarantine show {id}', { id }) },
    )
  }
  await transaction
    .updateTable('quarantine')
    .set({ dismissed_at: at, dismissed_by: by, dismiss_reason: reason })
    .where('id', '=', Number(id))
    .execute()
}

/** Newest first; resolved and dismissed ones only when asked for. */
export async function listQuarantine(
  db: Kysely<Tables>,
  query: QuarantineQuery,
): Promise<Slice<QuarantinedRecord>> {
  const { before, limit } = pageBounds(query)
  let select = db.selectFrom('quarantine').selectAll().where('id', '<', before)
  if (query.source !== undefined) select = select.where('source', '=', query.source)
  if (!query.includeResolved)
    select = select.where('resolved_at', 'is', null).where('dismissed_at', 'is', null)
  const rows = await select
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return toSlice(rows, { limit, decode: decodeEntry })
}

export async function getQuarantined(db: Kysely<Tables>, id: string): Promise<QuarantinedRecord> {
  const row = await db
    .selectFrom('quarantine')
    .selectAll()
    .where('id', '=', parseId(id) ?? 0)
    .executeTakeFirst()
  if (row) return decodeEntry(row)
  throw new NotFoundError(say('There is no quarantined record {id}.', { id }), {
    fix: say('List the quarantine to see its ids.'),
  })
}

function decodeEntry(row: Selectable<QuarantineTable>): QuarantinedRecord {
  return {
    id: String(row.id),
    source: row.source,
    stream: row.stream,
    key: row.key_fields === null ? null : (JSON.parse(row.key_fields) as Record<string, string>),
    reasons: JSON.parse(row.reasons) as QuarantinedRecord['reasons'],
    fields: JSON.parse(row.fields) as Record<string, unknown>,
    firstRunId: String(row.first_run_id),
    lastRunId: String(row.last_run_id),
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    timesSeen: row.times_seen,
    resolvedAt: row.resolved_at,
    dismissal: dismissalOf(row),
  }
}

function dismissalOf(row: Selectable<QuarantineTable>): Dismissal | null {
  const { dismissed_at: at, dismissed_by: by, dismiss_reason: reason } = row
  return at === null ? null : { at, by: by ?? '', reason: reason ?? '' }
}
