import type { Exchange } from './portal.ts'

/** Shorter ones are too common to be told apart from other texts. */
const SHORTEST = 5

const NAMED_SO = /pass|secret|token|api-?_?key|session|signature|mat_?khau|cookie/i

/** A value with which a caller shows who it is, as it stands on the wire. */
interface Shown {
  readonly value: string
  readonly place: string
}

/** What a request shows in its headers, its body and its address. */
export function shownIn({ headers, body, url }: Exchange): Shown[] {
  const { authorization = '' } = headers
  const named = [...Object.entries(headers), ...url.searchParams, ...fieldsOf(body)]
  return [
    ...authorizedBy(authorization),
    ...named
      .filter(([name]) => NAMED_SO.test(name))
      .map(([name, value]) => ({ value, place: `the field ${name}` })),
  ].filter(({ value }) => value.length >= SHORTEST)
}

/** A header says it with or without a scheme; `Basic` has user and password in one. */
function authorizedBy(header: string): Shown[] {
  const place = 'the header Authorization'
  const [scheme = '', rest = ''] = header.split(/ (.*)/s)
  const whole = [header, rest].map((value) => ({ value, place }))
  if (!/^basic$/i.test(scheme)) return whole
  const login = Buffer.from(rest, 'base64').toString()
  const password = login.slice(login.indexOf(':') + 1)
  return [...whole, { value: login, place }, { value: password, place }]
}

/** The texts of a JSON object or a form, at any depth. */
function fieldsOf(body: string): [string, string][] {
  if (body === '') return []
  try {
    return leavesOf('', JSON.parse(body))
  } catch {
    return [...new URLSearchParams(body)]
  }
}

function leavesOf(name: string, value: unknown): [string, string][] {
  if (typeof value === 'string') return [[name, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([inner, each]) => leavesOf(inner, each))
}

/** All texts of a request in which something could be shown. */
function textOf({ headers, body, url }: Exchange): string {
  return [...Object.values(headers), body, url.href, decodeURIComponent(url.search)].join('\n')
}

/**
 * Texts that a login handed out: they stand in the answer to a request that shows a secret, and in later requests that
 * show none.
 */
export function tokensOf(exchanges: readonly Exchange[], secrets: readonly string[]): string[] {
  const others = exchanges.filter((exchange) => !isLogin(exchange, secrets))
  const given = exchanges.filter((exchange) => isLogin(exchange, secrets)).flatMap(givenBy)
  return [...new Set(given)].filter((value) => others.some((each) => shows(each, [value])))
}

/** Whether a request shows a secret of the configuration. */
export function isLogin(exchange: Exchange, secrets: readonly string[]): boolean {
  const shown = shownIn(exchange).map(({ value }) => value)
  return secrets.some((secret) =>
    [textOf(exchange), ...shown].some((text) => text.includes(secret)),
  )
}

/** The texts of an answer that are long enough for a token. */
export function givenBy({ answer = '' }: Exchange): string[] {
  const texts = fieldsOf(answer).map(([, value]) => value)
  return texts.filter((value) => value.length >= SHORTEST)
}

/** Whether a request shows one of these. */
export function shows(exchange: Exchange, values: readonly string[]): boolean {
  const text = textOf(exchange)
  return values.some((value) => text.includes(value))
}

/** Whether a text holds a value, as it is, in an address or within JSON. */
export function holds(text: string, value: string): boolean {
  const forms = [value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)]
  return forms.some((form) => text.includes(form))
}

const BASE64 = /[\w+/-]{8,2000}={0,2}/g

/** A text with what it holds in base64. */
export function withDecoded(text: string): string {
  const found = text.match(BASE64) ?? []
  const decoded = [...new Set(found)].map((each) => Buffer.from(each, 'base64').toString())
  return [text, ...decoded].join('\n')
}
