import { instantText, say, type Text } from '@cchc/domain'
import { z } from 'zod'
import type { ScheduledWork } from '../config/schedule-settings.ts'
import { isLate } from '../schedules/late.ts'
import { type ScheduleState, scheduleStates } from '../schedules/schedule-states.ts'
import { defineQuestion } from './question.ts'

const SlotAnswer = z.object({
  at: z.string(),
  state: z.enum(['due', 'running', 'done', 'partial', 'failed', 'skipped']),
  beganAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  told: z.array(z.string()),
  files: z.array(z.string()),
})

/** What is done by itself, when next, and how it went; instants are ISO 8601 in Vietnam's time. */
export const schedules = defineQuestion({
  command: 'schedules',
  path: '/v1/schedules',
  tag: 'Operation',
  scope: 'runs:read',
  about: {
    en: 'what cchc worker does by itself: next slots, how the last went; exit code 4 when slots wait',
    vi: 'lịch chạy của cchc worker: lượt tới, kết quả lượt gần nhất; mã kết thúc 4 khi có lượt bị lỡ',
  },
  parameters: z.strictObject({}),
  answer: z.object({
    late: z.boolean().describe('Whether slots wait that nobody has begun for an hour'),
    items: z.array(
      z.object({
        schedule: z.string(),
        pattern: z.string(),
        does: z.string(),
        missed: z.enum(['once', 'each', 'skip']),
        next: z
          .object({ at: z.string(), dueAt: z.string().describe('With its jitter and hours') })
          .nullable(),
        waiting: z.int().describe('Slots that could have begun and have not'),
        running: SlotAnswer.nullable(),
        last: SlotAnswer.nullable(),
      }),
    ),
  }),
  async ask(hub) {
    const states = await scheduleStates(hub)
    const late = states.some((state) => isLate(state, hub.now()))
    return { late, items: states.map((state) => answerOf(state, hub.words)) }
  },
})

function answerOf(state: ScheduleState, words: (text: Text) => string) {
  const { id, schedule, next, waiting, running, last } = state
  return {
    schedule: id,
    pattern: schedule.at,
    does: words(workText(schedule.work)),
    missed: schedule.missed,
    next: next ? { at: instantText(next.at), dueAt: instantText(next.dueAt) } : null,
    waiting,
    running: running ? slotAnswer(running, words) : null,
    last: last ? slotAnswer(last, words) : null,
  }
}

function slotAnswer(slot: NonNullable<ScheduleState['last']>, words: (text: Text) => string) {
  const { at, state, beganAt, endedAt, told, files } = slot
  return {
    at: instantText(at),
    state,
    beganAt: beganAt === null ? null : instantText(beganAt),
    endedAt: endedAt === null ? null : instantText(endedAt),
    told: told.map(words),
    files,
  }
}

function workText(work: ScheduledWork): Text {
  if (work.kind === 'report') {
    return say('report {template}, {period}', { template: work.template, period: work.period })
  }
  const sources = work.sources === 'all' ? say('all sources') : work.sources.join(', ')
  return work.full
    ? say('read everything again: {sources}', { sources })
    : say('read: {sources}', { sources })
}
