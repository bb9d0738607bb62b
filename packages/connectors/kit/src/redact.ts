import { type Message, messageOf, type Text } from '@cchc/domain'
import type { Log } from './io.ts'

const MASK = '***'

/** Replaces every secret in a text, as it is and encoded; secrets shorter than three characters are too common to search for. */
export type Redact = (text: string) => string

/** Builds the redaction of a source's secrets. */
export function createRedact(secrets: readonly string[]): Redact {
  const forms = secrets
    .filter((secret) => secret.length >= 3)
    .flatMap(writtenForms)
    .sort((a, b) => b.length - a.length)
  return (text) => forms.reduce((rest, form) => rest.replaceAll(form, MASK), text)
}

/** A secret as URLs, forms, JSON, XML and Base64 write it. */
function writtenForms(secret: string): readonly string[] {
  const url = encodeURIComponent(secret)
  const forms = [
    ...[
      secret,
      url,
      encodeURIComponent(url),
      new URLSearchParams([['', secret]]).toString().slice(1),
    ],
    ...[JSON.stringify(secret).slice(1, -1), xmlText(secret)],
    ...(secret.length < SHORTEST_IN_BASE64 ? [] : inBase64(secret)),
  ]
  return [...new Set(forms)]
}

function xmlText(text: string): string {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' } as const
  return text.replace(/[&<>"]/g, (sign) => entities[sign as keyof typeof entities])
}

const SHORTEST_IN_BASE64 = 6

/** Base64 of a longer text that holds the secret, as in `user:password`: what it is written as at each of three offsets. */
function inBase64(secret: string): readonly string[] {
  return [0, 1, 2].flatMap((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)])
    const whole = Math.floor((bytes.length * 8) / 6)
    const written = bytes.toString('base64').slice(Math.ceil((offset * 8) / 6), whole)
    return [written, written.replaceAll('+', '-').replaceAll('/', '_')]
  })
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

/** A message without secrets: its values are masked, and its template where that is a text of somebody else. */
export function redactMessage(text: Text, redact: Redact): Message {
  const { template, values } = messageOf(text)
  const masked = Object.entries(values).map(([name, value]) => {
    if (typeof value === 'object') return [name, redactMessage(value, redact)] as const
    return [name, redactValues(value, redact) as string | number] as const
  })
  return { template: redact(template), values: Object.fromEntries(masked) }
}
