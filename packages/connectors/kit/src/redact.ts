import type { Log } from './io.ts'

const MASK = '***'

/** Replaces every secret in a text, as it is and URL-encoded; secrets shorter than three characters are too common to search for. */
export type Redact = (text: string) => string

/** Builds the redaction of a source's secrets. */
export function createRedact(secrets: readonly string[]): Redact {
  const forms = secrets
    .filter((secret) => secret.length >= 3)
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .sort((a, b) => b.length - a.length)
  return (text) => forms.reduce((rest, form) => rest.replaceAll(form, MASK), text)
}

/** A log through which no secret passes, neither in messages nor in facts. */
export function redactLog(log: Log, redact: Redact): Log {
  const clean = (facts: Readonly<Record<string, unknown>> | undefined) =>
    facts === undefined ? undefined : (redactValues(facts, redact) as Record<string, unknown>)
  return {
    debug: (message, facts) => log.debug(redact(message), clean(facts)),
    info: (message, facts) => log.info(redact(message), clean(facts)),
    warn: (message, facts) => log.warn(redact(message), clean(facts)),
  }
}

/** Masks in each value, never in the text of the whole: a secret may hold what JSON is written with. */
function redactValues(value: unknown, redact: Redact): unknown {
  if (typeof value === 'string') return redact(value)
  if (typeof value === 'number') return redact(String(value)) === String(value) ? value : MASK
  if (Array.isArray(value)) return value.map((item) => redactValues(item, redact))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [redact(name), redactValues(item, redact)]),
  )
}
