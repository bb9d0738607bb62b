import { createHash } from 'node:crypto'
import { NotFoundError, say, writtenFaults } from '@cchc/domain'
import type { Insertable, Kysely, Selectable, Transaction } from 'kysely'
import { canonicalJson } from './canonical-json.ts'
import { inChunks } from './in-chunks.ts'
import { keyText } from './key-text.ts'
import type { QuarantinedRecord, QuarantineQuery, Refusal } from './refusal.ts'
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

/** Keeps refused records; one that was seen before is counted and reopened, not kept twice. */
export async function keepRefusals(
  transaction: Transaction<Tables>,
  { refusals, place }: { readonly refusals: readonly Refusal[]; readonly place: Place },
): Promise<void> {
  const entries = new Map<string, Entry>()
  for (const refusal of refusals) {
    const entry = encodeRefusal(refusal, place)
    const timesSeen = (entries.get(entry.identity)?.times_seen ?? 0) + 1
    entries.set(entry.identity, { ...entry, times_seen: timesSeen })
  }
  for (const chunk of inChunks([...entries.values()])) await upsert(transaction, chunk)
}

async function upsert(transaction: Transaction<Tables>, entries: Entry[]): Promise<void> {
  await transaction
    .insertInto('quarantine')
    .values(entries)
    .onConflict((conflict) =>
      conflict.columns(['source', 'stream', 'identity']).doUpdateSet((row) => ({
        reasons: row.ref('excluded.reasons'),
        fields: row.ref('excluded.fields'),
        last_run_id: row.ref('excluded.last_run_id'),
        last_seen_at: row.ref('excluded.last_seen_at'),
        times_seen: row('quarantine.times_seen', '+', row.ref('excluded.times_seen')),
        resolved_at: null,
      })),
    )
    .execute()
}

function encodeRefusal(refusal: Refusal, place: Place): Entry {
  const fields = canonicalJson(refusal.fields)
  const key = refusal.key === null ? null : keyText(refusal.key)
  // By the words, as it was before reasons kept their parts, so that an old row and its new state are one.
  const words = canonicalJson(writtenFaults(refusal.reasons))
  return {
    source: place.source,
    stream: place.stream,
    identity: key === null ? `sha256 ${hash(words + fields)}` : `key ${key}`,
    key_text: key,
    key_fields: refusal.key === null ? null : JSON.stringify(refusal.key),
    reasons: canonicalJson(refusal.reasons),
    fields,
    first_run_id: place.runId,
    last_run_id: place.runId,
    first_seen_at: place.now,
    last_seen_at: place.now,
    times_seen: 1,
  }
}

/** The keys of a stream that are refused and not yet resolved. */
export async function listOpenKeys(
  db: Kysely<Tables>,
  { source, stream }: Pick<Place, 'source' | 'stream'>,
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('quarantine')
    .select('key_text')
    .where('source', '=', source)
    .where('stream', '=', stream)
    .where('resolved_at', 'is', null)
    .where('key_text', 'is not', null)
    .execute()
  return new Set(rows.map((row) => String(row.key_text)))
}

/** Marks refused records whose valid version has arrived. */
export async function resolveKeys(
  transaction: Transaction<Tables>,
  { keys, place }: { readonly keys: readonly string[]; readonly place: Place },
): Promise<void> {
  for (const chunk of inChunks(keys)) {
    await transaction
      .updateTable('quarantine')
      .set({ resolved_at: place.now })
      .where('source', '=', place.source)
      .where('stream', '=', place.stream)
      .where('key_text', 'in', chunk)
      .where('resolved_at', 'is', null)
      .execute()
  }
}

/** Newest first; resolved ones only when asked for. */
export async function listQuarantine(
  db: Kysely<Tables>,
  query: QuarantineQuery,
): Promise<Slice<QuarantinedRecord>> {
  const { before, limit } = pageBounds(query)
  let select = db.selectFrom('quarantine').selectAll().where('id', '<', before)
  if (query.source !== undefined) select = select.where('source', '=', query.source)
  if (!query.includeResolved) select = select.where('resolved_at', 'is', null)
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
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
