import { UsageError } from '@cchc/domain'
import type { Hub } from '@cchc/hub/contract'
import { ReportParameters } from '@cchc/hub/parameters'
import { reportQuery } from '@cchc/hub/views'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { accepts } from 'hono/accepts'
import { answers } from '../responses.ts'
import { TemplateItem } from '../schemas/catalogue.ts'

const MEDIA_TYPES = {
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
} as const
type Format = keyof typeof MEDIA_TYPES
const FORMATS = Object.keys(MEDIA_TYPES) as Format[]
const bareType = (format: Format) => MEDIA_TYPES[format].split(';')[0] ?? ''

const templates = createRoute({
  method: 'get',
  path: '/v1/templates',
  summary: 'Report templates',
  tags: ['Reports'],
  request: { query: z.strictObject({}) },
  responses: answers('All templates', z.object({ items: z.array(TemplateItem).readonly() }), [400]),
})

const file = { schema: z.string().openapi({ format: 'binary' }) }
const report = createRoute({
  method: 'get',
  path: '/v1/reports/{template}',
  summary: 'A filled report',
  description: 'The form is chosen by `format`, or else by the header Accept; JSON unless told.',
  tags: ['Reports'],
  request: {
    params: z.object({ template: z.string().min(1).max(80) }),
    query: ReportParameters.extend({
      format: z
        .enum(['json', 'xlsx', 'docx', 'csv', 'md'])
        .optional()
        .describe(`One of ${FORMATS.join(', ')}; goes before Accept`),
    }),
  },
  responses: {
    ...answers('The report', z.any(), [400, 404, 503]),
    200: {
      description: 'The report',
      content: {
        'application/json': { schema: z.any() },
        [bareType('xlsx')]: file,
        [bareType('docx')]: file,
        [bareType('csv')]: file,
        [bareType('md')]: file,
      },
    },
  },
})

/** Templates and reports filled from them. */
export function addReports(app: OpenAPIHono, hub: Hub): void {
  app.openapi(templates, (context) => context.json({ items: hub.templates() }, 200))
  app.openapi(report, async (context) => {
    const { template } = context.req.valid('param')
    const { format: asked, ...parameters } = context.req.valid('query')
    const accept = context.req.header('Accept')
    const format =
      asked ??
      acceptedFormat(accept, (supports) =>
        accepts(context, { header: 'Accept', supports, default: '' }),
      )
    const query = reportQuery(hub, { template, ...parameters })
    const filled = await hub.report(query)
    const bytes = await hub.renderReport(filled, format)
    return new Response(new Uint8Array(bytes), {
      headers: headersOf({ ...query, format }),
    })
  })
}

function acceptedFormat(accept: string | undefined, choose: (types: string[]) => string): Format {
  if (accept === undefined) return 'json'
  const chosen = choose(FORMATS.map(bareType))
  const format = FORMATS.find((known) => bareType(known) === chosen)
  if (format) return format
  if (accept.includes('*/*')) return 'json'
  throw new UsageError('No form of the report has the media type that Accept asks for.', {
    fix: `Accept one of ${FORMATS.map(bareType).join(', ')}, or send format=${FORMATS.join('|')}.`,
    faults: [{ path: 'Accept', message: `must allow one of ${FORMATS.map(bareType).join(', ')}` }],
  })
}

function headersOf(what: {
  template: string
  organisation: string
  period: string
  format: Format
}) {
  const { template, organisation, period, format } = what
  const name = `${template}_${organisation}_${period}.${format}`.replace(/[^\w.-]/g, '-')
  const kind = format === 'json' || format === 'md' ? 'inline' : 'attachment'
  return {
    'Content-Type': MEDIA_TYPES[format],
    'Content-Disposition': `${kind}; filename="${name}"`,
    Vary: 'Accept',
  }
}
