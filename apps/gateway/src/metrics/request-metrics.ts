import type { MiddlewareHandler } from 'hono'
import { Counter, Gauge, Histogram, type Registry } from 'prom-client'
import { routeTemplate } from '../route-template.ts'

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS'])

/** From what a cache gives to the five minutes that a question may take. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300]

/** Counts requests and takes their time, by template of the route, method and class of the status alone. */
export function requestMetrics(registry: Registry): MiddlewareHandler {
  const registers = [registry]
  const inFlight = new Gauge({
    name: 'cchc_http_requests_in_flight',
    help: 'Requests that are being answered.',
    registers,
  })
  const requests = new Counter({
    name: 'cchc_http_requests_total',
    help: 'Requests that were answered, by template of the route, method and class of the status.',
    labelNames: ['route', 'method', 'status_class'],
    registers,
  })
  const duration = new Histogram({
    name: 'cchc_http_request_duration_seconds',
    help: 'How long requests took until their answer was ready.',
    labelNames: ['route', 'method'],
    buckets: BUCKETS,
    registers,
  })
  return async (context, next) => {
    const began = performance.now()
    inFlight.inc()
    try {
      await next()
    } finally {
      inFlight.dec()
      const route = routeTemplate(context)
      const method = METHODS.has(context.req.method) ? context.req.method : 'other'
      requests.inc({ route, method, status_class: `${Math.floor(context.res.status / 100)}xx` })
      duration.observe({ route, method }, (performance.now() - began) / 1000)
    }
  }
}
