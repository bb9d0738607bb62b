import { HttpResponse, http, type RequestHandler } from 'msw'

export const BASE_URL = 'http://one-stop.test'
export const LOGIN = { username: 'cchc-hub', password: 'not-for-everybody' }

const TOKEN = 'token-of-a-session'
const FIELDS = [
  { code: 'TP', name: 'Tư pháp', officer: 'Trần An' },
  { code: 'HT', name: 'Hộ tịch', officer: 'Lê Bình' },
  { code: 'DD', name: 'Đất đai', officer: 'Phạm Chi' },
]

/** A dossier as the portal shows it, with the people that it tells of. */
export const BIRTH = {
  change: 1,
  code: 'H42.12-230103-0001',
  state: 'returned',
  procedure: '1.001193',
  field: 'HT',
  unit: 'H42.12',
  way: 'web',
  received: '03/01/2023 08:00:00',
  due: '04/01/2023 17:00:00',
  finished: '04/01/2023 09:30:00',
  returned: '04/01/2023 10:00:00',
  owner: { fullName: 'Nguyễn Văn Dũng', phone: '0900000001', address: 'thôn 1' },
}
export const LAND = {
  ...BIRTH,
  change: 2,
  code: 'H42.12-230105-0002',
  state: 'handling',
  procedure: '1.004199',
  field: 'DD',
  way: 'counter',
  received: '05/01/2023 09:15:00',
  due: '20/01/2023 17:00:00',
  finished: null,
  returned: null,
  owner: { fullName: 'Hoàng Thị Em', phone: '0900000002', address: 'thôn 2' },
}
export const WITHDRAWN = {
  ...LAND,
  change: 3,
  code: 'H42.12-230106-0003',
  state: 'withdrawn',
  way: null,
  finished: '07/01/2023 08:00:00',
  owner: { fullName: 'Vũ Văn Giang', phone: '0900000003', address: 'thôn 3' },
}

/** The portal on the tenth, and five days later: a dossier has come, one has ended, one was deleted, a field is gone. */
export function today(baseUrl = BASE_URL): readonly RequestHandler[] {
  return portal(baseUrl, FIELDS, [BIRTH, LAND, WITHDRAWN])
}

export function later(baseUrl = BASE_URL): readonly RequestHandler[] {
  return portal(baseUrl, FIELDS.slice(1), [
    BIRTH,
    { ...WITHDRAWN, change: 4, state: 'deleted' },
    { ...LAND, change: 5, state: 'done', finished: '12/01/2023 14:00:00' },
    {
      ...BIRTH,
      change: 6,
      code: 'H42.12-230113-0004',
      received: '13/01/2023 08:00:00',
      state: 'new',
      due: null,
      finished: null,
      returned: null,
    },
  ])
}

type Row = Readonly<Record<string, unknown>> & { readonly change: number; readonly code: string }

function portal(
  baseUrl: string,
  fields: readonly object[],
  rows: readonly Row[],
): readonly RequestHandler[] {
  const known = (request: Request) => request.headers.get('Authorization') === `Bearer ${TOKEN}`
  const refused = () => new HttpResponse(null, { status: 401 })
  const number = (request: Request, name: string) =>
    Number(new URL(request.url).searchParams.get(name))
  return [
    http.post(`${baseUrl}/login`, async ({ request }) => {
      const given = await request.json()
      return JSON.stringify(given) === JSON.stringify(LOGIN)
        ? HttpResponse.json({ token: TOKEN })
        : refused()
    }),
    http.get(`${baseUrl}/fields`, ({ request }) => {
      if (!known(request)) return refused()
      const [page, size] = [number(request, 'page'), number(request, 'size')]
      const items = fields.slice((page - 1) * size, page * size)
      return HttpResponse.json({ total: fields.length, items })
    }),
    http.get(`${baseUrl}/dossiers`, ({ request }) => {
      if (!known(request)) return refused()
      const code = new URL(request.url).searchParams.get('code')
      const after = number(request, 'after')
      const found = rows.filter((row) => (code === null ? row.change > after : row.code === code))
      // two a page, though more are asked for: portals cap
      const items = found.slice(0, Math.min(2, number(request, 'size') || 2))
      return HttpResponse.json({ items, last: items.at(-1)?.change ?? after })
    }),
  ]
}
