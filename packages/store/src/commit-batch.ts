import { type Message, say } from '@cchc/domain'
import type { Transaction } from 'kysely'
import { type Awaited, awaitedAfter } from './awaited.ts'
import { clearStaged, mergeStaged, removeRecords, stage, stagePresent } from './catalogue.ts'
import { readCheckpoint, writeCheckpoint } from './checkpoints.ts'
import { commitDossiers, removeDossiers } from './commit-dossiers.ts'
import type { Dialect } from './dialect.ts'
import { keyText } from './key-text.ts'
import { findMissing, keepMissing, type WholeDays } from './missing-dossiers.ts'
import { plainText } from './plain-text.ts'
import { keepRefusals, resolveAbsentOf } from './quarantine.ts'
import type { Batch, RunCounts } from './run.ts'
import type { Place } from './run-context.ts'
import type { Tables } from './tables.ts'

interface Target {
  readonly transaction: Transaction<Tables>
  readonly place: Place
  readonly dialect: Dialect
  /** What the clock shows, epoch ms; a version that lies ahead of it is not believed. */
  readonly clock: number
  /** What it showed when the run began. */
  readonly since: number
  /** The pages are of a part of a split reading: the stream's own position stays. */
  readonly isPart?: boolean
}

/** What a batch did. */
interface Committed {
  readonly counts: Partial<RunCounts>
  readonly awaited: Awaited
  readonly told: readonly Message[]
}

/** Stores everything of a batch; `awaited` is what the stream waited for before. */
export async function commitBatch(
  batch: Batch,
  target: Target,
  awaited: Awaited | undefined,
): Promise<Committed> {
  const { transaction, place } = target
  const { content, cursor, cursorVersion, refusals, keyFields = [] } = batch
  const keys = keysOf(content)
  const refused = refusals.flatMap(({ key }) => (key === null ? [] : keyText(key)))
  const { removed, ...outcome } = await storeContent(batch, target, refused)
  const { dismissed, unreadable } = await keepRefusals(transaction, { refusals, keyFields, place })
  const left = await awaitedAfter(batch, { transaction, place, keys, refused, awaited })
  const gone = removed + (await removeNamed(batch, target))
  const judged = await judgeDays(batch.whole ?? [], target)
  for (const code of judged.missing) left.missing.add(code)
  await writeCheckpoint(transaction, {
    ...place,
    ...(!target.isPart && { cursor, cursorVersion }),
    committedAt: place.now,
    added: (outcome.new ?? 0) - gone,
    beganRun: place.runId,
    unreadable,
    staged: content.entity === 'dossier' ? undefined : content.mode === 'staged',
  })
  const counts = {
    pages: batch.pages,
    fetched: keys.length + refusals.length,
    refused: refusals.length,
    dismissed,
    ...batch.traffic,
    ...outcome,
    removed: gone,
  }
  return { counts, awaited: left, told: judged.told }
}

function keysOf(content: Batch['content']): readonly string[] {
  return content.entity === 'dossier'
    ? content.records.map(({ code }) => code)
    : content.records.map(({ key }) => plainText(key))
}

async function storeContent(
  { content, portalBehindMs = 0, portalAheadMs = 0 }: Batch,
  { transaction, place, dialect, clock, ...began }: Target,
  refused: readonly string[],
): Promise<Partial<RunCounts> & { readonly removed: number }> {
  if (content.entity === 'dossier') {
    const { records } = content
    const since = began.since - portalBehindMs
    // Two who agree that the clock is behind: earlier commits, and the portal.
    const shown = Math.max(clock, Math.min(place.now, clock + portalAheadMs))
    return commitDossiers(dialect.bulk(transaction), {
      records,
      origin: place,
      clock: shown,
      since,
    })
  }
  if (content.mode === 'upsert') await clearStaged(transaction, place)
  await stage(transaction, { ...place, entity: content.entity, records: content.records })
  if (content.mode === 'upsert')
    return mergeStaged(transaction, { ...place, dialect, removeOthers: false })
  await stagePresent(transaction, { ...place, keys: refused })
  return { removed: 0 }
}

/** Removes what the portal itself says it removed. */
async function removeNamed(
  { content, removed = [] }: Batch,
  { transaction, place, dialect }: Target,
): Promise<number> {
  if (removed.length === 0) return 0
  return content.entity === 'dossier'
    ? removeDossiers(dialect.bulk(transaction), { codes: removed, origin: place })
    : removeRecords(transaction, { ...place, keys: removed.map(plainText) })
}

/** Keeps which stored dossiers days that were read whole no longer hold, and resolves refused ones that are gone. */
async function judgeDays(
  whole: readonly WholeDays[],
  { transaction, place }: Target,
): Promise<{ readonly missing: readonly string[]; readonly told: readonly Message[] }> {
  const missing: string[] = []
  const told: Message[] = []
  if (whole.length === 0) return { missing, told }
  const began = (await readCheckpoint(transaction, place)).beganRun ?? place.runId
  for (const days of whole) {
    await resolveAbsentOf(transaction, place, days)
    const found = await findMissing(transaction, place, { days, began })
    if (days.unreadable === 0) missing.push(...found)
    else if (found.length > 0) told.push(unknowable(place.stream, found.length, days.unreadable))
  }
  await keepMissing(transaction, place, missing)
  return { missing, told }
}

function unknowable(stream: string, absent: number, count: number): Message {
  return say(
    '{stream}: {absent} stored dossiers did not come, but {count} refused ones without a readable key may be among them; they still count.',
    { stream, absent, count },
  )
}

/** Whether a commit changed anything that figures can show. */
export function isChange(
  { content, whole = [] }: Batch,
  { new: added = 0, changed = 0, removed = 0 }: Partial<RunCounts>,
): boolean {
  const isStaged = content.entity !== 'dossier' && content.mode === 'staged'
  return !isStaged && (added + changed + removed > 0 || whole.length > 0)
}
