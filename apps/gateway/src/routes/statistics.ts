import type { Hub } from '@cchc/hub/contract'
import { StatisticsParameters } from '@cchc/hub/parameters'
import { dossierStatisticsView } from '@cchc/hub/views'
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { answers } from '../responses.ts'
import { Statistics } from '../schemas/statistics.ts'

const statistics = createRoute({
  method: 'get',
  path: '/v1/statistics/dossiers',
  summary: 'Dossiers received, resolved and in process (columns of Form II.06)',
  description: 'Takes the same parameters as `cchc stats dossiers` and gives the same figures.',
  tags: ['Figures'],
  request: { query: StatisticsParameters },
  responses: answers('Rows, total and the rule that counted them', Statistics, [400, 404, 503]),
})

/** Dossier statistics. */
export function addStatistics(app: OpenAPIHono, hub: Hub): void {
  app.openapi(statistics, async (context) =>
    context.json(await dossierStatisticsView(hub, context.req.valid('query')), 200),
  )
}
