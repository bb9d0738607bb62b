import type { Pushed } from './contract/push.ts'
import { decodeText } from './text.ts'

/** What a portal sent, as text; throws PortalChanged or PortalUnavailable where its bytes are none. */
export function readPushed(bytes: Uint8Array, contentType = ''): Pushed {
  const [type = ''] = contentType.slice(0, 500).split(';')
  return { body: decodeText(bytes, contentType), contentType: type.trim().toLowerCase() }
}
