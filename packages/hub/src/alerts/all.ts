import type { Alert } from './alert.ts'
import { calendarEnds } from './kinds/calendar-ends.ts'
import { channelFails } from './kinds/channel-fails.ts'
import { formEnds } from './kinds/form-ends.ts'
import { gateClosed } from './kinds/gate-closed.ts'
import { portalChanged } from './kinds/portal-changed.ts'
import { refusalsAbove } from './kinds/refusals-above.ts'
import { runNotDone } from './kinds/run-not-done.ts'
import { scheduleBehind } from './kinds/schedule-behind.ts'
import { sourceStale } from './kinds/source-stale.ts'

/** Every alert, in the order in which they are told. */
export const ALERTS: readonly Alert[] = [
  sourceStale,
  runNotDone,
  refusalsAbove,
  gateClosed,
  portalChanged,
  scheduleBehind,
  formEnds,
  calendarEnds,
  channelFails,
]
