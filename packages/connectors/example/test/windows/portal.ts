import { parsePortalTime } from '@cchc/connector-kit'
import { dayOf } from '@cchc/domain'
import { HttpResponse, http, type RequestHandler } from 'msw'
import { BASE_URL, BIRTH, LAND, LOGIN, WITHDRAWN } from '../portal.ts'

const TOKEN = 'token-of-another-session'

/** The portal on the tenth, and five days later: a dossier has come, one has ended, one is gone. */
export const today = (): readonly RequestHandler[] =>
  portal([
    { ...BIRTH, changed: '2023-01-04' },
    { ...LAND, changed: '2023-01-05' },
    {
      ...WITHDRAWN,
      received: '09/01/2023 08:00:00',
      finished: null,
      state: 'handling',
      changed: '2023-01-09',
    },
  ])
export const later = (): readonly RequestHandler[] =>
  portal([
    { ...BIRTH, changed: '2023-01-04' },
    { ...LAND, change: 5, state: 'done', finished: '12/01/2023 14:00:00', changed: '2023-01-12' },
    {
      ...BIRTH,
      change: 6,
      code: 'H42.12-230113-0004',
      received: '13/01/2023 08:00:00',
      due: '16/01/2023 17:00:00',
      finished: '13/01/2023 09:00:00',
      returned: '13/01/2023 10:00:00',
      changed: '2023-01-13',
    },
  ])

type Row = Readonly<Record<'received' | 'changed', string>> & Readonly<Record<string, unknown>>

function portal(rows: readonly Row[]): readonly RequestHandler[] {
  return [
    http.post(`${BASE_URL}/login`, async ({ request }) =>
      JSON.stringify(await request.json()) === JSON.stringify(LOGIN)
        ? HttpResponse.json({ token: TOKEN })
        : new HttpResponse(null, { status: 401 }),
    ),
    http.get(`${BASE_URL}/dossiers`, ({ request }) => {
      if (request.headers.get('Authorization') !== `Bearer ${TOKEN}`)
        return new HttpResponse(null, { status: 401 })
      const asked = new URL(request.url).searchParams
      const found = rows.filter(({ received, changed }) => {
        const day = dayOf(parsePortalTime(received) ?? 0)
        const isWithin = day >= (asked.get('from') ?? '') && day <= (asked.get('to') ?? '')
        return isWithin && changed >= (asked.get('changedFrom') ?? '')
      })
      const items = found.slice(Number(asked.get('start')), Number(asked.get('end')))
      return HttpResponse.json({ items })
    }),
  ]
}
