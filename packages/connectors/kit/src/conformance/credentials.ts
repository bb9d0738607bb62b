import type { Exchange } from './portal.ts'
import { documentOf } from './wire-text.ts'

/** Shorter ones are too common to be told apart from other texts. */
export const SHORTEST = 5

const CREDENTIAL =
  /(?:pass(?:word|wd|phrase|code)?|secret|token|jwt|api[-_]?key|session(?:[-_]?id)?|signature|mat_?khau|cookie)$/i
/** What goes on in a list is no credential. */
const PLACE_IN_LIST = /page|next|cursor|continu|sync|scroll/i

/** A value with which a caller shows who it is, as it stands on the wire. */
interface Shown {
  readonly value: string
  readonly place: string
}

/** What a request shows in its headers, its body and its address. */
export function shownIn(exchange: Exchange): Shown[] {
  const { headers } = exchange
  const { authorization = '' } = headers
  const named = [...Object.entries(headers), ...paramsOf(exchange)]
  return [
    ...authorizedBy(authorization),
    ...named
      .filter(([name]) => CREDENTIAL.test(name) && !PLACE_IN_LIST.test(name))
      .flatMap(([name, value]) => {
        const values = name === 'cookie' ? cookiesOf(value) : [value]
        return values.map((each) => ({ value: each, place: `the field ${name}` }))
      }),
  ].filter(({ value }) => value.length >= SHORTEST)
}

/** The values of a header Cookie or Set-Cookie. */
function cookiesOf(header: string): string[] {
  return header.split(/[;,\s]+/).map((part) => part.slice(part.indexOf('=') + 1))
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

/** The texts of JSON, XML or a form, at any depth. */
function fieldsOf(body: string): [string, string][] {
  if (body === '') return []
  const document = documentOf(body)
  return document ? leavesOf('', document.value) : [...new URLSearchParams(body)]
}

/** What a request asks with, in its address and its body. */
export function paramsOf({ url, body }: Exchange): [string, string][] {
  return [...url.searchParams, ...fieldsOf(body)]
}

function leavesOf(name: string, value: unknown): [string, string][] {
  if (typeof value === 'string') return [[name, value], ...carriedLeaves(value)]
  if (typeof value === 'number') return [[name, String(value)]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([inner, each]) => leavesOf(inner, each))
}

/** Relays carry the answer of a portal as text in their own. */
function carriedLeaves(text: string): [string, string][] {
  const document = /^\s*\{/.test(text) ? documentOf(text) : undefined
  return document ? leavesOf('', document.value) : []
}

/** Where a login takes place, and the tokens that it handed out. */
export interface Logins {
  readonly places: ReadonlySet<string>
  readonly tokens: readonly string[]
}

/** What was given in an answer and shown in a later request. */
export function loginsOf(exchanges: readonly Exchange[]): Logins {
  const lastShown = new Map<string, number>()
  for (const exchange of exchanges) {
    for (const { value } of shownIn(exchange)) lastShown.set(value, exchange.nth)
  }
  const found = exchanges.flatMap((exchange) => {
    const tokens = givenBy(exchange).filter((value) => (lastShown.get(value) ?? 0) > exchange.nth)
    return tokens.map((token) => ({ token, place: placeOf(exchange) }))
  })
  return {
    places: new Set(found.map(({ place }) => place)),
    tokens: [...new Set(found.map(({ token }) => token))],
  }
}

/** Method and path: where a request goes, whatever it asks for there. */
export function placeOf({ method, url }: Exchange): string {
  return `${method} ${url.pathname}`
}

const GIVEN_IN = /^(?:set-cookie|x-.*(?:token|session).*)$/

/** The texts of an answer that are long enough for a token. */
export function givenBy({ answer = '', answerHeaders = {} }: Exchange): string[] {
  const headers = Object.entries(answerHeaders).filter(([name]) => GIVEN_IN.test(name))
  const texts = [...fieldsOf(answer), ...headers].flatMap(([name, value]) =>
    name === 'set-cookie' ? cookiesOf(value) : [value],
  )
  return texts.filter((value) => value.length >= SHORTEST)
}

/** Whether a request shows one of these. */
export function shows(exchange: Exchange, values: readonly string[]): boolean {
  return shownIn(exchange).some(({ value }) => values.includes(value))
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
