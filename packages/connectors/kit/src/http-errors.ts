import {
  type AppError,
  type CertificateFault,
  type Message,
  PortalChanged,
  PortalDenied,
  PortalThrottled,
  PortalUnavailable,
  say,
} from '@cchc/domain'
import type { HttpResponse } from './io.ts'

const RETRIED = new Set([408, 429, 500, 502, 503, 504])

/** Whether asking the same again can help. */
export function isTransient(status: number): boolean {
  return RETRIED.has(status)
}

/** The typed error of a status that the request did not accept. `place` is method, host and path. */
export function statusError(
  place: string,
  answer: Pick<HttpResponse, 'status'> & { readonly retryAt?: number | undefined },
): AppError {
  const message = say('{place}: HTTP {status}', { place, status: answer.status })
  if (answer.status === 429) return throttled(message, answer.retryAt)
  if (answer.status === 503 && answer.retryAt !== undefined)
    return throttled(message, answer.retryAt)
  if (isTransient(answer.status)) return unavailable(message)
  if (answer.status === 407) return proxyRefusal(place, 407)
  if (answer.status === 401 || answer.status === 403) {
    return new PortalDenied(message, {
      login: answer.status !== 403,
      fix: say(
        'Check the user name, the password and the rights of the account in the configuration.',
      ),
    })
  }
  if (answer.status > 500) return unavailable(message)
  return new PortalChanged(message, {
    fix: say(
      'Check the base URL in the configuration; if it is right, the portal changed its interface.',
    ),
  })
}

/** The portal is there and asks us to come back later. */
export function throttled(message: Message, retryAt: number | undefined): PortalThrottled {
  return new PortalThrottled(message, {
    retryAt,
    fix: say(
      'Nothing is lost: the next run goes on from here. Lower the request rate if it happens often.',
    ),
  })
}

/** The run has asked as often as it may. */
export function usedUp(host: string, count: number): PortalThrottled {
  return new PortalThrottled(
    say('{host}: the {count} requests of this run are used up', { host, count }),
    {
      fix: say(
        'Nothing is lost: the next run goes on from here. Raise http.maxRequests in the configuration if the source needs more.',
      ),
    },
  )
}

/** What stands between this machine and the portal does not let a request through. */
export function proxyRefusal(place: string, status: number): PortalUnavailable {
  return new PortalUnavailable(
    say('{place}: the proxy answered HTTP {status} and did not connect', { place, status }),
    {
      fix: say(
        'Check http.proxy in the configuration, its username and password, and whether the proxy may reach the portal.',
      ),
    },
  )
}

/** The portal did not answer as it should, and may do so later. */
export function unavailable(message: Message): PortalUnavailable {
  return new PortalUnavailable(message, {
    fix: say('Check that the portal can be reached from this machine, and run again later.'),
  })
}

/** No connection can be made that may be trusted; a person has to mend that. */
export function untrusted(place: string, { reason, remedy }: CertificateFault): PortalUnavailable {
  return new PortalUnavailable(say('{place}: {reason}', { place, reason }), { fix: FIXES[remedy] })
}

const FIXES = {
  trust: say(
    'Ask the administrator of the portal for the certificate of its authority, check it, and name its file in the configuration: http.tls.ca.',
  ),
  client: say(
    'Write the certificate and the key that the administrator of the portal gave you into the configuration: http.tls.cert and http.tls.key.',
  ),
  name: say(
    'Write the host name for which the certificate was made into the base URL in the configuration, or ask the administrator of the portal to correct it.',
  ),
  renew: say(
    'Ask the administrator of the portal to renew it; check the clock of this machine, too.',
  ),
  plain: say(
    'Check whether the base URL in the configuration must begin with http:// or name another port.',
  ),
}

/** The portal answered with something else than it was asked for. */
export function unknownAnswer(message: Message): PortalChanged {
  return new PortalChanged(message, {
    fix: say(
      'Open the base URL in a browser: it may ask for a login, or the portal changed its interface.',
    ),
  })
}
