import type { Hub } from '@cchc/hub/contract'
import { ReconcileParameters } from '@cchc/hub/parameters'
import { reconcileView } from '@cchc/hub/views'
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { answers } from '../responses.ts'
import { Reconciliation } from '../schemas/reconciliation.ts'

const reconciliation = createRoute({
  method: 'get',
  path: '/v1/reconciliation',
  summary: "The hub's figures beside those that portals state of themselves",
  description:
    'Takes the same parameters as `cchc reconcile`. Periods are calendar months where a portal states months, otherwise quarters or years. Only lines that differ, unless all=true.',
  tags: ['Figures'],
  request: { query: ReconcileParameters },
  responses: answers(
    'Differences with their causes, and a summary of all figures compared',
    Reconciliation,
    [400, 404, 503],
  ),
})

/** Reconciliation with the portals' own figures. */
export function addReconciliation(app: OpenAPIHono, hub: Hub): void {
  app.openapi(reconciliation, async (context) =>
    context.json(await reconcileView(hub, context.req.valid('query')), 200),
  )
}
