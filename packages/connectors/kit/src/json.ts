import { PortalUnavailable, say } from '@cchc/domain'
import { looksLikeHtml, webPage } from './html.ts'
import { unknownAnswer } from './http-errors.ts'
import type { HttpResponse } from './io.ts'

/**
 * Parses a JSON answer. Other text throws PortalChanged; a web page, an empty body or JSON that stops in the middle
 * throws PortalUnavailable, so that `Http.read` fetches it again. No part of the body enters the message.
 */
export function parseJson(response: Pick<HttpResponse, 'body'>): unknown {
  const body = withoutMark(response.body)
  if (looksLikeHtml(body)) throw webPage('JSON')
  try {
    return JSON.parse(body)
  } catch {
    if (isCut(body)) throw new PortalUnavailable(say('the JSON answer of the portal is cut off'))
    throw unknownAnswer(say('the portal answered with something other than JSON'))
  }
}

/** A text that was carried in another one may still have its byte order mark. */
function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

function isCut(body: string): boolean {
  const text = body.trim()
  if (text === '') return true
  const closing = text.startsWith('{') ? '}' : ']'
  return /^[[{]/.test(text) && !text.endsWith(closing)
}
