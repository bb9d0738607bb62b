import type { Hub } from '@cchc/hub/contract'
import { ReportParameters } from '@cchc/hub/parameters'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { answers } from '../responses.ts'
import { EnteredIndicator, IndicatorEntry, MissingIndicator } from '../schemas/entered.ts'

const tags = ['Entered by people']
const Template = z.string().min(1).max(80).optional().describe('Only what this form prints')

const list = createRoute({
  method: 'get',
  path: '/v1/indicators',
  summary: 'Figures that people entered, with who, when and from which file',
  tags,
  request: {
    query: ReportParameters.partial().extend({
      template: Template,
      history: z.enum(['true', 'false']).default('false').describe('Also those replaced since'),
    }),
  },
  responses: answers(
    'All of them, in the order of the form or catalogue',
    z.object({ items: z.array(EnteredIndicator).readonly() }),
    [400, 404, 503],
  ),
})

const missing = createRoute({
  method: 'get',
  path: '/v1/indicators/missing',
  summary: 'What forms ask for and nobody has reported',
  tags,
  request: { query: ReportParameters.extend({ template: Template }) },
  responses: answers(
    'Indicators without a figure',
    z.object({ items: z.array(MissingIndicator).readonly() }),
    [400, 404, 503],
  ),
})

const set = createRoute({
  method: 'put',
  path: '/v1/indicators/{id}',
  summary: 'Enters one figure',
  description: 'Another figure that was entered before is replaced only with a reason, and kept.',
  tags,
  request: {
    params: z.object({ id: z.string().min(1).max(80) }),
    query: ReportParameters,
    body: { content: { 'application/json': { schema: IndicatorEntry } }, required: true },
  },
  responses: answers('The figure as it is stored', EnteredIndicator, [400, 404, 503]),
})

/** Figures that people enter. */
export function addIndicators(app: OpenAPIHono, hub: Hub): void {
  app.openapi(list, async (context) => {
    const { org, history, ...query } = context.req.valid('query')
    const items = await hub.entered.listIndicators({
      ...given({ organisation: org, ...query }),
      history: history === 'true',
    })
    return context.json({ items: [...items] }, 200)
  })
  app.openapi(missing, async (context) => {
    const { org, period, template } = context.req.valid('query')
    const query = { period, ...given({ organisation: org, template }) }
    return context.json({ items: [...(await hub.entered.missingIndicators(query))] }, 200)
  })
  app.openapi(set, async (context) => {
    const { org, period } = context.req.valid('query')
    const { value, by, ...entry } = context.req.valid('json')
    const stored = await hub.entered.setIndicator({
      ...given({ organisation: org, ...entry }),
      ...{ period, value, by, indicatorId: context.req.valid('param').id },
      replace: entry.reason !== undefined,
    })
    return context.json(stored, 200)
  })
}

/** Without the properties that are undefined. */
function given<T extends object>(parts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(parts).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
