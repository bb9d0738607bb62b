import { Problem } from '@cchc/hub/questions/problem'
import { DOWNLOADS, PageFailure, ROOT } from '@cchc/pages'
import type { Hono } from 'hono'
import type { AsPage } from './as-page.ts'
import { fetchInside } from './ask-inside.ts'
import { pageKey } from './page-key.ts'

const PASSED_ON = ['Content-Type', 'Content-Disposition']

/** Files of the API under the page's own path, where its key is sent. */
export function addDownloads(app: Hono, asPage: AsPage): void {
  for (const { path, from, takes } of DOWNLOADS) {
    app.get(`${ROOT}${path}`, (context) =>
      asPage(context, async () => {
        const given = takes.flatMap((name) => {
          const text = context.req.query(name)
          return text === undefined ? [] : [[name, text] as const]
        })
        const address = from(Object.fromEntries(given))
        const response = await fetchInside(app, context, {
          address,
          key: pageKey(context),
          accept: '*/*',
        })
        if (!response.ok) throw new PageFailure(Problem.parse(await response.json()))
        const headers = PASSED_ON.map((name) => [name, response.headers.get(name) ?? ''] as const)
        const own = { ...Object.fromEntries(headers), 'Cache-Control': 'private, no-store' }
        return new Response(response.body, { headers: own })
      }),
    )
  }
}
