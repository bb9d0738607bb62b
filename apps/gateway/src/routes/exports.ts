import { EXPORTS } from '@cchc/hub/exports/all'
import { type Export, ExportEnd } from '@cchc/hub/exports/export'
import { EXPORT_FORMATS, type ExportFormat } from '@cchc/hub/exports/export-forms'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { z } from 'zod'
import { callerOf } from '../access/caller-of.ts'
import type { Exporter } from '../exporting/exporter.ts'
import { languageOf } from '../language.ts'
import { describedBy, inQuery, type Route } from '../route.ts'
import { OpenStreams } from '../syncing/open-streams.ts'

const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
}

const format = z
  .enum(EXPORT_FORMATS)
  .optional()
  .describe('csv or ndjson; goes before Accept, ndjson unless either says csv')

interface ExportRouteOptions {
  readonly exporter: Exporter
  readonly onError?: ((error: unknown, requestId: string) => void) | undefined
}

/** A route for every export: its records as they are read, and at last the line without which it is not whole. */
export function exportRoutes(options: ExportRouteOptions): readonly Route[] {
  const open = new OpenStreams({ most: 4, mostOfOne: 2, refusal: 'exports_busy' })
  return EXPORTS.map((one) => routeOf(one, { ...options, open }))
}

function routeOf(
  one: Export,
  { exporter, open, onError }: ExportRouteOptions & { readonly open: OpenStreams },
): Route {
  const { path, answer } = one
  return {
    ...describedBy(one, path),
    method: 'get',
    streams: Object.values(MEDIA_TYPES),
    description: `Takes what \`cchc ${one.command}\` takes. The last line says \`whole\`, how many records there are and the SHA-256 of all before it; where it is missing, the export was cut off.`,
    query: inQuery(one.parameters, path).extend({ format }),
    answer: z.union([answer, ExportEnd]),
    handle: async ({ format: wanted, ...asked }, context) => {
      const form = (wanted as ExportFormat | undefined) ?? acceptedForm(context)
      const headers = headersOf(path, form)
      if (context.req.method === 'HEAD') return context.body(null, 200, headers)
      const gone = new AbortController()
      const release = open.take(callerOf(context).id)
      const end = () => {
        release()
        gone.abort()
      }
      const asking = { path, asked, format: form, language: languageOf(context) }
      const pieces = exporter.pieces(asking, gone.signal)
      try {
        const first = await pieces.next()
        context.req.raw.signal.addEventListener('abort', end, { once: true })
        const told = (error: unknown) => onError?.(error, context.get('requestId'))
        return context.body(streamOf(pieces, { first, end, told }), 200, headers)
      } catch (thrown) {
        end()
        throw thrown
      }
    },
  }
}

function acceptedForm(context: Context): ExportFormat {
  const supports = Object.values(MEDIA_TYPES)
  const type = accepts(context, { header: 'Accept', supports, default: MEDIA_TYPES.ndjson })
  return type === MEDIA_TYPES.csv ? 'csv' : 'ndjson'
}

function headersOf(path: string, form: ExportFormat) {
  const file = `${path.slice(path.lastIndexOf('/') + 1)}.${form}`
  return {
    'Content-Type': `${MEDIA_TYPES[form]}; charset=utf-8`,
    'Content-Disposition': `attachment; filename="${file}"`,
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
    Vary: 'Accept, Accept-Language',
  }
}

interface Streamed {
  readonly first: IteratorResult<Uint8Array<ArrayBuffer>>
  /** Called when it ends, whatever ends it. */
  end(): void
  /** Called with what cut it off. */
  told(error: unknown): void
}

/** Each piece when the client has taken the one before. What fails midway cuts the connection, so that nobody takes it for whole. */
function streamOf(
  pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>,
  { first, end, told }: Streamed,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let waiting: Streamed['first'] | undefined = first
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const next = waiting ?? (await pieces.next())
          waiting = undefined
          if (!next.done) return controller.enqueue(next.value)
          end()
          controller.close()
        } catch (error) {
          end()
          told(error)
          controller.error(error)
        }
      },
      async cancel() {
        end()
        await pieces.return(undefined).catch(() => undefined)
      },
    },
    { highWaterMark: 0 },
  )
}
