import { AccessDenied, say } from '@cchc/domain'
import type { Context } from 'hono'

/** A form that a page of another site sends is refused: by the host, for a proxy may have ended TLS. */
export function requireOwnSite({ req }: Context): void {
  const origin = req.header('Origin') ?? ''
  const host = URL.canParse(origin) ? new URL(origin).host : ''
  if (host === new URL(req.url).host) return
  throw new AccessDenied(say('This form was not sent by this page.'), {
    fix: say('Open the page again and send it from there.'),
  })
}
