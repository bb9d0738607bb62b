import { type Http, type HttpIo, headerToken, oauth2 } from '@cchc/connector-kit'
import { PortalUnavailable, say } from '@cchc/domain'
import type { NationalConfig, RelayConfig } from './config.ts'
import type { Line, ServiceCall } from './line.ts'

/** HTTP with what the gateway of a relay asks for: a token from its login, a token in a header of its own, or both. */
export function gatewayHttp(relay: NationalConfig['relay'], io: HttpIo): Http {
  if (relay === false) return io.http
  const http = relay.token ? headerToken(relay.token, io) : io.http
  return relay.login ? oauth2(relay.login, { ...io, http }) : http
}

/** Calls of a relay that holds the session itself: a path for each service, its parameters in the query. */
export function throughRelay({ path }: RelayConfig, http: Http): Line {
  const folder = path.replace(/^\/+|\/+$/g, '')
  return {
    http,
    request: ({ service, parameters = {} }) => ({ url: `${folder}/${service}`, query: parameters }),
    lost: relayLost,
  }
}

/** The relay logs in by itself, so that asking it again may help. */
function relayLost({ service }: ServiceCall): PortalUnavailable {
  return new PortalUnavailable(
    say('{service}: the relay has lost its session with the national portal', { service }),
    { fix: say('Run again later; if it stays, tell the administrator of the relay.') },
  )
}
