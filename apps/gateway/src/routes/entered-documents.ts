import { IndexAssessment, PlanTask } from '@cchc/domain'
import type { Hub } from '@cchc/hub/contract'
import { ReportParameters } from '@cchc/hub/parameters'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { answers } from '../responses.ts'
import { EnteredDocument } from '../schemas/entered.ts'

const tags = ['Entered by people']
const { org } = ReportParameters.shape
const Year = z.coerce.number().int().min(1991).max(2099)
const Day = z.iso.date().optional()

const PlanAnswer = EnteredDocument.extend({
  title: z.string(),
  on: z.string(),
  tasks: z
    .array(
      z.object({
        task: PlanTask,
        state: z.enum(['done', 'done_late', 'late', 'due', 'standing', 'open']),
        dueOn: z.string().nullable(),
        finishedOn: z.string().nullable(),
      }),
    )
    .readonly(),
}).openapi('Plan')

const Points = z.object({ points: z.number(), max: z.number(), raw: z.string().nullable() })

const IndexAnswer = EnteredDocument.extend({
  result: IndexAssessment,
  gap: z.object({
    domains: z
      .array(z.object({ domain: z.any(), lost: z.number(), toGain: z.number().nullable() }))
      .readonly(),
    sum: Points,
    survey: Points,
    lost: z.number(),
    gainOfDomains: z.number(),
    target: z
      .object({
        year: z.int(),
        toGain: z.number(),
        exclusive: z.boolean(),
        fromSurvey: z.number(),
        places: z.int().nullable(),
      })
      .nullable(),
  }),
}).openapi('IndexResult')

const plan = createRoute({
  method: 'get',
  path: '/v1/plans/{year}',
  summary: 'The tasks of a plan as they stand on a day',
  tags,
  request: {
    params: z.object({ year: Year }),
    query: z.strictObject({
      org,
      dueBy: Day.describe('Tasks not done whose last day is this one or before'),
      lateOn: Day.describe('Tasks that are late on this day'),
    }),
  },
  responses: answers(
    'Tasks with their states; all of them unless a day is asked for',
    PlanAnswer,
    [400, 404, 503],
  ),
})

const index = createRoute({
  method: 'get',
  path: '/v1/indexes',
  summary: 'The result of an administrative-reform index, and what its target asks for',
  tags,
  request: {
    query: z.strictObject({ org, year: Year.optional().describe('The newest unless told') }),
  },
  responses: answers('Result and gaps', IndexAnswer, [400, 404, 503]),
})

/** Plans and index results that people entered. */
export function addEnteredDocuments(app: OpenAPIHono, hub: Hub): void {
  app.openapi(plan, async (context) => {
    const { org: organisation, dueBy, lateOn } = context.req.valid('query')
    const view = await hub.entered.plan({
      year: context.req.valid('param').year,
      ...(organisation === undefined ? {} : { organisation }),
      ...(dueBy === undefined ? {} : { dueBy }),
      ...(lateOn === undefined ? {} : { lateOn }),
    })
    return context.json(view, 200)
  })
  app.openapi(index, async (context) => {
    const { org: organisation, year } = context.req.valid('query')
    const view = await hub.entered.index({
      ...(organisation === undefined ? {} : { organisation }),
      ...(year === undefined ? {} : { year }),
    })
    return context.json(view, 200)
  })
}
