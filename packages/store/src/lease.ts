import { instantText, RunConflict, say } from '@cchc/domain'
import { sql, type Transaction } from 'kysely'
import type { Dialect } from './dialect.ts'
import { isDeadProcess, processIdentity, processParts } from './process-identity.ts'
import type { Tables } from './tables.ts'

/** A run that neither commits nor sends a heartbeat for so long may be taken over from anywhere. */
export const LEASE_MS = 90_000

type Clock = Pick<Dialect, 'clock'>

/** Locks the source's lease for this transaction and throws RunConflict while a living run holds it. */
export async function requireFreeLease(
  transaction: Transaction<Tables>,
  { source, clock }: Clock & { readonly source: string },
): Promise<void> {
  const held = await transaction
    .insertInto('lease')
    .values({ source, run_id: null, owner: '', expires_at: 0 })
    .onConflict((conflict) =>
      conflict.column('source').doUpdateSet((row) => ({ owner: row.ref('lease.owner') })),
    )
    .returning(['run_id', 'owner', 'expires_at', validBy(clock)])
    .executeTakeFirstOrThrow()
  refuseHeld(source, held)
}

/** Throws RunConflict while a living run holds the source; changes nothing, so that one may begin right after. */
export async function requireNoRun(
  { reader, clock }: Pick<Dialect, 'reader' | 'clock'>,
  source: string,
): Promise<void> {
  const held = await reader
    .selectFrom('lease')
    .select(['run_id', 'owner', 'expires_at', validBy(clock)])
    .where('source', '=', source)
    .executeTakeFirst()
  if (held) refuseHeld(source, held)
}

/** One that lasts for longer than any was given by a clock that has been set back since. */
export function validBy(clock: Dialect['clock']) {
  return sql<number | boolean>`expires_at > ${clock}
    and expires_at < ${clock} + ${sql.lit(2 * LEASE_MS)}`.as('valid')
}

interface Held {
  readonly run_id: number | null
  readonly owner: string
  readonly expires_at: number
  readonly valid: number | boolean
}

function refuseHeld(source: string, held: Held): void {
  if (held.run_id === null || !held.valid || isDeadProcess(held.owner)) return
  const holder = { source, run: held.run_id, ...processParts(held.owner) }
  const instant = instantText(held.expires_at)
  throw new RunConflict(
    say('Source {source} is being synced by run {run} (process {process} on {host}).', holder),
    {
      fix: say(
        'Wait until it ends. Should that machine be gone, the source is free at {instant}.',
        { instant },
      ),
    },
  )
}

/** Gives the lease, locked by `requireFreeLease`, to a run of this process. */
export async function takeLease(
  transaction: Transaction<Tables>,
  { source, runId, clock }: Clock & { readonly source: string; readonly runId: number },
): Promise<void> {
  await transaction
    .updateTable('lease')
    .set({
      run_id: runId,
      owner: processIdentity(),
      expires_at: sql`${clock} + ${sql.lit(LEASE_MS)}`,
    })
    .where('source', '=', source)
    .execute()
}

/** Locks and prolongs a run's lease; throws RunConflict when another run has it. Fences everything else in the transaction. */
export async function renewLease(
  transaction: Transaction<Tables>,
  { source, runId, clock }: Clock & { readonly source: string; readonly runId: number },
): Promise<void> {
  const { numUpdatedRows } = await transaction
    .updateTable('lease')
    .set({ expires_at: sql`${clock} + ${sql.lit(LEASE_MS)}` })
    .where('source', '=', source)
    .where('run_id', '=', runId)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  throw new RunConflict(
    say('Run {run} no longer holds the lease of source {source}.', { run: runId, source }),
    { fix: say('Another run took over, or this one was finished; start a new run.') },
  )
}

/** Locks a run's lease without prolonging it, for those who write in the run beside its holder; false when the run is over. */
export async function lockLease(
  transaction: Transaction<Tables>,
  { source, runId }: { readonly source: string; readonly runId: number },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('lease')
    .set((row) => ({ owner: row.ref('owner') }))
    .where('source', '=', source)
    .where('run_id', '=', runId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function releaseLease(transaction: Transaction<Tables>, runId: number): Promise<void> {
  await transaction.deleteFrom('lease').where('run_id', '=', runId).execute()
}
