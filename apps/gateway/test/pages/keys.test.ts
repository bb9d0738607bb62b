import { createKey } from '@cchc/hub/actions/keys'
import { beforeAll, describe, expect, test } from 'vitest'
import { createGateway } from '../../src/index.ts'
import { LOOKS } from './asked-views.ts'
import { hostileHub } from './hostile-hub.ts'
import { figuresOf } from './html-of.ts'

describe('where keys are asked for', () => {
  let app: ReturnType<typeof createGateway>
  const keys: Record<string, string> = {}
  beforeAll(async () => {
    const hub = await hostileHub()
    const make = async (name: string, org: string) => {
      const asked = { name, scopes: ['figures:read' as const], org: [org] }
      keys[name] = (await hub.act(createKey, asked)).key
    }
    await make('all', 'all')
    await make('unit', 'H15.01')
    app = createGateway(hub)
  })

  async function look(path: string, { cookie }: { cookie?: string } = {}) {
    const headers = cookie === undefined ? {} : { Cookie: cookie }
    const response = await app.request(`http://127.0.0.1${path}`, { headers })
    return { response, status: response.status, html: await response.text() }
  }

  const signIn = (form: Record<string, string>, headers: Record<string, string> = {}) =>
    app.request('http://127.0.0.1/trang/dang-nhap', {
      method: 'POST',
      headers: { Origin: 'http://127.0.0.1', ...headers },
      body: new URLSearchParams(form),
    })

  test('nothing is shown without one, and the form leads back', async () => {
    for (const path of LOOKS) {
      const { status, response } = await look(path)
      expect([path, status]).toEqual([path, 302])
      expect(response.headers.get('Location')).toMatch(/^\/trang\/dang-nhap\?to=%2Ftrang%2F/)
    }
  })

  test('a good key goes into a cookie that no script sees and no other site sends', async () => {
    const to = '/trang/tong-quan?period=2022'
    const response = await signIn({ key: keys.all ?? '', to })
    expect([response.status, response.headers.get('Location')]).toEqual([303, to])
    const cookie = response.headers.get('Set-Cookie') ?? ''
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/trang'])
      expect(cookie).toContain(part)
    const { status } = await look(to, { cookie: cookie.split(';')[0] ?? '' })
    expect(status).toBe(200)
  })

  test('a wrong key is refused in words, and is nowhere in the answer', async () => {
    const response = await signIn({ key: 'cchc_1_wrong-key', to: 'https://example.org/' })
    const html = await response.text()
    expect([response.status, response.headers.get('Set-Cookie')]).toEqual([401, null])
    expect(html).toContain('role="alert"')
    expect(html).not.toContain('wrong-key')
    expect(html).not.toContain('example.org')
  })

  test('no other site signs anybody in, or leads away', async () => {
    const foreign = await signIn(
      { key: keys.all ?? '', to: '/' },
      { Origin: 'https://example.org' },
    )
    expect(foreign.status).toBe(403)
    for (const to of [
      'https://example.org/trang/',
      '//example.org/trang/x',
      '/\\example.org',
      'javascript:alert(1)',
    ]) {
      const response = await signIn({ key: keys.all ?? '', to })
      expect(response.headers.get('Location')).toBe('/trang/tong-quan')
    }
  })

  test('the API itself takes no cookie', async () => {
    const { status } = await look('/v1/organisations', { cookie: `cchc=${keys.all}` })
    expect(status).toBe(401)
  })

  test('a key that is bound sees its own unit, and is told so of others', async () => {
    const cookie = `cchc=${keys.unit}`
    const own = await look('/trang/tong-quan?period=2022&partial=true', { cookie })
    expect(own.status).toBe(200)
    expect(figuresOf(own.html).get('receivedTotal H15.01 2022')).toContain('3')
    expect(own.html).not.toContain('org=H15.02')
    for (const path of [
      'tong-quan',
      'chia-theo',
      'quy-tac',
      'nguon-goc',
      'qua-han',
      'tai-ve/thong-ke',
      'tai-ve/qua-han',
    ]) {
      const other = await look(`/trang/${path}?org=H15.02&period=2022`, { cookie })
      expect([path, other.status]).toEqual([path, 403])
      expect(other.html).toContain('Cách xử lý')
      expect(other.html).not.toContain('onerror')
    }
    const sources = await look('/trang/nguon', { cookie })
    expect(sources.status).toBe(403)
  })
})
