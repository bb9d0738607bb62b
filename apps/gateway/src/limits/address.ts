import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'

/**
 * The address from which a request comes, of IPv6 the network. Behind a proxy it is what the proxy put last into
 * X-Forwarded-For; whatever stands before could be written by anyone.
 */
export function addressOf(
  { req, env }: Context,
  { behindProxy = false }: { readonly behindProxy?: boolean | undefined },
): string {
  const { incoming } = (env ?? {}) as { readonly incoming?: IncomingMessage }
  const direct = incoming?.socket.remoteAddress ?? 'unknown'
  const forwarded = req.header('X-Forwarded-For')?.split(',').at(-1)?.trim()
  return networkOf((behindProxy && forwarded) || direct)
}

function networkOf(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '').slice(0, 60)
  return bare.includes(':') ? bare.split(':').slice(0, 4).join(':') : bare
}
