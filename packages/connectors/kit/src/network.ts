import type { Agent as HttpAgent } from 'node:http'
import type { Agent as HttpsAgent } from 'node:https'
import type { SecureContextOptions } from 'node:tls'
import { ConfigError, say } from '@cchc/domain'
import type { Network } from './network-config.ts'

/** The connections over which an address is reached; `proxy` is the host of the proxy that stands between. */
export interface Way {
  readonly httpAgent: HttpAgent
  readonly httpsAgent: HttpsAgent
  readonly proxy: string | undefined
}

interface Pool {
  readonly keepAlive: true
  readonly maxSockets: number
}

/**
 * Opens no connection yet. Certificates are always checked and TLS is at least 1.2, whatever the environment says; the
 * environment's proxies are not used. ConfigError when a certificate or key cannot be used.
 */
export async function openNetwork(
  { proxy, tls = {} }: Network,
  { concurrency }: { readonly concurrency: number },
): Promise<(url: URL) => Way> {
  const [http, https] = await Promise.all([import('node:http'), import('node:https')])
  const pool: Pool = { keepAlive: true, maxSockets: concurrency }
  const secured = await securityOf(tls)
  const direct: Way = {
    httpAgent: new http.Agent(pool),
    httpsAgent: new https.Agent({ ...pool, ...secured }),
    proxy: undefined,
  }
  if (!proxy) return () => direct
  const proxied = await openProxied(proxy, { pool, secured })
  return (url) => (isReachedDirectly(url, proxy.noProxy) ? direct : proxied)
}

interface Secured extends SecureContextOptions {
  readonly minVersion: 'TLSv1.2'
  readonly rejectUnauthorized: true
}

async function securityOf({ ca, ...own }: NonNullable<Network['tls']>): Promise<Secured> {
  const [{ X509Certificate }, tls] = await Promise.all([import('node:crypto'), import('node:tls')])
  const known = () => tls.getCACertificates?.('default') ?? tls.rootCertificates
  const secured = {
    ...(ca === undefined ? {} : { ca: [...known(), ca] }),
    ...own,
    minVersion: 'TLSv1.2',
    rejectUnauthorized: true,
  } as const
  try {
    if (ca !== undefined) new X509Certificate(ca)
    tls.createSecureContext(secured)
    return secured
  } catch (thrown) {
    const { code = '-' } = thrown as NodeJS.ErrnoException
    throw new ConfigError(
      say('the certificates or the key of the source cannot be used ({code})', { code }),
      {
        fix: say(
          'Check http.tls in the configuration: ca, cert and key are texts in PEM, key belongs to cert, and passphrase opens it.',
        ),
      },
    )
  }
}

interface Between {
  readonly pool: Pool
  readonly secured: Secured
}

/** Loaded only where there is a proxy. */
async function openProxied(
  { url, username, password }: NonNullable<Network['proxy']>,
  { pool, secured }: Between,
): Promise<Way> {
  const [{ HttpProxyAgent }, { createTunnel }] = await Promise.all([
    import('http-proxy-agent'),
    import('./tunnel.ts'),
  ])
  const address = new URL(url)
  if (username !== undefined) address.username = encodeURIComponent(username)
  if (password !== undefined) address.password = encodeURIComponent(password)
  const { ca, minVersion, rejectUnauthorized } = secured
  const toProxy = { ...pool, ca, minVersion, rejectUnauthorized }
  return {
    httpAgent: new HttpProxyAgent(address, toProxy),
    httpsAgent: createTunnel(address, { toProxy, toPortal: secured }),
    proxy: address.host,
  }
}

/** `tinh.gov.vn`, `.tinh.gov.vn` and `*.tinh.gov.vn` are that host and all below it. */
function isReachedDirectly({ hostname }: URL, noProxy: readonly string[]): boolean {
  return noProxy.some((written) => {
    const host = written.toLowerCase().replace(/^\*?\.?/, '')
    return host !== '' && (hostname === host || hostname.endsWith(`.${host}`))
  })
}
