import { startPostgres } from '@cchc/store/testing'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Asking } from '../src/answering/answer.ts'
import { AnswerPool } from '../src/answering/answer-pool.ts'
import { createGateway, serveGateway } from '../src/index.ts'
import { hearing, smallHubAndOptions } from './small-hub.ts'

type Small = Awaited<ReturnType<typeof smallHubAndOptions>>

let small: Small
let onPostgres: Small
beforeAll(async () => {
  small = await smallHubAndOptions()
  const server = await startPostgres()
  afterAll(() => server.stop())
  onPostgres = await smallHubAndOptions(await server.url('cchc_gateway'))
})

const pools: AnswerPool[] = []
afterAll(() => Promise.all(pools.map((pool) => pool.close())))

function poolOf(
  limits: ConstructorParameters<typeof AnswerPool>[1] = {},
  { options }: Small = small,
): AnswerPool {
  const pool = new AnswerPool(options, limits)
  pools.push(pool)
  return pool
}

const STATISTICS: Asking = {
  path: '/v1/statistics/dossiers',
  asked: { period: '2022', by: [] },
  language: 'en',
}
const never = new AbortController().signal
const long = [
  '/v1/statistics/dossiers?period=2022&by=org,month',
  '/v1/why?indicator=III/3.1&period=2022&asKnownAt=2023-01-05',
  '/v1/reports/bnv-581-province?period=2022&asKnownAt=2023-01-05',
  '/v1/reports/bnv-581-province?period=2022&asKnownAt=2023-01-05&format=csv',
  '/v1/indicators/missing?period=2022&template=bnv-581-province',
  '/v1/statistics/dossiers?org=H15.03&period=2022',
]

it.each([
  ['SQLite', () => small],
  ['PostgreSQL', () => onPostgres],
])(
  'what takes long is answered by threads as a hub on %s answers it, its failures too, and the hub is not asked',
  async (_store, on) => {
    const heard: unknown[] = []
    const answerer = poolOf({}, on())
    const app = createGateway(hearing(on().hub, heard), { answerer })
    const alone = createGateway(on().hub)
    for (const path of long) {
      const asked = { headers: { 'X-Request-Id': 'same' } }
      const [here, there] = await Promise.all([
        alone.request(path, asked),
        app.request(path, asked),
      ])
      expect(there.status, path).toBe(here.status)
      expect(there.headers.get('content-type')).toBe(here.headers.get('content-type'))
      expect(await there.text(), path).toBe(await here.text())
    }
    expect(heard).toEqual([])
  },
)

const momentary = [
  '/v1/status',
  '/v1/organisations?limit=1',
  '/v1/organisations?after=nowhere',
  '/v1/procedures',
  '/v1/procedures?field=nowhere',
  '/v1/indicators?org=H15&period=2022',
]

it('what takes moments is answered by threads as well, behind nothing that takes long', async () => {
  const heard: unknown[] = []
  const busy = poolOf({ workers: 1 })
  const app = createGateway(hearing(small.hub, heard), { answerer: busy, doer: poolOf() })
  const alone = createGateway(small.hub)
  const asked = { headers: { 'X-Request-Id': 'same' } }
  for (const path of momentary) {
    const [here, there] = [await alone.request(path, asked), await app.request(path, asked)]
    expect(there.status, path).toBe(here.status)
    expect(there.headers.get('content-type')).toBe(here.headers.get('content-type'))
    expect(await there.text(), path).toBe(await here.text())
  }
  expect((await app.request('/v1/alerts')).status).toBe(200)
  expect(heard).toEqual([])
})

it('what people enter and close is done by a thread, and its refusals are told', async () => {
  const heard: unknown[] = []
  const app = createGateway(hearing(small.hub, heard), { doer: poolOf() })
  const put = async (path: string, body: object) => {
    const headers = { 'Content-Type': 'application/json' }
    const response = await app.request(path, { method: 'PUT', headers, body: JSON.stringify(body) })
    return { status: response.status, told: JSON.parse(await response.text()) }
  }
  const entry = '/v1/indicators/plan_tasks_total?org=H15&period=2021'
  const { status, told } = await put(entry, { value: '12', by: 'an' })
  expect([status, told.enteredBy, told.dryRun]).toEqual([200, 'an', false])
  expect((await put(entry, { value: 'nhiều', by: 'an' })).told.code).toBe('usage_invalid')
  const closing = '/v1/periods/2021/closing?org=H15'
  expect((await put(closing, { by: 'an' })).status).toBe(200)
  expect((await put(closing, { by: 'an' })).told.code).toBe('usage_invalid')
  expect(heard).toEqual([])
})

it('so many wait and no more; whoever comes then is told when to come again', async () => {
  const pool = poolOf({ workers: 1, waiting: 1 })
  const app = createGateway(small.hub, { answerer: pool })
  const answers = await Promise.all(long.slice(0, 3).map((path) => app.request(path)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 503])
  expect(answers[2]?.headers.get('retry-after')).toBe('10')
  expect((await app.request(`${long[0]}`)).status).toBe(200)
})

it('what takes too long, or nobody waits for any more, ends; the next one is answered', async () => {
  const hasty = poolOf({ workers: 1, milliseconds: 1 })
  await expect(hasty.answer(STATISTICS, never)).rejects.toMatchObject({ code: 'too_long' })
  const pool = poolOf({ workers: 1 })
  const client = new AbortController()
  const first = pool.answer(STATISTICS, client.signal)
  const waiting = pool.answer(STATISTICS, client.signal)
  const patient = pool.answer(STATISTICS, never)
  client.abort()
  await expect(first).rejects.toMatchObject({ code: 'gone' })
  await expect(waiting).rejects.toMatchObject({ code: 'gone' })
  expect(JSON.parse(new TextDecoder().decode(await patient))).toHaveProperty('total')
})

it('a served hub has threads, and ends with them', async () => {
  const stop = new AbortController()
  const { workers, onError } = { workers: small.options, onError: vi.fn() }
  const running = await serveGateway(small.hub, { port: 0, signal: stop.signal, workers, onError })
  const { status } = await fetch(`${running.url}${long[0]}`)
  expect(status).toBe(200)
  const client = new AbortController()
  const leaving = fetch(`${running.url}${long[1]}`, { signal: client.signal })
  client.abort()
  await expect(leaving).rejects.toThrow()
  stop.abort()
  await running.closed
  expect(onError).not.toHaveBeenCalled()
})
