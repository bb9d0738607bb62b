import type { Hono } from 'hono'

/** Where the page is asked for. */
export const PLACE = 'http://127.0.0.1'

/** What a browser does: it keeps cookies, and sends them. */
export function withCookies(app: Pick<Hono, 'request'>) {
  const jar = new Map<string, string>()
  const set: string[] = []
  const open = async (path: string, init: RequestInit = {}) => {
    const Cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await app.request(`${PLACE}${path}`, {
      ...init,
      headers: { ...init.headers, Cookie },
    })
    for (const one of response.headers.getSetCookie()) {
      set.push(one)
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? []
      if (/Max-Age=0/.test(one)) jar.delete(name)
      else jar.set(name, value)
    }
    const to = response.headers.get('Location') ?? ''
    return { status: response.status, html: await response.text(), to }
  }
  /** From the page to the issuer and to where it sends back. */
  const goRound = async (to: string) => {
    const begun = await open(`/trang/dang-nhap/he-thong?to=${encodeURIComponent(to)}`)
    const sent = await fetch(begun.to, { redirect: 'manual' })
    const back = new URL(sent.headers.get('Location') ?? '')
    return { begun, path: `${back.pathname}${back.search}` }
  }
  const signIn = async (to: string) => open((await goRound(to)).path)
  return { open, goRound, signIn, jar, set }
}
