import { StoreError } from '@cchc/domain'
import type { Hub } from '@cchc/hub/contract'
import { ruleComparison } from '@cchc/hub/questions/rule-comparison'
import { describe, expect, it } from 'vitest'
import { createGateway } from '../src/index.ts'
import { A_REFUSAL, fakeHub, someStatistics } from './fake-hub.ts'

const app = createGateway(fakeHub())
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
const read = async (response: Response) => JSON.parse(await response.text())
const json = async (path: string) => read(await get(path))

/** A hub that keeps what it was asked. */
function hearing(asked: unknown[]): Hub {
  const hub = fakeHub()
  return {
    ...hub,
    ask: (question, query) => {
      asked.push(query)
      return hub.ask(question, query)
    },
  }
}

describe('figures', () => {
  it('gives statistics with their rule, period and rate on time', async () => {
    const body = await json('/v1/statistics/dossiers?org=H15&period=2022&by=org,month')
    expect(body.rule.id).toBe('tt01-2020')
    expect(body.rows[0].group.org.name).toBe('Sở Nội vụ')
    expect(body.total.onTime.numerator).toBe(
      body.total.statistics.resolvedEarly + body.total.statistics.resolvedOnTime,
    )
  })

  it('hands every parameter to the hub', async () => {
    const asked: unknown[] = []
    const hub = hearing(asked)
    const path = '/v1/statistics/dossiers?org=H15&period=2022-Q2&by=field&rule=x&source=a,b'
    expect((await createGateway(hub).request(path)).status).toBe(200)
    expect(asked).toEqual([
      { org: 'H15', period: '2022-Q2', by: ['field'], rule: 'x', source: ['a', 'b'] },
    ])
  })

  it('says of which instant figures are, and what froze them', async () => {
    const closed = {
      organisation: 'H15',
      period: '2022',
      from: '2021-12-15',
      to: '2022-12-14',
      asOf: '2022-12-20T08:00:00+07:00',
      recordedAt: '2022-12-20T09:00:00+07:00',
      by: 'an',
      note: null,
      restated: true,
    }
    const asked: unknown[] = []
    const hub = fakeHub({
      ask: (async (_: unknown, query: unknown) => {
        asked.push(query)
        return { ...someStatistics('x'), knownAt: closed.asOf, closed }
      }) as Hub['ask'],
    })
    const path =
      '/v1/statistics/dossiers?period=2022&asKnownAt=2023-01-05&current=true&treeAt=2022-06-30'
    const body = await read(await createGateway(hub).request(path))
    expect(asked).toEqual([
      { period: '2022', asKnownAt: '2023-01-05', current: true, treeAt: '2022-06-30' },
    ])
    expect(body.knownAt).toBe('2022-12-20T08:00:00+07:00')
    expect(body.closed).toMatchObject({ by: 'an', recordedAt: '2022-12-20T09:00:00+07:00' })
    expect((await get('/v1/statistics/dossiers?period=2022&asKnownAt=soon')).status).toBe(400)
    expect((await get('/v1/statistics/dossiers?period=2022&treeAt=soon')).status).toBe(400)
  })

  it('lists closed periods, their restatements and the calendar', async () => {
    const { items } = await json('/v1/periods')
    expect(items).toMatchObject([
      { state: 'reopened', events: [{ action: 'close' }, { note: 'Bổ sung hồ sơ' }] },
    ])
    const body = await json('/v1/periods/restatements?org=H15&period=2022')
    expect(body.knownAt).toBe('2023-01-05T07:00:00+07:00')
    expect(body.total.reasons).toMatchObject([{ reason: 'due_date_changed', dossiers: 1 }])
    expect((await json('/v1/calendar?year=2022')).days).toMatchObject([{ day: '2022-01-01' }])
    expect((await get('/v1/calendar?year=next')).status).toBe(400)
  })

  it('shows where the portals differ, and all lines on demand', async () => {
    const body = await json('/v1/reconciliation?period=2022-M05')
    expect(body.period).toEqual({ from: '2022-05-01', to: '2022-05-31' })
    expect(body.summary.lines).toBe(2)
    expect(body.lines).toMatchObject([{ channel: 'online', causes: [{ code: 'two_codes' }] }])
    expect((await json('/v1/reconciliation?period=2022&all=true')).lines).toHaveLength(2)
    expect((await get('/v1/reconciliation?all=true')).status).toBe(400)
  })

  it('hands every parameter of a reconciliation to the hub', async () => {
    const asked: unknown[] = []
    const hub = fakeHub({
      reconcile: async (query) => {
        asked.push(query)
        return fakeHub().reconcile(query)
      },
    })
    const path = '/v1/reconciliation?org=H15&period=2022&tolerance=0,5%25&source=a,b'
    expect((await createGateway(hub).request(path)).status).toBe(200)
    expect(asked).toEqual([
      { organisation: 'H15', period: '2022', tolerance: '0,5%', sources: ['a', 'b'] },
    ])
  })

  it('puts counting rules side by side, with the causes of their differences', async () => {
    const body = await json(
      '/v1/statistics/comparison?org=H15&period=2022&rule=tt01-2020,qd766-2022',
    )
    expect(body.rules.map(({ id }: { id: string }) => id)).toEqual(['tt01-2020', 'qd766-2022'])
    expect(body.period).toEqual({ from: '2021-12-15', to: '2022-12-14' })
    expect(ruleComparison.answer.parse(body)).toEqual(body)
    const { components } = await json('/openapi.json')
    expect(JSON.stringify(components.schemas.RuleComparison)).toContain('"required":["en","vi"]')
    const [difference] = body.total.differences
    expect(difference.causes[0]).toMatchObject({
      cause: 'withdrawn',
      name: { en: 'Withdrawn by the citizen', vi: 'Hồ sơ công dân rút' },
      dossiers: 1,
      answers: { base: { vi: 'Đúng hạn.' }, other: { en: 'Timed.', vi: 'Có xét hạn.' } },
    })
    const asked: unknown[] = []
    const hub = hearing(asked)
    const path = '/v1/statistics/comparison?period=2022-Q2&by=org&source=a,b&rule=x,%20y'
    expect((await createGateway(hub).request(path)).status).toBe(200)
    expect(asked).toEqual([
      { period: '2022-Q2', by: ['org'], source: ['a', 'b'], rule: ['x', 'y'] },
    ])
    expect((await createGateway(hub).request('/v1/statistics/comparison?period=2022')).status).toBe(
      400,
    )
  })

  it('counts procedures', async () => {
    expect((await json('/v1/procedures/counts?by=level')).total).toBe(1909)
    expect((await json('/v1/procedures/counts?org=H15')).total).toBe(7)
  })
})

describe('lists', () => {
  it('goes through a list by opaque cursors, nothing lost and nothing twice', async () => {
    for (const list of ['organisations', 'procedures', 'runs']) {
      const seen: string[] = []
      let next: string | null = ''
      while (next !== null) {
        const after: string = next === '' ? '' : `&after=${next}`
        const page = await json(`/v1/${list}?limit=2${after}`)
        seen.push(...page.items.map((item: { code?: string; id?: string }) => item.code ?? item.id))
        next = page.next
      }
      expect(seen).toHaveLength(3)
      expect(new Set(seen).size).toBe(3)
    }
  })

  it('refuses the cursor of another list', async () => {
    const { next } = await json('/v1/runs?limit=1')
    const response = await get(`/v1/organisations?after=${next}`)
    expect(response.status).toBe(400)
    expect((await read(response)).faults[0].path).toBe('after')
  })

  it('shows runs and refused records with instants in Vietnam', async () => {
    expect((await json('/v1/runs/run-1')).startedAt).toBe('2022-12-15T08:00:00+07:00')
    expect((await json('/v1/quarantine')).items[0].reasons).toEqual(A_REFUSAL.reasons)
    expect((await json('/v1/quarantine/q-1')).lastSeenAt).toBe('2022-12-15T09:00:00+07:00')
    expect((await json('/v1/sources')).items[0].id).toBe('province')
    expect((await json('/v1/templates')).items[0].id).toBe('tt01-06a')
  })
})

describe('reports', () => {
  const path = '/v1/reports/tt01-06a?org=H15&period=2022'

  it('gives the form asked for by format, before Accept', async () => {
    const response = await get(`${path}&format=md`, { Accept: 'text/csv' })
    expect(await response.text()).toBe('md of report')
    expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
  })

  it('gives the form that Accept asks for, JSON unless told', async () => {
    expect(await (await get(path, { Accept: 'text/csv' })).text()).toBe('csv of report')
    expect((await read(await get(path))).templateId).toBe('tt01-06a')
    expect((await read(await get(path, { Accept: '*/*' }))).templateId).toBe('tt01-06a')
    expect((await get(path, { Accept: 'image/png' })).status).toBe(400)
  })
})

describe('problems', () => {
  it('names every fault of bad input', async () => {
    const response = await get('/v1/statistics/dossiers?period=2022-Q9&by=colour&perod=1')
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const problem = await read(response)
    expect(problem).toMatchObject({ status: 400, code: 'usage_invalid' })
    expect(problem.instance).toBe('/v1/statistics/dossiers')
    const paths = problem.faults.map(({ path }: { path: string }) => path)
    expect(paths).toEqual(expect.arrayContaining(['period', 'by.0', 'perod']))
  })

  it('suggests near things', async () => {
    const response = await get('/v1/statistics/dossiers?org=H99&period=2022')
    expect(response.status).toBe(404)
    expect((await read(response)).fix).toBe('Did you mean H15?')
    expect((await get('/v1/runs/none')).status).toBe(404)
    expect((await read(await get('/v2'))).code).toBe('not_found')
  })

  it('keeps unexpected failures to itself and tells the log', async () => {
    const told: unknown[] = []
    const broken = fakeHub({
      organisations: async () => {
        throw new Error('SELECT secret')
      },
    })
    const gateway = createGateway(broken, { onError: (error) => told.push(error) })
    const response = await gateway.request('/v1/organisations')
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('secret')
    expect(told).toHaveLength(1)
  })
})

describe('health', () => {
  it('is alive while the database is away, and not ready', async () => {
    const ping = async () => {
      throw new StoreError('The database cannot be read.', { fix: 'Check the disk.' })
    }
    const gateway = createGateway(fakeHub({ store: { ping } as never }))
    expect((await gateway.request('/health')).status).toBe(200)
    const ready = await gateway.request('/ready')
    expect(ready.status).toBe(503)
    expect((await read(ready)).fix).toBe('Check the disk.')
    expect((await json('/ready')).streams[0].lastRun.status).toBe('done')
  })
})

describe('keys', () => {
  const locked = createGateway(fakeHub(), { apiKey: 'a-long-random-key' })
  const status = async (path: string, authorization?: string) =>
    (await locked.request(path, authorization ? { headers: { authorization } } : {})).status

  it('asks for the key wherever there is data', async () => {
    expect(await status('/v1/sources')).toBe(401)
    expect(await status('/ready')).toBe(401)
    expect(await status('/v1/sources', 'Bearer wrong')).toBe(401)
    expect(await status('/v1/sources', 'Bearer a-long-random-key')).toBe(200)
    expect(await status('/health')).toBe(200)
  })

  it('answers only under loopback names without a key', async () => {
    expect((await app.request('http://evil.example/v1/sources')).status).toBe(421)
    expect((await app.request('http://127.0.0.1:8080/v1/sources')).status).toBe(200)
    expect((await app.request('http://[::1]:8080/v1/sources')).status).toBe(200)
  })
})
