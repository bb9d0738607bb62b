import { Problem } from '@cchc/hub/questions/problem'
import { PATHS, PageFailure, ROOT } from '@cchc/pages'
import type { Hono } from 'hono'
import { LAST } from '../routes/run-events.ts'
import type { AsPage } from './as-page.ts'
import { fetchInside } from './ask-inside.ts'
import { pageKey } from './page-key.ts'

/** The events of a run under the page's own path, where its key is sent. */
export function addRunEvents(app: Hono, asPage: AsPage): void {
  app.get(`${ROOT}${PATHS.runEvents}`, (context) =>
    asPage(context, async () => {
      const address = `/v1/runs/${encodeURIComponent(context.req.query('id') ?? '')}/events`
      const seen = context.req.header(LAST)
      const response = await fetchInside(app, context, {
        address,
        key: pageKey(context),
        accept: 'text/event-stream',
        ...(seen === undefined ? {} : { more: { [LAST]: seen } }),
      })
      if (!response.ok) throw new PageFailure(Problem.parse(await response.json()))
      return response
    }),
  )
}
