import { type Message, say } from '@cchc/domain'
import type { AlertAttempt, AlertMessage } from '@cchc/store'
import type { HubContext } from '../context.ts'
import type { Delivery } from './channels/channel.ts'
import { deliver } from './channels/deliver.ts'
import type { AlertContent } from './message.ts'

const MINUTE_MS = 60_000

/** Longer than any attempt may take. */
const HELD_MS = 3 * MINUTE_MS

/** An attempt is given up for good so long after its message was made. */
const LIVES_MS = 24 * 60 * MINUTE_MS
const LONGEST_WAIT_MS = 60 * MINUTE_MS

/** Of one call; what is left is sent by the next. */
const MOST_AT_ONCE = 500

/** What became of the messages that were due. */
export interface Sent {
  readonly delivered: number
  /** Tried again later. */
  readonly waiting: number
  readonly givenUp: number
}

/**
 * Delivers what is due, one after the other; how it ended is kept after each, so that a message is told twice at worst where the
 * process dies in between, with the same id.
 */
export async function sendDue(hub: HubContext, signal: AbortSignal): Promise<Sent> {
  const sent = { delivered: 0, waiting: 0, givenUp: 0 }
  for (let count = 0; count < MOST_AT_ONCE && !signal.aborted; count += 1) {
    const message = await hub.store.claimAlertMessage(hub.now(), HELD_MS)
    if (!message) break
    const attempt = attemptOf(message, await handOver(hub, message, signal), hub.now())
    await hub.store.settleAlertMessage(message.id, attempt)
    sent[outcomeOf(attempt)] += 1
  }
  return sent
}

function outcomeOf({ deliveredAt, dueAt }: AlertAttempt): keyof Sent {
  if (deliveredAt !== null) return 'delivered'
  return dueAt === null ? 'givenUp' : 'waiting'
}

async function handOver(
  hub: HubContext,
  { id, channel, content }: AlertMessage,
  signal: AbortSignal,
): Promise<Delivery | 'no-channel'> {
  const configured = hub.config.alerts.channels[channel]
  if (!configured) return 'no-channel'
  const outgoing = { id, content: content as AlertContent, now: hub.now(), signal }
  const delivery = await deliver(configured, outgoing, hub)
  const { log } = hub
  if (delivery.arrived) log.info('alert delivered', { channel, id })
  else log.warn('alert not delivered', { channel, id })
  return delivery
}

const GONE: Message = say('The channel is no longer configured.')

function attemptOf(
  { attempts, createdAt }: AlertMessage,
  delivery: Delivery | 'no-channel',
  now: number,
): AlertAttempt {
  if (delivery === 'no-channel') return { deliveredAt: null, dueAt: null, failure: GONE }
  const { arrived, fault: failure } = delivery
  if (arrived) return { deliveredAt: now, dueAt: null, failure }
  const next = now + Math.min(MINUTE_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS)
  return { deliveredAt: null, dueAt: next - createdAt > LIVES_MS ? null : next, failure }
}
