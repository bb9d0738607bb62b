import type { Io } from '@cchc/connector-kit'
import { PortalChanged, PortalDenied, PortalUnavailable, say } from '@cchc/domain'
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

export function createAdapter(config: NationalConfig, io: Io): Adapter {
  const sessions = createSessions(() => logIn(config, io))
  const expired = new RegExp(config.adapter.expiredSession, 'iu')
  const isExpired = (envelope: JsonObject) =>
    !isSuccess(envelope) &&
    expired.test((textOf(envelope.message) ?? '').slice(0, 500).normalize('NFC'))
  const send = (call: ServiceCall, session: string) =>
    post(config, io, {
      path: config.adapter[`${call.endpoint}Path`],
      body: { ...call.parameters, session, madonvi: config.unitCode, service: call.service },
    })
  return {
    async call(call) {
      let session = await sessions.current()
      for (let opened = 1; ; opened += 1) {
        const envelope = await send(call, session)
        if (!isExpired(envelope)) return resultOf(envelope, call)
        if (opened > MOST_RENEWALS) throw sessionLost(call)
        session = await sessions.renew(session)
      }
    },
  }
}

/** One login serves all calls that run at the same time, also when several find the session forgotten. */
function createSessions(logIn: () => Promise<string>) {
  let session: Promise<string> | undefined
  let value: string | undefined
  const start = () => {
    session = logIn()
    session.then(
      (opened) => {
        value = opened
      },
      () => {
        session = undefined
      },
    )
    return session
  }
  const current = () => session ?? start()
  const renew = (forgotten: string) => {
    if (value !== forgotten) return current()
    value = undefined
    return start()
  }
  return { current, renew }
}

async function logIn(config: NationalConfig, io: Io): Promise<string> {
  const { username, password } = config
  const { authPath } = config.adapter
  const envelope = await post(config, io, { path: authPath, body: { username, password } })
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
  readonly body: Readonly<Record<string, string>>
}

async function post(config: NationalConfig, io: Io, { path, body }: Post) {
  let envelope: JsonObject | undefined
  const { destinationCode } = config.adapter
  const response = await io.http.request({
    method: 'POST',
    url: path.replace(/^\/+/, ''),
    headers: { Charset: 'utf-8', ...(destinationCode ? { dstcode: destinationCode } : {}) },
    json: body,
    inspect: (answer) => {
      envelope = parseEnvelope(answer, config.relay)
    },
  })
  return envelope ?? parseEnvelope(response, config.relay)
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

function sessionLost({ service }: ServiceCall): PortalUnavailable {
  return new PortalUnavailable(
    say('{service}: the portal forgot a session that it had just opened', { service }),
    { fix: say('Check that no other system uses the same account, and run again later.') },
  )
}
