import type { HeldSlot, Store } from '@cchc/store'
import { startHeartbeat } from '@cchc/sync'
import type { HubContext } from '../context.ts'

const HEARTBEAT_MS = 5_000

/** Keeps a slot while it is done; the signal aborts with RunConflict once another worker has it. */
export function holdSlot(
  { store, log }: Pick<HubContext, 'log'> & { readonly store: Pick<Store, 'keepSlot'> },
  slot: HeldSlot,
): { readonly signal: AbortSignal; stop(): void } {
  const lost = new AbortController()
  const heartbeat = startHeartbeat(
    { heartbeat: () => store.keepSlot(slot) },
    { everyMs: HEARTBEAT_MS, log, onLost: (reason) => lost.abort(reason) },
  )
  return { signal: lost.signal, stop: () => heartbeat.stop() }
}
