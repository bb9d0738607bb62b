import { type HttpIo, loggedIn } from '@cchc/connector-kit'
import { PortalChanged, PortalDenied, say } from '@cchc/domain'
import type { NationalConfig } from './config.ts'
import { errorCode, isSuccess, parseEnvelope } from './envelope.ts'
import { isObject, type JsonObject, textOf } from './values.ts'

/** One call of a reading service. */
export interface ServiceCall {
  readonly endpoint: 'share' | 'integration'
  readonly service: string
  readonly parameters?: Readonly<Record<string, string>>
}

/** New sessions for one call, before the account is taken for one that others use too. */
const MOST_RENEWALS = 3

/** The server-to-server interface; logs in at the first call and again whenever the portal has forgotten the session. */
export interface Adapter {
  /** The result list of a service; throws for every answer that is not a success with a list. */
  call(call: ServiceCall): Promise<readonly JsonObject[]>
}

export function createAdapter(config: NationalConfig, io: HttpIo): Adapter {
  const { adapter, unitCode, relay } = config
  const http = loggedIn<string>(
    {
      login: () => logIn(config, io),
      token: (session) => session,
      show: ({ json, ...request }, session) => ({ ...request, json: { ...Object(json), session } }),
      renewals: MOST_RENEWALS,
    },
    io,
  )
  const expired = new RegExp(adapter.expiredSession, 'iu')
  return {
    call(call) {
      const { endpoint, service, parameters } = call
      const json = { ...parameters, madonvi: unitCode, service }
      return http.read(post(config, { path: adapter[`${endpoint}Path`], json }), (answer) => {
        const envelope = parseEnvelope(answer, relay)
        if (isExpired(envelope, expired)) throw sessionLost(call)
        return resultOf(envelope, call)
      })
    },
  }
}

function isExpired(envelope: JsonObject, expired: RegExp): boolean {
  if (isSuccess(envelope)) return false
  return expired.test((textOf(envelope.message) ?? '').slice(0, 500).normalize('NFC'))
}

async function logIn(config: NationalConfig, { http }: HttpIo): Promise<string> {
  const { username, password, adapter, relay } = config
  const request = post(config, { path: adapter.authPath, json: { username, password } })
  const envelope = await http.read(request, (answer) => parseEnvelope(answer, relay))
  if (!isSuccess(envelope)) {
    const code = errorCode(envelope)
    throw new PortalDenied(say('the national portal refused the login (error {code})', { code }), {
      login: true,
      fix: say('Check username and password in the configuration.'),
    })
  }
  if (typeof envelope.session === 'string' && envelope.session !== '') return envelope.session
  throw new PortalChanged(say('the login succeeded, but the answer holds no session'), {
    fix: say('Check adapter.authPath in the configuration.'),
  })
}

interface Post {
  readonly path: string
  readonly json: Readonly<Record<string, string>>
}

function post({ adapter: { destinationCode } }: NationalConfig, { path, json }: Post) {
  const headers = { Charset: 'utf-8', ...(destinationCode ? { dstcode: destinationCode } : {}) }
  return { method: 'POST', url: path.replace(/^\/+/, ''), headers, json } as const
}

function resultOf(envelope: JsonObject, { service }: ServiceCall): readonly JsonObject[] {
  if (!isSuccess(envelope)) {
    const code = errorCode(envelope)
    throw new PortalChanged(say('{service}: the portal answered error {code}', { service, code }), {
      fix: say(
        'Check unitCode and the rights of the account; codes other than 0 are not documented.',
      ),
    })
  }
  if (Array.isArray(envelope.result)) return envelope.result.map(rowOf)
  throw new PortalChanged(say('{service}: the answer holds no result list', { service }), {
    fix: say(
      'Check the adapter paths in the configuration; if they are right, the portal changed.',
    ),
  })
}

/** Something else among rows costs no more than itself: it becomes a row that says nothing. */
function rowOf(value: unknown): JsonObject {
  return isObject(value) ? value : {}
}

function sessionLost({ service }: ServiceCall): PortalDenied {
  return new PortalDenied(
    say('{service}: the portal forgot a session that it had just opened', { service }),
    {
      login: true,
      fix: say('Check that no other system uses the same account, and run again later.'),
    },
  )
}
