import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ConfigError, type Message, say } from '@cchc/domain'

/** An address to listen on; 0 = any free port. */
export interface Place {
  readonly host: string
  readonly port: number
}

interface Listening {
  readonly listener: RequestListener
  /** What to do where the port cannot be had. */
  readonly fix: Message
  /** Ends it: requests that have begun are answered first, for as long as `graceMs`. */
  readonly signal: AbortSignal | undefined
  readonly graceMs: number
  /** Called when it begins to end. */
  readonly onEnd?: () => void
}

/** Longer than any answer may take: who sends nothing and takes nothing for so long is gone. */
const SILENT_MS = 6 * 60_000

/** Listens until its signal aborts; `closed` settles when it has ended. Throws ConfigError where the port cannot be had. */
export async function listen(
  place: Place,
  { listener, fix, signal, graceMs, onEnd }: Listening,
): Promise<{ readonly url: string; readonly closed: Promise<void> }> {
  const server = createServer(listener)
  server.setTimeout(SILENT_MS)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(cannotListen(place, { cause, fix })),
    )
    server.listen(place.port, place.host, resolve)
  })
  const address = server.address() as AddressInfo
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  const closed = once(server, 'close').then(() => undefined)
  const end = () => {
    onEnd?.()
    server.close()
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), graceMs).unref()
  }
  if (signal?.aborted) end()
  signal?.addEventListener('abort', end, { once: true })
  return { url: `http://${name}:${address.port}`, closed }
}

function cannotListen(
  { host, port }: Place,
  { cause, fix }: { readonly cause: NodeJS.ErrnoException; readonly fix: Message },
): ConfigError {
  const { code = 'unknown' } = cause
  return new ConfigError(say('Cannot listen on {host}:{port} ({code}).', { host, port, code }), {
    cause,
    fix,
  })
}
