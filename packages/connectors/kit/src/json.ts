import { PortalUnavailable, say } from '@cchc/domain'
import type { BodyPieces, PiecewiseBody } from './body-pieces.ts'
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

/**
 * The same of a long list: what is in its rows stays as it came, byte by byte, until `decodeFields` decodes what is kept of them.
 * Where an escape may stand for any character, and of every other odd body, everything is decoded at once.
 */
export function parseJsonPieces(body: PiecewiseBody): ParsedPieces {
  const pieces = body.pieces()
  const isPlain = pieces && !pieces.text.includes('\\u')
  const document = isPlain ? parsedOrNot(pieces.text) : undefined
  if (pieces && document !== undefined) return { document, decode: pieces.decode }
  return parsedWhole(body)
}

/** The document of which every text is decoded. */
export function parsedWhole(body: PiecewiseBody): ParsedPieces {
  return { document: parseJson({ body: body.whole }), decode: (piece) => piece }
}

/** A document of which every text has to be decoded before it is kept. */
export interface ParsedPieces {
  readonly document: unknown
  readonly decode: BodyPieces['decode']
}

/** Decodes these fields of a row, and nothing else of it; a list or an object whole. */
export function decodeFields(
  row: Record<string, unknown>,
  fields: ReadonlySet<string>,
  decode: BodyPieces['decode'],
): void {
  for (const name of fields) {
    const value = row[name]
    if (typeof value === 'string') row[name] = decode(value)
    else if (typeof value === 'object' && value !== null) row[name] = decoded(value, decode)
  }
}

function decoded(value: object, decode: BodyPieces['decode']): unknown {
  return JSON.parse(decode(JSON.stringify(value)))
}

/** What is wrong with it is said of the whole text. */
function parsedOrNot(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
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
