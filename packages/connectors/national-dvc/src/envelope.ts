import { type HttpResponse, parseJson } from '@cchc/connector-kit'
import { type Message, PortalChanged, say } from '@cchc/domain'
import type { RelayConfig } from './config.ts'
import { isObject, type JsonObject, textOf } from './values.ts'

const SUCCESS = /^0+$/

/** Reads an answer of the adapter; behind a relay it is JSON in the text of one of its fields. */
export function parseEnvelope(
  response: HttpResponse,
  relay: false | Pick<RelayConfig, 'answer'>,
): JsonObject {
  const outer = parseJson(response)
  const inner = relay && isObject(outer) ? relayed(outer, relay.answer) : outer
  if (isObject(inner) && inner.error_code !== undefined) return inner
  throw new PortalChanged(say('the answer of the adapter has no error_code'), {
    fix: relay
      ? say(
          'Check relay.answer; without a provincial relay before the national portal leave relay out.',
        )
      : say('Configure relay if a provincial relay stands in front of the national portal.'),
  })
}

/** A relay that failed by itself says so outside that text. */
function relayed(outer: JsonObject, field: string): unknown {
  if (outer.error_code !== undefined && !isSuccess(outer)) return outer
  const text = outer[field]
  return typeof text === 'string' ? parseJson({ body: text }) : undefined
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
