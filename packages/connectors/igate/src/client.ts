import { type Http, type HttpIo, isLoginRefused, oauth2, parseJson } from '@cchc/connector-kit'
import { PortalDenied, say } from '@cchc/domain'
import type { IgateConfig } from './config.ts'

export type Query = Readonly<Record<string, string | number>>

/** Speaks with the services of one iGate. */
export interface IgateClient {
  /** The JSON answer of a path below the base URL. */
  get(path: string, query: Query): Promise<unknown>
}

/** Builds the client; it logs in with its first request, at the host of the Keycloak. */
export function createClient(config: IgateConfig, io: HttpIo): IgateClient {
  const http = config.login ? oauth2(config.login, io) : withToken(config.token ?? '', io.http)
  const base = config.baseUrl.endsWith('/') ? config.baseUrl : `${config.baseUrl}/`
  return {
    get: (path, query) => http.read({ url: new URL(path, base).href, query }, parseJson),
  }
}

/** Hosts beside that of the base URL: the Keycloak. */
export function loginHosts({ login }: IgateConfig): string[] {
  return login ? [new URL(login.tokenUrl).host] : []
}

/** A token that a person copied is the same until it has run out. */
function withToken(token: string, http: Http): Pick<Http, 'read'> {
  return {
    async read(request, parse) {
      const headers = { ...request.headers, Authorization: `Bearer ${token}` }
      try {
        return await http.read({ ...request, headers }, parse)
      } catch (thrown) {
        if (!isLoginRefused(thrown)) throw thrown
        throw new PortalDenied(say('iGate refuses the token of the configuration (HTTP 401)'), {
          login: true,
          cause: thrown,
          fix: say(
            'A copied token runs out within hours: copy a new one, or configure login instead of token.',
          ),
        })
      }
    },
  }
}
