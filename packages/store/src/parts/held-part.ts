import { RunConflict, say } from '@cchc/domain'
import { sql, type Transaction, type Updateable } from 'kysely'
import type { Dialect } from '../dialect.ts'
import { LEASE_MS, lockLease, validBy } from '../lease.ts'
import { processIdentity } from '../process-identity.ts'
import { sumCounts } from '../run-counts.ts'
import type { Tables } from '../tables.ts'
import type { PartRequest } from './part.ts'
import type { StreamPartTable } from './part-tables.ts'
import { isHeld } from './splits.ts'

type Clock = Pick<Dialect, 'clock'>

/** A part that this process has taken; whoever takes it later has another token. */
export interface HeldPart {
  readonly source: string
  readonly stream: string
  readonly part: number
  readonly token: number
  readonly runId: number
}

/** Takes the first part of a run that nobody living reads; undefined where there is none, or as many are read as may be. */
export async function claimPart(
  transaction: Transaction<Tables>,
  { source, runId: id, connectorVersion, clock }: Omit<PartRequest, 'gate'> & Clock,
) {
  const runId = Number(id)
  if (!(await lockLease(transaction, { source, runId }))) return undefined
  const split = await transaction
    .selectFrom('stream_split')
    .innerJoin('run', 'run.id', 'stream_split.run_id')
    .select(['stream', 'at_once', 'started_at', 'streams'])
    .where('stream_split.source', '=', source)
    .where('run_id', '=', runId)
    .where('connector_version', '=', connectorVersion)
    .executeTakeFirst()
  if (!split) return undefined
  const { stream, at_once: atOnce, started_at: startedAt } = split
  const rows = await transaction
    .selectFrom('stream_part')
    .selectAll()
    .select(validBy(clock))
    .where('source', '=', source)
    .where('stream', '=', stream)
    .orderBy('part')
    .execute()
  const living = rows.filter(isHeld)
  const free = rows.find((row) => row.state === 'open' || (row.state === 'held' && !isHeld(row)))
  const isStopping = rows.some(({ state }) => state === 'failed')
  if (!free || isStopping || living.length >= atOnce) return undefined
  const held = { source, stream, part: free.part, token: free.token + 1, runId }
  await ofPart(transaction, { ...held, token: free.token })
    .set({ state: 'held', token: held.token, owner: processIdentity(), ...prolonged({ clock }) })
    .execute()
  const { requests } = sumCounts(...Object.values(JSON.parse(split.streams) as object))
  return { held, row: free, atOnce, startedAt, requests }
}

/** Locks and prolongs a part; throws RunConflict when another process has it. Fences the rest of the transaction. */
export async function renewPart(
  transaction: Transaction<Tables>,
  { held, clock }: Clock & { readonly held: HeldPart },
): Promise<void> {
  const { numUpdatedRows } = await ofPart(transaction, held)
    .where('state', '=', 'held')
    .set(prolonged({ clock }))
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  throw lost(held)
}

/** Throws RunConflict where the run of a part is over; holds off all others who write to the source. */
export async function requireRun(transaction: Transaction<Tables>, held: HeldPart): Promise<void> {
  if (!(await lockLease(transaction, held))) throw lost(held)
}

export async function changePart(
  transaction: Transaction<Tables>,
  held: HeldPart,
  change: Updateable<StreamPartTable>,
): Promise<void> {
  await ofPart(transaction, held).set(change).execute()
}

function ofPart(transaction: Transaction<Tables>, { source, stream, part, token }: HeldPart) {
  return transaction
    .updateTable('stream_part')
    .where('source', '=', source)
    .where('stream', '=', stream)
    .where('part', '=', part)
    .where('token', '=', token)
}

function prolonged({ clock }: Clock) {
  return { expires_at: sql<number>`${clock} + ${sql.lit(LEASE_MS)}` }
}

function lost({ runId, stream, part }: HeldPart): RunConflict {
  return new RunConflict(
    say('This process no longer has part {part} of {stream} of run {run}.', {
      run: runId,
      stream,
      part: part + 1,
    }),
    { fix: say('Nothing is to be done: another process reads what is left.') },
  )
}
