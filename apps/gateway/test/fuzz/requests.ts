import type { Chance } from './chance.ts'
import { bodyFor, type Schema, textFor } from './values.ts'

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description?: string
  readonly schema: Schema
}

/** An operation of the OpenAPI document. */
export interface Operation {
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, object>> }>
  >
}

/** An operation with where it is. */
export interface Place {
  readonly path: string
  readonly method: string
  readonly operation: Operation
}

export interface FuzzedRequest {
  readonly url: string
  readonly init: RequestInit
}

/** A request to an operation: one that it takes, nearly takes, or that nobody should ever send. */
export function requestTo({ path, method, operation }: Place, chance: Chance): FuzzedRequest {
  const given = operation.parameters.filter(
    (one) => one.in === 'path' || chance.percent(one.required ? 92 : 25),
  )
  const texts = given.map((one) => {
    const about = { schema: one.schema, about: one.description }
    return [one, textFor(about, chance)] as const
  })
  const inPath = new Map(texts.map(([{ name }, text]) => [name, encoded(text, chance)]))
  const query = texts.flatMap(([one, text]) =>
    one.in === 'query' ? [`${one.name}=${encoded(text, chance)}`] : [],
  )
  if (chance.percent(4)) query.push(...query.slice(0, 1))
  if (chance.percent(4)) query.push(`${encoded(chance.pick(STRAY), chance)}=1`)
  const own = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => inPath.get(name) || 'x')
  return {
    url: `http://127.0.0.1${own}${query.length > 0 ? `?${query.join('&')}` : ''}`,
    init: { method, ...sent(operation, { chance, named: headersOf(texts) }) },
  }
}

/** What no client can send as a header is left out. */
function headersOf(texts: readonly (readonly [Parameter, string])[]) {
  const own = texts.filter(([one, text]) => one.in === 'header' && /^[ -~]*$/.test(text))
  return Object.fromEntries(own.map(([{ name }, text]) => [name, text]))
}

const STRAY = ['perod', '__proto__', 'toString', '%', 'limit[]']

/** Now and then as nobody should encode it. */
function encoded(text: string, chance: Chance): string {
  return chance.percent(3) ? '%E1%BB%ZZ' : encodeURIComponent(text.toWellFormed())
}

const HEADERS = [
  ['Accept', '*/*', 'text/csv', 'image/png', 'text/html;q=0.9, application/json', ';;;', ''],
  ['Accept-Language', 'vi', 'en;q=0, vi;q=zz', '*', '-'],
  ['Accept-Encoding', 'gzip', 'br;q=1, *;q=0', 'gzip;q=x'],
  ['If-None-Match', '*', '"x"', 'W/"', '"'],
  ['Authorization', 'Bearer x', 'Basic Og==', 'Bearer'],
] as const

const TYPES = ['application/json', 'application/json; charset=utf-16', 'text/plain', 'x', '']

interface Sent {
  readonly chance: Chance
  /** Headers that the operation names. */
  readonly named: Readonly<Record<string, string>>
}

function sent(
  { requestBody }: Operation,
  { chance, named }: Sent,
): Pick<RequestInit, 'headers' | 'body'> {
  const picked = HEADERS.flatMap(([name, ...values]) =>
    chance.percent(8) ? [[name, chance.pick(values)] as const] : [],
  )
  const headers = { ...Object.fromEntries(picked), ...named }
  if (!requestBody) return { headers }
  const form = requestBody.content['multipart/form-data']
  if (form && chance.percent(60)) return { headers, body: formFor(form.schema, chance) }
  const schema = requestBody.content['application/json']?.schema ?? {}
  const text = JSON.stringify(bodyFor(schema, chance)) ?? ''
  const body = chance.percent(6) ? text.slice(0, chance.below(text.length + 1)) : text
  const type = chance.percent(6) ? chance.pick(TYPES) : 'application/json'
  return { headers: { ...headers, 'Content-Type': type }, body }
}

const FILES = [
  'TT,Chỉ tiêu,Số liệu\n1,Số nhiệm vụ,30\n',
  '{"rows":[]}',
  'PK\u0003\u0004',
  '<html>',
  '',
]

/** A form with files of which none may be one, and now and then with what no form holds. */
function formFor({ properties = {} }: Schema, chance: Chance): FormData {
  const form = new FormData()
  for (const name of Object.keys(properties)) {
    if (chance.percent(60)) form.append(name, new Blob([chance.pick(FILES)]), chance.pick(NAMES))
  }
  if (chance.percent(10)) form.append(chance.pick(STRAY), 'x')
  return form
}

const NAMES = ['báo cáo.csv', '../../etc/passwd', 'x'.repeat(500), '\u0000', 'a.xlsx']
