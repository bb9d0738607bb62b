import { createHttp, createIo, type Log } from '@cchc/connector-kit'
import { type NationalOptions, nationalHandlers, smallWorld, type World } from '@cchc/portals'
import { http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { nationalDvc } from '../src/index.ts'

const baseUrl = 'http://national.test'
export const access = { baseUrl, username: 'cchc', password: 's3cret-pass' }

export const world = smallWorld({ dossiers: 300 })
const server = setupServer()

/** The small world with `count` procedures, most of which nobody asks for. */
export function manyProcedures(count: number): World {
  const procedures = Array.from({ length: count }, (_, index) => ({
    ...(world.procedures[index % world.procedures.length] as World['procedures'][number]),
    code: `1.${String(200_000 + index)}`,
  }))
  return { ...world, procedures }
}

/** What the portal was asked, oldest first: the service or the path, and the body. */
export const asked: { what: string; body: Record<string, unknown> }[] = []

/** Starts and stops the simulated portal around the tests of a file. */
export function usePortal(): void {
  beforeAll(() => {
    server.listen({ onUnhandledFrame: 'error' })
    server.events.on('request:start', async ({ request }) => {
      const path = new URL(request.url).pathname
      const body = (await request.clone().json()) as Record<string, unknown>
      asked.push({ what: String(body.service ?? path.split('/').at(-1)), body })
    })
  })
  afterEach(() => {
    server.resetHandlers()
    asked.length = 0
  })
  afterAll(() => server.close())
}

const MAY_2023 = Date.UTC(2023, 4, 15)

export interface Settings {
  readonly config?: object
  readonly portal?: Partial<NationalOptions>
  readonly shown?: World
  readonly now?: number
}

/** Opens the connector on the simulated portal; every line it logs is kept. */
export function opened({ config, portal, shown = world, now = MAY_2023 }: Settings = {}) {
  server.use(...nationalHandlers(shown, { ...access, ...portal }))
  const parsed = nationalDvc.config.parse({
    ...access,
    unitCode: `000.00.00.${world.provinceCode}`,
    ...config,
  })
  const lines: string[] = []
  const write = (message: string, facts?: object) => {
    lines.push(`${message} ${JSON.stringify(facts ?? {})}`)
  }
  const log: Log = { debug: write, info: write, warn: write }
  const { signal } = new AbortController()
  const { concurrency } = parsed.http
  const allowedHosts = nationalDvc.hosts?.(parsed) ?? []
  const client = createHttp({
    baseUrl,
    signal,
    log,
    now: () => now,
    sleep: async () => {},
    retries: 2,
    concurrency,
    allowedHosts,
  })
  const io = { ...createIo({ log, now: () => now, signal }), http: client }
  return {
    streams: nationalDvc.open(parsed, io),
    check: () => nationalDvc.check(parsed, io),
    lines,
  }
}

/** Answers one path of the portal with a fixed body. */
export function answering(path: string, response: () => Response): void {
  server.use(http.post(`${baseUrl}${path}`, response))
}

/** All pages of a reader. */
export async function pagesOf<T>(reader: AsyncIterable<T>): Promise<T[]> {
  const pages: T[] = []
  for await (const page of reader) pages.push(page)
  return pages
}

/** All records of a reader. */
export async function recordsOf<T>(
  reader: AsyncIterable<{ readonly records: readonly T[] }>,
): Promise<T[]> {
  return (await pagesOf(reader)).flatMap(({ records }) => [...records])
}

export const fromStart = { cursor: undefined }
