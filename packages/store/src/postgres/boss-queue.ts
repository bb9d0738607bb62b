import type { PostgresPool } from 'kysely'
import { PgBoss } from 'pg-boss'
import type { OfferedSlot, SlotQueue, SlotTaker } from '../slots/slot.ts'

/** A schema of its own, so that it is neither content nor another program's queue. */
const SCHEMA = 'cchc_queue'
const QUEUE = 'slots'

/**
 * The queue lets a slot wait or be worked on once (`exclusive`, by its key). Whether a slot is done, and by whom, is not
 * its business: slots that are lost on the way are offered again, and one that comes twice is claimed once.
 */
const DELIVERY = {
  policy: 'exclusive',
  retryLimit: 2,
  retryDelay: 5,
  heartbeatSeconds: 60,
  expireInSeconds: 23 * 3600,
  deleteAfterSeconds: 24 * 3600,
  retentionSeconds: 24 * 3600,
} as const

/**
 * Hands slots out among the workers of all machines by pg-boss, which keeps its tables beside ours. Opened while others
 * open it, too; a database that is away later is told by `onError` and waited for.
 */
export async function openBossQueue(
  pool: PostgresPool,
  { atOnce, take, onError }: SlotTaker,
): Promise<SlotQueue> {
  const boss = new PgBoss({ db: databaseOf(pool), schema: SCHEMA, schedule: false })
  boss.on('error', (told) => onError(errorOf(told)))
  await boss.start()
  await boss.createQueue(QUEUE, DELIVERY)
  const how = { localConcurrency: atOnce, pollingIntervalSeconds: 1 }
  await boss.work<OfferedSlot>(QUEUE, how, async (jobs) => {
    for (const { data } of jobs) await take(data).catch(onError)
  })
  return {
    async offer(slots) {
      for (const slot of slots) await boss.send(QUEUE, slot, { singletonKey: keyOf(slot) })
    },
    async close() {
      await boss.offWork(QUEUE, { wait: true })
      await boss.stop({ graceful: true, timeout: 5_000 })
      await pool.end()
    },
  }
}

/** A slot that a dead worker has left behind is another job than the one that died with it. */
function keyOf({ schedule, at, state, crashes }: OfferedSlot): string {
  return `${schedule} ${at} ${state} ${crashes}`
}

/** What pg-boss tells is an object with the words of an error, not always an error. */
function errorOf(told: Error): Error {
  if (told instanceof Error) return told
  const { message, code } = told as { readonly message: string; readonly code?: unknown }
  return Object.assign(new Error(message), { code })
}

/** A connection on which something failed may be left within a transaction: nobody else gets it. */
function databaseOf(pool: PostgresPool) {
  return {
    async executeSql(text: string, values: unknown[] = []) {
      const client = await pool.connect()
      let failed = true
      try {
        const result = await client.query<Record<string, unknown>>(text, values)
        failed = false
        return result
      } finally {
        client.release(failed)
      }
    },
  }
}
