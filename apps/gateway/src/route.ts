import { decodeBytes, say, UsageError } from '@cchc/domain'
import type { Hub } from '@cchc/hub'
import type { Caller } from '@cchc/hub/access/caller'
import { requireScope } from '@cchc/hub/access/narrow'
import { type Exchange, readAsked } from '@cchc/hub/questions/question'
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { callerOf } from './access/caller-of.ts'
import { Refusal } from './refusal.ts'

/** What a request asks, from its query, its path and its body. */
export type AskedByHttp = Readonly<Record<string, unknown>>

/** A route: what it takes, what it gives and what it does; the API is described from it. */
export interface Route {
  readonly method: 'get' | 'post' | 'put'
  /** With the parameters that are parts of it: `/v1/runs/{id}`. */
  readonly path: string
  readonly tag: string
  /** What whoever asks must be allowed; `anyone` asks without a key, `source` with the key of the source that sends. */
  readonly scope: Exchange['scope'] | 'source'
  /** What a public key gets of it; nothing unless told. */
  readonly forPublic?: Exchange['forPublic']
  readonly summary: string
  readonly description?: string
  readonly query: z.ZodObject
  readonly params: z.ZodObject
  /** Headers that are part of what is asked, by their names. */
  readonly headers?: z.ZodObject
  readonly body?: z.ZodObject
  /** Names of files that are the body; it reads them itself. */
  readonly uploads?: readonly string[]
  /** Those of them that take any number of files. */
  readonly severalFiles?: readonly string[]
  readonly answer: z.ZodType
  /** What it answers with where all is well; 200 unless told. */
  readonly status?: 202
  /** Media types of an answer that goes on piece by piece and is kept nowhere. */
  readonly streams?: readonly string[]
  /** Its answer stays the same while nothing is committed and the day is the same: it is made once and kept. */
  readonly dated?: boolean
  /** It answers whatever happens: no problem can take the place of its answer. */
  readonly always?: true
  /** Media types of files that can be had instead of JSON. */
  readonly files?: readonly string[]
  handle(asked: AskedByHttp, context: Context): Promise<Response>
}

/** How an exchange is described, and what stands in the path of its route. */
export function describedBy(exchange: Exchange & { readonly tag?: string }, path: string) {
  const { about, tag = '', answer, command, parameters, scope, forPublic } = exchange
  const description = `Takes what \`cchc ${command}\` takes, and gives the same JSON.`
  return {
    path,
    tag,
    scope,
    answer,
    ...(forPublic && { forPublic }),
    summary: about.en.charAt(0).toUpperCase() + about.en.slice(1),
    ...(command === undefined ? {} : { description }),
    params: some(parameters, namesIn(path)),
  }
}

/** The names of the parameters that are parts of a path. */
function namesIn(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
}

/** The parameters of those names, in their order. */
export function some({ shape }: z.ZodObject, names: readonly string[]): z.ZodObject {
  const wanted = names.map((name) => [name, shape[name] ?? z.never()] as const)
  return z.strictObject(Object.fromEntries(wanted))
}

/** The parameters that are no part of the path. */
export function inQuery({ shape }: z.ZodObject, path: string): z.ZodObject {
  const inPath = namesIn(path)
  return z.strictObject(
    Object.fromEntries(Object.entries(shape).filter(([name]) => !inPath.includes(name))),
  )
}

/** What makes the answers of routes. */
interface Answers {
  of(route: Route, asked: AskedByHttp, context: Context): Promise<Response>
}

/** Lets an app answer a route. Who asks must be allowed to; then what is asked is checked, and narrowed to theirs. */
export function addRoute(
  app: Hono,
  route: Route,
  { access, answers }: Pick<Hub, 'access'> & { readonly answers: Answers },
): void {
  const { scope, query: parameters, forPublic } = route
  app.on(route.method, writtenForHono(route), async (context) => {
    if (scope === 'anyone' || scope === 'source') {
      return answers.of(route, await readRequest(route, context), context)
    }
    const caller = callerOf(context)
    requireScope(caller, { scope, parameters, forPublic })
    const asked = await readRequest(route, context, caller)
    const own = await access.narrowed({ parameters, forPublic }, asked, caller)
    return answers.of(route, own, context)
  })
}

/** Answers every other method at the paths of routes with what is allowed there. */
export function refuseOtherMethods(app: Hono, routes: readonly Route[]): void {
  for (const [path, own] of Map.groupBy(routes, writtenForHono)) {
    const methods = own.flatMap(({ method }) =>
      method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()],
    )
    app.all(path, () => {
      throw new Refusal('method_not_allowed', { Allow: methods.join(', ') })
    })
  }
}

function writtenForHono({ path }: Pick<Route, 'path'>): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

async function readRequest(
  { query, params, headers, body, uploads }: Route,
  context: Context,
  caller?: Caller,
): Promise<AskedByHttp> {
  const given = queryOf(context)
  return {
    ...readAsked(query, uploads ? byCaller(given, { body: query, caller }) : given),
    ...readAsked(params, context.req.param()),
    ...(headers && readAsked(headers, headersOf(headers, context))),
    ...(body && readAsked(body, byCaller(await jsonOf(context), { body, caller }))),
  }
}

/** Whoever has a key of their own is who enters, whatever the body says; without one the body says who. */
function byCaller(
  written: unknown,
  { body, caller }: { readonly body: z.ZodObject; readonly caller: Caller | undefined },
): unknown {
  const by = caller?.person ?? null
  if (by === null || !('by' in body.shape)) return written
  const isObject = typeof written === 'object' && written !== null && !Array.isArray(written)
  return isObject ? { ...written, by } : written
}

function headersOf({ shape }: z.ZodObject, { req }: Context): AskedByHttp {
  const given = Object.keys(shape).map((name) => [name, req.header(name)] as const)
  return Object.fromEntries(given.filter(([, text]) => text !== undefined))
}

/** A parameter that is given twice is refused by its schema. */
function queryOf(context: Context): AskedByHttp {
  const given = Object.entries(context.req.queries())
  return Object.fromEntries(given.map(([name, all]) => [name, all.length > 1 ? all : all[0]]))
}

/** Nothing at all is an empty document, so that it is told what it lacks. */
async function jsonOf({ req }: Context): Promise<unknown> {
  const type = req.header('Content-Type')
  const bytes = new Uint8Array(await req.arrayBuffer())
  if (type === undefined && bytes.length === 0) return {}
  if (!/^application\/json\s*(;|$)/i.test(type ?? '')) throw new Refusal('media_type')
  if (!/^(identity)?$/i.test(req.header('Content-Encoding') ?? '')) throw new Refusal('media_type')
  const stated = /;\s*charset="?([\w.:+-]+)/i.exec(type ?? '')?.[1]
  const decoded = decodeBytes(bytes, stated)
  if ('fault' in decoded) throw noJson(decoded)
  try {
    return JSON.parse(decoded.text)
  } catch (cause) {
    throw noJson(cause)
  }
}

function noJson(cause: unknown): UsageError {
  return new UsageError(say('The body of the request is no JSON.'), {
    cause,
    fix: say('Send well-formed JSON in UTF-8 with the header Content-Type: application/json.'),
  })
}
