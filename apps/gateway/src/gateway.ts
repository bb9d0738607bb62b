import { NotFoundError, say } from '@cchc/domain'
import type { Hub } from '@cchc/hub'
import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { findCallers } from './access/find-callers.ts'
import { identify } from './access/identify.ts'
import { RefusedAttempts } from './access/refused-attempts.ts'
import { type Answerer, answerOf, type Receiver, receivedBy } from './answering/answer.ts'
import { DatedAnswers } from './caching/dated-answers.ts'
import { SameAgain } from './caching/same-again.ts'
import { crossOrigin } from './cross-origin.ts'
import { addDocsPage } from './docs-page.ts'
import { addErrorPages } from './error-pages.ts'
import { type Exporter, piecesOf } from './exporting/exporter.ts'
import { KeyRate, limitRate } from './limits/limit-rate.ts'
import { WrongKeys } from './limits/wrong-keys.ts'
import type { GatewayMetrics } from './metrics/gateway-metrics.ts'
import { openApiDocument } from './openapi.ts'
import { addPages } from './pages/add-pages.ts'
import { isViewForm } from './pages/forms.ts'
import { problemResponse } from './problem.ts'
import { MOST_BODY, Refusal } from './refusal.ts'
import { requestIds } from './request-ids.ts'
import { addRoute, type Route, refuseOtherMethods } from './route.ts'
import { actionRoutes } from './routes/actions.ts'
import { exportRoutes } from './routes/exports.ts'
import { healthRoute } from './routes/health.ts'
import { inboxRoute, isInbox } from './routes/inbox.ts'
import { questionRoutes } from './routes/questions.ts'
import { reportRoute } from './routes/report.ts'
import { runEventsRoute } from './routes/run-events.ts'
import { syncRoutes } from './routes/sync.ts'
import { isUpload, uploadRoutes } from './routes/uploads.ts'
import { securityHeaders } from './security-headers.ts'
import { RunningSyncs } from './syncing/running-syncs.ts'
import { syncerOf } from './syncing/syncer.ts'
import { watchRequests } from './watch-requests.ts'

const MOST_WRONG_KEYS = 20

export interface GatewayOptions {
  /** One key that may everything, beside those that the store holds; without any key only loopback names are answered. */
  readonly apiKey?: string
  /** Who answers questions that may take long; the hub itself unless given. */
  readonly answerer?: Answerer
  /** Who answers questions that take moments, and does what is told; the hub itself unless given. */
  readonly doer?: Answerer
  /** Who stores what portals send; the hub itself unless given. */
  readonly receiver?: Receiver
  /** Who gives exports; the hub itself unless given. */
  readonly exporter?: Exporter
  /** How many bytes of bodies that portals send are held at once, of all portals together; 256 MB unless given. */
  readonly mostHeld?: number
  /** How many wrong keys an address may send within five minutes before it is slowed down; 20 unless given. */
  readonly mostWrongKeys?: number
  /** Measures what is asked and how it is answered; nothing is measured without. */
  readonly metrics?: GatewayMetrics | undefined
  /** The syncs that it runs, so that whoever ends the gateway ends them; some of its own unless given. */
  readonly syncs?: RunningSyncs
  /** What is kept of refused requests, so that whoever ends the gateway keeps the rest; its own unless given. */
  readonly refused?: RefusedAttempts
  /** Milliseconds of a clock that is never set back, by which callers and the version of the data are known for a while; the process' own unless given. */
  readonly now?: () => number
  /** Told of failures that the client is not told about, with the id of the request. */
  readonly onError?: (error: unknown, requestId: string) => void
}

/** The HTTP API over a hub, with its OpenAPI document and docs page; opens no socket. */
export function createGateway(hub: Hub, options: GatewayOptions = {}): Hono {
  const app = new Hono()
  const { refused = new RefusedAttempts(hub) } = options
  app.onError(async (error, context) => {
    refused.note(error, context, hub.settings.gateway.behindProxy)
    const response = await problemResponse(context, error)
    const failure: unknown = error instanceof Refusal ? error.cause : error
    if (response.status >= 500 && failure !== undefined)
      options.onError?.(failure, context.get('requestId'))
    return response
  })
  app.notFound((context) => problemResponse(context, noSuchPath(context.req.path)))
  const { cors = [], behindProxy, oidc, requestsPerMinute = 600 } = hub.settings.gateway
  const { mostWrongKeys: limit = MOST_WRONG_KEYS, now = () => performance.now() } = options
  const wrongKeys = new WrongKeys({ limit })
  const rate = new KeyRate(requestsPerMinute)
  const answers = new DatedAnswers(hub, now)
  const { log } = hub
  const again = new SameAgain({ answers, rate, now, log, metrics: options.metrics?.ofRequests })
  app.use(again.keeping)
  app.use(requestIds())
  app.use(watchRequests(hub))
  if (options.metrics) app.use(options.metrics.ofRequests.requests)
  app.use(compress())
  app.use(securityHeaders())
  if (cors.length > 0) app.use(crossOrigin(cors))
  const find = findCallers(hub, { ...options, oidc, wrongKeys, now })
  app.use(identify(find, { behindProxy }))
  app.use(limitRate(rate))
  app.use(exceptOwnSizes(limitBody()))
  const { syncs = new RunningSyncs(syncerOf(hub)) } = options
  const itself: Answerer = { answer: (asking) => answerOf(hub, asking) }
  const others = {
    answerer: options.answerer ?? itself,
    doer: options.doer ?? itself,
    receiver: options.receiver ?? { receive: (sent) => receivedBy(hub, sent) },
    exporter: options.exporter ?? { pieces: (asking) => piecesOf(hub, asking) },
  } satisfies Pick<RouteOptions, 'answerer' | 'doer' | 'receiver' | 'exporter'>
  const routes = routesOf(hub, { ...options, behindProxy, ...others, wrongKeys, syncs })
  syncs.whenCommitted(() => answers.forget())
  options.metrics?.watchKept(() => answers.use)
  for (const route of routes) addRoute(app, route, { access: hub.access, answers })
  refuseOtherMethods(app, routes)
  let description: string | undefined
  app.get('/openapi.json', (context) => {
    description ??= JSON.stringify(openApiDocument(routes))
    return context.body(description, 200, { 'Content-Type': 'application/json' })
  })
  addDocsPage(app)
  addErrorPages(app)
  addPages(app, hub, { find, behindProxy, onError: options.onError })
  const { fetch } = app
  app.fetch = (request, ...rest) => again.answerTo(request) ?? fetch(request, ...rest)
  return app
}

interface RouteOptions extends Pick<GatewayOptions, 'mostHeld' | 'onError'> {
  readonly syncs: RunningSyncs
  readonly answerer: Answerer
  readonly doer: Answerer
  readonly receiver: Receiver
  readonly exporter: Exporter
  readonly wrongKeys: WrongKeys
  readonly behindProxy?: boolean | undefined
}

/** Everything that can be asked and done over HTTP. */
export function routesOf(hub: Hub, options: RouteOptions): readonly Route[] {
  const answerer = traced(hub, options.answerer)
  const doer = traced(hub, options.doer)
  return [
    healthRoute,
    ...questionRoutes({ hub, answerer, doer }),
    reportRoute(hub, answerer),
    ...exportRoutes(options),
    ...uploadRoutes(answerer),
    ...actionRoutes(doer),
    ...syncRoutes(hub, options),
    runEventsRoute(hub, options),
    inboxRoute(hub, options),
  ]
}

/** Whoever answers goes on with the trace of the request. */
function traced({ tracing }: Hub, own: Answerer): Answerer {
  return {
    answer: (asking, signal) => own.answer({ ...asking, trace: tracing.traceparent() }, signal),
  }
}

/** An inbox and what takes files have sizes of their own. */
function exceptOwnSizes(handler: MiddlewareHandler): MiddlewareHandler {
  return (context, next) =>
    isInbox(context) || isUpload(context) || isViewForm(context) ? next() : handler(context, next)
}

/** One that says its length is refused before anybody has begun to read it: so the server can read it to its end, and the connection stays good. */
function limitBody(): MiddlewareHandler {
  const onError = () => {
    throw new Refusal('body_too_large')
  }
  const counted = bodyLimit({ maxSize: MOST_BODY, onError })
  return (context, next) =>
    Number(context.req.header('Content-Length')) > MOST_BODY ? onError() : counted(context, next)
}

function noSuchPath(path: string): NotFoundError {
  return new NotFoundError(say('Nothing is at {path}.', { path }), {
    fix: say('See /docs or /openapi.json for what there is.'),
  })
}
