import type { Hub } from '@cchc/hub/contract'
import { OrganisationParameters, ProcedureCountParameters } from '@cchc/hub/parameters'
import { procedureCountsView } from '@cchc/hub/views'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { PageParameters, pageByKey, pageOf } from '../paging.ts'
import { answers } from '../responses.ts'
import { OrganisationItem, ProcedureItem } from '../schemas/catalogue.ts'
import { ProcedureCounts } from '../schemas/statistics.ts'

const organisations = createRoute({
  method: 'get',
  path: '/v1/organisations',
  summary: 'Organisations by code: all, or the tree of a day',
  tags: ['Catalogue'],
  request: { query: PageParameters.extend(OrganisationParameters.shape) },
  responses: answers('One page', pageOf(OrganisationItem), [400, 503]),
})

const Text = z.string().trim().min(1).max(200)
const procedures = createRoute({
  method: 'get',
  path: '/v1/procedures',
  summary: 'Administrative procedures of the unified catalogue, by code',
  tags: ['Catalogue'],
  request: {
    query: PageParameters.extend({
      field: Text.optional().describe('Code of a field'),
      level: z.enum(['province', 'district', 'commune']).optional(),
      text: Text.optional().describe('Words of the name'),
    }),
  },
  responses: answers('One page', pageOf(ProcedureItem), [400, 503]),
})

const counts = createRoute({
  method: 'get',
  path: '/v1/procedures/counts',
  summary: 'Numbers of procedures (Form II.07b)',
  tags: ['Figures'],
  request: { query: ProcedureCountParameters },
  responses: answers('Counts by group', ProcedureCounts, [400, 404, 503]),
})

const codeOf = ({ code }: { readonly code: string }) => code

/** Organisations, procedures and their counts. */
export function addCatalogue(app: OpenAPIHono, hub: Hub): void {
  app.openapi(organisations, async (context) => {
    const { treeAt, ...request } = context.req.valid('query')
    const items = await hub.organisations(treeAt === undefined ? {} : { treeAt })
    const after = request.after
    return context.json(
      pageByKey(items, { list: 'organisations', ...request, after, keyOf: codeOf }),
      200,
    )
  })
  app.openapi(counts, async (context) =>
    context.json(await procedureCountsView(hub, context.req.valid('query')), 200),
  )
  app.openapi(procedures, async (context) => {
    const { after, limit, ...filter } = context.req.valid('query')
    const items = await hub.procedures(withoutBlanks(filter))
    return context.json(pageByKey(items, { list: 'procedures', after, limit, keyOf: codeOf }), 200)
  })
}

function withoutBlanks(filter: {
  field?: string | undefined
  level?: string | undefined
  text?: string | undefined
}) {
  const { field, level, text } = filter
  return { ...(field && { field }), ...(level && { level }), ...(text && { text }) }
}
