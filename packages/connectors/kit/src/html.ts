import { PortalUnavailable, say } from '@cchc/domain'

const HTML = /^\s*(?:<!doctype\s+html|<html|<head|<body)/i

/** Whether a body is a web page (a login form, a firewall's notice) where data was expected. */
export function looksLikeHtml(body: string): boolean {
  return HTML.test(body.slice(0, 500))
}

/** What a web page means: the portal is under maintenance or something stands before it, so that asking again may help. */
export function webPage(format: 'JSON' | 'XML'): PortalUnavailable {
  return new PortalUnavailable(
    say('the portal answered with a web page instead of {format}', { format }),
    {
      fix: say(
        'Open the base URL in a browser: it may be under maintenance, ask for a login, or have changed its interface.',
      ),
    },
  )
}
