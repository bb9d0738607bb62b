import { NotFoundError } from '@cchc/domain'
import type { Hub } from '@cchc/hub/contract'
import { OpenAPIHono } from '@hono/zod-openapi'
import { requireApiKey, requireLoopbackName } from './authentication.ts'
import { addDocsPage } from './docs-page.ts'
import { describeRoutes } from './openapi.ts'
import { problemResponse, refuseInvalid } from './problem.ts'
import { addRoute, type Route } from './route.ts'
import { addCatalogue } from './routes/catalogue.ts'
import { addEnteredDocuments } from './routes/entered-documents.ts'
import { addExplanation } from './routes/explanation.ts'
import { addHealth } from './routes/health.ts'
import { addIndicators } from './routes/indicators.ts'
import { addOperations } from './routes/operations.ts'
import { addPeriods } from './routes/periods.ts'
import { questionRoutes } from './routes/questions.ts'
import { addReconciliation } from './routes/reconciliation.ts'
import { addReports } from './routes/reports.ts'

export interface GatewayOptions {
  /** With a key every answer that holds data needs it; without one only loopback names are answered. */
  readonly apiKey?: string
  /** Told of failures that the client is not told about. */
  readonly onError?: (error: unknown) => void
}

/** The HTTP API over a hub, with its OpenAPI document and docs page; opens no socket. */
export function createGateway(hub: Hub, options: GatewayOptions = {}): OpenAPIHono {
  const app = new OpenAPIHono({ defaultHook: refuseInvalid })
  app.onError((error, context) => {
    const response = problemResponse(context, error)
    if (response.status >= 500) options.onError?.(error)
    return response
  })
  app.notFound((context) => problemResponse(context, noSuchPath(context.req.path)))
  app.use(options.apiKey === undefined ? requireLoopbackName : requireApiKey(options.apiKey))
  for (const add of [
    addHealth,
    addExplanation,
    addReconciliation,
    addCatalogue,
    addReports,
    addOperations,
    addPeriods,
    addIndicators,
    addEnteredDocuments,
  ]) {
    add(app, hub)
  }
  const routes = questionRoutes(hub)
  for (const route of routes) addRoute(app, route)
  describe(app, { routes, withKey: options.apiKey !== undefined })
  addDocsPage(app)
  return app
}

function describe(
  app: OpenAPIHono,
  { routes, withKey }: { readonly routes: readonly Route[]; readonly withKey: boolean },
): void {
  if (withKey) {
    app.openAPIRegistry.registerComponent('securitySchemes', 'key', {
      type: 'http',
      scheme: 'bearer',
    })
  }
  const about = {
    openapi: '3.1.0' as const,
    info: {
      title: 'CCHC Hub',
      version: '1',
      description: 'Figures for administrative-reform reports (báo cáo CCHC), from the portals.',
    },
    ...(withKey ? { security: [{ key: [] }] } : {}),
  }
  app.get('/openapi.json', (context) => {
    const { paths, components, ...document } = app.getOpenAPI31Document(about)
    const own = describeRoutes(routes)
    return context.json({
      ...document,
      components: { ...components, schemas: { ...components?.schemas, ...own.schemas } },
      paths: { ...paths, ...own.paths },
    })
  })
}

function noSuchPath(path: string): NotFoundError {
  return new NotFoundError(`Nothing is at ${path}.`, {
    fix: 'See /docs or /openapi.json for what there is.',
  })
}
