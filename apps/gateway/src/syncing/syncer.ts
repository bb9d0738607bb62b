import { RunInterrupted, say } from '@cchc/domain'
import type { Hub } from '@cchc/hub'
import { sync } from '@cchc/hub/actions/sync'
import type { AskedOf } from '@cchc/hub/questions/question'

/** What is asked of a sync. */
export type AskedSync = AskedOf<typeof sync>

/** How a sync is watched and stopped. */
export interface SyncWatch {
  readonly signal: AbortSignal
  /** Called when a run holds its source. */
  readonly onBegun: (run: { readonly id: string; readonly source: string }) => void
  /** Called when something was committed. */
  readonly onProgress: () => void
}

/** Who syncs, here or elsewhere; `notes` say why nothing was begun, where nothing was. */
export interface Syncer {
  sync(asked: AskedSync, watch: SyncWatch): Promise<{ readonly notes: readonly string[] }>
}

/** A hub that syncs by itself. */
export function syncerOf(hub: Pick<Hub, 'act'>): Syncer {
  return { sync: (asked, watch) => hub.act(sync, asked, watch) }
}

/** What a run that ends with its gateway is told: it is `partial`, as one that reached a limit. */
export function gatewayStopped(): RunInterrupted {
  return new RunInterrupted(say('The gateway was stopped; what was read until then is stored'), {
    fix: say('Nothing is to be done: the next sync goes on from there.'),
    softly: true,
  })
}
