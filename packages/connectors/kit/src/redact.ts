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
    facts === undefined
      ? undefined
      : (JSON.parse(redact(JSON.stringify(facts))) as Record<string, unknown>)
  return {
    debug: (message, facts) => log.debug(redact(message), clean(facts)),
    info: (message, facts) => log.info(redact(message), clean(facts)),
    warn: (message, facts) => log.warn(redact(message), clean(facts)),
  }
}
