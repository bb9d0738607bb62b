import { createHmac } from 'node:crypto'
import { createHttp, type HttpRequest } from '@cchc/connector-kit'
import { isAppError } from '@cchc/domain'
import { toldJson } from '../message.ts'
import { ARRIVED, type Deliver } from './channel.ts'

/** What a receiver may answer with; redirects are refused, so that a signed message goes nowhere else. */
const ACCEPTED = [200, 201, 202, 203, 204]

/** Of an answer nothing is needed. */
const MOST_BYTES = 1_000_000

/**
 * Posts the message as JSON. With a secret `X-CCHC-Signature` holds `t=SECONDS,v1=HEX`: HMAC SHA-256 of `SECONDS.BODY`.
 * The address is not told in errors, for it may hold a token.
 */
export const deliverToWebhook: Deliver<'webhook'> = async (channel, outgoing, { log }) => {
  const { url, secret, timeoutSeconds } = channel
  const { pathname, search } = new URL(url)
  const hidden = [search, pathname].filter((part) => part.length > 1)
  const http = createHttp({
    ...{ baseUrl: url, timeoutMs: timeoutSeconds * 1000, retries: 0, maxBytes: MOST_BYTES, log },
    ...{ now: () => outgoing.now, signal: outgoing.signal },
    redact: (text) => hidden.reduce((told, part) => told.replaceAll(part, '/…'), text),
  })
  const post: HttpRequest<'bytes'> = {
    ...{ method: 'POST', url, accept: ACCEPTED, as: 'bytes' },
    headers: { 'X-CCHC-Id': outgoing.id },
    raw: { type: 'application/json; charset=utf-8', content: toldJson(outgoing) },
    sign: ({ body }) =>
      secret === undefined
        ? {}
        : { 'X-CCHC-Signature': signature(body, { secret, at: outgoing.now }) },
  }
  try {
    return await http.read(post, () => ARRIVED)
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown
    return { arrived: false, fault: thrown.said }
  }
}

function signature(
  body: string | Uint8Array,
  { secret, at }: { readonly secret: string; readonly at: number },
): string {
  const seconds = Math.floor(at / 1000)
  const hmac = createHmac('sha256', secret).update(`${seconds}.`).update(body)
  return `t=${seconds},v1=${hmac.digest('hex')}`
}
