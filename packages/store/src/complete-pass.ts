import { type Message, SnapshotSuspicious, say } from '@cchc/domain'
import type { Transaction } from 'kysely'
import { countAbsent, countRecords, mergeStaged } from './catalogue.ts'
import type { Checkpoint } from './checkpoints.ts'
import { removeDossiers } from './commit-dossiers.ts'
import type { Dialect } from './dialect.ts'
import { forgetMissing, listMissing } from './missing-dossiers.ts'
import { resolveAbsent } from './quarantine.ts'
import type { PassEnd, RunCounts } from './run.ts'
import type { Place, SnapshotRules } from './run-context.ts'
import type { Tables } from './tables.ts'

interface Pass {
  readonly transaction: Transaction<Tables>
  readonly place: Place
  readonly dialect: Dialect
  readonly rules: SnapshotRules
  readonly checkpoint: Checkpoint
  readonly end: PassEnd
}

/** What a whole pass changed. */
export interface Completion {
  readonly counts: Partial<RunCounts>
  /** How many records the pass held, refused ones with a key too; undefined where nobody counted. */
  readonly held?: number
  readonly told?: Message
  /** The removals that were not believed. */
  readonly stopped?: SnapshotSuspicious
}

/**
 * Swaps in a staged pass: what it did not hold is removed, unless a refused record without a readable key may be it.
 * A refused record with a key is present.
 */
export async function completeStaged(pass: Pass): Promise<Completion> {
  const { transaction, place, dialect, checkpoint, end } = pass
  const { current, staged } = await countRecords(transaction, place)
  const isKnowable = checkpoint.unreadable === 0 || end.acceptRemovals
  const baseline = Math.max(current, checkpoint.largest ?? 0)
  if (isKnowable && !end.acceptRemovals && current > 0) {
    const stopped = suspicion(pass, { count: staged, baseline })
    if (stopped) return { counts: {}, stopped }
  }
  const absent = isKnowable ? 0 : await countAbsent(transaction, place)
  const merged = await mergeStaged(transaction, { ...place, dialect, removeOthers: isKnowable })
  await resolveAbsent(transaction, place, checkpoint.beganRun ?? place.runId)
  return { counts: merged, held: staged, ...(!isKnowable && unknowable(pass, absent)) }
}

function unknowable({ place, checkpoint }: Pass, absent: number): Pick<Completion, 'told'> {
  if (absent === 0) return {}
  const values = { stream: place.stream, absent, count: checkpoint.unreadable }
  return {
    told: say(
      '{stream}: {absent} stored records did not come, but {count} refused ones without a readable key may be among them; nothing was removed. If they are really gone there, sync with --accept-removals.',
      values,
    ),
  }
}

/** Removes the dossiers that are missing at the portal where a person asked for everything, or accepts; else tells them. */
export async function completeDossiers(pass: Pass): Promise<Completion> {
  const { transaction, place, dialect, checkpoint, end } = pass
  const { full = false, acceptRemovals } = end
  if (full) await resolveAbsent(transaction, place, checkpoint.beganRun ?? place.runId)
  const missing = await listMissing(transaction, place)
  const { records } = checkpoint
  if (missing.length === 0) return { counts: {}, held: records }
  const { stream, source } = place
  const values = { stream, source, count: missing.length, codes: someOf(missing) }
  if (!full && !acceptRemovals) {
    const told = say(
      '{stream}: {count} stored dossiers are no longer at the portal: {codes}. They still count; if they are really gone there, run: cchc sync {source} --accept-removals',
      values,
    )
    return { counts: {}, held: records, told }
  }
  const baseline = Math.max(records, checkpoint.largest ?? 0)
  if (!acceptRemovals) {
    const stopped = suspicion(pass, { count: records - missing.length, baseline })
    if (stopped) return { counts: {}, held: records, stopped }
  }
  const removed = await removeDossiers(dialect.bulk(transaction), { codes: missing, origin: place })
  await forgetMissing(transaction, place, missing)
  const told = say(
    '{stream}: {count} dossiers are no longer at the portal and count no more: {codes}',
    values,
  )
  return { counts: { removed }, held: records - removed, told }
}

const MOST_NAMED = 100

function someOf(codes: readonly string[]): string {
  const named = codes.slice(0, MOST_NAMED).join(', ')
  return codes.length > MOST_NAMED ? `${named} …` : named
}

function suspicion(
  { place: { stream, source }, rules }: Pass,
  { count, baseline }: { readonly count: number; readonly baseline: number },
): SnapshotSuspicious | undefined {
  if (count > 0 && count >= baseline * rules.minimumShare) return undefined
  return new SnapshotSuspicious(
    say(
      'Stream {stream} of source {source} brought {count} records where a whole pass held {stored}; the stored ones stay.',
      { stream, source, count, stored: baseline },
    ),
    {
      fix: say(
        'Check the portal. If the records are really gone there, run: cchc sync {source} --accept-removals',
        { source },
      ),
    },
  )
}
