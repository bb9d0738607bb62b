import { isAppError } from '@cchc/domain'
import { ACTIONS } from '@cchc/hub/actions/all'
import { QUESTIONS } from '@cchc/hub/questions/all'
import type { Exchange } from '@cchc/hub/questions/question'
import type { Context } from 'hono'
import { z } from 'zod'
import type { Answerer } from '../answering/answer.ts'
import { HeldBody } from '../held-body.ts'
import { languageOf } from '../language.ts'
import { Refusal } from '../refusal.ts'
import { describedBy, type Route, some } from '../route.ts'
import { bareType, FILE_TYPES, FORM, type Upload } from '../uploading/upload.ts'

/** As large as a file may be that `cchc` reads, with what stands around it. */
const MOST_BYTES = 51_000_000

/** Of all files together that are being received or looked at. */
const MOST_HELD = 160_000_000

const name = z
  .string()
  .min(1)
  .max(300)
  .optional()
  .describe('The name of the file, where it is the whole body')

/** An exchange some of whose parameters are files. */
interface Uploading {
  readonly exchange: Exchange & { readonly tag?: string }
  readonly path: string
  readonly query: readonly string[]
  readonly files: readonly string[]
}

const UPLOADING: readonly Uploading[] = [
  ...QUESTIONS.flatMap((exchange) => {
    const { path, files, parameters } = exchange
    if (path === undefined || !files) return []
    const query = Object.keys(parameters.shape).filter((one) => !files.includes(one))
    return [{ exchange, path, files, query }]
  }),
  ...ACTIONS.flatMap((exchange) => {
    const { http } = exchange
    return http?.files ? [{ exchange, ...http, files: http.files }] : []
  }),
]

/** Whether a request brings files, which have a size of their own. */
export function isUpload({ req }: Context): boolean {
  return UPLOADING.some(({ path }) => path === req.path)
}

/** A route for everything that takes files. They are read where nothing else has to wait. */
export function uploadRoutes(answerer: Answerer): readonly Route[] {
  const held = { bytes: 0, most: MOST_HELD }
  return UPLOADING.map((one) => routeOf(one, { answerer, held }))
}

function routeOf(
  { exchange, path, query, files }: Uploading,
  { answerer, held }: { readonly answerer: Answerer; readonly held: HeldBytes },
): Route {
  return {
    ...describedBy(exchange, path),
    method: 'post',
    description:
      'The body is multipart/form-data with a part for each file, or one file as it is, with its name in the query. Files are known by their bytes. At most 51 MB.',
    query: some(exchange.parameters, query).extend({ name }),
    uploads: files,
    ...(exchange.severalFiles && { severalFiles: exchange.severalFiles }),
    handle: async ({ name: given, ...asked }, context) => {
      const type = takenType(context)
      const language = languageOf(context)
      context.header('Content-Language', language)
      context.header('Vary', 'Accept-Language', { append: true })
      const body = new HeldBody(held, { mostBytes: MOST_BYTES, tooLarge: 'file_too_large' })
      try {
        const bytes = await body.read(context)
        const name = given as string | undefined
        const { severalFiles: several = [] } = exchange
        const upload: Upload = { bytes, type, name, files, several }
        const asking = { path, asked, language, upload }
        const answer = await answerer.answer(asking, context.req.raw.signal)
        return context.body(answer, 200, { 'Content-Type': 'application/json' })
      } catch (thrown) {
        throw isAppError(thrown, 'usage_invalid') ? new Refusal('file_refused', {}, thrown) : thrown
      } finally {
        body.release()
      }
    },
  }
}

type HeldBytes = ConstructorParameters<typeof HeldBody>[0]

function takenType({ req }: Context): string {
  const type = req.header('Content-Type') ?? ''
  const isPlain = /^(identity)?$/i.test(req.header('Content-Encoding') ?? '')
  const taken: readonly string[] = [FORM, ...FILE_TYPES]
  if (isPlain && taken.includes(bareType(type))) return type
  throw new Refusal('file_media_type')
}
