import { RunInterrupted, say } from '@cchc/domain'
import type { Hub } from '@cchc/hub'
import { retryQuarantine } from '@cchc/hub/actions/retry-quarantine'
import { sync } from '@cchc/hub/actions/sync'
import type { AskedOf } from '@cchc/hub/questions/question'
import { type Language, wordsIn } from '../language.ts'

/** What is to be read from the portals, and in which language its notes are said. */
export type Reading = { readonly language?: Language } & (
  | { readonly action: 'sync'; readonly asked: AskedOf<typeof sync> }
  | { readonly action: 'retry'; readonly asked: AskedOf<typeof retryQuarantine> }
)

/** How a sync is watched and stopped. */
export interface SyncWatch {
  readonly signal: AbortSignal
  /** Called when a run holds its source. */
  readonly onBegun: (run: { readonly id: string; readonly source: string }) => void
  /** Called when something was committed. */
  readonly onProgress: () => void
}

/** Who reads portals, here or elsewhere; `notes` say why nothing was begun, where nothing was. */
export interface Syncer {
  read(reading: Reading, watch: SyncWatch): Promise<{ readonly notes: readonly string[] }>
}

/** A hub that syncs by itself. */
export function syncerOf(hub: Pick<Hub, 'act'>): Syncer {
  return {
    async read({ language = 'en', ...reading }, watch) {
      const how = { words: await wordsIn(language), ...watch }
      if (reading.action === 'sync') return hub.act(sync, reading.asked, how)
      return hub.act(retryQuarantine, reading.asked, how)
    },
  }
}

/** What a run that ends with its gateway is told: it is `partial`, as one that reached a limit. */
export function gatewayStopped(): RunInterrupted {
  return new RunInterrupted(say('The gateway was stopped; what was read until then is stored'), {
    fix: say('Nothing is to be done: the next sync goes on from there.'),
    softly: true,
  })
}
