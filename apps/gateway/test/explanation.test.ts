import { expect, it } from 'vitest'
import { createGateway } from '../src/index.ts'
import { fakeHub } from './fake-hub.ts'

const LOCAL = { headers: { Host: '127.0.0.1:8080' } }

it('explains a figure and hands every parameter to the hub', async () => {
  const asked: unknown[] = []
  const hub = fakeHub({
    why: async (query) => {
      asked.push(query)
      return fakeHub().why(query)
    },
  })
  const path =
    '/v1/why?indicator=III/3.1&org=H15&period=2022&template=t&column=(9)&rule=qd766-2022&asKnownAt=2022-12-20&current=true'
  const response = await createGateway(hub).request(path, LOCAL)
  expect(response.status).toBe(200)
  const { cell } = (await response.json()) as Awaited<ReturnType<typeof hub.why>>
  expect(cell).toMatchObject({ printed: '80,00%', origin: { operands: [{ rowId: 'III/3.1.2' }] } })
  expect(asked).toEqual([
    {
      row: 'III/3.1',
      organisation: 'H15',
      period: '2022',
      template: 't',
      column: '(9)',
      rule: 'qd766-2022',
      asKnownAt: '2022-12-20',
      current: true,
    },
  ])
})

it('answers with a problem where a parameter is missing or nothing is known', async () => {
  const app = createGateway(fakeHub())
  const faults = await app.request('/v1/why?org=H15', LOCAL)
  expect([faults.status, faults.headers.get('Content-Type')]).toEqual([
    400,
    expect.stringContaining('application/problem+json'),
  ])
  expect((await app.request('/v1/why?indicator=x&org=H99&period=2022', LOCAL)).status).toBe(404)
  expect((await app.request('/v1/why?indicator=x&period=2022', LOCAL)).status).toBe(400)
})
