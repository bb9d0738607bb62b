import type { Log } from '@cchc/connector-kit'
import type { Text } from '@cchc/domain'
import type { Store } from '@cchc/store'
import type { HubConfig } from './config/check-config.ts'
import type { Tracing } from './tracing/tracing.ts'

/** What everything is answered from and done with; organisations of the store have their configured names. */
export interface HubContext {
  readonly store: Store
  readonly config: HubConfig
  readonly log: Log
  readonly tracing: Tracing
  readonly now: () => number
  /** How texts for people are said in answers. */
  readonly words: (text: Text) => string
}
