import type { Hub } from '@cchc/hub/contract'
import { streamStatusView } from '@cchc/hub/views'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { answers } from '../responses.ts'
import { StreamItem } from '../schemas/operations.ts'

const health = createRoute({
  method: 'get',
  path: '/health',
  summary: 'The process is alive; needs no key',
  tags: ['Health'],
  responses: {
    200: {
      description: 'Alive',
      content: { 'application/json': { schema: z.object({ status: z.literal('alive') }) } },
    },
  },
})
const ready = createRoute({
  method: 'get',
  path: '/ready',
  summary: 'The database can be read; how fresh each stream is',
  tags: ['Health'],
  responses: answers(
    'Ready',
    z.object({ status: z.literal('ready'), streams: z.array(StreamItem).readonly() }),
    [503],
  ),
})

/** Liveness and readiness. */
export function addHealth(app: OpenAPIHono, hub: Hub): void {
  app.openapi(health, (context) => context.json({ status: 'alive' as const }, 200))
  app.openapi(ready, async (context) => {
    await hub.store.ping()
    const streams = (await hub.status()).map(streamStatusView)
    return context.json({ status: 'ready' as const, streams }, 200)
  })
}
