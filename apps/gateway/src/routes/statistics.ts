import type { Hub } from '@cchc/hub/contract'
import { RuleComparisonParameters, StatisticsParameters } from '@cchc/hub/parameters'
import { dossierStatisticsView, ruleComparisonView } from '@cchc/hub/views'
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { answers } from '../responses.ts'
import { RuleComparison } from '../schemas/rule-comparison.ts'
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

const comparison = createRoute({
  method: 'get',
  path: '/v1/statistics/comparison',
  summary: 'Dossier statistics by several counting rules, side by side',
  description:
    'Takes the parameters of /v1/statistics/dossiers with two or more rules and gives what `cchc stats dossiers --rule A,B` gives: ' +
    'each rule is told from the first, with the causes that add up exactly to the difference of every column.',
  tags: ['Figures'],
  request: { query: RuleComparisonParameters },
  responses: answers('Figures of each rule, and why they differ', RuleComparison, [400, 404, 503]),
})

/** Dossier statistics. */
export function addStatistics(app: OpenAPIHono, hub: Hub): void {
  app.openapi(statistics, async (context) =>
    context.json(await dossierStatisticsView(hub, context.req.valid('query')), 200),
  )
  app.openapi(comparison, async (context) =>
    context.json(await ruleComparisonView(hub, context.req.valid('query')), 200),
  )
}
