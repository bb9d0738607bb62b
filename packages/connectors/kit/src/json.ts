import { PortalChanged, PortalUnavailable } from '@cchc/domain'
import { looksLikeHtml } from './html.ts'
import type { HttpResponse } from './io.ts'

/**
 * Parses a JSON answer. A web page or other text throws PortalChanged; an empty body or JSON that stops in the middle
 * throws PortalUnavailable, so that `HttpRequest.inspect` has it fetched again. No part of the body enters the message.
 */
export function parseJson(response: Pick<HttpResponse, 'body'>): unknown {
  const { body } = response
  if (looksLikeHtml(body)) throw notJson('the portal answered with a web page instead of JSON')
  try {
    return JSON.parse(body)
  } catch {
    if (isCut(body)) throw new PortalUnavailable('the JSON answer of the portal is cut off')
    throw notJson('the portal answered with something other than JSON')
  }
}

function isCut(body: string): boolean {
  const text = body.trim()
  if (text === '') return true
  const closing = text.startsWith('{') ? '}' : ']'
  return /^[[{]/.test(text) && !text.endsWith(closing)
}

function notJson(message: string): PortalChanged {
  return new PortalChanged(message, {
    fix: 'Open the base URL in a browser: it may ask for a login, or the portal changed its interface.',
  })
}
