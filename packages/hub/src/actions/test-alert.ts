import { instantText, say } from '@cchc/domain'
import { z } from 'zod'
import { requireKnown } from '../near.ts'
import { defineAction } from '../questions/question.ts'

/** Sends a test message over a channel at once, whatever the hour; NotFoundError for a channel that is none. */
export const testAlert = defineAction({
  scope: 'admin',
  command: 'alerts test <CHANNEL>',
  about: {
    en: 'send a test message over a channel; exit code 1 when it does not arrive',
    vi: 'gửi tin thử qua một kênh; mã kết thúc 1 khi không gửi được',
  },
  parameters: z.strictObject({
    channel: z.string().min(1).max(40).meta({
      description: 'name of the channel under alerts.channels',
      vi: 'tên kênh ở alerts.channels',
    }),
  }),
  answer: z.object({
    channel: z.string(),
    id: z.string(),
    arrived: z.boolean(),
    fault: z.string().nullable().describe('What went wrong; of one that arrived, what of it did'),
  }),
  async act(hub, { channel: name }, { signal = new AbortController().signal }) {
    const { channels } = hub.config.alerts
    requireKnown(name, Object.keys(channels), say('No channel {name} is configured', { name }))
    const { wordsOf } = await import('../alerts/tell-changes.ts')
    const { messageTo } = await import('../alerts/message.ts')
    const { deliver } = await import('../alerts/channels/deliver.ts')
    const words = await wordsOf(hub)
    const now = hub.now()
    const { id, content } = messageTo({
      channel: name,
      content: {
        ...{ kind: 'test', at: instantText(now), data: {} },
        subject: `[CCHC] ${words(say('Test message'))}`,
        text: `${words(say('This message was asked for with cchc alerts test. Nothing is wrong.'))}\n`,
      },
    })
    const channel = channels[name]
    if (!channel) throw new RangeError(name)
    const outgoing = { id, content, now, signal }
    const { arrived, fault } = await deliver(channel, outgoing, hub)
    return { channel: name, id, arrived, fault: fault && hub.words(fault) }
  },
})
