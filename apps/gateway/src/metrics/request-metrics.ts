import type { MiddlewareHandler } from 'hono'
import { Counter, Gauge, Histogram, type Registry } from 'prom-client'
import { routeTemplate } from '../route-template.ts'

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS'])

/** From what a cache gives to the five minutes that a question may take. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300]

/** How a request was answered, by the template of its route. */
export interface AnsweredRequest {
  readonly route: string
  readonly method: string
  readonly status: number
  readonly seconds: number
}

export interface RequestMetrics {
  /** Goes before whatever answers. */
  readonly requests: MiddlewareHandler
  /** Counts one that was answered before it came there. */
  count(answered: AnsweredRequest): void
}

/** Counts requests and takes their time, by template of the route, method and class of the status alone. */
export function requestMetrics(registry: Registry): RequestMetrics {
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
  const count = ({ route, method, status, seconds }: AnsweredRequest) => {
    requests.inc({ route, method, status_class: `${Math.floor(status / 100)}xx` })
    duration.observe({ route, method }, seconds)
  }
  const measured: MiddlewareHandler = async (context, next) => {
    const began = performance.now()
    inFlight.inc()
    try {
      await next()
    } finally {
      inFlight.dec()
      const route = routeTemplate(context)
      const method = METHODS.has(context.req.method) ? context.req.method : 'other'
      const seconds = (performance.now() - began) / 1000
      count({ route, method, status: context.res.status, seconds })
    }
  }
  return { requests: measured, count }
}
