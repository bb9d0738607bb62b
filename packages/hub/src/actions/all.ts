import type { Action } from '../questions/question.ts'
import { backup, moveStore, rebuildStore, restore } from './archiving.ts'
import { closePeriod, reopenPeriod } from './closings.ts'
import { consolidate } from './consolidate.ts'
import { dismissRefusal } from './dismiss-refusal.ts'
import { importIndex, importPlan } from './import-documents.ts'
import { importIndicators } from './import-indicators.ts'
import { createKey, revokeKey } from './keys.ts'
import { retryQuarantine } from './retry-quarantine.ts'
import { sendAlerts } from './send-alerts.ts'
import { setIndicator } from './set-indicator.ts'
import { sync } from './sync.ts'
import { testAlert } from './test-alert.ts'
import { undoIndicators } from './undo-indicators.ts'
import { work } from './work.ts'

/** Everything that the hub can be told to do. */
export const ACTIONS: readonly Action[] = [
  sync,
  work,
  retryQuarantine,
  dismissRefusal,
  sendAlerts,
  testAlert,
  closePeriod,
  reopenPeriod,
  importIndicators,
  consolidate,
  setIndicator,
  undoIndicators,
  importPlan,
  importIndex,
  backup,
  restore,
  moveStore,
  rebuildStore,
  createKey,
  revokeKey,
]
