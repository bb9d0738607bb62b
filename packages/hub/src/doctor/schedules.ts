import { instantText, say } from '@cchc/domain'
import type { HubContext } from '../context.ts'
import { isLate } from '../schedules/late.ts'
import { type ScheduleState, scheduleStates } from '../schedules/schedule-states.ts'
import type { Finding, Look } from './finding.ts'

/** Whether what is to be done by itself is done. */
export const lookAtSchedules: Look = async (hub) =>
  (await scheduleStates(hub)).map((state) => findingOf(hub, state))

function findingOf({ now }: HubContext, state: ScheduleState): Finding {
  const { id, next, waiting, last } = state
  const what = say('schedule {schedule}', { schedule: id })
  if (isLate(state, now())) {
    return {
      what,
      state: 'broken',
      told: say('{slots} slots wait that nobody has begun', { slots: waiting }),
      fix: say('Start a worker: cchc worker'),
    }
  }
  if (last?.state === 'failed') {
    return {
      what,
      state: 'look',
      told: say('the slot of {slot} failed', { slot: instantText(last.at) }),
      fix: say('cchc schedules says why.'),
    }
  }
  const told = next ? say('next: {slot}', { slot: instantText(next.at) }) : say('no slot comes')
  return { what, state: 'good', told }
}
