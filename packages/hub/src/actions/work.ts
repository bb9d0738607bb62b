import { ConfigError, say } from '@cchc/domain'
import { z } from 'zod'
import { flag } from '../questions/parts.ts'
import { defineAction } from '../questions/question.ts'

const ENDS = ['done', 'partial', 'failed', 'skipped', 'later'] as const

/** Does by itself what the configuration says, as slots come due; beside any number of other workers. */
export const work = defineAction({
  command: 'worker',
  scope: 'sync:run',
  about: {
    en: 'do what the schedules say until stopped: sources that are read, reports that are written; tell what changes',
    vi: 'chạy theo lịch cho đến khi dừng: đọc các nguồn, lập báo cáo, báo những thay đổi',
  },
  parameters: z.strictObject({
    once: flag().optional().meta({
      description: 'do what is due now and end, for a schedule of the system',
      vi: 'chạy những lượt đã đến giờ rồi kết thúc, dùng cho lịch của hệ thống',
    }),
    atOnce: z
      .string()
      .regex(/^([1-9]|1\d|20)$/, say('must be a whole number from 1 to 20').template)
      .transform(Number)
      .default(2)
      .meta({
        description: 'so many slots at the same time (2 unless told)',
        vi: 'số lượt chạy cùng lúc (mặc định 2)',
        placeholder: 'count',
      }),
  }),
  answer: z.object({
    slots: z
      .record(z.enum(ENDS), z.int())
      .describe('How many slots this worker brought to which end'),
  }),
  async act(hub, { once, atOnce }, watch) {
    const { schedules, alerts } = hub.config
    if (isEmpty(schedules) && isEmpty(alerts.channels)) throw nothingToDo()
    const { workOnce, workSchedules } = await import('../schedules/work-schedules.ts')
    const slots = { done: 0, partial: 0, failed: 0, skipped: 0, later: 0 }
    const counted = {
      ...watch,
      onSlot: (event: Parameters<NonNullable<typeof watch.onSlot>>[0]) => {
        if (event.event !== 'began') slots[event.state ?? 'later'] += 1
        watch.onSlot?.(event)
      },
    }
    const { signal = new AbortController().signal } = watch
    if (once) await workOnce(hub, counted)
    else await workSchedules(hub, { atOnce, signal }, counted)
    return { slots }
  },
})

function isEmpty(section: object): boolean {
  return Object.keys(section).length === 0
}

function nothingToDo(): ConfigError {
  return new ConfigError(say('No schedule is configured.'), {
    fix: say('Add one below schedules: in the configuration; cchc init shows what they look like.'),
  })
}
