import {
  createFiles,
  createHttp,
  createIo,
  type Http,
  type HttpConnector,
  type HttpSource,
  httpLimits,
  type Log,
  NO_DIFFERENCE,
  type SecretKeeper,
  secretsOf,
} from '@cchc/connector-kit'
import type { OpenedSource } from '@cchc/sync'
import type { ConfiguredSource, ReadSource } from './configured-source.ts'
import { type Share, shareOf } from './share-of.ts'

/** What a source is opened with. */
export interface Outside {
  readonly signal: AbortSignal
  readonly log: Log
  readonly now: () => number
  readonly secrets: SecretKeeper
  /** Of what the source may be asked; all of it unless told. */
  readonly share?: Share | undefined
  /** Puts itself between the connector and its HTTP. */
  readonly through?: ((http: Http) => Http) | undefined
}

/** A source whose connector has been opened, and its `check`. */
export interface OpenedConnector extends OpenedSource {
  check(): Promise<void>
}

/** Opens a source with all that its kind may touch; reads nothing yet. */
export function openSource(source: ReadSource, outside: Outside): OpenedConnector {
  if (source.kind === 'http') {
    const { connector, config } = source
    const http = createHttp(httpOptions({ connector, config }, outside))
    const io = { ...createIo(outside), http: outside.through?.(http) ?? http }
    return {
      streams: connector.open(config, io),
      traffic: http.traffic,
      charge: http.charge,
      clockDifference: http.clockDifference,
      check: () => connector.check(config, io),
    }
  }
  const { connector, config } = source
  const files = createFiles({ source: config, signal: outside.signal })
  const io = { ...createIo(outside), files }
  return {
    streams: connector.open(config, io),
    traffic: () => ({ requests: 0, retries: 0, ...files.traffic() }),
    clockDifference: () => NO_DIFFERENCE,
    check: () => connector.check(config, io),
  }
}

function httpOptions(
  { connector, config }: { readonly connector: HttpConnector; readonly config: HttpSource },
  { secrets, signal, log, now, share }: Outside,
) {
  const allowedHosts = connector.hosts?.(config) ?? []
  const limits = httpLimits(share ? shareOf(config.http, share) : config.http)
  const { redact } = secrets
  return { baseUrl: config.baseUrl, ...limits, allowedHosts, redact, signal, log, now }
}

/** The secret values of a source's configuration. */
export function secretsOfSource({ connector, config }: ConfiguredSource): string[] {
  return secretsOf(connector.config, config)
}
