import type { Instant } from '@cchc/domain'
import type { ScheduleState } from './schedule-states.ts'

/** How long a slot may wait before somebody should look: workers begin within seconds, unless all are busy. */
const LATE_MS = 3_600_000

/** Whether slots of a schedule wait that nobody has begun. */
export function isLate({ waitingSince, running }: ScheduleState, now: Instant): boolean {
  return running === undefined && waitingSince !== undefined && now - waitingSince > LATE_MS
}
