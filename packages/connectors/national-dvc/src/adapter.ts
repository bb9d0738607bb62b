import type { HttpIo } from '@cchc/connector-kit'
import { PortalChanged, say } from '@cchc/domain'

import type { NationalConfig } from './config.ts'
import { errorCode, isSuccess, parseEnvelope } from './envelope.ts'
import type { ServiceCall } from './line.ts'
import { gatewayHttp, throughRelay } from './relay.ts'
import { inSession } from './session.ts'
import { isObject, type JsonObject, textOf } from './values.ts'

/** The server-to-server interface; logs in at the first call and again whenever the portal has forgotten the session. */
export interface Adapter {
  /** The result list of a service; throws for every answer that is not a success with a list. */
  call(call: ServiceCall): Promise<readonly JsonObject[]>
}

export function createAdapter(config: NationalConfig, io: HttpIo): Adapter {
  const { adapter, relay } = config
  const http = gatewayHttp(relay, io)
  const isByGet = relay !== false && relay.calls === 'get'
  const line = isByGet ? throughRelay(relay, http) : inSession(config, { ...io, http })
  const expired = new RegExp(adapter.expiredSession, 'iu')
  return {
    call: (call) =>
      line.http.read(line.request(call), (answer) => {
        const envelope = parseEnvelope(answer, relay)
        if (isExpired(envelope, expired)) throw line.lost(call)
        return resultOf(envelope, call)
      }),
  }
}

function isExpired(envelope: JsonObject, expired: RegExp): boolean {
  if (isSuccess(envelope)) return false
  return expired.test((textOf(envelope.message) ?? '').slice(0, 500).normalize('NFC'))
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
