import { type Message, say } from '@cchc/domain'
import { defineAlert } from '../alert.ts'
import type { KnownSchedule } from '../known.ts'

/** What is to be done by itself is not done. */
export const scheduleBehind = defineAlert({
  id: 'schedule-behind',
  about: {
    en: 'the last slot of a schedule failed; broken where slots wait for an hour that no worker has begun',
    vi: 'lượt gần nhất của lịch chạy thất bại; coi là hỏng khi có lượt đã chờ một giờ mà chưa tiến trình nào chạy',
  },
  fix: say('cchc schedules says why; slots that wait need a cchc worker'),
  find: ({ schedules }) =>
    schedules
      .filter(({ isLate, hasFailed }) => isLate || hasFailed)
      .map((one) => ({
        subject: one.id,
        severity: one.isLate ? 'broken' : 'look',
        sentence: sentenceOf(one),
      })),
  example: {
    known: {
      schedules: [
        { id: 'good', isLate: false, waiting: 1, hasFailed: false },
        { id: 'failed', isLate: false, waiting: 0, hasFailed: true },
        { id: 'late', isLate: true, waiting: 3, hasFailed: true },
      ],
    },
    holds: [
      { subject: 'failed', severity: 'look' },
      { subject: 'late', severity: 'broken' },
    ],
  },
})

function sentenceOf({ id: schedule, isLate, waiting: slots }: KnownSchedule): Message {
  if (!isLate) return say('The last slot of schedule {schedule} failed', { schedule })
  return say('{slots} slots of schedule {schedule} wait that nobody has begun', {
    slots,
    schedule,
  })
}
