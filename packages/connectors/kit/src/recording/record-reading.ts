import { type AppError, PortalChanged, say } from '@cchc/domain'
import type { Http } from '../io.ts'
import { type Exchange, playback, recording } from './exchange.ts'
import { jsonPaths, maskedJson } from './json-leaves.ts'
import { maskedXml, xmlPaths } from './xml-leaves.ts'

/** Answers of a portal from which everything was taken that no record needs, and what stayed. */
export interface Recorded {
  readonly exchanges: readonly Exchange[]
  /** Where values stayed, and where they became placeholders: the path of the request, then that in its answer. */
  readonly kept: readonly string[]
  readonly masked: readonly string[]
  /** Requests whose answers are neither JSON nor XML: they are left out. */
  readonly leftOut: readonly string[]
}

const MOST_FIELDS = 2000

/**
 * Reads once and keeps the answers. Then each field of them is replaced by a placeholder in turn, and read again from what
 * was kept: a field stays only where `read` then gives something else. What `read` gives is what the record's schema lets
 * through, so that nothing stays which a record does not tell. `through` puts itself between a reader and its HTTP.
 */
export async function recordReading(
  read: (through: (http: Http) => Http) => Promise<unknown>,
): Promise<Recorded> {
  const heard: Exchange[] = []
  await read((http) => recording(http, heard))
  const exchanges = heard.filter((one) => formatOf(one) !== undefined)
  const leftOut = heard.filter((one) => formatOf(one) === undefined).map(({ url }) => url)
  const given = async (fields: ReadonlySet<string>) => {
    const safe = exchanges.map((one) => maskedExchange(one, fields))
    return JSON.stringify(await read(() => playback(safe)))
  }
  const whole = await given(new Set())
  if (whole !== (await given(new Set()))) throw restless()
  const masked = new Set<string>()
  const kept: string[] = []
  for (const field of fieldsOf(exchanges)) {
    const isSame = await given(new Set([...masked, field])).then(
      (one) => one === whole,
      cannotBeRead,
    )
    if (isSame) masked.add(field)
    else kept.push(field)
  }
  const safe = exchanges.map((one) => maskedExchange(one, masked))
  return { exchanges: safe, kept, masked: [...masked], leftOut }
}

/** What changes by itself says nothing of what a field is needed for; then nothing could be taken away. */
function restless(): AppError {
  return new PortalChanged(say('the same answers give other records each time they are read'), {
    fix: say('Let the connector take the time from io.now(), and nothing from chance.'),
  })
}

/** A reader that can make nothing of an answer needed what was replaced. */
function cannotBeRead(): boolean {
  return false
}

const FORMATS = {
  json: { paths: jsonPaths, masked: maskedJson },
  xml: { paths: xmlPaths, masked: maskedXml },
} as const

function formatOf({ body }: Exchange): (typeof FORMATS)['json'] | undefined {
  return Object.values(FORMATS).find(({ paths }) => {
    try {
      return paths(body).size > 0
    } catch {
      return false
    }
  })
}

function fieldsOf(exchanges: readonly Exchange[]): string[] {
  const fields = exchanges.flatMap((one) =>
    [...(formatOf(one)?.paths(one.body) ?? [])].map((path) => `${pathOf(one)} ${path}`),
  )
  const own = [...new Set(fields)]
  if (own.length <= MOST_FIELDS) return own
  throw new PortalChanged(say('an answer has more than {most} fields', { most: MOST_FIELDS }))
}

function pathOf({ url }: Exchange): string {
  return new URL(url, 'http://portal').pathname
}

function maskedExchange(exchange: Exchange, fields: ReadonlySet<string>): Exchange {
  const start = `${pathOf(exchange)} `
  const own = [...fields].filter((field) => field.startsWith(start))
  if (own.length === 0) return exchange
  const paths = new Set(own.map((field) => field.slice(start.length)))
  return { ...exchange, body: formatOf(exchange)?.masked(exchange.body, paths) ?? '' }
}
