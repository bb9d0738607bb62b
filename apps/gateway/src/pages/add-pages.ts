import { NotFoundError, say } from '@cchc/domain'
import type { Hub } from '@cchc/hub'
import {
  ASSETS,
  FILES,
  linkTo,
  PATHS,
  PageFailure,
  problemPage,
  ROOT,
  VIEWS,
  type Viewing,
  viewPage,
} from '@cchc/pages'
import type { Context, Hono } from 'hono'
import type { FindCaller } from '../access/find-callers.ts'
import type { AsPage } from './as-page.ts'
import { askInside } from './ask-inside.ts'
import { addDownloads } from './downloads.ts'
import { addForms } from './forms.ts'
import { wayBack } from './issuer/remembered-issuer.ts'
import { forgetKey, pageKey } from './page-key.ts'
import { placeOf } from './place-of.ts'
import { problemOf } from './problem-of.ts'
import { requireCaller } from './require-caller.ts'
import { addRunEvents } from './run-events.ts'
import { addSigningIn } from './signing-in.ts'
import { whyNotInside } from './why-not.ts'

interface PageOptions {
  /** Who sends a key. */
  readonly find: FindCaller
  readonly behindProxy?: boolean | undefined
  /** Told of failures that whoever looks is not told about. */
  readonly onError?: ((error: unknown, requestId: string) => void) | undefined
}

/**
 * The page for leaders and officers: its views, its form for a key, and its files. Whatever it shows is asked of the app's own
 * routes, with the key of whoever looks.
 */
export function addPages(
  app: Hono,
  hub: Pick<Hub, 'settings'>,
  { find, behindProxy, onError }: PageOptions,
): void {
  const toOverview = (context: Context) =>
    context.redirect(`${linkTo(PATHS.overview)}${new URL(context.req.url).search}`)
  app.get('/', toOverview)
  app.get(ROOT, toOverview)
  for (const { name, type, text } of ASSETS) {
    app.get(`${ROOT}/${name}`, (context) =>
      context.body(text, 200, { 'Content-Type': type, 'Cache-Control': 'max-age=86400' }),
    )
  }
  const asPage: AsPage = async (context, made) => {
    try {
      return await made()
    } catch (thrown) {
      if (!(thrown instanceof PageFailure)) onError?.(thrown, context.get('requestId'))
      return refused(context, thrown, hub)
    }
  }
  const viewingOf = (context: Context, given: Viewing['given']): Viewing => ({
    given,
    ask: askInside(app, context, pageKey(context)),
    whyNot: whyNotInside(context, { find, behindProxy }),
    place: placeOf(context, hub),
  })
  for (const view of VIEWS) {
    app.get(`${ROOT}${view.path}`, (context) =>
      asPage(context, async () => {
        if (view.form) await requireCaller(app, context)
        const viewing = viewingOf(context, givenOf(context, view.takes))
        return context.html(await viewPage(view, viewing), 200, PRIVATE)
      }),
    )
  }
  for (const file of FILES) {
    app.get(`${ROOT}${file.path}`, (context) =>
      asPage(context, async () => {
        const content = await file.make(viewingOf(context, givenOf(context, file.takes)))
        const disposition = `attachment; filename="${file.name}"`
        const { type = 'text/csv; charset=utf-8' } = file
        const headers = { 'Content-Type': type, 'Content-Disposition': disposition, ...PRIVATE }
        return context.body(content, 200, headers)
      }),
    )
  }
  addSigningIn(app, hub, { behindProxy, asPage, onError })
  addDownloads(app, asPage)
  addRunEvents(app, asPage)
  addForms(app, { asPage, viewingOf })
  app.all(`${ROOT}/*`, (context) => refused(context, noSuchPage(), hub))
}

const PRIVATE = { 'Cache-Control': 'private, no-store' }

/** What an address holds of what a view takes; of a name that is given twice, the first. */
function givenOf({ req }: Context, names: readonly string[]) {
  const given = names.map((name) => [name, req.query(name)?.trim() || undefined] as const)
  return Object.fromEntries(given)
}

/** Whoever has no key that is good is asked for one; everything else is told as it is. */
async function refused(
  context: Context,
  thrown: unknown,
  hub: Pick<Hub, 'settings'>,
): Promise<Response> {
  const problem = await problemOf(context, thrown)
  if (problem.status === 401) {
    forgetKey(context, { path: ROOT })
    const { pathname, search } = new URL(context.req.url)
    const to = `${pathname}${search}`
    return context.redirect(wayBack(context, to) ?? linkTo(PATHS.signIn, { to }))
  }
  const page = await problemPage(problem, placeOf(context, hub))
  return context.html(page, problem.status as 400, PRIVATE)
}

function noSuchPage(): NotFoundError {
  return new NotFoundError(say('There is no such page.'), {
    fix: say('Go on from the overview.'),
  })
}
