import { expect, it } from 'vitest'
import { createGateway } from '../src/index.ts'
import { fakeHub } from './fake-hub.ts'

const app = createGateway(fakeHub())
const read = async (response: Response) => JSON.parse(await response.text())

function put(path: string, body: unknown): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' }
  return Promise.resolve(app.request(path, { method: 'PUT', headers, body: JSON.stringify(body) }))
}

it('lists entered figures and what is missing', async () => {
  const { items } = await read(await app.request('/v1/indicators?org=H15&period=2022'))
  expect(items).toMatchObject([
    { indicatorId: 'plan_tasks_total', enteredBy: 'an', origin: { address: 'D12' } },
  ])
  const history = await read(await app.request('/v1/indicators?history=true'))
  expect(history.items).toHaveLength(2)
  const path = '/v1/indicators/missing?org=H15&period=2022&template=bnv-581-province'
  const missing = await read(await app.request(path))
  expect(missing.items).toMatchObject([{ template: 'bnv-581-province' }])
})

it('enters a figure; what would replace another one is a problem that names it', async () => {
  const entry = { value: '1.909', by: 'binh' }
  const entered = await put('/v1/indicators/plan_tasks_done?org=H15.1&period=2022', entry)
  expect(entered.status).toBe(200)
  expect(await read(entered)).toMatchObject({
    indicatorId: 'plan_tasks_done',
    organisation: 'H15.1',
    value: '1.909',
    cell: { state: 'number', value: 1909 },
    enteredBy: 'binh',
  })
  const path = '/v1/indicators/plan_tasks_total?period=2022'
  const refused = await put(path, entry)
  expect(refused.status).toBe(400)
  expect((await read(refused)).faults[0].path).toBe('plan_tasks_total')
  expect((await put(path, { ...entry, reason: 'Đếm lại' })).status).toBe(200)
})

it('names every fault of an entry, and describes the routes', async () => {
  const response = await put('/v1/indicators/plan_tasks_done', { note: 5 })
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const { paths } = await read(await app.request('/openapi.json'))
  expect(paths['/v1/indicators/{id}'].put.responses).toHaveProperty('400')
  expect((await put('/v1/indicators/x?period=2022', { note: 5 })).status).toBe(400)
})

it('refuses a body that is cut off as the mistake of the client', async () => {
  const response = await app.request('/v1/indicators/plan_tasks_done?period=2022', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: '{"value": "1',
  })
  expect(response.status).toBe(400)
  expect(await read(response)).toMatchObject({
    code: 'usage_invalid',
    fix: expect.stringContaining('well-formed JSON'),
  })
})
