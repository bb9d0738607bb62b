import { setTimeout as wait } from 'node:timers/promises'
import type { AppError } from '@cchc/domain'
import { toAppError } from '@cchc/domain'
import type { RunWithParts } from '@cchc/store'
import { readParts } from '@cchc/sync'
import type { HubContext } from '../context.ts'
import { within } from '../doing.ts'
import { isRead } from '../sources/configured-source.ts'
import { settingsOf } from '../sources/run-settings.ts'

/** How often runs are looked for that have parts to read. */
const LOOK_EVERY_MS = 2_000

interface Helping {
  readonly signal: AbortSignal
  readonly onError: (thrown: AppError) => void
}

/**
 * Reads parts of long readings that other processes have begun, one part at a time, until the signal aborts; does nothing where
 * nothing is split. A store that is away is waited for.
 */
export async function keepHelping(hub: HubContext, { signal, onError }: Helping): Promise<void> {
  if (hub.config.sync.backfillWorkers < 2) return
  while (!signal.aborted) {
    try {
      for (const run of await hub.store.listRunsWithParts()) await help(hub, run, signal)
    } catch (thrown) {
      onError(toAppError(thrown))
    }
    await wait(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined)
  }
}

async function help(hub: HubContext, { source: id, runId }: RunWithParts, signal: AbortSignal) {
  const source = hub.config.sources.find((one) => one.id === id)
  if (!source || !isRead(source) || signal.aborted) return
  await within({ source: id, run: runId }, async () => {
    const parts = await readParts({ ...settingsOf(hub, source), signal, runId })
    if (parts > 0) hub.log.info('read parts of a run of another process', { parts })
  })
}
