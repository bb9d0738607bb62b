import { NotFoundError, say } from '@cchc/domain'
import type { Hub } from '@cchc/hub'
import { Hono } from 'hono'
import { requireApiKey, requireLoopbackName } from './authentication.ts'
import { addDocsPage } from './docs-page.ts'
import { openApiDocument } from './openapi.ts'
import { problemResponse } from './problem.ts'
import { addRoute } from './route.ts'
import { actionRoutes } from './routes/actions.ts'
import { healthRoute } from './routes/health.ts'
import { questionRoutes } from './routes/questions.ts'
import { reportRoute } from './routes/report.ts'

export interface GatewayOptions {
  /** With a key every answer that holds data needs it; without one only loopback names are answered. */
  readonly apiKey?: string
  /** Told of failures that the client is not told about. */
  readonly onError?: (error: unknown) => void
}

/** The HTTP API over a hub, with its OpenAPI document and docs page; opens no socket. */
export function createGateway(hub: Hub, options: GatewayOptions = {}): Hono {
  const app = new Hono()
  app.onError((error, context) => {
    const response = problemResponse(context, error)
    if (response.status >= 500) options.onError?.(error)
    return response
  })
  app.notFound((context) => problemResponse(context, noSuchPath(context.req.path)))
  app.use(options.apiKey === undefined ? requireLoopbackName : requireApiKey(options.apiKey))
  const routes = [healthRoute, ...questionRoutes(hub), reportRoute(hub), ...actionRoutes(hub)]
  for (const route of routes) addRoute(app, route)
  app.get('/openapi.json', (context) =>
    context.json(openApiDocument(routes, { withKey: options.apiKey !== undefined })),
  )
  addDocsPage(app)
  return app
}

function noSuchPath(path: string): NotFoundError {
  return new NotFoundError(say('Nothing is at {path}.', { path }), {
    fix: say('See /docs or /openapi.json for what there is.'),
  })
}
