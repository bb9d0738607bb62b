import type { Hub } from '@cchc/hub/contract'
import { quarantineView, runView } from '@cchc/hub/views'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { PageParameters, pageOf, readCursor, writeCursor } from '../paging.ts'
import { answers } from '../responses.ts'
import { QuarantineItem, RunItem, SourceItem } from '../schemas/operations.ts'

const SourceId = z.string().min(1).max(80).optional().describe('Only of this source')
const ById = { params: z.object({ id: z.string().min(1).max(80) }), query: z.strictObject({}) }
const tags = ['Operation']

const sources = createRoute({
  method: 'get',
  path: '/v1/sources',
  summary: 'Configured sources',
  tags,
  request: { query: z.strictObject({}) },
  responses: answers('All sources', z.object({ items: z.array(SourceItem).readonly() }), [400]),
})
const runs = createRoute({
  method: 'get',
  path: '/v1/runs',
  summary: 'Runs, newest first',
  tags,
  request: { query: PageParameters.extend({ source: SourceId }) },
  responses: answers('One page', pageOf(RunItem), [400, 404, 503]),
})
const run = createRoute({
  method: 'get',
  path: '/v1/runs/{id}',
  summary: 'What one run did',
  tags,
  request: ById,
  responses: answers('The run', RunItem, [400, 404, 503]),
})
const quarantine = createRoute({
  method: 'get',
  path: '/v1/quarantine',
  summary: 'Refused records and why',
  tags,
  request: {
    query: PageParameters.extend({
      source: SourceId,
      resolved: z.enum(['true', 'false']).default('false').describe('Also those resolved since'),
    }),
  },
  responses: answers('One page', pageOf(QuarantineItem), [400, 404, 503]),
})
const quarantined = createRoute({
  method: 'get',
  path: '/v1/quarantine/{id}',
  summary: 'One refused record',
  tags,
  request: ById,
  responses: answers('The record', QuarantineItem, [400, 404, 503]),
})

/** Sources, runs and quarantine. */
export function addOperations(app: OpenAPIHono, hub: Hub): void {
  app.openapi(sources, (context) => context.json({ items: hub.sources() }, 200))
  app.openapi(runs, async (context) => {
    const query = listQuery('runs', context.req.valid('query'))
    return context.json(page('runs', await hub.store.listRuns(query), runView), 200)
  })
  app.openapi(run, async (context) =>
    context.json(runView(await hub.store.getRun(context.req.valid('param').id)), 200),
  )
  app.openapi(quarantine, async (context) => {
    const { resolved, ...rest } = context.req.valid('query')
    const query = { ...listQuery('quarantine', rest), includeResolved: resolved === 'true' }
    const slice = await hub.store.listQuarantine(query)
    return context.json(page('quarantine', slice, quarantineView), 200)
  })
  app.openapi(quarantined, async (context) =>
    context.json(
      quarantineView(await hub.store.getQuarantined(context.req.valid('param').id)),
      200,
    ),
  )
}

function listQuery(
  list: string,
  asked: { after?: string | undefined; limit: number; source?: string | undefined },
) {
  return {
    limit: asked.limit,
    ...(asked.after === undefined ? {} : { after: readCursor(list, asked.after) }),
    ...(asked.source === undefined ? {} : { source: asked.source }),
  }
}

function page<T, V>(
  list: string,
  slice: { items: readonly T[]; next: string | null },
  view: (item: T) => V,
) {
  const next = slice.next === null ? null : writeCursor(list, slice.next)
  return { items: slice.items.map(view), next }
}
