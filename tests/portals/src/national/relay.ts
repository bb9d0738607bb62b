import { HttpResponse, http, type RequestHandler } from 'msw'
import { answerWithFaults } from '../faults.ts'
import type { NationalOptions, RelayOptions } from './options.ts'
import { createSessions } from './sessions.ts'

/** The gateway of a relay: whom it lets through, and its own login. */
export interface Gateway {
  /** The refusal of a request; undefined = it may pass. */
  refusal(request: Request, expired: boolean): Response | undefined
  readonly handlers: readonly RequestHandler[]
}

const OPEN: Gateway = { refusal: () => undefined, handlers: [] }

/** WSO2 and the like: 401 for tokens it does not know, before anything of the portal is looked at. */
export function createGateway({ relay, faults }: NationalOptions): Gateway {
  if (!relay) return OPEN
  const { login, token } = relay
  const sessions = createSessions(login?.tokenCalls)
  const isKey = (request: Request) => !token || request.headers.get(token.header) === token.value
  return {
    refusal(request, expired) {
      if (!isKey(request)) return unauthorized()
      if (!login) return undefined
      const shown = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1]
      if (expired) sessions.forget(shown)
      return sessions.use(shown) ? undefined : unauthorized()
    },
    handlers: login
      ? [
          http.post(login.tokenUrl, ({ request }) =>
            answerWithFaults(faults, request, async () =>
              isKey(request) && (await isClient(request, login))
                ? HttpResponse.json({ ...granted, access_token: sessions.open() })
                : HttpResponse.json({ error: 'invalid_client' }, { status: 401 }),
            ),
          ),
        ]
      : [],
  }
}

const granted = { scope: 'default', token_type: 'Bearer', expires_in: 3600 }

async function isClient(
  request: Request,
  { clientId, clientSecret }: NonNullable<RelayOptions['login']>,
): Promise<boolean> {
  const form = new URLSearchParams(await request.text())
  const pair = Buffer.from(`${clientId}:${clientSecret}`).toString('base64')
  const isBasic = request.headers.get('authorization') === `Basic ${pair}`
  return isBasic && form.get('grant_type') === 'client_credentials'
}

function unauthorized(): Response {
  const fault = { code: '900901', message: 'Invalid Credentials' }
  return HttpResponse.json({ fault }, { status: 401 })
}
