import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { isAppError } from '@cchc/domain'
import {
  type Context,
  isSpanContextValid,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base'
import type { TraceSettings } from '../config/trace-settings.ts'
import type { NewSpan, OpenSpan, Tracing } from './tracing.ts'

const KINDS = { server: SpanKind.SERVER, client: SpanKind.CLIENT } as const
const SEND_EVERY_MS = 1000
const CLOSE_MS = 3000

/** Spans that are sent by OTLP over HTTP, in batches; what cannot be sent is dropped and holds nothing up. */
export function otlpTracing({ url, authorization, share }: TraceSettings): Tracing {
  const headers = authorization === undefined ? {} : { Authorization: authorization }
  const exporter = new OTLPTraceExporter({ url, headers, timeoutMillis: CLOSE_MS })
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'cchc-hub' }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new BatchSpanProcessor(exporter, { scheduledDelayMillis: SEND_EVERY_MS })],
  })
  const tracer = provider.getTracer('cchc-hub')
  const around = new AsyncLocalStorage<Span>()
  return {
    async span({ name, facts = {}, kind, parent }, work) {
      const options = { attributes: facts, kind: kind ? KINDS[kind] : SpanKind.INTERNAL }
      const span = tracer.startSpan(name, options, contextOf(parent, around.getStore()))
      try {
        return await around.run(span, () => work(opened(span)))
      } catch (thrown) {
        span.setAttribute('error.type', isAppError(thrown) ? thrown.code : 'unexpected')
        span.setStatus({ code: SpanStatusCode.ERROR })
        throw thrown
      } finally {
        span.end()
      }
    },
    traceparent: () => writtenOf(around.getStore()),
    close: async () => {
      const sent = provider.shutdown().catch(() => undefined)
      await Promise.race([sent, pause(CLOSE_MS, undefined, { ref: false })])
    },
  }
}

function opened(span: Span): OpenSpan {
  return {
    note: (facts) => void span.setAttributes(facts),
    rename: (name) => void span.updateName(name),
    fail: () => void span.setStatus({ code: SpanStatusCode.ERROR }),
  }
}

const WRITTEN = /^(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-|$)/

function contextOf(parent: NewSpan['parent'], around: Span | undefined): Context {
  const [, traceId = '', spanId = '', flags = ''] = WRITTEN.exec(parent ?? '') ?? []
  const remote = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true }
  if (isSpanContextValid(remote)) return trace.setSpanContext(ROOT_CONTEXT, remote)
  return around ? trace.setSpan(ROOT_CONTEXT, around) : ROOT_CONTEXT
}

function writtenOf(span: Span | undefined): string | undefined {
  if (!span) return undefined
  const { traceId, spanId, traceFlags } = span.spanContext()
  return `00-${traceId}-${spanId}-0${traceFlags & 1}`
}
