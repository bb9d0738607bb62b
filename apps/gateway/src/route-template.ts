import type { Context } from 'hono'
import { matchedRoutes } from 'hono/route'

/** What stands for the path of a request that no route has. */
const NO_ROUTE = 'none'

/** The template of the route that a request goes to, as the API's description writes it: `/v1/runs/{id}`. */
export function routeTemplate(context: Context): string {
  const own = matchedRoutes(context).filter(({ path }) => path !== '/*')
  const route = own.find(({ method }) => method !== 'ALL') ?? own[0]
  return route?.path.replaceAll(/:(\w+)/g, '{$1}') ?? NO_ROUTE
}
