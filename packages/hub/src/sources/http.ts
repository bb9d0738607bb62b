import { createHttp, HttpLimits, httpLimits, type Log, secretsOf } from '@cchc/connector-kit'
import type { MeteredHttp } from '@cchc/sync'
import { z } from 'zod'
import type { ConfiguredSource } from '../config/check-config.ts'

/** The settings that all connectors share because the kit's HTTP client reads them. */
const HttpConfig = z.object({ baseUrl: z.url(), http: HttpLimits.prefault({}) })

/** The HTTP client of one source, with its limits and with its secrets kept out of errors and logs. */
export function openSourceHttp(
  source: ConfiguredSource,
  outside: { readonly signal: AbortSignal; readonly log: Log; readonly now: () => number },
): MeteredHttp {
  const { baseUrl, http } = HttpConfig.parse(source.config)
  return createHttp({
    baseUrl,
    ...httpLimits(http),
    secrets: secretsOfSource(source),
    ...outside,
  })
}

/** The secret values of a source's configuration. */
export function secretsOfSource({ connector, config }: ConfiguredSource): string[] {
  return secretsOf(connector.config, config)
}
