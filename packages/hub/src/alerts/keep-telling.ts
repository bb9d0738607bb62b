import { setTimeout as wait } from 'node:timers/promises'
import type { HubContext } from '../context.ts'
import { tellChanges } from './tell-changes.ts'

/** So soon after something changed it is told. */
const LOOK_EVERY_MS = 60_000

/** Tells what changes until the signal aborts, beside whatever else goes on; what goes wrong is told and waited for. */
export async function keepTelling(
  hub: HubContext,
  {
    signal,
    onError,
    everyMs = LOOK_EVERY_MS,
  }: {
    readonly signal: AbortSignal
    readonly onError: (thrown: unknown) => void
    readonly everyMs?: number
  },
): Promise<void> {
  if (Object.keys(hub.config.alerts.channels).length === 0) return
  while (!signal.aborted) {
    await tellChanges(hub, { signal }).catch(onError)
    await wait(everyMs, undefined, { signal }).catch(() => undefined)
  }
}
