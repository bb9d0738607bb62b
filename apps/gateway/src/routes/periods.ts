import type { Hub } from '@cchc/hub/contract'
import { CalendarParameters, RestatementParameters } from '@cchc/hub/parameters'
import { periodView, restatementsView } from '@cchc/hub/views'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { answers } from '../responses.ts'
import { CalendarAnswer, PeriodItem, RestatementsAnswer } from '../schemas/periods.ts'

const tags = ['Periods']

const periods = createRoute({
  method: 'get',
  path: '/v1/periods',
  summary: 'Periods that were ever closed, and everything that was done to them',
  description: 'Periods are closed and reopened with `cchc period`.',
  tags,
  request: { query: z.strictObject({}) },
  responses: answers(
    'All periods',
    z.object({ items: z.array(PeriodItem).readonly() }),
    [400, 503],
  ),
})

const restatements = createRoute({
  method: 'get',
  path: '/v1/periods/restatements',
  summary: 'The frozen figures of a closed period beside those known since, and why they differ',
  tags,
  request: { query: RestatementParameters },
  responses: answers('Frozen, now, and the reasons', RestatementsAnswer, [400, 404, 503]),
})

const calendar = createRoute({
  method: 'get',
  path: '/v1/calendar',
  summary: 'Public holidays and swapped working days, with their sources',
  tags,
  request: { query: CalendarParameters },
  responses: answers('Days that are not what their weekday says', CalendarAnswer, [400]),
})

/** Closed periods, their restatements, and the calendar. */
export function addPeriods(app: OpenAPIHono, hub: Hub): void {
  app.openapi(periods, async (context) =>
    context.json({ items: (await hub.listPeriods()).map(periodView) }, 200),
  )
  app.openapi(restatements, async (context) =>
    context.json(await restatementsView(hub, context.req.valid('query')), 200),
  )
  app.openapi(calendar, (context) => {
    const { year } = context.req.valid('query')
    return context.json(hub.calendar(year === undefined ? {} : { year: Number(year) }), 200)
  })
}
