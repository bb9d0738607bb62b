import { isAppError } from '@cchc/domain'
import { HttpResponse, http } from 'msw'
import { describe, expect, test } from 'vitest'
import type { Connector } from '../contract.ts'
import { type BenchPortal, failureOf, readAll, type Session } from './bench-portal.ts'

const LONG_WAIT_SECONDS = 7200
const SHORT_WAIT_SECONDS = 7

type Action = readonly [name: string, act: (session: Session) => Promise<unknown>]

interface Setting {
  readonly portal: BenchPortal
  readonly now: number
  readonly canary: string
}

/** What must happen when a portal is not well. */
export function faultTests(connector: Connector, setting: Setting): void {
  const { portal } = setting
  const streams = Object.keys(connector.streams).map(
    (name): Action => [name, (session) => readAll(session.streams[name])],
  )
  const check: Action = ['check', (session) => session.check()]
  describe.each([check, ...streams])('%s', (_, act) => actionTests(act, setting))

  test.each(Object.keys(connector.streams))('%s sends nothing more once stopped', async (name) => {
    const wholeRead = await requestsOf(portal, () => readAll(portal.open().streams[name]))
    const session = portal.open()
    let sent = 0
    let error: unknown
    const read = async () => {
      const pages = session.streams[name]?.read({ cursor: undefined }) ?? []
      for await (const _page of pages) {
        session.stop()
        sent = portal.requests
      }
    }
    const stoppedRead = await requestsOf(portal, async () => {
      error = await failureOf(read)
    })
    expect(portal.requests - sent).toBeLessThanOrEqual(1)
    if (stoppedRead < wholeRead) expect(error).toMatchObject({ code: 'run_interrupted' })
  })
}

async function requestsOf(portal: BenchPortal, action: () => Promise<unknown>): Promise<number> {
  const before = portal.requests
  await action()
  return portal.requests - before
}

function actionTests(act: Action[1], { portal, now, canary }: Setting): void {
  const always = (status: number, body: string, headers: Record<string, string> = {}) => {
    portal.server.use(http.all('*', () => new HttpResponse(body, { status, headers })))
  }
  const thrown = async (session = portal.open()) => {
    const error = await failureOf(() => act(session))
    const said = [String(error), JSON.stringify(error), ...session.logged].join('\n')
    expect(said).not.toContain(canary)
    for (const secret of portal.secrets) expect(said).not.toContain(secret)
    return error
  }

  test('throws PortalUnavailable for a 500 that stays', async () => {
    always(500, `${canary} stack trace`)
    expect(await thrown()).toMatchObject({ code: 'portal_unavailable' })
  })

  test('never takes a web page with status 200 for data', async () => {
    always(200, `<!DOCTYPE html><html><body>${canary}</body></html>`)
    expect(await thrown()).toMatchObject({ code: 'portal_changed' })
  })

  test('never takes an empty answer for data', async () => {
    always(200, '')
    expect(['portal_unavailable', 'portal_changed']).toContain(await codeOf(thrown()))
  })

  test('waits as a 429 asks, and goes on', async () => {
    const headers = { 'Retry-After': String(SHORT_WAIT_SECONDS) }
    portal.server.use(
      http.all('*', () => new HttpResponse('', { status: 429, headers }), { once: true }),
    )
    const session = portal.open()
    expect(await thrown(session)).toBeUndefined()
    expect(session.waits).toContain(SHORT_WAIT_SECONDS * 1000)
  })

  test('stops softly when a 429 asks for a long wait', async () => {
    always(429, '', { 'Retry-After': String(LONG_WAIT_SECONDS) })
    const retryAt = now + LONG_WAIT_SECONDS * 1000
    expect(await thrown()).toMatchObject({ code: 'portal_throttled', retryAt })
  })

  test('does not begin once the run was stopped', async () => {
    const session = portal.open()
    session.stop()
    expect(await thrown(session)).toMatchObject({ code: 'run_interrupted' })
  })
}

async function codeOf(thrown: Promise<unknown>): Promise<string | undefined> {
  const error = await thrown
  return isAppError(error) ? error.code : undefined
}
