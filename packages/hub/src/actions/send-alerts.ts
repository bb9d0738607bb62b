import { say, UsageError } from '@cchc/domain'
import { z } from 'zod'
import { flag } from '../questions/parts.ts'
import { defineAction } from '../questions/question.ts'

const Sending = z.object({
  channel: z.string(),
  kind: z.enum(['changes', 'weekly', 'digest', 'test']),
  subject: z.string(),
  text: z.string(),
})

/** Tells what changed, once, and delivers what is due; UsageError where nobody is to be told. */
export const sendAlerts = defineAction({
  scope: 'admin',
  command: 'alerts send',
  about: {
    en: 'tell what changed since the last time over the configured channels; exit code 3 when a delivery is tried again later, 1 when one was given up',
    vi: 'báo những gì đã thay đổi từ lần trước qua các kênh đã cấu hình; mã kết thúc 3 khi có tin phải gửi lại sau, 1 khi có tin phải bỏ',
  },
  parameters: z.strictObject({
    dryRun: flag().optional().meta({
      description: 'show what would be told, keep and send nothing',
      vi: 'cho xem những gì sẽ báo, không ghi và không gửi gì',
    }),
  }),
  answer: z.object({
    quiet: z.boolean().describe('Within the quiet hours: it is kept for their end'),
    messages: z.array(Sending).describe('What is told newly'),
    delivered: z.int(),
    waiting: z.int().describe('Not delivered; tried again later'),
    givenUp: z.int(),
  }),
  async act(hub, { dryRun = false }, { signal }) {
    if (Object.keys(hub.config.alerts.channels).length === 0) throw nobody()
    const { tellChanges } = await import('../alerts/tell-changes.ts')
    const told = await tellChanges(hub, { dryRun, ...(signal && { signal }) })
    const { isQuiet: quiet, messages, ...sent } = told
    const shown = messages.map(({ channel, content: { kind, subject, text } }) => {
      return { channel, kind, subject, text }
    })
    return { quiet, messages: shown, ...sent }
  },
})

function nobody(): UsageError {
  return new UsageError(say('No channel is configured: nobody would be told.'), {
    fix: say(
      'Name one under alerts.channels in the configuration; cchc init shows what it looks like.',
    ),
  })
}
