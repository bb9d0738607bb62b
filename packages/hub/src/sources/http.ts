import { createHttp, HttpSource, httpLimits, type Log, secretsOf } from '@cchc/connector-kit'
import type { MeteredHttp } from '@cchc/sync'
import type { ConfiguredSource } from '../config/check-source.ts'

/** The HTTP client of one source, with its limits and with its secrets kept out of errors and logs. */
export function openSourceHttp(
  source: ConfiguredSource,
  outside: { readonly signal: AbortSignal; readonly log: Log; readonly now: () => number },
): MeteredHttp {
  const { baseUrl, http } = HttpSource.parse(source.config)
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
