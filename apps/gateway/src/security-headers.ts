import { ROOT } from '@cchc/pages'
import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

const SHARED = { strictTransportSecurity: false, xFrameOptions: 'DENY' } as const

/** The page has no style and no script in its text, and sends forms to nobody else. */
const ofPage = secureHeaders({
  ...SHARED,
  referrerPolicy: 'same-origin',
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    scriptSrc: ["'self'"],
    connectSrc: ["'self'"],
    imgSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
})

const ofOthers = secureHeaders({
  ...SHARED,
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
})

/** What browsers may do with answers; they take everything from this machine. TLS and its headers are the proxy's. */
export function securityHeaders(): MiddlewareHandler {
  return (context, next) =>
    context.req.path.startsWith(`${ROOT}/`) ? ofPage(context, next) : ofOthers(context, next)
}
