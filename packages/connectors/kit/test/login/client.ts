import { createHttp, type HttpOptions, type LoginIo } from '../../src/index.ts'
import { type Answer, memoryLog, startPortal } from '../portal.ts'

const NOW = Date.UTC(2026, 0, 15, 3)

/** Portals of a test file; `close` ends them. */
export function portals() {
  const open: { close(): Promise<void> }[] = []
  return {
    async start(...answers: Answer[]) {
      const portal = await startPortal(...answers)
      open.push(portal)
      return portal
    },
    close: async () => void (await Promise.all(open.splice(0).map((portal) => portal.close()))),
  }
}

/** What a login works with: a real client, a clock that the test sets, and every secret that was told. */
export function loginIo(baseUrl: string, options: Partial<HttpOptions> = {}) {
  const clock = { now: NOW }
  const secrets: string[] = []
  const now = () => clock.now
  const http = createHttp({
    baseUrl,
    signal: new AbortController().signal,
    log: memoryLog(),
    now,
    sleep: async () => {},
    concurrency: 8,
    ...options,
  })
  const secret = (value: string) => {
    secrets.push(value)
    return value
  }
  const io: LoginIo = { http, now, secret }
  return { io, clock, secrets }
}
