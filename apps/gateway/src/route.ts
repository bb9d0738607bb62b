import { readAsked } from '@cchc/hub/questions/question'
import type { Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { z } from 'zod'

/** What a request asks, from its query, its path and its body. */
export type AskedByHttp = Readonly<Record<string, unknown>>

/** A route: what it takes, what it gives and what it does; the API is described from it. */
export interface Route {
  readonly method: 'get' | 'put'
  /** With the parameters that are parts of it: `/v1/runs/{id}`. */
  readonly path: string
  readonly tag: string
  readonly summary: string
  readonly description?: string
  readonly query: z.ZodObject
  readonly params?: z.ZodObject
  readonly body?: z.ZodObject
  readonly answer: z.ZodType
  /** Media types of files that can be had instead of JSON. */
  readonly files?: readonly string[]
  handle(asked: AskedByHttp, context: Context): Promise<Response>
}

/** Lets an app answer a route; what is asked is checked first. */
export function addRoute(app: Hono, route: Route): void {
  const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1')
  app.on(route.method, path, async (context) =>
    route.handle(await readRequest(route, context), context),
  )
}

async function readRequest({ query, params, body }: Route, context: Context): Promise<AskedByHttp> {
  return {
    ...readAsked(query, queryOf(context)),
    ...(params && readAsked(params, context.req.param())),
    ...(body && readAsked(body, await jsonOf(context))),
  }
}

/** A parameter that is given twice is refused by its schema. */
function queryOf(context: Context): AskedByHttp {
  const given = Object.entries(context.req.queries())
  return Object.fromEntries(given.map(([name, values]) => [name, values[1] ? values : values[0]]))
}

async function jsonOf(context: Context): Promise<unknown> {
  try {
    return await context.req.json()
  } catch (cause) {
    throw new HTTPException(400, { cause })
  }
}
