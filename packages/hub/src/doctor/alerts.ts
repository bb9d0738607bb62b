import { say } from '@cchc/domain'
import { failuresOf } from '../alerts/failures.ts'
import { channelFails } from '../alerts/kinds/channel-fails.ts'
import type { Finding, Look } from './finding.ts'

/** Whether those who are to be told are told. */
export const lookAtAlerts: Look = async ({ store, config, now }) => {
  const failures = failuresOf(await store.listAlertMessages({ limit: 1000 }), now())
  return Object.keys(config.alerts.channels).map((channel): Finding => {
    const what = say('alert channel {channel}', { channel })
    const failing = failures.find((one) => one.channel === channel)
    if (!failing) return { what, state: 'good', told: say('nothing is known against it') }
    const told = say('{count} messages are not delivered: {failure}', {
      ...{ count: failing.messages, failure: failing.failure },
    })
    return { what, state: failing.givenUp ? 'broken' : 'look', told, fix: channelFails.fix }
  })
}
