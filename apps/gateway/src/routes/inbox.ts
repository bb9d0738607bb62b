import { isAppError } from '@cchc/domain'
import { type Hub, type Inbox, InboxAnswer } from '@cchc/hub'
import type { Context } from 'hono'
import { z } from 'zod'
import { bearerOf } from '../access/bearer.ts'
import type { Receiver } from '../answering/answer.ts'
import { HeldBody } from '../held-body.ts'
import { addressOf } from '../limits/address.ts'
import type { WrongKeys } from '../limits/wrong-keys.ts'
import { problemResponse } from '../problem.ts'
import type { Route } from '../route.ts'

/** Seconds after which a portal may send again what could not be stored now. */
const SEND_AGAIN = '5'

/** Why a body could not be stored now that may be stored later; a fault of ours would be one again. */
const FOR_LATER = ['run_conflict', 'run_interrupted', 'store_failed'] as const

const MOST_HELD = 256_000_000

interface InboxRouteOptions {
  readonly receiver: Receiver
  readonly mostHeld?: number | undefined
  readonly wrongKeys: WrongKeys
  readonly behindProxy?: boolean | undefined
}

/** Where portals send to: with the key of their source, whatever the gateway's own is, and up to the source's own size. */
export function inboxRoute(
  hub: Hub,
  { receiver, mostHeld = MOST_HELD, wrongKeys, behindProxy }: InboxRouteOptions,
): Route {
  const held = { bytes: 0, most: mostHeld }
  return {
    method: 'post',
    path: '/v1/sources/{id}/inbox',
    tag: 'Operation',
    scope: 'source',
    summary: 'Takes what a portal sends by itself',
    description:
      'Needs the key of the source, in the header that its connector names or as a bearer token. Answers after the commit; 202 where some records were refused. The same body again changes nothing.',
    query: z.strictObject({}),
    params: z.strictObject({ id: z.string() }),
    answer: InboxAnswer,
    handle: async (asked, context) => {
      const source = String(asked.id)
      const inbox = await hub.inbox(source)
      const address = addressOf(context, { behindProxy })
      if (!inbox || !wrongKeys.mayCompare(address, inbox) || !inbox.isKey(keyOf(context, inbox))) {
        return wrongKeys.refuse(address, 'inbox_key')
      }
      const { mostBytes } = inbox
      const body = new HeldBody(held, { mostBytes, tooLarge: 'inbox_too_large' })
      try {
        const contentType = context.req.header('Content-Type')
        const { raw } = context.req
        const sent = { source, body: await body.read(context), contentType }
        const answer = await receiver.receive(sent, raw.signal)
        return context.json(answer, answer.refused > 0 ? 202 : 200)
      } catch (thrown) {
        if (!FOR_LATER.some((code) => isAppError(thrown, code))) throw thrown
        const response = await problemResponse(context, thrown)
        response.headers.set('Retry-After', SEND_AGAIN)
        return response
      } finally {
        body.release()
      }
    },
  }
}

/** Whether a request goes to an inbox, which has a key and a size of its own. */
export function isInbox({ req }: Context): boolean {
  return /^\/v1\/sources\/[^/]+\/inbox$/.test(req.path)
}

function keyOf({ req }: Context, { keyHeader }: Inbox): string {
  return keyHeader === undefined
    ? bearerOf(req.header('Authorization'))
    : (req.header(keyHeader) ?? '')
}
