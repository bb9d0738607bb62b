import { say, UsageError } from '@cchc/domain'
import type { Hub } from '@cchc/hub'
import type { AskedOf } from '@cchc/hub/questions/question'
import { report } from '@cchc/hub/questions/report'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { z } from 'zod'
import type { Answerer } from '../answering/answer.ts'
import { languageOf } from '../language.ts'
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
export function reportRoute(hub: Hub, answerer: Answerer): Route {
  const described = describedBy(report, report.path ?? '')
  return {
    ...described,
    method: 'get',
    dated: true,
    summary: 'A filled report',
    description: 'The form is chosen by `format`, or else by the header Accept; JSON unless told.',
    query: inQuery(report.parameters, described.path).extend({ format }),
    files: FORMATS.filter((one) => one !== 'json').map(bareType),
    handle: async (asked, context) => {
      const { format: wanted, ...question } = asked as ReportAsked
      const form = wanted ?? acceptedFormat(context)
      const language = languageOf(context)
      const asking = { path: described.path, asked: question, language, format: form }
      const bytes = await answerer.answer(asking, context.req.raw.signal)
      const { org = hub.settings.reporting.organisation } = question
      const name = [question.template, org, question.period].join('_')
      return new Response(bytes, { headers: headersOf(name, form) })
    },
  }
}

function acceptedFormat(context: Context): Format {
  const accept = context.req.header('Accept')
  if (accept === undefined) return 'json'
  const supports = FORMATS.map(bareType)
  const chosen = accepts(context, { header: 'Accept', supports, default: '' })
  const form = FORMATS.find((known) => bareType(known) === chosen)
  if (form) return form
  if (accept.includes('*/*')) return 'json'
  const types = supports.join(', ')
  throw new UsageError(say('No form of the report has the media type that Accept asks for.'), {
    fix: say('Accept one of {types}, or send format={formats}.', {
      types,
      formats: FORMATS.join('|'),
    }),
    faults: [{ path: 'Accept', message: say('must allow one of {types}', { types }) }],
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
