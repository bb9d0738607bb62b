import { isLoopback } from '@cchc/hub/access/loopback'
import { Hono } from 'hono'
import type { GatewayMetrics } from './gateway-metrics.ts'

/**
 * Answers `/metrics` and nothing else, without a key. Where only this machine can ask, other names of it are refused, so
 * that no web page reads it by DNS rebinding.
 */
export function metricsApp(metrics: GatewayMetrics, { host }: { readonly host: string }): Hono {
  const app = new Hono()
  app.onError((_, context) => context.text('The metrics could not be made.\n', 500))
  app.use(async (context, next) => {
    const asked = new URL(context.req.url).hostname
    if (!isLoopback(host) || isLoopback(asked)) return next()
    return context.text('Ask by a loopback name.\n', 421)
  })
  app.get('/metrics', async (context) => {
    const { type, text } = await metrics.exposition()
    return context.body(text, 200, { 'Content-Type': type, 'Cache-Control': 'no-store' })
  })
  return app
}
