import type { Hub } from '@cchc/hub'
import type { Caller } from '@cchc/hub/access/caller'
import { within } from '@cchc/hub/doing'
import type { Context, MiddlewareHandler } from 'hono'
import { routeTemplate } from './route-template.ts'

/** Asked again and again by whoever watches: no trace is made of them, and the log tells them only at `debug`. */
const LOOKS = /^\/(health|ready)$/

/**
 * Logs each request with its id, route, status, duration and key, and makes a span of it, which goes on with the trace of
 * whoever asked (`traceparent`). Neither holds a path, a query or a body.
 */
export function watchRequests({ log, tracing }: Pick<Hub, 'log' | 'tracing'>): MiddlewareHandler {
  return async (context, next) => {
    const began = performance.now()
    const requestId = context.get('requestId')
    await within({ requestId }, async () => {
      if (LOOKS.test(context.req.path)) await next()
      else await spanned(context, next)
    })
    const { method } = context.req
    const facts = {
      ...{ requestId, method, route: routeTemplate(context), status: context.res.status },
      ...{ ms: Math.round(performance.now() - began), caller: namedCaller(context.get('caller')) },
    }
    if (context.res.status >= 500) log.warn('request', facts)
    else if (LOOKS.test(context.req.path)) log.debug('request', facts)
    else log.info('request', facts)
  }

  async function spanned(context: Context, next: () => Promise<void>): Promise<void> {
    const { method } = context.req
    const parent = context.req.header('traceparent')
    const facts = { 'http.request.method': method, 'cchc.request': context.get('requestId') }
    await tracing.span({ name: method, kind: 'server', parent, facts }, async (span) => {
      await next()
      const route = routeTemplate(context)
      span.rename(`${method} ${route}`)
      const { status } = context.res
      span.note({ 'http.route': route, 'http.response.status_code': status })
      if (status >= 500) span.fail()
    })
  }
}

/** A key by its number and name. Who sends a token is a person, and is not told. */
export function namedCaller(caller: Caller | undefined): string | null {
  if (!caller) return null
  if (caller.id.startsWith('token ')) return 'token'
  return caller.person === null ? caller.id : `${caller.id} (${caller.person})`
}
