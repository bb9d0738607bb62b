import { createHttp, createIo, type Log } from '@cchc/connector-kit'
import { dayNumber, startOfDay } from '@cchc/domain'
import { type IgateOptions, igateHandlers, type World } from '@cchc/portals'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { igate } from '../src/index.ts'
import { access, config } from './access.ts'

interface Settings extends Partial<IgateOptions> {
  readonly config?: object
  /** The clock of the hub and of the logins, 01:00 of this day. */
  readonly today?: string
}

/** A simulated iGate in process, and every request that it got. */
export function simulate(world: World) {
  const server = setupServer()
  const requests: URL[] = []
  beforeAll(() => {
    server.events.on('request:start', ({ request }) => {
      requests.push(new URL(request.url))
    })
    server.listen({ onUnhandledFrame: 'error' })
  })
  afterEach(() => {
    server.resetHandlers()
    requests.length = 0
  })
  afterAll(() => server.close())

  const open = ({ config: own, today = '2023-01-01', ...portal }: Settings = {}) => {
    const now = () => startOfDay(dayNumber(today)) + 3_600_000
    server.use(...igateHandlers(world, { ...access, now, ...portal }))
    const parsed = igate.config.parse({ ...config, pageSize: 20, windowDays: 31, ...own })
    const { signal } = new AbortController()
    const { baseUrl } = access
    const allowedHosts = [new URL(access.loginUrl).host]
    const options = { baseUrl, allowedHosts, signal, log, now, retries: 2 }
    const http = createHttp({ ...options, sleep: async () => {} })
    const io = { ...createIo({ log, now, signal }), http }
    return { streams: igate.open(parsed, io), check: () => igate.check(parsed, io) }
  }
  return { server, requests, open }
}

const log: Log = { debug() {}, info() {}, warn() {} }

/** All pages of a reading. */
export async function pagesOf<P>(pages: AsyncIterable<P>): Promise<P[]> {
  const all: P[] = []
  for await (const page of pages) all.push(page)
  return all
}

/** All records of a reading. */
export async function recordsOf<T>(
  pages: AsyncIterable<{ readonly records: readonly T[] }>,
): Promise<T[]> {
  return (await pagesOf(pages)).flatMap((page) => page.records)
}

/** The error of a reading that must fail. */
export async function errorOf(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => new Error('nothing was thrown'),
    (thrown: unknown) => thrown as Error,
  )
}
