import type { Hub } from '@cchc/hub/contract'
import { WhyParameters } from '@cchc/hub/parameters'
import { whyView } from '@cchc/hub/views'
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { answers } from '../responses.ts'
import { Explanation } from '../schemas/explanation.ts'

const explanation = createRoute({
  method: 'get',
  path: '/v1/why',
  summary: 'Where a figure comes from',
  description:
    'Takes the same parameters as `cchc why`. Formula, exact parts and rounding, counts per organisation and source, the runs that brought them, portal figures, and who entered the rest.',
  tags: ['Figures'],
  request: { query: WhyParameters },
  responses: answers('The figure and its origin', Explanation, [400, 404, 503]),
})

/** Where figures come from. */
export function addExplanation(app: OpenAPIHono, hub: Hub): void {
  app.openapi(explanation, async (context) =>
    context.json(await whyView(hub, context.req.valid('query')), 200),
  )
}
