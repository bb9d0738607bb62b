import { createHttp, createIo, type Log } from '@cchc/connector-kit'
import { dayNumber, startOfDay } from '@cchc/domain'
import {
  type FaultPlan,
  type OpenCpsQuirks,
  openCpsHandlers,
  type PagingFault,
  type World,
} from '@cchc/portals'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { openCps } from '../src/index.ts'

const baseUrl = 'http://opencps.test'
const access = { baseUrl, username: 'cchc', password: 's3cret-pass', groupId: '55301' }

export interface Settings {
  readonly config?: object
  readonly quirks?: OpenCpsQuirks
  readonly faults?: FaultPlan
  readonly paging?: PagingFault
  /** The clock of the hub, 01:00 of this day unless changed later. */
  readonly today?: string
}

/** A simulated OpenCPS in process, and every request that it got. */
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

  const open = ({ config, quirks, faults, paging, today = '2023-01-01' }: Settings = {}) => {
    server.use(...openCpsHandlers(world, { ...access, quirks, faults, paging }))
    const parsed = openCps.config.parse({
      ...access,
      since: '2021-09-01',
      pageSize: 20,
      windowDays: 31,
      ...config,
    })
    const { signal } = new AbortController()
    const now = () => startOfDay(dayNumber(today)) + 3_600_000
    const http = createHttp({ baseUrl, signal, log, now, sleep: async () => {}, retries: 2 })
    const io = { ...createIo({ log, now, signal }), http }
    return { streams: openCps.open(parsed, io), check: () => openCps.check(parsed, io) }
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
  const error = await promise.then(
    () => new Error('nothing was thrown'),
    (thrown: unknown) => thrown as Error,
  )
  return error
}
