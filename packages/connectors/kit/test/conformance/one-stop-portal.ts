import { HttpResponse, http, type RequestHandler } from 'msw'

export const BASE_URL = 'http://one-stop.test'
export const ACCESS = { username: 'cchc', password: 'not-for-everybody' }

const DAY = 86_400_000
const FIRST_DAY = Date.UTC(2026, 0, 1)
export const NOW = FIRST_DAY + 20 * DAY + 3 * 3_600_000
export const LATER = NOW + 3 * DAY

interface Held {
  readonly number: number
  readonly receivedAt: number
  readonly changedAt?: number
  readonly goneAt?: number
}

/** One dossier a day at 00:30 in Việt Nam, and one at 16:00; two more come later, one changes, one goes. */
const DOSSIERS: readonly Held[] = [
  ...Array.from({ length: 40 }, (_, i) => ({
    number: i + 1,
    receivedAt: FIRST_DAY + Math.floor(i / 2) * DAY + (i % 2 === 0 ? -6.5 : 9) * 3_600_000,
    ...(i === 0 ? { goneAt: NOW + DAY } : {}),
    ...(i === 8 ? { changedAt: NOW + DAY } : {}),
  })),
  { number: 41, receivedAt: NOW + DAY },
  { number: 42, receivedAt: NOW + 2 * DAY },
]

const FIELDS = Array.from({ length: 12 }, (_, i) => `LV${String(i + 1).padStart(2, '0')}`)

/** `2026-01-01T02:30:00+0000`, as the portal writes instants. */
function written(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}+0000`
}

export type DossierRow = ReturnType<typeof dossierRow>

function dossierRow({ number, receivedAt, changedAt }: Held, now: number) {
  const changed = changedAt !== undefined && changedAt <= now ? changedAt : undefined
  return {
    id: number,
    code: `H99.01-26-${String(number).padStart(4, '0')}`,
    procedure: '1.001612',
    agency: 'H99.01',
    state: changed ? 'done' : 'processing',
    received: written(receivedAt),
    finished: changed ? written(changed) : '',
    modified: written(changed ?? receivedAt),
    applicant: { fullName: `Trần Thị ${number}`, phone: `09000000${number}` },
  }
}

/** The portal at an instant: logins, dossiers by day of reception or by change, and fields in numbered pages. */
export function oneStopHandlers(now: number): RequestHandler[] {
  const rows = DOSSIERS.filter(
    ({ receivedAt, goneAt = now + 1 }) => receivedAt <= now && goneAt > now,
  )
  const dossiers = rows.map((held) => dossierRow(held, now))
  const gone = now > NOW ? 1 : 0
  const fields = FIELDS.slice(gone).map((code) => ({
    code,
    name: `Lĩnh vực ${code}`,
    head: 'Lê Văn B',
  }))
  let logins = 0
  const known = (request: Request) =>
    /^Bearer token-\d+$/.test(request.headers.get('authorization') ?? '')
  const refused = () => HttpResponse.json({ error: 'unauthorized' }, { status: 401 })
  return [
    http.post(`${BASE_URL}/login`, async ({ request }) => {
      const { username, password } = (await request.json()) as Partial<typeof ACCESS>
      if (username !== ACCESS.username || password !== ACCESS.password) return refused()
      logins += 1
      return HttpResponse.json({ accessToken: `token-${1000 + logins}` })
    }),
    http.get(`${BASE_URL}/dossiers`, ({ request }) => {
      if (!known(request)) return refused()
      const query = new URL(request.url).searchParams
      const found = dossiers.filter((row) => isAsked(row, query))
      const start = Number(query.get('start'))
      return HttpResponse.json({ total: found.length, rows: found.slice(start, start + 4) })
    }),
    http.get(`${BASE_URL}/fields`, ({ request }) => {
      if (!known(request)) return refused()
      const page = Number(new URL(request.url).searchParams.get('page'))
      return HttpResponse.json({ total: fields.length, rows: fields.slice(page * 4 - 4, page * 4) })
    }),
    http.post(`${BASE_URL}/received`, () => HttpResponse.json({})),
  ]
}

/** Days are of Việt Nam, both included. */
function isAsked(row: DossierRow, query: URLSearchParams): boolean {
  const day = new Date(Date.parse(row.received) + 7 * 3_600_000).toISOString().slice(0, 10)
  const { code, from = '', to = '9', changed } = Object.fromEntries(query)
  const isChanged = changed === undefined || Date.parse(row.modified) >= Date.parse(changed)
  return (code === undefined || row.code === code) && day >= from && day <= to && isChanged
}
