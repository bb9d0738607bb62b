import { StoreError, say } from '@cchc/domain'
import type { Hub } from '@cchc/hub'
import { loadVietnamese } from '@cchc/hub/vietnamese'
import { beforeAll, describe, expect, it } from 'vitest'
import { createGateway } from '../src/index.ts'
import { REFUSALS } from '../src/refusal.ts'
import { hearing, smallHub } from './small-hub.ts'

let hub: Hub
let app: ReturnType<typeof createGateway>
beforeAll(async () => {
  hub = await smallHub()
  app = createGateway(hub)
})

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
const read = async (response: Response) => JSON.parse(await response.text())
const json = async (path: string) => read(await get(path))

/** What the hub is asked when a path is requested; that it may not know the answer does not matter. */
async function askedBy(path: string): Promise<unknown> {
  const heard: unknown[] = []
  await createGateway(hearing(hub, heard)).request(path)
  return heard[0]
}

const NO_DOSSIER = 'No source has any dossier of this organisation.'

describe('questions', () => {
  it('are answered with their rule, period and organisation', async () => {
    const body = await json('/v1/statistics/dossiers?org=H15.02&period=2022-M01&by=org,month')
    expect(body).toMatchObject({
      rule: { id: 'tt01-2020' },
      period: { from: '2021-12-15', to: '2022-01-14' },
      organisation: { name: 'Sở Nội vụ', level: 'department' },
      total: { statistics: { receivedTotal: null }, onTime: null },
      missing: ['Source province (dossiers) was never read whole.', NO_DOSSIER],
    })
    const compared = await json('/v1/statistics/comparison?period=2022&rule=tt01-2020,qd766-2022')
    expect(compared.rules.map(({ id }: { id: string }) => id)).toEqual(['tt01-2020', 'qd766-2022'])
  })

  it('get every parameter, lists taken apart and flags as they are', async () => {
    expect(
      await askedBy(
        '/v1/statistics/dossiers?org=H15&period=2022-Q2&by=field,%20month&rule=x&source=a,b&asKnownAt=2023-01-05&current=true&treeAt=2022-06-30',
      ),
    ).toEqual({
      ...{ org: 'H15', period: '2022-Q2', by: ['field', 'month'], rule: 'x', source: ['a', 'b'] },
      ...{ asKnownAt: '2023-01-05', current: true, treeAt: '2022-06-30' },
    })
    expect(
      await askedBy('/v1/statistics/comparison?period=2022&rule=x,%20y&current=false'),
    ).toEqual({
      ...{ period: '2022', rule: ['x', 'y'], current: false },
    })
    expect(await askedBy('/v1/reconciliation?period=2022&tolerance=0,5%25&all=true')).toEqual({
      ...{ period: '2022', tolerance: '0,5%', all: true },
    })
    expect(
      await askedBy('/v1/why?indicator=III/3.1&period=2022&template=t&column=(9)&rule=qd766-2022'),
    ).toEqual({
      ...{ indicator: 'III/3.1', period: '2022', template: 't', column: '(9)', rule: 'qd766-2022' },
    })
    expect(await askedBy('/v1/plans/2023?lateOn=2023-10-01')).toEqual({
      ...{ year: 2023, lateOn: '2023-10-01' },
    })
    expect(await askedBy('/v1/runs/7')).toEqual({ id: '7' })
  })

  it('tell where a figure comes from, and who entered it', async () => {
    const path = '/v1/why?indicator=plan_tasks_total&template=bnv-581-province&period=2022'
    const { cell } = await json(path)
    expect(cell).toMatchObject({ printed: '30', origin: { kind: 'entered', by: 'an' } })
  })

  it('list periods and the calendar', async () => {
    const { items } = await json('/v1/periods')
    expect(items).toMatchObject([
      { state: 'reopened', events: [{ action: 'close' }, { note: 'Bổ sung hồ sơ' }] },
    ])
    const restated = await json('/v1/periods/restatements?period=2022')
    expect(restated).toMatchObject({ state: 'reopened', total: { dossiers: 0 } })
    expect((await json('/v1/calendar?year=2026')).days[0].day).toMatch(/^2026-/)
  })

  it('show how the tasks of a plan stand, and what an index leaves to be gained', async () => {
    const stateOn = async (query: string) => {
      const body = await json(`/v1/plans/2023${query}`)
      return [body.on, ...body.tasks.map(({ state }: { state: string }) => state)]
    }
    expect(await stateOn('?lateOn=2023-10-01')).toEqual(['2023-10-01', 'late'])
    expect(await stateOn('?lateOn=2023-09-30')).toEqual(['2023-09-30'])
    expect((await get('/v1/plans/2024')).status).toBe(404)
    const { result, gap } = await json('/v1/indexes')
    expect([result.year, result.total.points, gap.target.places]).toEqual([2022, 82.91, 3])
  })
})

describe('lists', () => {
  it('are gone through by opaque cursors, nothing lost and nothing twice', async () => {
    for (const list of ['organisations', 'runs']) {
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

  it('hold a hundred items a page unless told, at most a thousand', async () => {
    expect(await askedBy('/v1/runs')).toEqual({ limit: 100 })
    expect(await askedBy('/v1/organisations?limit=1000')).toEqual({ limit: 1000 })
    expect((await get('/v1/organisations?limit=1001')).status).toBe(400)
  })

  it('refuse the cursor of another list', async () => {
    const { next } = await json('/v1/runs?limit=1')
    const response = await get(`/v1/organisations?after=${next}`)
    expect(response.status).toBe(400)
    expect((await read(response)).faults[0].path).toBe('after')
  })

  it('show runs and refused records with instants in Vietnam', async () => {
    const run = (await json('/v1/runs')).items.at(-1)
    expect(run).toMatchObject({ status: 'partial', startedAt: '2022-12-15T08:00:00+07:00' })
    expect(await json(`/v1/runs/${run.id}`)).toEqual({ ...run, gate: [] })
    const [refused] = (await json('/v1/quarantine')).items
    expect(refused.reasons).toEqual([{ path: 'receivedAt', message: 'not a date', fix: null }])
    expect((await json(`/v1/quarantine/${refused.id}`)).lastSeenAt).toBe(run.startedAt)
    expect((await json('/v1/sources')).items[0].id).toBe('province')
  })
})

describe('reports', () => {
  const path = '/v1/reports/bnv-581-province?period=2022'

  it('have the form asked for by format, before Accept', async () => {
    const response = await get(`${path}&format=md`, { Accept: 'text/csv' })
    expect(await response.text()).toContain('UBND tỉnh Đắk Nông')
    expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
  })

  it('have the form that Accept asks for, JSON unless told', async () => {
    const csv = await get(path, { Accept: 'text/csv' })
    expect(csv.headers.get('content-disposition')).toBe(
      'attachment; filename="bnv-581-province_H15_2022.csv"',
    )
    expect((await read(await get(path))).templateId).toBe('bnv-581-province')
    expect((await read(await get(path, { Accept: '*/*' }))).templateId).toBe('bnv-581-province')
    expect((await get(path, { Accept: 'image/png' })).status).toBe(400)
  })
})

describe('problems', () => {
  it('name every fault of bad input', async () => {
    const response = await get('/v1/statistics/dossiers?period=2022-Q9&by=colour&perod=1')
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const problem = await read(response)
    expect(problem).toMatchObject({ status: 400, code: 'usage_invalid' })
    expect(problem.instance).toBe('/v1/statistics/dossiers')
    const paths = problem.faults.map(({ path }: { path: string }) => path)
    expect(paths).toEqual(expect.arrayContaining(['period', 'by.0', 'perod']))
    for (const wrong of [
      'statistics/dossiers?period=2022&asKnownAt=soon',
      'statistics/dossiers?period=2022&treeAt=soon',
      'statistics/dossiers?period=2022&period=2023',
      'statistics/comparison?period=2022',
      'reconciliation?all=true',
      'why?org=H15',
      'calendar?year=next',
      'indexes?year=x',
      'plans/2023?dueBy=mai',
    ]) {
      expect((await get(`/v1/${wrong}`)).status, wrong).toBe(400)
    }
  })

  it('suggest near things', async () => {
    const response = await get('/v1/statistics/dossiers?org=H15.03&period=2022')
    expect(response.status).toBe(404)
    expect((await read(response)).fix).toContain('Did you mean H15.01 (Sở Tư pháp)')
    expect((await get('/v1/runs/none')).status).toBe(404)
    expect((await read(await get('/v2'))).code).toBe('not_found')
  })

  it('keep unexpected failures to themselves and tell the log', async () => {
    const told: unknown[] = []
    const ask = async () => {
      throw new Error('SELECT secret')
    }
    const gateway = createGateway({ ...hub, ask }, { onError: (error) => told.push(error) })
    const response = await gateway.request('/v1/organisations')
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('secret')
    expect(told).toHaveLength(1)
  })
})

describe('the language of problems', () => {
  const vietnamese = { 'Accept-Language': 'fr;q=0.3, vi-VN, en;q=0.8' }

  it('is the one that the client prefers', async () => {
    const locked = createGateway(hub, { apiKey: 'a-long-random-key' })
    const unknown = await locked.request('/v1/sources', { headers: vietnamese })
    expect(unknown.headers.get('content-language')).toBe('vi')
    expect(unknown.headers.get('www-authenticate')).toContain('Bearer')
    expect(await read(unknown)).toMatchObject({ title: 'Cần khóa API', code: 'unauthorised' })
    const foreign = await app.request('http://evil.example/v1/sources', { headers: vietnamese })
    expect((await read(foreign)).title).toBe('Sai tên máy chủ')
    const wrong = await read(await get('/v1/statistics/dossiers?period=2022-Q9', vietnamese))
    expect(wrong.title).toBe('Yêu cầu không đúng')
    expect(wrong.faults[0].message).toMatch(/kỳ/)
    const { title } = await read(await get('/v2', { 'Accept-Language': 'en, vi;q=0.5' }))
    expect(title).toBe('Not found')
  })

  it('is known for everything that the gateway refuses', async () => {
    const catalogue = await loadVietnamese()
    for (const { title, detail, fix } of Object.values(REFUSALS)) {
      for (const { template } of [title, detail, fix])
        expect(catalogue, template).toHaveProperty([template])
    }
  })
})

it('other methods are told what is allowed', async () => {
  const posted = await app.request('/v1/indicators/plan_tasks_done', { method: 'POST' })
  expect(posted.status).toBe(405)
  expect(posted.headers.get('allow')).toBe('PUT')
  expect((await app.request('/health', { method: 'HEAD' })).status).toBe(200)
})

describe('health', () => {
  it('is alive while the database is away, and not ready', async () => {
    const ask = async () => {
      throw new StoreError(say('The database cannot be read.'), { fix: say('Check the disk.') })
    }
    const gateway = createGateway({ ...hub, ask })
    expect((await gateway.request('/health')).status).toBe(200)
    const ready = await gateway.request('/ready')
    expect(ready.status).toBe(503)
    expect((await read(ready)).fix).toBe('Check the disk.')
    expect(await json('/ready')).toEqual({ status: 'ready' })
    expect((await json('/v1/status')).items[0].lastRun.status).toBe('failed')
  })
})

describe('keys', () => {
  it('are asked for wherever there is data', async () => {
    const locked = createGateway(hub, { apiKey: 'a-long-random-key' })
    const status = async (path: string, authorization?: string) =>
      (await locked.request(path, authorization ? { headers: { authorization } } : {})).status
    expect(await status('/v1/sources')).toBe(401)
    expect(await status('/ready')).toBe(200)
    expect(await status('/v1/sources', 'Bearer wrong')).toBe(401)
    expect(await status('/v1/sources', 'Bearer a-long-random-key')).toBe(200)
    expect(await status('/health')).toBe(200)
  })

  it('are needed unless the name is a loopback one', async () => {
    expect((await app.request('http://evil.example/v1/sources')).status).toBe(421)
    expect((await app.request('http://127.0.0.1:8080/v1/sources')).status).toBe(200)
    expect((await app.request('http://[::1]:8080/v1/sources')).status).toBe(200)
  })
})
