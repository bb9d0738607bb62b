import { type HttpResponse, parseJson } from '@cchc/connector-kit'
import { type Message, PortalChanged, say } from '@cchc/domain'
import { isObject, type JsonObject, textOf } from './values.ts'

const SUCCESS = /^0+$/

/** Reads an answer of the adapter; behind a relay it is JSON in the text of `message`. */
export function parseEnvelope(response: HttpResponse, relay: boolean): JsonObject {
  const outer = parseJson(response)
  const inner = relay && isObject(outer) ? relayed(outer) : outer
  if (isObject(inner) && inner.error_code !== undefined) return inner
  throw new PortalChanged(say('the answer of the adapter has no error_code'), {
    fix: relay
      ? say('Set relay to false if no provincial relay stands in front of the national portal.')
      : say('Set relay to true if a provincial relay stands in front of the national portal.'),
  })
}

function relayed({ message }: JsonObject): unknown {
  return typeof message === 'string' ? parseJson({ body: message }) : undefined
}

/** Whether the portal did what was asked: `error_code` is 0, "0" or "00". HTTP 200 says nothing. */
export function isSuccess(envelope: JsonObject): boolean {
  return SUCCESS.test(textOf(envelope.error_code) ?? '')
}

/** The error code for messages to people; anything that does not look like a code is left out. */
export function errorCode(envelope: JsonObject): string | Message {
  const code = textOf(envelope.error_code) ?? ''
  return /^-?\w{1,20}$/.test(code) ? code : say('unreadable')
}
