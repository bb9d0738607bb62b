import { beforeAll, expect, it } from 'vitest'
import { createGateway } from '../src/index.ts'
import { smallHub } from './small-hub.ts'

let app: ReturnType<typeof createGateway>
beforeAll(async () => {
  app = createGateway(await smallHub())
})

const read = async (response: Response) => JSON.parse(await response.text())

function put(path: string, body: unknown): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return Promise.resolve(app.request(path, { method: 'PUT', headers, body: text }))
}

it('lists entered figures and what is missing', async () => {
  const { items } = await read(await app.request('/v1/indicators?period=2022'))
  expect(items).toMatchObject([{ indicatorId: 'plan_tasks_total', value: '30', enteredBy: 'an' }])
  const history = await read(await app.request('/v1/indicators?history=true'))
  expect(history.items).toHaveLength(2)
  const path = '/v1/indicators/missing?period=2022&template=bnv-581-province'
  const missing = await read(await app.request(path))
  expect(missing.items[0]).toMatchObject({ template: 'bnv-581-province' })
})

it('enters a figure; what would replace another one is a problem that names it', async () => {
  const entry = { value: '1.909', by: 'binh' }
  const entered = await put('/v1/indicators/plan_tasks_done?org=H15.01&period=2022', entry)
  expect(entered.status).toBe(200)
  expect(await read(entered)).toMatchObject({
    indicatorId: 'plan_tasks_done',
    organisation: 'H15.01',
    value: '1.909',
    cell: { state: 'number', value: 1909 },
    enteredBy: 'binh',
  })
  const path = '/v1/indicators/plan_tasks_total?period=2022'
  const refused = await put(path, entry)
  expect(refused.status).toBe(400)
  expect((await read(refused)).faults[0].path).toContain('plan_tasks_total')
  expect((await put(path, { ...entry, reason: 'Đếm lại' })).status).toBe(200)
})

it('names every fault of an entry, and lets no one enter what only the command line may', async () => {
  const path = '/v1/indicators/plan_tasks_done?period=2022'
  const response = await put(path, { note: 5 })
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const paths = (await read(response)).faults.map(({ path: at }: { path: string }) => at)
  expect(paths).toEqual(['value', 'note', 'by'])
  expect((await put('/v1/indicators/plan_tasks_done', { value: '1', by: 'an' })).status).toBe(400)
  expect((await put(path, { value: '1', by: 'an', replace: 'true' })).status).toBe(400)
})

it('refuses a body that is cut off, or no JSON, as the mistake of the client', async () => {
  const path = '/v1/indicators/plan_tasks_done?period=2022'
  const cut = await put(path, '{"value": "1')
  expect(cut.status).toBe(400)
  expect(await read(cut)).toMatchObject({
    code: 'usage_invalid',
    fix: expect.stringContaining('well-formed JSON'),
  })
  const headers = { 'Content-Type': 'text/plain' }
  const plain = await app.request(path, { method: 'PUT', headers, body: '{}' })
  expect(plain.status).toBe(415)
  const long = await put(path, { value: '1', by: 'an', note: 'x'.repeat(1_000_000) })
  expect(long.status).toBe(413)
  expect((await read(long)).detail).toContain('longer than 1 MB')
  const nothing = await app.request(path, { method: 'PUT' })
  expect((await read(nothing)).faults).toMatchObject([{ path: 'value' }, { path: 'by' }])
})

it('takes a body as it is encoded, and refuses what it cannot read instead of storing something else', async () => {
  const path = '/v1/indicators/assigned_tasks_total?period=2022'
  const body = JSON.stringify({ value: '5', by: 'Nguyễn' })
  const send = (bytes: Uint8Array, headers: Readonly<Record<string, string>> = {}) =>
    app.request(path, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: Uint8Array.from(bytes),
    })
  const latin = Buffer.from('{"value":"5","by":"Ng\xf4"}', 'latin1')
  expect((await send(latin)).status).toBe(400)
  const named = await send(latin, { 'Content-Type': 'application/json; charset=ISO-8859-1' })
  expect(await read(named)).toMatchObject({ enteredBy: 'Ngô' })
  const other = Buffer.from(`\ufeff${body}`, 'utf16le')
  expect((await send(other)).status).toBe(200)
  const zipped = await send(Buffer.from(body), { 'Content-Encoding': 'gzip' })
  expect(zipped.status).toBe(415)
})

it('refuses figures of a period that has not begun', async () => {
  const response = await put('/v1/indicators/plan_tasks_total?period=2098', {
    value: '1',
    by: 'an',
  })
  expect(response.status).toBe(400)
  expect((await read(response)).detail).toContain('begins on 15/12/2097 only')
})
