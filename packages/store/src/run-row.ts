import type { Drift, Message } from '@cchc/domain'
import type { Transaction, Updateable } from 'kysely'
import type { RunCounts, StreamDrift } from './run.ts'
import type { Place } from './run-context.ts'
import { sumCounts } from './run-counts.ts'
import { writeShape } from './stream-shapes.ts'
import type { KeptShape } from './stream-state.ts'
import type { RunTable, Tables } from './tables.ts'

/** Notes and warnings say what kind of thing happened; a thousand of one kind help nobody. */
const MOST_TOLD = { notes: 500, warnings: 100 }

export async function updateRun(
  transaction: Transaction<Tables>,
  runId: number,
  change: Updateable<RunTable>,
): Promise<void> {
  await transaction.updateTable('run').set(change).where('id', '=', runId).execute()
}

/**
 * Adds to what a run did in a stream and returns the stream's total. Several processes write in one run, each with the
 * lease of its source locked.
 */
export async function addCounts(
  transaction: Transaction<Tables>,
  { runId, stream }: { readonly runId: number; readonly stream: string },
  counts: Partial<RunCounts>,
): Promise<RunCounts> {
  const { streams } = await ofRun(transaction, runId).select('streams').executeTakeFirstOrThrow()
  const before = JSON.parse(streams) as Record<string, Partial<RunCounts>>
  const total = sumCounts(before[stream] ?? {}, counts)
  await updateRun(transaction, runId, { streams: JSON.stringify({ ...before, [stream]: total }) })
  return total
}

/** Tells a note or a warning of a run once, up to so many. */
export async function tellOnce(
  transaction: Transaction<Tables>,
  { runId, among }: { readonly runId: number; readonly among: 'notes' | 'warnings' },
  message: Message,
): Promise<void> {
  const row = await ofRun(transaction, runId).select(among).executeTakeFirstOrThrow()
  const told = (JSON.parse(row[among]) as unknown[]).map((one) => JSON.stringify(one))
  const one = JSON.stringify(message)
  if (told.includes(one) || told.length >= MOST_TOLD[among]) return
  await updateRun(transaction, runId, { [among]: `[${[...told, one].join()}]` })
}

/** What is seen of the records of a stream, at an instant. */
interface SeenShape extends KeptShape {
  readonly drift: readonly Drift[]
  readonly at: number
}

/** Keeps what is usual from here on, and with the run what was seen to be otherwise. */
export async function keepShapeOf(
  transaction: Transaction<Tables>,
  { source, stream, runId }: Place,
  { drift, at, ...kept }: SeenShape,
): Promise<void> {
  const last = drift.length > 0 ? { runId: String(runId), at, drift } : null
  await writeShape(transaction, { source, stream }, { ...kept, last })
  if (drift.length === 0) return
  const row = await ofRun(transaction, runId).select('drift').executeTakeFirstOrThrow()
  const before = JSON.parse(row.drift) as readonly StreamDrift[]
  const seen = [...before, ...drift.map((one) => ({ stream, ...one }))]
  await updateRun(transaction, runId, { drift: JSON.stringify(seen) })
}

function ofRun(transaction: Transaction<Tables>, runId: number) {
  return transaction.selectFrom('run').where('id', '=', runId)
}
