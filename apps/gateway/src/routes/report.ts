import { UsageError } from '@cchc/domain'
import type { Hub } from '@cchc/hub'
import type { AskedOf } from '@cchc/hub/questions/question'
import { report } from '@cchc/hub/questions/report'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { z } from 'zod'
import { describedBy, inQuery, type Route } from '../route.ts'

const MEDIA_TYPES = {
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
} as const
type Format = keyof typeof MEDIA_TYPES
const FORMATS = Object.keys(MEDIA_TYPES) as [Format, ...Format[]]
const bareType = (format: Format) => MEDIA_TYPES[format].split(';')[0] ?? ''

const format = z
  .enum(FORMATS)
  .optional()
  .describe(`One of ${FORMATS.join(', ')}; goes before Accept`)

type ReportAsked = AskedOf<typeof report> & { readonly format?: Format }

/** The route of reports, each in the form that is asked for. */
export function reportRoute(hub: Hub): Route {
  const described = describedBy(report, report.path ?? '')
  return {
    ...described,
    method: 'get',
    summary: 'A filled report',
    description: 'The form is chosen by `format`, or else by the header Accept; JSON unless told.',
    query: inQuery(report.parameters, described.path).extend({ format }),
    files: FORMATS.filter((one) => one !== 'json').map(bareType),
    handle: async (asked, context) => sendReport(hub, asked as ReportAsked, context),
  }
}

async function sendReport(hub: Hub, asked: ReportAsked, context: Context): Promise<Response> {
  const { format: wanted, ...question } = asked
  const form = wanted ?? acceptedFormat(context)
  const filled = await hub.ask(report, question)
  const bytes = await hub.renderReport(filled, form)
  const { org = hub.settings.reporting.organisation } = asked
  const name = [asked.template, org, asked.period].join('_')
  return new Response(new Uint8Array(bytes), { headers: headersOf(name, form) })
}

function acceptedFormat(context: Context): Format {
  const accept = context.req.header('Accept')
  if (accept === undefined) return 'json'
  const supports = FORMATS.map(bareType)
  const chosen = accepts(context, { header: 'Accept', supports, default: '' })
  const form = FORMATS.find((known) => bareType(known) === chosen)
  if (form) return form
  if (accept.includes('*/*')) return 'json'
  throw new UsageError('No form of the report has the media type that Accept asks for.', {
    fix: `Accept one of ${supports.join(', ')}, or send format=${FORMATS.join('|')}.`,
    faults: [{ path: 'Accept', message: `must allow one of ${supports.join(', ')}` }],
  })
}

function headersOf(name: string, form: Format) {
  const file = `${name}.${form}`.replace(/[^\w.-]/g, '-')
  const kind = form === 'json' || form === 'md' ? 'inline' : 'attachment'
  return {
    'Content-Type': MEDIA_TYPES[form],
    'Content-Disposition': `${kind}; filename="${file}"`,
    Vary: 'Accept',
  }
}
