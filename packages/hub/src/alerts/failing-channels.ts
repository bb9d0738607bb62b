import { type Message, say } from '@cchc/domain'
import type { HubContext } from '../context.ts'
import { failuresOf } from './failures.ts'

const NEWEST = 1000

/** The configured channels whose messages do not arrive, in words. */
export async function failingChannels({
  store,
  config,
  now,
}: Pick<HubContext, 'store' | 'config' | 'now'>): Promise<readonly Message[]> {
  const failures = failuresOf(await store.listAlertMessages({ limit: NEWEST }), now())
  return failures
    .filter(({ channel }) => channel in config.alerts.channels)
    .map(({ channel, messages: count, failure }) =>
      say('{count} messages of channel {channel} are not delivered: {failure}', {
        ...{ count, channel, failure },
      }),
    )
}
