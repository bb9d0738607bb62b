import type { ClientRequest } from 'node:http'
import type { Agent } from 'node:https'
import { type ConnectionOptions, checkServerIdentity } from 'node:tls'
import { HttpsProxyAgent, type HttpsProxyAgentOptions } from 'https-proxy-agent'

type ProxyOptions = HttpsProxyAgentOptions<string>
type Connect = HttpsProxyAgent<string>['connect']

interface Ends {
  readonly toProxy: ProxyOptions
  readonly toPortal: ConnectionOptions
}

/** Connections through a proxy that only carries them; the code of a refusal is `PROXY_HTTP_407` and the like. */
export function createTunnel(proxy: URL, ends: Ends): Agent {
  return new Tunnel(proxy, ends) as unknown as Agent
}

class Tunnel extends HttpsProxyAgent<string> {
  readonly #toPortal: ConnectionOptions

  constructor(proxy: URL, { toProxy, toPortal }: Ends) {
    super(proxy, toProxy)
    this.#toPortal = toPortal
  }

  override async connect(request: ClientRequest, options: Parameters<Connect>[1]) {
    let status = 200
    request.once('proxyConnect', (answer: { readonly statusCode: number }) => {
      status = answer.statusCode
    })
    const checked = { ...options, ...this.#toPortal, checkServerIdentity: identityOf(options.host) }
    const socket = await super.connect(request, checked as typeof options)
    if (status === 200) return socket
    socket.destroy()
    throw Object.assign(new Error('the proxy refused'), { code: `PROXY_HTTP_${status}` })
  }
}

/** The certificate must be for the host that was asked for, also where that is an address and TLS names none. */
function identityOf(host: string | undefined): ConnectionOptions['checkServerIdentity'] {
  return (name, certificate) => checkServerIdentity(host ?? name, certificate)
}
