import { say, UsageError } from '@cchc/domain'
import type { GivenFile } from '@cchc/hub/check'
import { ROOT, sentPage, VIEWS, type ViewForm, type Viewing } from '@cchc/pages'
import type { Context, Hono } from 'hono'
import { HeldBody } from '../held-body.ts'
import type { AsPage } from './as-page.ts'
import { beginInside } from './begin-inside.ts'
import { requireOwnSite } from './own-site.ts'
import { pageKey } from './page-key.ts'
import { requireCaller } from './require-caller.ts'
import { tellInside } from './tell-inside.ts'

/** As large as files may be that the API takes, with what else a form says. */
const MOST_BYTES = 51_100_000

/** Of all forms together that are being received or dealt with. */
const MOST_HELD = 110_000_000

const WITH_FORMS = VIEWS.flatMap(({ form, ...view }) => (form ? [{ ...view, form }] : []))

/** Whether a request brings a form of a view, whose files have a size of their own. */
export function isViewForm({ req }: Context): boolean {
  return req.method === 'POST' && WITH_FORMS.some(({ path }) => req.path === `${ROOT}${path}`)
}

interface FormOptions {
  readonly asPage: AsPage
  readonly viewingOf: (context: Context, given: Viewing['given']) => Viewing
}

/** What views do with their forms; other sites can send none, and nothing is read of whoever may ask nothing. */
export function addForms(app: Hono, { asPage, viewingOf }: FormOptions): void {
  const held = { bytes: 0, most: MOST_HELD }
  for (const view of WITH_FORMS) {
    app.post(`${ROOT}${view.path}`, (context) =>
      asPage(context, async () => {
        requireOwnSite(context)
        await requireCaller(app, context)
        const body = new HeldBody(held, { mostBytes: MOST_BYTES, tooLarge: 'file_too_large' })
        try {
          const { given, files } = await readForm(context, body, view.form)
          const tell = tellInside(app, context, pageKey(context))
          const begin = beginInside(app, context, pageKey(context))
          const sent = { ...viewingOf(context, given), files, tell, begin }
          const page = await sentPage(view, view.form, sent)
          return context.html(page, 200, { 'Cache-Control': 'private, no-store' })
        } finally {
          body.release()
        }
      }),
    )
  }
}

interface ReadForm {
  readonly given: Viewing['given']
  readonly files: Readonly<Record<string, readonly GivenFile[]>>
}

/** What a form says of what it may; a file that was not chosen is none. */
async function readForm(context: Context, body: HeldBody, form: ViewForm): Promise<ReadForm> {
  const bytes = await body.read(context)
  const type = context.req.header('Content-Type') ?? ''
  const parts = await formDataOf(bytes, type)
  const written = form.takes.map((name) => {
    const text = parts.get(name)
    return [name, (typeof text === 'string' && text.trim()) || undefined] as const
  })
  const files = await Promise.all(
    form.files.map(async (name) => [name, await filesOf(parts.getAll(name))] as const),
  )
  return { given: Object.fromEntries(written), files: Object.fromEntries(files) }
}

async function formDataOf(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { 'Content-Type': type } }).formData()
  } catch (cause) {
    throw new UsageError(say('This form cannot be read.'), {
      cause,
      fix: say('Open the page again and send it from there.'),
    })
  }
}

async function filesOf(
  parts: readonly ReturnType<FormData['get']>[],
): Promise<readonly GivenFile[]> {
  const files = parts.filter((part) => typeof part === 'object' && part !== null)
  const chosen = files.filter(({ name, size }) => name !== '' || size > 0)
  return Promise.all(chosen.map(async (file) => ({ name: file.name, bytes: await file.bytes() })))
}
