import { say } from '@cchc/domain'
import { defineAlert } from '../alert.ts'

/** Messages of a channel do not arrive; the others are told. */
export const channelFails = defineAlert({
  id: 'channel-fails',
  about: {
    en: 'messages of a channel were tried three times or more and are not delivered; broken where one was given up within a day; told over the other channels',
    vi: 'tin của một kênh đã gửi ba lần trở lên mà không được; coi là hỏng khi có tin bị bỏ trong một ngày qua; báo qua các kênh còn lại',
  },
  fix: say('Correct alerts.channels in the configuration, then: cchc alerts test CHANNEL'),
  find: ({ failures }) =>
    failures.map(({ channel, messages, givenUp, failure }) => ({
      subject: channel,
      severity: givenUp ? 'broken' : 'look',
      sentence: say('{count} messages of channel {channel} are not delivered: {failure}', {
        ...{ count: messages, channel, failure },
      }),
    })),
  example: {
    known: {
      failures: [
        { channel: 'mail', messages: 2, givenUp: false, failure: say('no answer in time') },
        { channel: 'hook', messages: 1, givenUp: true, failure: say('no answer in time') },
      ],
    },
    holds: [
      { subject: 'mail', severity: 'look' },
      { subject: 'hook', severity: 'broken' },
    ],
  },
})
