import { type HttpIo, loggedIn } from '@cchc/connector-kit'
import { PortalChanged, PortalDenied, say } from '@cchc/domain'
import type { NationalConfig } from './config.ts'
import { errorCode, isSuccess, parseEnvelope } from './envelope.ts'
import type { Line, ServiceCall } from './line.ts'

/** New sessions for one call, before the account is taken for one that others use too. */
const MOST_RENEWALS = 3

/** Calls in a session of ours, which stands in their body beside the service and the calling unit. */
export function inSession(config: NationalConfig, io: HttpIo): Line {
  const { adapter, unitCode } = config
  const http = loggedIn<string>(
    {
      login: () => logIn(config, io),
      token: (session) => session,
      show: ({ json, ...request }, session) => ({ ...request, json: { ...Object(json), session } }),
      renewals: MOST_RENEWALS,
    },
    io,
  )
  return {
    http,
    request: ({ endpoint, service, parameters }) => {
      const json = { ...parameters, madonvi: unitCode, service }
      return post(config, { path: adapter[`${endpoint}Path`], json })
    },
    lost: sessionLost,
  }
}

async function logIn(config: NationalConfig, { http }: HttpIo): Promise<string> {
  const { username = '', password = '', adapter, relay } = config
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

function sessionLost({ service }: ServiceCall): PortalDenied {
  return new PortalDenied(
    say('{service}: the portal forgot a session that it had just opened', { service }),
    {
      login: true,
      fix: say('Check that no other system uses the same account, and run again later.'),
    },
  )
}
