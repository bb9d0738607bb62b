import type { Hub } from '@cchc/hub'
import { SCOPES, type Scope } from '@cchc/hub/access/scope'
import { createKey } from '@cchc/hub/actions/keys'
import { VIEWS } from '@cchc/pages'
import { beforeAll, expect, test } from 'vitest'
import { createGateway } from '../../src/index.ts'
import { smallIssuer } from '../small-issuer.ts'
import { LOOKS } from './asked-views.ts'
import { hostileHub } from './hostile-hub.ts'

const READS = ['figures:read', 'runs:read'] as const

/** What each kind of caller may do beside looking; whoever looks may check files and have forms filled. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  loopback: [
    'soat-loi',
    'dien-bieu',
    'tong-hop',
    'hoan-tac',
    'chot-ky',
    'khong-can-xu-ly',
    'dong-bo',
    'doc-lai',
  ],
  admin: [
    'soat-loi',
    'dien-bieu',
    'tong-hop',
    'hoan-tac',
    'chot-ky',
    'khong-can-xu-ly',
    'dong-bo',
    'doc-lai',
  ],
  reader: ['soat-loi', 'dien-bieu'],
  'reader of a unit': ['soat-loi', 'dien-bieu'],
  enter: ['soat-loi', 'dien-bieu', 'tong-hop', 'hoan-tac'],
  close: ['soat-loi', 'dien-bieu', 'chot-ky'],
  'close of a unit': ['soat-loi', 'dien-bieu', 'chot-ky'],
  'sync:run': ['soat-loi', 'dien-bieu', 'khong-can-xu-ly', 'dong-bo', 'doc-lai'],
  'only sync:run': ['khong-can-xu-ly', 'dong-bo', 'doc-lai'],
  public: [],
  'token that enters': ['soat-loi', 'dien-bieu', 'tong-hop', 'hoan-tac'],
  'token that runs': ['soat-loi', 'dien-bieu', 'khong-can-xu-ly', 'dong-bo', 'doc-lai'],
}

const FORMS = VIEWS.flatMap(({ path, form }) => (form ? [path.slice(1)] : []))

let closed: ReturnType<typeof createGateway>
let open: typeof closed
const keys: Record<string, string> = {}

beforeAll(async () => {
  const hub = await hostileHub()
  open = createGateway({ ...hub, access: { ...hub.access, hasKeys: async () => false } })
  const make = async (name: string, scopes: readonly Scope[], more: object = {}) => {
    keys[name] = (
      await hub.act(createKey, { name, scopes: [...scopes], org: ['all'], ...more })
    ).key
  }
  await make('admin', ['admin'])
  await make('reader', READS)
  await make('reader of a unit', READS, { org: ['H15.01'] })
  await make('enter', [...READS, 'enter'])
  await make('close', [...READS, 'close'])
  await make('close of a unit', [...READS, 'close'], { org: ['H15.01'] })
  await make('sync:run', [...READS, 'sync:run'])
  await make('only sync:run', ['sync:run'])
  await make('public', ['figures:read'], { public: true })
  closed = await withTokens(hub)
})

async function withTokens(hub: Hub) {
  const issuer = await smallIssuer()
  const oidc = issuer.settings({
    scopes: { claim: 'role', values: Object.fromEntries(SCOPES.map((scope) => [scope, [scope]])) },
    organisations: { claim: 'unit', values: { all: 'all' } },
  })
  const token = (role: string) => issuer.sign({ role: [...READS, role], unit: 'all' })
  keys['token that enters'] = await token('enter')
  keys['token that runs'] = await token('sync:run')
  return createGateway({
    ...hub,
    settings: { ...hub.settings, gateway: { ...hub.settings.gateway, oidc } },
  })
}

async function ask(kind: string, path: string, init: RequestInit = {}) {
  const app = kind === 'loopback' ? open : closed
  const headers = {
    Origin: 'http://127.0.0.1',
    Cookie: `cchc=${keys[kind] ?? ''}`,
    ...init.headers,
  }
  const response = await app.request(`http://127.0.0.1${path}`, { ...init, headers })
  return { status: response.status, html: await response.text() }
}

function nonsense(): FormData {
  const form = new FormData()
  for (const name of ['id', 'period']) form.append(name, 'x')
  return form
}

/** Whether a form of nonsense is refused for who sends it, before anything that is wrong in it. */
async function isRefused(kind: string, form: string) {
  const { status, html } = await ask(kind, `/trang/${form}`, {
    method: 'POST',
    body: nonsense(),
  })
  expect([400, 403, 404, 422], html).toContain(status)
  return status === 403
}

test.each(Object.entries(KINDS))(
  '%s is shown the forms that are taken of them, and no others',
  async (kind, allowed) => {
    for (const form of FORMS) {
      const { status, html } = await ask(kind, `/trang/${form}`)
      const isShown = html.includes(`method="post"`) && html.includes(`action="/trang/${form}"`)
      const where = `${kind}, ${form}: ${status}`
      expect(isShown, where).toBe(allowed.includes(form))
      expect(await isRefused(kind, form), where).toBe(!isShown)
      if (status === 200 && !isShown)
        expect(html, where).toContain('Bạn không thực hiện được việc này')
    }
  },
)

test.each(Object.entries(KINDS))(
  '%s is led to no form that would be refused',
  async (kind, allowed) => {
    const refused = FORMS.filter((form) => !allowed.includes(form) && form !== 'soat-loi')
    let led = 0
    for (const path of LOOKS) {
      const { html } = await ask(kind, path)
      const [, main = ''] = html.split('<main')
      for (const form of refused)
        expect(main.includes(`href="/trang/${form}`), `${path} to ${form}`).toBe(false)
      led += allowed.filter((form) => main.includes(`href="/trang/${form}`)).length
    }
    if (kind !== 'public' && kind !== 'only sync:run') expect(led).toBeGreaterThan(0)
  },
)
