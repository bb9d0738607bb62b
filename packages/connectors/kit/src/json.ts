import { PortalUnavailable, say } from '@cchc/domain'
import { looksLikeHtml } from './html.ts'
import { unknownAnswer } from './http-errors.ts'
import type { HttpResponse } from './io.ts'

/**
 * Parses a JSON answer. A web page or other text throws PortalChanged; an empty body or JSON that stops in the middle
 * throws PortalUnavailable, so that `HttpRequest.inspect` has it fetched again. No part of the body enters the message.
 */
export function parseJson(response: Pick<HttpResponse, 'body'>): unknown {
  const { body } = response
  if (looksLikeHtml(body)) {
    throw unknownAnswer(say('the portal answered with a web page instead of JSON'))
  }
  try {
    return JSON.parse(body)
  } catch {
    if (isCut(body)) throw new PortalUnavailable(say('the JSON answer of the portal is cut off'))
    throw unknownAnswer(say('the portal answered with something other than JSON'))
  }
}

function isCut(body: string): boolean {
  const text = body.trim()
  if (text === '') return true
  const closing = text.startsWith('{') ? '}' : ']'
  return /^[[{]/.test(text) && !text.endsWith(closing)
}
