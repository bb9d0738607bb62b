import { decodeBytes, PortalUnavailable, say } from '@cchc/domain'
import { unknownAnswer } from './http-errors.ts'

const CHARSET = /;\s*charset\s*=\s*["']?([^"';,\s]{1,60})/i
const DECLARATION = /^\s{0,100}<\?xml\s[^>]{0,100}?\sencoding\s*=\s*["']([^"']{1,60})["']/i

/**
 * The one place where a portal's bytes become text: by their byte order mark, the header Content-Type or the XML
 * declaration, UTF-8 without any. Strict: bytes that the character set does not know throw PortalChanged, bytes that stop within a
 * character PortalUnavailable.
 */
export function decodeText(bytes: Uint8Array, contentType: string | undefined): string {
  const decoded = decodeBytes(bytes, statedCharset(bytes, contentType))
  if ('text' in decoded) return decoded.text
  const { fault, charset } = decoded
  if (fault === 'cut') {
    throw new PortalUnavailable(say('the answer of the portal is cut off within a character'))
  }
  throw unknownAnswer(
    fault === 'invalid'
      ? say('the answer of the portal is no text of the character set {charset}', { charset })
      : say('the answer of the portal names a character set that is not known: {charset}', {
          charset,
        }),
  )
}

/** For answers of which nothing is kept, such as a fault's page: what cannot be read is replaced. */
export function decodeLoosely(bytes: Uint8Array, contentType: string | undefined): string {
  const decoded = decodeBytes(bytes, statedCharset(bytes, contentType))
  return 'text' in decoded ? decoded.text : new TextDecoder().decode(bytes)
}

/** What the header or the document itself says that it is written in. */
export function statedCharset(
  bytes: Uint8Array,
  contentType: string | undefined,
): string | undefined {
  const header = CHARSET.exec((contentType ?? '').slice(0, 500))?.[1]
  return header ?? DECLARATION.exec(startOf(bytes))?.[1]
}

/** ASCII is the same in every set that a declaration can name, but for UTF-16, whose zero bytes are left out. */
function startOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 400)).replaceAll('\0', '')
}
